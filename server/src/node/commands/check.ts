/** `tech-spec check`: documents in, findings out, and an exit code that CI understands. */
import type { Rule } from '../../core/index.ts';
import { GitTrouble } from '../git/git-trouble.ts';
import { outputTo } from '../output.ts';
import { above, progressLine } from '../progress-line.ts';
import { newTally, type PlacedFinding, plural, type Summary } from '../report/checked.ts';
import { type FormatOptions, reportFormat } from '../report/formats.ts';
import type { Terminal } from '../terminal.ts';
import { type Troubles, troublesOn } from '../troubles.ts';
import { type Checker, changesOf, checkerOf, complaintsTo, recogniserOf } from './checker.ts';
import type { JudgingArguments } from './judging-options.ts';
import { type Source, type SourceArguments, sourcesOf } from './sources.ts';
import type { Recogniser } from './templates.ts';
import { outcomesOf, type Sharing } from './threads.ts';

export interface CheckArguments extends JudgingArguments, SourceArguments {
  readonly format: FormatOptions['format'];
  /** Undefined: standard output. */
  readonly output?: string;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** 0: no errors, and warnings within bounds. 1: more than that. 2: something could not be read or understood. */
export async function checkCommand(
  names: readonly string[],
  wishes: CheckArguments,
  terminal: Terminal,
  rules: readonly Rule[],
): Promise<number> {
  const line = progressLine(terminal);
  const screen = above(line, terminal);
  const troubles = troublesOn(screen);
  const complaints = complaintsTo(troubles.tell);
  const recogniser = recogniserOf(wishes, screen.folder, complaints.tell);
  if ('trouble' in recogniser) {
    troubles.tell(recogniser.trouble);
    return 2;
  }

  const isAll = names.length === 0 && !wishes.stdin;
  const sources = await sourcesOf(names, wishes, screen, troubles.tell, isAll ? await recogniser.moreFiles() : []);
  const paths = sources.flatMap(({ path }) => path ?? []);
  let checker: Checker | undefined;
  try {
    const changes = await changesOf(wishes, screen);
    checker = checkerOf({ recogniser, complaints, wishes, terminal: screen, rules, paths, changes });
    const sharing = sharingOf(wishes, screen);
    const work = { sources, paths, recogniser, checker, sharing, rules, at: line.at };
    const summary = await report(work, wishes, screen, troubles);
    if (isAll) for (const idle of await recogniser.idlePatterns(paths)) screen.complain(`tech-spec: ${idle}\n`);
    return exitCodeOf(summary, wishes, screen, troubles);
  } catch (error) {
    if (!(error instanceof GitTrouble)) throw error;
    troubles.tell(error.message);
    return 2;
  } finally {
    line.clear();
    checker?.close();
  }
}

/** Git answers one question after the other. */
function sharingOf(wishes: CheckArguments, { folder, environment, threads, complain }: Terminal): Sharing {
  const isAlone = wishes.since !== undefined || wishes.asOfCreation === true;
  return {
    threads: isAlone ? undefined : threads,
    order: { folder, environment: { ...environment }, wishes },
    warn: (warning) => complain(`tech-spec: ${warning}\n`),
  };
}

interface Work {
  readonly sources: readonly Source[];
  readonly paths: readonly string[];
  readonly recogniser: Recogniser;
  readonly checker: Checker;
  readonly sharing: Sharing;
  readonly rules: readonly Rule[];
  at(done: number, of: number): void;
}

/** Checks all and writes what is found. What is left undone because of git leaves no report behind in a file. */
async function report(
  { sources, paths, recogniser, checker, sharing, rules, at }: Work,
  { format: name, output: file, color, quiet = false, since, onlySpecs = false }: CheckArguments,
  terminal: Terminal,
  { tell, any }: Troubles,
): Promise<Summary> {
  const output = outputTo(file, terminal);
  const looks = { format: name, color: color ?? (file === undefined ? undefined : false), quiet };
  const format = await reportFormat({ ...looks, rules, complain: tell }, terminal);
  const tally = newTally();
  let done = 0;
  for await (const { document, complaints } of outcomesOf(sources, checker, sharing)) {
    at(done++, sources.length);
    if (0 < complaints.length) output.flush();
    complaints.forEach(tell);
    if (document === undefined) continue;
    tally.add(document);
    output.write(format.document(quiet ? { ...document, findings: document.findings.filter(isError) } : document));
  }
  (await recogniser.problems(paths)).forEach(tell);
  const summary = { ...tally.summary(since, await recogniser.configuration()), hasTrouble: any() };
  // “0 specs” is no news where the only document could not be read.
  const isSilent = name === 'text' && summary.specs === 0 && (any() || sources.length === 0 || onlySpecs);
  if (!isSilent) output.write(format.end(summary));
  const trouble = output.finish();
  if (trouble !== undefined) tell(trouble);
  return summary;
}

function exitCodeOf(
  { counts }: Summary,
  { maxWarnings }: CheckArguments,
  terminal: Terminal,
  { any }: Troubles,
): number {
  const errors = counts.get('error') ?? 0;
  const warnings = counts.get('warning') ?? 0;
  const tooMany = maxWarnings !== undefined && maxWarnings < warnings;
  if (tooMany) {
    terminal.complain(`tech-spec: ${plural(warnings, 'warning')}, --max-warnings allows ${maxWarnings}\n`);
  }
  if (any()) return 2;
  return 0 < errors || tooMany ? 1 : 0;
}

function isError({ severity }: PlacedFinding): boolean {
  return severity === 'error';
}
