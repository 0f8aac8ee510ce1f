/** `tech-spec check`: documents in, findings out, and an exit code that CI understands. */
import { resolve } from 'node:path';
import {
  bind,
  check,
  type Finding,
  LineIndex,
  parseDocument,
  progress,
  type Rule,
  type SpecDocument,
  type Stage,
} from '../../core/index.ts';
import { type CheckedDocument, type NamedTemplate, type ReportFormat, summaryOf } from '../report/checked.ts';
import { jsonFormat } from '../report/json.ts';
import { textFormat } from '../report/text.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import { type FoundFile, findFiles, shownAs } from './find.ts';
import { type ReadText, readTextFile, textOf } from './read.ts';
import { readTemplate, type Templates, templatesFrom } from './templates.ts';

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

/** Documents above it are recognised, not checked. In UTF-16 units, as the server counts. */
const mostCharacters = 1024 * 1024;

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

  const given =
    wishes.template === undefined
      ? undefined
      : readTemplate(resolve(folder, wishes.template), shownAs(wishes.template));
  if (given !== undefined && 'trouble' in given) {
    complain(given.trouble);
    return 2;
  }
  const templates = templatesFrom(folder, given);

  const format = formatOf(wishes, terminal);
  const checked: CheckedDocument[] = [];
  for await (const source of sourcesOf(names, wishes, terminal, complain)) {
    const document = checkOne(source, templates, wishes.stage, rules, complain);
    checked.push(document);
    const shown = wishes.quiet ? { ...document, findings: document.findings.filter(isError) } : document;
    terminal.out(format.document(shown));
  }
  const summary = summaryOf(checked);
  if (0 < checked.length || wishes.format === 'json') terminal.out(format.end(summary));

  const errors = summary.counts.get('error') ?? 0;
  const warnings = summary.counts.get('warning') ?? 0;
  const tooMany = wishes.maxWarnings !== undefined && wishes.maxWarnings < warnings;
  if (tooMany) terminal.complain(`tech-spec: ${warnings} warnings, --max-warnings allows ${wishes.maxWarnings}\n`);
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
  const { files, trouble } = await findFiles(names, terminal.folder);
  trouble.forEach(complain);
  for (const file of files) yield { ...file, read: readTextFile(file.path) } satisfies FoundFile & Source;
}

/** Never throws: what goes wrong with one document is told, and the next one gets its turn. */
function checkOne(
  { file, path, isNamed, read }: Source,
  templates: Templates,
  stage: Stage,
  rules: readonly Rule[],
  complain: (trouble: string) => void,
): CheckedDocument {
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
    const template = templates.of({ document, path, file, isNamed });
    if (template === undefined) return { ...nothing, lines: document.lines };
    if ('trouble' in template) {
      complain(template.trouble);
      return nothing;
    }
    if (mostCharacters < read.text.length) {
      return { ...nothing, template, lines: document.lines, findings: [tooLarge()] };
    }
    return checkSpec(file, document, template, stage, rules, complain);
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
  const binding = bind(template, document);
  const findings = check({ document, template, binding }, rules, {
    stage,
    failed: (rule, error) => complain(`rule ${rule} failed on “${file}”: ${wordsOf(error)}`),
  });
  return { file, template: named, lines: document.lines, findings, progress: progress(binding) };
}

function tooLarge(): Finding {
  return {
    rule: 'too-large',
    severity: 'information',
    message: 'The document is larger than 1 MiB and is not checked',
    span: { start: 0, end: 0 },
    key: '',
    fixes: () => [],
  };
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
