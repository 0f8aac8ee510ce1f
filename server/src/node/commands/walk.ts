/** All files below a folder, but for what nobody means by it: hidden folders, `node_modules`, what `.gitignore` leaves out. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf } from '../paths.ts';
import { reasonOf } from '../read.ts';
import { type IgnoreFiles, ignoreFilesAbove, leavesOut, withIgnoreFile } from './ignored.ts';

export interface WalkOptions {
  /** Folders and files whose names begin with a dot are meant too. `.git` never is. */
  readonly hidden: boolean;
  /** What others wrote is meant too. */
  readonly modules: boolean;
  /** Hears of each folder that cannot be looked into, below the base, and why; of none unless said. */
  readonly unreadable?: (folder: string, why: string) => void;
}

/** Paths below the absolute `base`, with forward slashes, in no order. Links to folders are not followed: what they lead to has a place of its own, and they may lead in circles. */
export function* filesBelow(base: string, options: WalkOptions): Iterable<string> {
  yield* walk(base, '', ignoreFilesAbove(base), options);
}

function* walk(base: string, below: string, above: IgnoreFiles, options: WalkOptions): Iterable<string> {
  const folder = join(base, below);
  const ignored = withIgnoreFile(above, folder);
  for (const entry of entriesOf(folder, (why) => options.unreadable?.(below, why))) {
    const { name } = entry;
    if (name === '.git' || (!options.hidden && name.startsWith('.'))) continue;
    if (!options.modules && name === 'node_modules') continue;
    const path = `${below}${name}`;
    const isFolder = entry.isDirectory();
    if (leavesOut(ignored, join(base, path), isFolder)) continue;
    if (isFolder) yield* walk(base, `${path}/`, ignored, options);
    else if (!entry.isSymbolicLink() || kindOf(join(base, path)) !== 'folder') yield path;
  }
}

/** A folder that cannot be looked into has no files for us. One that is gone by now has none at all. */
function entriesOf(folder: string, unreadable: (why: string) => void) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') unreadable(reasonOf(error));
    return [];
  }
}
