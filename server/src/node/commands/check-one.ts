/** One document: read, recognised, checked by the template that counts for it, and compared with what it was. */
import {
  check,
  contextOf,
  type Finding,
  judgedAsAdded,
  type LineIndex,
  lineOf,
  mostChecked,
  type Note,
  parseDocument,
  progress,
  type Rule,
  readTemplate,
  type Severity,
  type SpecDocument,
  type SpecTemplate,
  type Stage,
  templateProblem,
  tooLarge,
} from '../../core/index.ts';
import type { Changes } from '../git/changes.ts';
import { GitTrouble } from '../git/git.ts';
import { textOf } from '../read.ts';
import type { CheckedDocument, Placed, PlacedFinding } from '../report/checked.ts';
import type { EarlierTemplate, EarlierTemplates } from './earlier.ts';
import type { Source } from './sources.ts';
import type { NamedTemplate, Problems, Recogniser } from './templates.ts';

export interface Checking {
  readonly recogniser: Recogniser;
  readonly rules: readonly Rule[];
  /** From the command line; undefined leaves it to the document's own word, and without one it is ready. */
  readonly stage: Stage | undefined;
  /** From the command line: they win over all others. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly earlier: EarlierTemplates;
  /** Undefined where documents are compared with nothing. */
  readonly changes: Changes | undefined;
  complain(trouble: string): void;
}

/**
 * Undefined for a document that has not changed. What goes wrong with one document is told, and the next one gets its
 * turn; only where git cannot help there is nothing to compare any of them with: rejects with `GitTrouble`.
 */
export async function checkOne(source: Source, checking: Checking): Promise<CheckedDocument | undefined> {
  const { file, path, isNamed } = source;
  const { changes, complain, recogniser } = checking;
  const nothing = { file, path, template: undefined, findings: [], progress: undefined };
  const read = source.read();
  if (read.kind === 'unreadable') {
    complain(`“${file}” cannot be read: ${read.why}`);
    return nothing;
  }
  if (read.kind === 'binary') {
    if (isNamed) complain(`“${file}” is not text`);
    return nothing;
  }
  try {
    const before = path === undefined ? undefined : await changes?.before(path, file, read.bytes);
    if (before === 'unchanged') return undefined;
    const document = parseDocument(read.text);
    const known = await recogniser.recognise({ document, path, file, isNamed });
    if (known === undefined) return nothing;
    const earlier = path === undefined || 'problems' in known ? undefined : await checking.earlier.of(path, known);
    const examined = examine(document, known, earlier, source, checking);
    const then = typeof before === 'object' ? textOf(before.bytes) : undefined;
    if (then?.kind !== 'text') return checkedAs(nothing, document, known, examined);
    const old = examine(parseDocument(then.text), asThen(known, then.text, file), earlier, source, checking);
    const had = new Set(old.findings.map(identityOf));
    const findings = examined.findings.filter((finding) => !had.has(identityOf(finding)));
    return { ...checkedAs(nothing, document, known, { ...examined, findings }), before: old.progress };
  } catch (error) {
    if (error instanceof GitTrouble) throw error;
    complain(`“${file}” could not be checked: ${wordsOf(error)}`);
    return nothing;
  }
}

interface Examined {
  readonly findings: readonly Finding[];
  readonly progress: CheckedDocument['progress'];
}

function checkedAs(
  nothing: CheckedDocument,
  { lines }: SpecDocument,
  known: NamedTemplate | Problems,
  { findings, progress }: Examined,
): CheckedDocument {
  const named = 'problems' in known ? undefined : known;
  const { file, builtin } = named ?? {};
  return {
    ...nothing,
    template: named && { file, ...(builtin !== undefined && { builtin }) },
    findings: findings.map((finding) => toPlaced(finding, lines, named?.template)),
    progress,
  };
}

function toPlaced(finding: Finding, lines: LineIndex, template: SpecTemplate | undefined): PlacedFinding {
  const { rule, severity, message, key, spec, span, related = [] } = finding;
  return {
    rule,
    severity,
    message,
    key,
    start: lines.positionAt(span.start),
    end: lines.positionAt(span.end),
    section: spec?.name,
    asked: spec && template && lineOf(template, spec),
    related: related.map((note) => placed(note, lines)),
  };
}

function placed({ span, message }: Note, lines: LineIndex): Placed {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end), message };
}

/** What is found in a text, now or then. */
function examine(
  document: SpecDocument,
  known: NamedTemplate | Problems,
  earlier: EarlierTemplate | undefined,
  { file }: Source,
  { rules, stage, severities, complain }: Checking,
): Examined {
  if ('problems' in known) return { findings: known.problems.map(templateProblem), progress: undefined };
  if (mostChecked < document.text.length) return { findings: [tooLarge(document)], progress: undefined };
  const options = {
    stage: stage ?? known.stage ?? ('ready' as const),
    severities: new Map([...(known.severities ?? []), ...severities]),
    failed: (rule: string, error: unknown) => complain(`rule ${rule} failed on “${file}”: ${wordsOf(error)}`),
  };
  const judge = (template: SpecTemplate) => {
    return { template, findings: check(contextOf(template, document), rules, options) };
  };
  const today = judge(known.template);
  const judged = earlier === undefined ? today : judgedAsAdded(document, earlier.date, today, judge(earlier.template));
  return { findings: judged.findings, progress: progress(contextOf(judged.template, document).binding) };
}

/** A document's template is today's, whatever it followed then; a template has the problems it had. */
function asThen(known: NamedTemplate | Problems, text: string, file: string): NamedTemplate | Problems {
  return 'problems' in known ? { problems: readTemplate(text, file).problems } : known;
}

function identityOf({ rule, key }: Finding): string {
  return `${rule} ${key}`;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
