/** Where documents lie for those who know the repository and not this machine. */
import { isAbsolute, relative, resolve } from 'node:path';
import { nearestWith, withSlashes } from '../paths.ts';
import type { Terminal } from '../terminal.ts';
import type { CheckedDocument } from './checked.ts';

/** The folder that paths are told from: what a CI job checked out, else the repository, else the current folder. */
export function reportRoot({ folder, environment }: Terminal): string {
  const { GITHUB_WORKSPACE: checkedOut } = environment;
  if (checkedOut !== undefined && checkedOut !== '' && below(resolve(checkedOut), folder) !== undefined) {
    return resolve(checkedOut);
  }
  return nearestWith('.git', folder) ?? folder;
}

/** Below the root, with forward slashes; undefined where the document lies elsewhere or has no file. */
export function pathBelow(root: string, { path }: CheckedDocument): string | undefined {
  return path === undefined ? undefined : below(root, path);
}

function below(root: string, path: string): string | undefined {
  const way = withSlashes(relative(root, path));
  return way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way;
}
