/** Host over the file system: templates and lists of files, no further than the folder they belong to. */
import { lstatSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { OwnHost } from '../lsp/host.ts';
import { type ReadText, readTextFile, reasonOf } from './read.ts';

/** How it is looked at: at once, or beside others. */
export interface Disk {
  /** Throws, or rejects, where nothing is there. */
  lstat(path: string): unknown;
  /** With all links followed. Throws, or rejects, where they lead nowhere. */
  realpath(path: string): string | Promise<string>;
  /** Never throws nor rejects. */
  readText(path: string): ReadText | Promise<ReadText>;
}

const atOnce: Disk = {
  lstat: (path) => lstatSync(path),
  realpath: (path) => realpathSync(path),
  readText: readTextFile,
};

export function fileHost(disk: Disk = atOnce): OwnHost {
  return {
    schemes: ['file'],

    async readText(uri, within) {
      const path = fileURLToPath(uri);
      if (!(await isThere(disk, path))) return undefined;
      const place = await placeOf(disk, path);
      if (within !== undefined && !liesIn(place, await disk.realpath(fileURLToPath(within)))) {
        throw new Error('its link leads out of the workspace');
      }
      const read = await disk.readText(path);
      if (read.kind === 'text') return read.text;
      throw new Error(read.kind === 'binary' ? 'it is not text' : read.why);
    },

    async list(folder, pattern) {
      const cwd = fileURLToPath(folder);
      const above = join(cwd, ...foldersOf(pattern));
      // Most have no such folder, and what looks for files takes longer to be loaded than that to be seen.
      const isMissing = await isThere(disk, above).then(
        (there) => !there,
        () => false,
      );
      if (isMissing) return [];
      const { glob } = await import('tinyglobby');
      const options = { cwd, dot: true, expandDirectories: false, followSymbolicLinks: false };
      const found = await glob(pattern, { ...options, ignore: ['**/node_modules/**', '**/.git/**'] });
      return found.map((path) => pathToFileURL(resolve(cwd, path)).href).sort();
    },
  };
}

/** Those in front that a pattern names. */
function foldersOf(pattern: string): readonly string[] {
  const segments = pattern.split('/').slice(0, -1);
  const wild = segments.findIndex((segment) => /[^\w.-]/.test(segment));
  return wild === -1 ? segments : segments.slice(0, wild);
}

/** A link is, wherever it leads. */
async function isThere(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.lstat(path);
    return true;
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw new Error(reasonOf(error));
  }
}

/** With its links followed, which need not lead anywhere. */
async function placeOf(disk: Disk, path: string): Promise<string> {
  try {
    return await disk.realpath(path);
  } catch (error) {
    throw new Error((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'its link leads nowhere' : reasonOf(error));
  }
}

/** Both with their links followed. */
function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}
