/** Paths as people see them, and what lies there. */
import { statSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/** Without `./`, and with the same slashes on every system. */
export function shownAs(path: string): string {
  return withSlashes(normalize(path)).replace(/(?<=.)\/$/, '');
}

export function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Undefined where nothing is. What cannot be looked at is a file: reading it says why. */
export function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    return there && (there.isDirectory() ? 'folder' : 'file');
  } catch {
    return 'file';
  }
}

/** The nearest folder, from this one up, that has a file or folder of the name: `.git` is a repository's. */
export function nearestWith(name: string, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (kindOf(join(at, name)) !== undefined) return at;
    if (at === dirname(at)) return undefined;
  }
}
