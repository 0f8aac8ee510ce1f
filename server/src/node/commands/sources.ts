/** Which texts are to be checked: the files that were named or met, or standard input. */
import { resolve } from 'node:path';
import { shownAs } from '../paths.ts';
import { type ReadText, readTextFile, reasonOf, textOf } from '../read.ts';
import type { Terminal } from '../terminal.ts';
import { findFiles } from './find.ts';

export interface Source {
  /** How it is shown. */
  readonly file: string;
  /** Absolute; undefined for a text from standard input that was given no name. */
  readonly path: string | undefined;
  /** Named itself, not met in a folder or by a glob. */
  readonly isNamed: boolean;
  /** A template is left alone, also one that is named. */
  readonly sparesTemplates?: boolean;
  read(): ReadText;
}

export interface SourceArguments {
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  /** Whether it is trouble when nothing is found: it is unless this is false. */
  readonly errorOnUnmatched?: boolean;
  /** A name counts no more than what is met in a folder: a tool has passed it. */
  readonly onlySpecs?: boolean;
}

async function inputOf(terminal: Terminal): Promise<ReadText> {
  try {
    return textOf(await terminal.readInput());
  } catch (error) {
    return { kind: 'unreadable', why: reasonOf(error) };
  }
}

/** `complain` hears of what was named and is not there; `besides` are patterns that need not fit anything, of the folder only. */
export async function sourcesOf(
  names: readonly string[],
  { stdin, stdinFilename, errorOnUnmatched, onlySpecs = false }: SourceArguments,
  terminal: Terminal,
  complain: (trouble: string) => void,
  besides: readonly string[] = [],
): Promise<readonly Source[]> {
  if (stdin) {
    const path = stdinFilename === undefined ? undefined : resolve(terminal.folder, stdinFilename);
    const file = stdinFilename === undefined ? '<stdin>' : shownAs(stdinFilename);
    const read = await inputOf(terminal);
    return [{ file, path, isNamed: !onlySpecs, read: () => read }];
  }
  const { files, trouble, unreadable } = findFiles(names, terminal.folder);
  if (errorOnUnmatched !== false) trouble.forEach(complain);
  for (const { file, why } of unreadable) complain(`“${file}” cannot be read: ${why}; '!${file}' leaves it out`);
  const known = new Set(files.map(({ path }) => path));
  const more = besides
    .flatMap((pattern) => findFiles([pattern], terminal.folder).files)
    .filter(({ path, file }) => !file.startsWith('../') && !known.has(path) && known.add(path));
  const all = [...files, ...more.map((file) => ({ ...file, isNamed: false }))];
  return all
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((file) => ({ ...file, isNamed: file.isNamed && !onlySpecs, read: () => readTextFile(file.path) }));
}
