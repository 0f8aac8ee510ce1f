/** `tech-spec check`: documents in, findings out, and an exit code that CI understands. */
import type { Finding, Rule, Severity, Stage } from '../../core/index.ts';
import { type Changes, changesSince } from '../git/changes.ts';
import { GitTrouble } from '../git/git.ts';
import { openRepository } from '../git/repository.ts';
import { outputTo } from '../output.ts';
import { above, type ProgressLine, progressLine } from '../progress-line.ts';
import { type CheckedDocument, plural, type Summary, summaryOf } from '../report/checked.ts';
import { type FormatOptions, reportFormat } from '../report/formats.ts';
import type { Terminal } from '../terminal.ts';
import { type Troubles, troublesOn } from '../troubles.ts';
import { type Checking, checkOne } from './check-one.ts';
import { earlierTemplates } from './earlier.ts';
import { type Source, type SourceArguments, sourcesOf } from './sources.ts';
import { alwaysOf, lookupOf, type Recogniser, readTemplate, recognisedIn } from './templates.ts';

export interface CheckArguments extends SourceArguments {
  readonly format: FormatOptions['format'];
  /** Undefined: standard output. */
  readonly output?: string;
  readonly template?: string;
  readonly stage?: Stage;
  readonly config?: string;
  readonly configLookup?: boolean;
  readonly rule?: ReadonlyMap<string, Severity | 'off'>;
  readonly since?: string;
  readonly asOfCreation?: boolean;
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
  const recogniser = recogniserOf(wishes, screen, troubles);
  if (recogniser === undefined) return 2;

  const isAll = names.length === 0 && !wishes.stdin;
  const sources = await sourcesOf(names, wishes, screen, troubles.tell, isAll ? await recogniser.moreFiles() : []);
  const paths = sources.flatMap(({ path }) => path ?? []);
  const earlier = earlierTemplates(screen, { always: wishes.asOfCreation === true, paths });
  let changes: Changes | undefined;
  try {
    changes = await changesOf(wishes, screen);
    const severities = wishes.rule ?? new Map<string, Severity | 'off'>();
    const checking = { recogniser, rules, stage: wishes.stage, severities, earlier, changes, complain: troubles.tell };
    const summary = await report(sources, checking, wishes, screen, troubles, line);
    if (isAll) for (const idle of await recogniser.idlePatterns(paths)) screen.complain(`tech-spec: ${idle}\n`);
    return exitCodeOf(summary, wishes, screen, troubles);
  } catch (error) {
    if (!(error instanceof GitTrouble)) throw error;
    troubles.tell(error.message);
    return 2;
  } finally {
    line.clear();
    earlier.close();
    changes?.close();
  }
}

function recogniserOf(wishes: CheckArguments, { folder }: Terminal, { tell }: Troubles): Recogniser | undefined {
  const { template } = wishes;
  if (template !== undefined) {
    const given = readTemplate(template, folder);
    if (!('trouble' in given)) return alwaysOf(given);
    tell(given.trouble);
    return undefined;
  }
  const lookup = lookupOf(wishes, folder);
  if (typeof lookup === 'string' || 'uri' in lookup) return recognisedIn(folder, lookup, tell);
  tell(lookup.trouble);
  return undefined;
}

async function changesOf({ since }: CheckArguments, { folder, environment }: Terminal): Promise<Changes | undefined> {
  if (since === undefined) return undefined;
  try {
    return await changesSince(await openRepository(folder, environment), since);
  } catch (error) {
    throw error instanceof GitTrouble ? new GitTrouble(`--since: ${error.message}`) : error;
  }
}

/** Checks all and writes what is found. What is left undone because of git leaves no report behind in a file. */
async function report(
  sources: readonly Source[],
  checking: Checking,
  { format: name, output: file, color, quiet = false, since }: CheckArguments,
  terminal: Terminal,
  { tell, any }: Troubles,
  line: ProgressLine,
): Promise<Summary> {
  const output = outputTo(file, terminal);
  const looks = { format: name, color: color ?? (file === undefined ? undefined : false), quiet };
  const format = await reportFormat({ ...looks, rules: checking.rules, complain: tell }, terminal);
  const checked: CheckedDocument[] = [];
  for (const [at, source] of sources.entries()) {
    line.at(at, sources.length);
    const document = await checkOne(source, checking);
    if (document === undefined) continue;
    checked.push(document);
    output.write(format.document(quiet ? { ...document, findings: document.findings.filter(isError) } : document));
  }
  (await checking.recogniser.problems()).forEach(tell);
  const summary = summaryOf(checked, since, await checking.recogniser.configuration());
  // “0 specs” is no news where the only document could not be read.
  const isSilent = name === 'text' && summary.specs === 0 && (any() || sources.length === 0);
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

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
