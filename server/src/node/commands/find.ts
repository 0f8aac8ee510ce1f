/** From what is named on the command line to files: paths, folders and globs, sorted, each once. */
import { join, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { kindOf, shownAs, withSlashes } from '../paths.ts';
import { filesBelow, type WalkOptions } from './walk.ts';

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** As it was named, or below the folder that was named; forward slashes. */
  readonly file: string;
  /** Named itself, not met in a folder or by a glob. */
  readonly isNamed: boolean;
}

export interface Found {
  /** Sorted by name. */
  readonly files: readonly FoundFile[];
  /** What matched nothing, a sentence each. */
  readonly trouble: readonly string[];
  /** Folders that cannot be looked into. */
  readonly unreadable: readonly Unreadable[];
}

export interface Unreadable extends Pick<FoundFile, 'path' | 'file'> {
  /** Continues “cannot be read: ”. */
  readonly why: string;
}

/** Nothing named means the folder itself. `!pattern` takes files out again. */
export function findFiles(names: readonly string[], folder: string): Found {
  const excluded = names.filter((name) => name.startsWith('!') && kindOf(resolve(folder, name)) === undefined);
  const included = names.filter((name) => !excluded.includes(name));
  const isExcluded = matcherOf(excluded.map((name) => withSlashes(name.slice(1))));
  const found = (included.length === 0 ? ['.'] : included).map((name) => filesOf(name, folder));
  const files = new Map<string, FoundFile>();
  const isMeant = ({ file, path }: Unreadable | FoundFile) =>
    !isExcluded(file) && !isExcluded(withSlashes(relative(folder, path)));
  for (const each of found.flatMap((one) => one.files).filter(isMeant)) {
    if (each.isNamed || !files.has(each.path)) files.set(each.path, each);
  }
  return {
    files: Array.from(files.values()).sort((a, b) => (a.file < b.file ? -1 : 1)),
    trouble: found.flatMap((one) => one.trouble),
    unreadable: found.flatMap((one) => one.unreadable).filter(isMeant),
  };
}

function filesOf(name: string, folder: string): Found {
  const path = resolve(folder, name);
  const shown = shownAs(name);
  // A file may be called like a glob: what is there wins.
  const kind = kindOf(path);
  if (kind === 'folder') {
    const { files, unreadable } = below(shown, picomatch('**/*.{md,markdown}', { nocase: true }), plain, folder);
    const trouble = `no Markdown document in ${shown === '.' ? 'this folder' : `“${shown}”`}`;
    return { files, unreadable, trouble: files.length + unreadable.length === 0 ? [trouble] : [] };
  }
  if (kind === 'file') return { files: [{ path, file: shown, isNamed: true }], trouble: [], unreadable: [] };
  const pattern = withSlashes(name);
  const { base, glob, isGlob } = picomatch.scan(pattern);
  if (!isGlob) {
    const meant = name === '-' ? '; for standard input: --stdin' : '';
    return { files: [], trouble: [`no such file: “${shown}”${meant}`], unreadable: [] };
  }
  // What a pattern names is meant, though it is hidden.
  const options = { hidden: /(?:^|[/{,(|])\./.test(glob), modules: glob.includes('node_modules') };
  const { files, unreadable } = below(base || '.', picomatch(glob), options, folder);
  return { files, unreadable, trouble: files.length === 0 ? [`no file matches “${pattern}”`] : [] };
}

const plain: WalkOptions = { hidden: false, modules: false };

function below(
  base: string,
  matches: (path: string) => boolean,
  options: WalkOptions,
  folder: string,
): Pick<Found, 'files' | 'unreadable'> {
  const cwd = resolve(folder, base);
  if (kindOf(cwd) !== 'folder') return { files: [], unreadable: [] };
  const placeOf = (each: string) => ({ path: resolve(cwd, each), file: shownAs(join(base, each)) });
  const unreadable: Unreadable[] = [];
  const noted = { ...options, unreadable: (each: string, why: string) => unreadable.push({ ...placeOf(each), why }) };
  const files = Array.from(filesBelow(cwd, noted))
    .filter((each) => matches(each))
    .map((each) => ({ ...placeOf(each), isNamed: false }));
  return { files, unreadable };
}

/** Whether a file is meant by one of the patterns, or lies in a folder that is. */
function matcherOf(patterns: readonly string[]): (file: string) => boolean {
  return picomatch(
    patterns.map(shownAs).flatMap((pattern) => [pattern, `${pattern}/**`]),
    { dot: true },
  );
}
