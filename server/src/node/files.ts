/** Host over the file system: templates and lists of files, no further than the folder they belong to. */
import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { OwnHost } from '../lsp/host.ts';
import { readTextFile } from './read.ts';

export function fileHost(): OwnHost {
  return {
    schemes: ['file'],

    async readText(uri, within) {
      const path = fileURLToPath(uri);
      if (!existsSync(path)) return undefined;
      if (within !== undefined && !liesIn(realpathSync(path), realpathSync(fileURLToPath(within)))) {
        throw new Error('its link leads out of the workspace');
      }
      const read = readTextFile(path);
      if (read.kind === 'text') return read.text;
      throw new Error(read.kind === 'binary' ? 'it is not text' : read.why);
    },

    async list(folder, pattern) {
      const cwd = fileURLToPath(folder);
      const options = { cwd, dot: true, expandDirectories: false, followSymbolicLinks: false };
      const found = await glob(pattern, { ...options, ignore: ['**/node_modules/**', '**/.git/**'] });
      return found.map((path) => pathToFileURL(resolve(cwd, path)).href).sort();
    },
  };
}

/** Both with their links followed. */
function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}
