/** When files were added, and what others held on that day; renames are followed. */
import { GitTrouble } from './git-trouble.ts';
import { CommittedTexts } from './objects.ts';
import { listFromGit, pathIn, type Repository } from './repository.ts';

export interface Added {
  readonly commit: string;
  /** The day in UTC, as YYYY-MM-DD. */
  readonly date: string;
}

export interface History {
  /** Undefined where a file was never committed, or lies outside. Throws `GitTrouble` where the clone does not reach back so far. */
  addedOf(file: string): Added | undefined;
  /** The file's text at a commit, under its name of then; where it came later, its first one. Undefined where there is none. Rejects with `GitTrouble`. */
  textAt(file: string, commit: string): Promise<Uint8Array | undefined>;
  /** To be called at the end. */
  close(): void;
}

/** `endings` are those of all files that will be asked about: what others went through is not read. Rejects with `GitTrouble`. */
export async function historyOf(repository: Repository, endings: ReadonlySet<string>): Promise<History> {
  const commits = await commitsOf(repository, endings);
  const texts = new CommittedTexts(repository.git);
  const lives = new Map<string, Life>();
  const lifeOf = (file: string) => {
    const path = pathIn(repository, file);
    if (path === undefined) return undefined;
    const life = lives.get(path) ?? lifeIn(commits, path);
    lives.set(path, life);
    return life;
  };

  return {
    addedOf(file) {
      const added = lifeOf(file)?.added;
      if (added === undefined) return undefined;
      if (repository.isShallow && added.isRoot) throw new GitTrouble(tooShallow);
      return { commit: added.id, date: new Date(added.seconds * 1000).toISOString().slice(0, 10) };
    },

    async textAt(file, commit) {
      const life = lifeOf(file);
      if (life?.added === undefined) return undefined;
      const at = commits.findIndex(({ id }) => id === commit);
      const name = life.names.find(({ until }) => at < until)?.path ?? life.firstPath;
      return (await texts.read(`${commit}:${name}`)) ?? texts.read(`${life.added.id}:${life.firstPath}`);
    },

    close: () => texts.close(),
  };
}

interface Commit {
  readonly id: string;
  readonly seconds: number;
  /** Without parents: the first one, or where a shallow clone ends. */
  readonly isRoot: boolean;
  readonly added: ReadonlySet<string>;
  /** By their new names. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** A file from today back to the commit that added it. */
interface Life {
  readonly added: Commit | undefined;
  readonly firstPath: string;
  /** What it was called, newest first, each in all commits before place `until` of the list. */
  readonly names: readonly { readonly path: string; readonly until: number }[];
}

function lifeIn(commits: readonly Commit[], path: string): Life {
  const names: { path: string; until: number }[] = [];
  let name = path;
  for (const [at, commit] of commits.entries()) {
    const before = commit.renamed.get(name);
    if (before !== undefined) {
      names.push({ path: name, until: at + 1 });
      name = before;
    } else if (commit.added.has(name)) return { added: commit, firstPath: name, names };
  }
  return { added: undefined, firstPath: name, names };
}

/** Those that added or renamed such files, newest first. Merges are left out: what they bring was added in one of their parents. */
async function commitsOf(repository: Repository, endings: ReadonlySet<string>): Promise<readonly Commit[]> {
  const paths = Array.from(endings, (ending) => `:(top,icase)*${ending}`);
  const ids = (await listFromGit(repository, ['rev-list', 'HEAD', '--', ...paths])).join('');
  const args = ['diff-tree', '--stdin', '--root', '-r', '-M', '-z', '--name-status', '--diff-filter=AR'];
  const safe = ['--no-ext-diff', '--no-textconv', '--no-notes', '--pretty=format:%H %ct %p'];
  const words = (await listFromGit(repository, [...args, ...safe, '--', ...paths], ids))[Symbol.iterator]();
  const commits: { id: string; seconds: number; isRoot: boolean; added: Set<string>; renamed: Map<string, string> }[] =
    [];
  for (let word of words) {
    // A commit's line, and behind it the first status; an empty word stands between two commits.
    const [head, id = '', seconds, parents] = /^([0-9a-f]{40,64}) (\d+) (.*)\n+/.exec(word) ?? [];
    if (head !== undefined) {
      commits.push({ id, seconds: Number(seconds), isRoot: parents === '', added: new Set(), renamed: new Map() });
      word = word.slice(head.length);
    }
    const path: string = word === '' ? '' : (words.next().value ?? '');
    if (word === 'A') commits.at(-1)?.added.add(path);
    else if (word.startsWith('R')) commits.at(-1)?.renamed.set(words.next().value ?? '', path);
  }
  return commits;
}

const tooShallow =
  'this clone is shallow, and does not reach back to when a document was added. To get it: git fetch --unshallow';
