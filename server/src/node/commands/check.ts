/** `tech-spec check`: documents in, findings out, and an exit code that CI understands. */
import { resolve } from 'node:path';
import {
  check,
  contextOf,
  type Finding,
  LineIndex,
  mostChecked,
  parseDocument,
  progress,
  type Rule,
  type SpecDocument,
  type Stage,
  templateProblem,
  tooLarge,
} from '../../core/index.ts';
import { shownAs } from '../paths.ts';
import { type ReadText, readTextFile, textOf } from '../read.ts';
import { type CheckedDocument, type NamedTemplate, plural, type ReportFormat, summaryOf } from '../report/checked.ts';
import { jsonFormat } from '../report/json.ts';
import { textFormat } from '../report/text.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import { type FoundFile, findFiles } from './find.ts';
import { alwaysOf, type Recognise, readTemplate, recognisedIn } from './templates.ts';

export interface CheckArguments {
  readonly format: 'text' | 'json';
  readonly template?: string;
  readonly stage: Stage;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

/** 0: no errors, and warnings within bounds. 1: more than that. 2: something could not be read or understood. */
export async function checkCommand(
  names: readonly string[],
  wishes: CheckArguments,
  terminal: Terminal,
  rules: readonly Rule[],
): Promise<number> {
  const told = new Set<string>();
  // One broken template is one trouble, however many documents follow it.
  const complain = (trouble: string) => {
    if (!told.has(trouble)) terminal.complain(`tech-spec: ${trouble}\n`);
    told.add(trouble);
  };
  const { folder } = terminal;

  const given = wishes.template === undefined ? undefined : readTemplate(wishes.template, folder);
  if (given !== undefined && 'trouble' in given) {
    complain(given.trouble);
    return 2;
  }
  const recognise = given === undefined ? recognisedIn(folder, complain) : alwaysOf(given);

  const format = formatOf(wishes, terminal);
  const checked: CheckedDocument[] = [];
  for await (const source of sourcesOf(names, wishes, terminal, complain)) {
    const document = await checkOne(source, recognise, wishes.stage, rules, complain);
    checked.push(document);
    const shown = wishes.quiet ? { ...document, findings: document.findings.filter(isError) } : document;
    terminal.out(format.document(shown));
  }
  const summary = summaryOf(checked);
  // “0 specs” is no news where the only document could not be read.
  const isSilent = wishes.format === 'text' && summary.specs === 0 && (0 < told.size || checked.length === 0);
  if (!isSilent) terminal.out(format.end(summary));

  const errors = summary.counts.get('error') ?? 0;
  const warnings = summary.counts.get('warning') ?? 0;
  const tooMany = wishes.maxWarnings !== undefined && wishes.maxWarnings < warnings;
  if (tooMany)
    terminal.complain(`tech-spec: ${plural(warnings, 'warning')}, --max-warnings allows ${wishes.maxWarnings}\n`);
  if (0 < told.size) return 2;
  return 0 < errors || tooMany ? 1 : 0;
}

interface Source {
  readonly file: string;
  /** Absolute; undefined for a text from standard input that was given no name. */
  readonly path: string | undefined;
  readonly isNamed: boolean;
  readonly read: ReadText;
}

async function* sourcesOf(
  names: readonly string[],
  { stdin, stdinFilename }: CheckArguments,
  terminal: Terminal,
  complain: (trouble: string) => void,
): AsyncIterable<Source> {
  if (stdin) {
    const path = stdinFilename === undefined ? undefined : resolve(terminal.folder, stdinFilename);
    const file = stdinFilename === undefined ? '<stdin>' : shownAs(stdinFilename);
    yield { file, path, isNamed: true, read: textOf(await terminal.readInput()) };
    return;
  }
  const { files, trouble } = findFiles(names, terminal.folder);
  trouble.forEach(complain);
  for (const file of files) yield { ...file, read: readTextFile(file.path) } satisfies FoundFile & Source;
}

/** Never throws: what goes wrong with one document is told, and the next one gets its turn. */
async function checkOne(
  { file, path, isNamed, read }: Source,
  recognise: Recognise,
  stage: Stage,
  rules: readonly Rule[],
  complain: (trouble: string) => void,
): Promise<CheckedDocument> {
  const nothing = { file, template: undefined, lines: new LineIndex(''), findings: [], progress: undefined };
  if (read.kind === 'unreadable') {
    complain(`“${file}” cannot be read: ${read.why}`);
    return nothing;
  }
  if (read.kind === 'binary') {
    if (isNamed) complain(`“${file}” is not text`);
    return nothing;
  }
  try {
    const document = parseDocument(read.text);
    const known = await recognise({ document, path, file, isNamed });
    const { lines } = document;
    if (known === undefined) return nothing;
    if ('problems' in known) return { ...nothing, lines, findings: known.problems.map(templateProblem) };
    if (mostChecked < read.text.length) return { ...nothing, lines, template: known, findings: [tooLarge(document)] };
    return checkSpec(file, document, known, stage, rules, complain);
  } catch (error) {
    complain(`“${file}” could not be checked: ${wordsOf(error)}`);
    return nothing;
  }
}

function checkSpec(
  file: string,
  document: SpecDocument,
  named: NamedTemplate,
  stage: Stage,
  rules: readonly Rule[],
  complain: (trouble: string) => void,
): CheckedDocument {
  const { template } = named;
  const context = contextOf(template, document);
  const findings = check(context, rules, {
    stage,
    failed: (rule, error) => complain(`rule ${rule} failed on “${file}”: ${wordsOf(error)}`),
  });
  return { file, template: named, lines: document.lines, findings, progress: progress(context.binding) };
}

function formatOf({ format, quiet = false, color }: CheckArguments, terminal: Terminal): ReportFormat {
  return format === 'json' ? jsonFormat() : textFormat({ color: wantsColor(terminal, color), quiet });
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
