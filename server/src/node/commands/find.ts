/** From what is named on the command line to files: paths, folders and globs, sorted, each once. */
import { statSync } from 'node:fs';
import { join, normalize, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';

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

/** What lies there was written by others. */
const ignored = '**/node_modules/**';

/** Nothing named means the folder itself. `!pattern` takes files out again. */
export async function findFiles(names: readonly string[], folder: string): Promise<Found> {
  const excluded = names.filter((name) => name.startsWith('!') && kindOf(resolve(folder, name)) === undefined);
  const included = names.filter((name) => !excluded.includes(name));
  const isExcluded = matcherOf(excluded.map((name) => withSlashes(name.slice(1))));
  const found = await Promise.all((included.length === 0 ? ['.'] : included).map((name) => filesOf(name, folder)));
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

async function filesOf(name: string, folder: string): Promise<Found> {
  const path = resolve(folder, name);
  const shown = shownAs(name);
  // A file may be called like a glob: what is there wins.
  const kind = kindOf(path);
  if (kind === 'folder') {
    const files = await below(shown, '**/*.md', folder);
    const trouble = `no Markdown document in ${shown === '.' ? 'this folder' : `“${shown}”`}`;
    return { files, trouble: files.length === 0 ? [trouble] : [] };
  }
  if (kind === 'file') return { files: [{ path, file: shown, isNamed: true }], trouble: [] };
  if (!isDynamicPattern(withSlashes(name))) return { files: [], trouble: [`no such file: “${shown}”`] };
  const { base, glob: pattern } = picomatch.scan(withSlashes(name));
  const files = await below(base || '.', pattern, folder);
  return { files, trouble: files.length === 0 ? [`no file matches “${withSlashes(name)}”`] : [] };
}

/** Links to folders are not followed: what they lead to has a place of its own, and they may lead in circles. */
async function below(base: string, pattern: string, folder: string): Promise<readonly FoundFile[]> {
  const ignore = pattern.includes('node_modules') ? [] : [ignored];
  const cwd = resolve(folder, base);
  if (kindOf(cwd) !== 'folder') return [];
  const paths = await glob(pattern, { cwd, ignore, expandDirectories: false, followSymbolicLinks: false });
  return paths.map((each) => ({ path: resolve(cwd, each), file: shownAs(join(base, each)), isNamed: false }));
}

/** Whether a file is meant by one of the patterns, or lies in a folder that is. */
function matcherOf(patterns: readonly string[]): (file: string) => boolean {
  return picomatch(
    patterns.map(shownAs).flatMap((pattern) => [pattern, `${pattern}/**`]),
    { dot: true },
  );
}

/** Without `./`, and with the same slashes on every system. */
export function shownAs(path: string): string {
  return withSlashes(normalize(path)).replace(/(?<=.)\/$/, '');
}

function withSlashes(path: string): string {
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
