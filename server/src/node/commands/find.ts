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
}

/** Nothing named means the folder itself. `!pattern` takes files out again. */
export function findFiles(names: readonly string[], folder: string): Found {
  const excluded = names.filter((name) => name.startsWith('!') && kindOf(resolve(folder, name)) === undefined);
  const included = names.filter((name) => !excluded.includes(name));
  const isExcluded = matcherOf(excluded.map((name) => withSlashes(name.slice(1))));
  const found = (included.length === 0 ? ['.'] : included).map((name) => filesOf(name, folder));
  const files = new Map<string, FoundFile>();
  for (const each of found.flatMap((one) => one.files)) {
    if (isExcluded(each.file) || isExcluded(withSlashes(relative(folder, each.path)))) continue;
    if (each.isNamed || !files.has(each.path)) files.set(each.path, each);
  }
  return {
    files: Array.from(files.values()).sort((a, b) => (a.file < b.file ? -1 : 1)),
    trouble: found.flatMap((one) => one.trouble),
  };
}

function filesOf(name: string, folder: string): Found {
  const path = resolve(folder, name);
  const shown = shownAs(name);
  // A file may be called like a glob: what is there wins.
  const kind = kindOf(path);
  if (kind === 'folder') {
    const files = below(shown, picomatch('**/*.{md,markdown}', { nocase: true }), plain, folder);
    const trouble = `no Markdown document in ${shown === '.' ? 'this folder' : `“${shown}”`}`;
    return { files, trouble: files.length === 0 ? [trouble] : [] };
  }
  if (kind === 'file') return { files: [{ path, file: shown, isNamed: true }], trouble: [] };
  const pattern = withSlashes(name);
  const { base, glob, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return { files: [], trouble: [`no such file: “${shown}”`] };
  // What a pattern names is meant, though it is hidden.
  const options = { hidden: /(?:^|[/{,(|])\./.test(glob), modules: glob.includes('node_modules') };
  const files = below(base || '.', picomatch(glob), options, folder);
  return { files, trouble: files.length === 0 ? [`no file matches “${pattern}”`] : [] };
}

const plain: WalkOptions = { hidden: false, modules: false };

function below(
  base: string,
  matches: (path: string) => boolean,
  options: WalkOptions,
  folder: string,
): readonly FoundFile[] {
  const cwd = resolve(folder, base);
  if (kindOf(cwd) !== 'folder') return [];
  return Array.from(filesBelow(cwd, options))
    .filter((each) => matches(each))
    .map((each) => ({ path: resolve(cwd, each), file: shownAs(join(base, each)), isNamed: false }));
}

/** Whether a file is meant by one of the patterns, or lies in a folder that is. */
function matcherOf(patterns: readonly string[]): (file: string) => boolean {
  return picomatch(
    patterns.map(shownAs).flatMap((pattern) => [pattern, `${pattern}/**`]),
    { dot: true },
  );
}
