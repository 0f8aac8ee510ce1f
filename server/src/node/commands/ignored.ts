/** What `.gitignore` leaves out: of the files from the repository's folder down, the innermost that says anything of a path decides. */
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { kindOf } from '../paths.ts';
import { readTextFile } from '../read.ts';

/** The files that count, from the outermost inwards. */
export type IgnoreFiles = readonly IgnoreFile[];

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** For what is below a folder, without its own. A folder that is itself left out was asked for by its name: then none counts. */
export function ignoreFilesAbove(folder: string): IgnoreFiles {
  const above = foldersAbove(folder);
  const files = above.flatMap((each) => withIgnoreFile([], each));
  const isLeftOut = [...above.slice(1), folder].some((each) => leavesOut(files, each, true));
  return isLeftOut ? [] : files;
}

/** With the one that a folder holds itself. */
export function withIgnoreFile(files: IgnoreFiles, folder: string): IgnoreFiles {
  const read = readTextFile(join(folder, '.gitignore'));
  if (read.kind !== 'text') return files;
  const lines = read.text.split(/\r?\n/).filter(isHarmless);
  return [...files, { folder, rules: ignore({ ignorecase: isCaseIgnored }).add(lines) }];
}

/** Nothing is said of what is below a folder that is left out: it is not to be asked about. `path` is absolute. */
export function leavesOut(files: IgnoreFiles, path: string, isFolder: boolean): boolean {
  for (const { folder, rules } of files.toReversed()) {
    const way = relative(folder, path);
    const { ignored, unignored } = rules.test(`${sep === '/' ? way : way.replaceAll(sep, '/')}${isFolder ? '/' : ''}`);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** From the repository's folder down to the parent; none where there is no repository. */
function foldersAbove(folder: string): readonly string[] {
  const above: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (kindOf(join(at, '.git')) !== undefined) return above;
    if (at === dirname(at)) return [];
    above.unshift(dirname(at));
  }
}

/** A pattern becomes a regular expression: so many stars are there to keep it busy. */
function isHarmless(line: string): boolean {
  return line.length < 1000 && line.split('*').length <= 12;
}

/** As git is set up where file names have no case. */
const isCaseIgnored = process.platform === 'win32' || process.platform === 'darwin';
