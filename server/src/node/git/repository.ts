/** A git repository: where it is, what a revision names, where a file lies in it. */
import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { askGit, type Environment, type Git, runGit, safeFolders } from './git.ts';
import { GitTrouble } from './git-trouble.ts';

export interface Repository {
  readonly git: Git;
  /** The work tree's top folder, its links followed. */
  readonly root: string;
  /** Its history is cut off somewhere. */
  readonly isShallow: boolean;
}

/** The one that a folder lies in. Rejects with `GitTrouble`, which says why there is none. */
export async function openRepository(folder: string, environment: Environment): Promise<Repository> {
  const args = ['rev-parse', '--show-toplevel', '--is-shallow-repository'];
  let git: Git = { folder, environment, safe: [] };
  let ran = await runGit(git, args);
  if (ran.code !== 0 && isOthers(ran.errors)) {
    git = { ...git, safe: await safeFolders(environment) };
    ran = await runGit(git, args);
  }
  if (ran.code !== 0) throw new GitTrouble(troubleOf(ran.errors, folder));
  const [root = '', shallow] = ran.out.toString().split('\n');
  return { git: { ...git, folder: resolve(root) }, root: realpathSync(root), isShallow: shallow === 'true' };
}

/** The commit that a revision names; undefined where none is there. It is never taken for an option. */
export async function commitOf({ git }: Repository, revision: string): Promise<string | undefined> {
  if (revision.startsWith('-') || revision === '') return undefined;
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { code, out } = await runGit(git, args);
  return code === 0 ? out.toString().trim() : undefined;
}

/** Where two commits parted; undefined where their histories do not meet. */
export async function mergeBase({ git }: Repository, one: string, other: string): Promise<string | undefined> {
  const { code, out } = await runGit(git, ['merge-base', one, other]);
  return code === 0 ? out.toString().trim() : undefined;
}

/** A file's path in the repository, with forward slashes; undefined where it lies outside. A file that is not there has its folder's place. */
export function pathIn({ root }: Pick<Repository, 'root'>, file: string): string | undefined {
  const way = relative(root, followed(file));
  if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined;
  return sep === '/' ? way : way.replaceAll(sep, '/');
}

/** NUL-separated words of git's. */
export async function listFromGit({ git }: Repository, args: readonly string[], input?: string): Promise<string[]> {
  const words = (await askGit(git, args, input)).split('\0');
  if (words.at(-1) === '') words.pop();
  return words;
}

function followed(file: string): string {
  for (let at = file, rest = ''; ; rest = join(basename(at), rest), at = dirname(at)) {
    try {
      return join(realpathSync(at), rest);
    } catch {
      if (at === dirname(at)) return file;
    }
  }
}

function isOthers(errors: string): boolean {
  return /dubious ownership|unsafe repository/.test(errors);
}

function troubleOf(errors: string, folder: string): string {
  if (isOthers(errors)) {
    return `the repository of “${folder}” belongs to somebody else. Where you trust it: git config --global --add safe.directory '${folder}'`;
  }
  if (/not a git repository/.test(errors)) return 'this folder is in no git repository';
  if (/must be run in a work tree/.test(errors)) return 'this repository has no work tree';
  return `git cannot read this repository: ${errors.split('\n')[0]}`;
}
