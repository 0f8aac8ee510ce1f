/** `tech-spec fix`: documents in, the same documents out with what can be fixed in them, and an exit code like that of `check`. */
import { Buffer } from 'node:buffer';
import { lstatSync } from 'node:fs';
import type { Rule } from '../../core/index.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import { readTextFile, reasonOf } from '../read.ts';
import { type FixedDocument, fixesFormat } from '../report/fixed.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import { troublesOn } from '../troubles.ts';
import { writeWhole } from '../write.ts';
import { changesOf, checkingOf, complaintsTo, recogniserOf } from './checker.ts';
import { fixOne } from './fix-one.ts';
import type { JudgingArguments } from './judging-options.ts';
import { type Source, type SourceArguments, sourcesOf } from './sources.ts';

export interface FixArguments extends JudgingArguments, SourceArguments {
  readonly insertMissing?: boolean;
  readonly unsafe?: boolean;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** 0: no errors are left. 1: some are. 2: something could not be read, understood or written. */
export async function fixCommand(
  names: readonly string[],
  wishes: FixArguments,
  terminal: Terminal,
  rules: readonly Rule[],
): Promise<number> {
  const troubles = troublesOn(terminal);
  const complaints = complaintsTo(troubles.tell);
  const recogniser = recogniserOf(wishes, terminal.folder, complaints.tell);
  if ('trouble' in recogniser) {
    troubles.tell(recogniser.trouble);
    return 2;
  }
  const isAll = names.length === 0 && !wishes.stdin;
  const found = await sourcesOf(names, wishes, terminal, troubles.tell, isAll ? await recogniser.moreFiles() : []);
  const sources = found.filter(isOwn).map((source) => sparing(source, wishes));
  const paths = sources.flatMap(({ path }) => path ?? []);
  let close = () => {};
  try {
    const changes = await changesOf(wishes, terminal);
    const opened = checkingOf({ recogniser, complaints, wishes, terminal, rules, paths, changes });
    close = opened.close;
    const { insertMissing = false, unsafe = false } = wishes;
    const fixing = { checking: opened.checking, folder: terminal.folder, wishes: { insertMissing, unsafe } };
    const report = await reportTo(terminal, wishes);
    let hasErrors = false;
    for (const source of sources) {
      const outcome = await fixOne(source, fixing);
      const trouble = outcome === undefined || wishes.dryRun || wishes.stdin ? undefined : write(outcome);
      if (trouble !== undefined) troubles.tell(trouble);
      else report.add(source, outcome);
      hasErrors ||= outcome?.left.includes('error') === true;
    }
    report.end();
    (await recogniser.problems(paths)).forEach(troubles.tell);
    if (troubles.any()) return 2;
    return hasErrors ? 1 : 0;
  } catch (error) {
    if (!(error instanceof GitTrouble)) throw error;
    troubles.tell(error.message);
    return 2;
  } finally {
    close();
  }
}

/** A link that was only met is not written through: what it leads to has a place of its own, or is not ours to change. */
function isOwn({ path, isNamed }: Source): boolean {
  return isNamed || path === undefined || lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true;
}

/** A template that is named is checked like a document, and not fixed like one. `--template` says of a document that it is one. */
function sparing(source: Source, { template }: FixArguments): Source {
  return { ...source, sparesTemplates: template === undefined };
}

/** Gives what went wrong, as a sentence. */
function write({ file, path, before, after }: FixedDocument): string | undefined {
  if (path === undefined || before === after) return undefined;
  const now = readTextFile(path);
  if (now.kind !== 'text' || !Buffer.from(before).equals(now.bytes)) {
    return `“${file}” was changed by somebody else meanwhile, and is left as it is`;
  }
  try {
    writeWhole(path, after);
    return undefined;
  } catch (error) {
    return `“${file}” cannot be written: ${reasonOf(error)}`;
  }
}

interface Report {
  /** Undefined for what is no spec. */
  add(source: Source, outcome: FixedDocument | undefined): void;
  end(): void;
}

/** A diff, or a text from standard input, has standard output to itself. */
async function reportTo(terminal: Terminal, wishes: FixArguments): Promise<Report> {
  const { dryRun = false, stdin = false, quiet = false } = wishes;
  const color = wantsColor(terminal, wishes.color);
  const diffOf = dryRun ? (await import('../report/diff.ts')).diffOf : undefined;
  const isBeside = dryRun || stdin;
  const format = fixesFormat({ color: color && !isBeside, dryRun });
  const say = (words: string) => {
    if (quiet || words === '') return;
    if (isBeside) terminal.complain(words);
    else terminal.out(words);
  };
  return {
    add: (source, outcome) => {
      if (diffOf !== undefined) terminal.out(outcome === undefined ? '' : diffOf(outcome, color));
      else if (stdin) terminal.out(outcome?.after ?? bytesOf(source));
      if (outcome !== undefined) say(format.document(outcome));
    },
    end: () => say(format.end()),
  };
}

/** As it came, where there was nothing to fix in it. */
function bytesOf(source: Source): Uint8Array {
  const read = source.read();
  return read.kind === 'unreadable' ? new Uint8Array() : read.bytes;
}
