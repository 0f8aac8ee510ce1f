/** Host over the file system: templates and lists of files, no further than the folder they belong to. Nobody waits while a network does. */
import { promises } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { OwnHost } from '../lsp/host.ts';
import { readTextFileAside, reasonOf } from './read.ts';

export function fileHost(): OwnHost {
  return {
    schemes: ['file'],

    async readText(uri, within) {
      const path = fileURLToPath(uri);
      if (!(await isThere(path))) return undefined;
      const place = await placeOf(path);
      if (within !== undefined && !liesIn(place, await promises.realpath(fileURLToPath(within)))) {
        throw new Error('its link leads out of the workspace');
      }
      const read = await readTextFileAside(path);
      if (read.kind === 'text') return read.text;
      throw new Error(read.kind === 'binary' ? 'it is not text' : read.why);
    },

    async list(folder, pattern) {
      // To check a document nobody looks for others.
      const { glob } = await import('tinyglobby');
      const cwd = fileURLToPath(folder);
      const options = { cwd, dot: true, expandDirectories: false, followSymbolicLinks: false };
      const found = await glob(pattern, { ...options, ignore: ['**/node_modules/**', '**/.git/**'] });
      return found.map((path) => pathToFileURL(resolve(cwd, path)).href).sort();
    },
  };
}

/** A link is, wherever it leads. */
async function isThere(path: string): Promise<boolean> {
  try {
    await promises.lstat(path);
    return true;
  } catch (error) {
    if (/^(ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw new Error(reasonOf(error));
  }
}

/** With its links followed, which need not lead anywhere. */
async function placeOf(path: string): Promise<string> {
  try {
    return await promises.realpath(path);
  } catch (error) {
    throw new Error((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'its link leads nowhere' : reasonOf(error));
  }
}

/** Both with their links followed. */
function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}
