/** What a work tree has changed since a revision, committed or not, and what its files held then. */
import { createHash } from 'node:crypto';
import { GitTrouble } from './git-trouble.ts';
import { CommittedTexts } from './objects.ts';
import { commitOf, listFromGit, mergeBase, pathIn, type Repository } from './repository.ts';

/** `unchanged`, `new`, or the bytes that the file held then, under its name of then. */
export type Before = 'unchanged' | 'new' | { readonly bytes: Uint8Array };

export interface Changes {
  /** `path` is absolute, `file` how it is shown, `bytes` what it holds now. Rejects with `GitTrouble`. */
  before(path: string, file: string, bytes: Uint8Array): Promise<Before>;
  /** To be called at the end. */
  close(): void;
}

/** Since the commit at which HEAD and the revision parted, as `git diff REVISION...` has it. Rejects with `GitTrouble`. */
export async function changesSince(repository: Repository, revision: string): Promise<Changes> {
  const base = await baseOf(repository, revision);
  const inBase = await idsInBase(repository, base);
  const tracked = await idsInIndex(repository);
  const texts = new CommittedTexts(repository.git);

  return {
    async before(path, file, bytes) {
      const place = pathIn(repository, path);
      if (place === undefined) throw new GitTrouble(`--since: “${file}” lies outside of the repository`);
      const id = inBase.has(place) ? inBase.get(place) : tracked.get(place);
      if (id === undefined) return isInSubmodule(place, tracked) ? 'unchanged' : 'new';
      if (id === idOf(bytes, id)) return 'unchanged';
      const then = await texts.read(id);
      if (then === undefined) throw new GitTrouble(`--since: “${file}” as it was at ${revision} is not in this clone`);
      return isSameText(then, bytes) ? 'unchanged' : { bytes: then };
    },
    close: () => texts.close(),
  };
}

async function baseOf(repository: Repository, revision: string): Promise<string> {
  const commit = await commitOf(repository, revision);
  if (commit === undefined) throw new GitTrouble(notThere(revision, repository));
  if ((await commitOf(repository, 'HEAD')) === undefined) throw new GitTrouble('there is no commit yet');
  const base = await mergeBase(repository, commit, 'HEAD');
  if (base !== undefined) return base;
  throw new GitTrouble(
    repository.isShallow
      ? `this clone is shallow, and lacks the commit at which “${revision}” and HEAD parted. To get it: git fetch --unshallow`
      : `“${revision}” and HEAD have no commit in common`,
  );
}

/** For each path that the index has otherwise than the base, under its name of now: the text's id then, undefined where it is new. */
async function idsInBase(repository: Repository, base: string): Promise<ReadonlyMap<string, string | undefined>> {
  const args = ['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '-M', '--no-ext-diff', '--no-textconv', base];
  const words = (await listFromGit(repository, args))[Symbol.iterator]();
  const ids = new Map<string, string | undefined>();
  for (const facts of words) {
    // `:100644 100644 ID ID R087`, then the path, then where it was renamed the path of now.
    const [, , id = '', , status = ''] = facts.split(' ');
    const path: string = words.next().value ?? '';
    const now: string = /^[RC]/.test(status) ? (words.next().value ?? '') : path;
    // A conflict has two lines: the first one knows the base.
    if (!ids.has(now)) ids.set(now, /^0+$/.test(id) ? undefined : id);
  }
  return ids;
}

async function idsInIndex(repository: Repository): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const line of await listFromGit(repository, ['ls-files', '--stage', '-z'])) {
    const [, mode, id = '', path = ''] = /^(\d+) ([0-9a-f]+) \d\t([\s\S]*)$/.exec(line) ?? [];
    ids.set(path, mode === submodule ? submodule : id);
  }
  return ids;
}

/** The mode of a folder that is a repository of its own. */
const submodule = '160000';

function isInSubmodule(path: string, tracked: ReadonlyMap<string, string>): boolean {
  const parts = path.split('/');
  return parts.some((_, at) => tracked.get(parts.slice(0, at).join('/')) === submodule);
}

/** The id that git would give a text, in the kind of the other one. */
function idOf(bytes: Uint8Array, other: string): string {
  const hash = createHash(other.length === 40 ? 'sha1' : 'sha256');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Git may have been told to change line ends between repository and work tree. */
function isSameText(one: Uint8Array, other: Uint8Array): boolean {
  const [first = '', second = ''] = [one, other].map((bytes) =>
    new TextDecoder().decode(bytes).replaceAll('\r\n', '\n'),
  );
  return first === second;
}

function notThere(revision: string, { isShallow }: Repository): string {
  if (!isShallow) return `“${revision}” names no commit`;
  const [, branch] = /^origin\/([\w./-]+)$/.exec(revision) ?? [];
  const what = branch === undefined ? '' : ` origin +refs/heads/${branch}:refs/remotes/origin/${branch}`;
  return `“${revision}” is not in this clone, which is shallow. To get it: git fetch --unshallow${what}`;
}
