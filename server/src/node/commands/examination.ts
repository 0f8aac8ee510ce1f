/** A document at hand: read, recognised, and with what judges it, as it is and as it was. */
import { Buffer } from 'node:buffer';
import { readlinkSync } from 'node:fs';
import {
  check,
  contextOf,
  type Finding,
  type Fix,
  type Judged,
  judgedAsAdded,
  mostChecked,
  parseDocument,
  progress,
  type Rule,
  type RuleContext,
  readTemplate,
  type Severity,
  type SpecDocument,
  type SpecTemplate,
  type Stage,
  templateProblem,
  tooLarge,
} from '../../core/index.ts';
import type { Changes } from '../git/changes.ts';
import { textOf } from '../read.ts';
import type { CheckedDocument } from '../report/checked.ts';
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

export interface Examination {
  readonly document: SpecDocument;
  /** The file's own, a byte order mark among them. */
  readonly bytes: Uint8Array;
  readonly known: NamedTemplate | Problems;
  /** At the revision that is asked about; undefined where none is, or where the document is new. */
  readonly before: Examined | undefined;
  /** This document, or what may become of it. */
  examine(document: SpecDocument): Examined;
}

export interface Examined {
  readonly findings: readonly Finding[];
  readonly progress: CheckedDocument['progress'];
  /** With the template whose sections it owes; undefined where it was judged by none. */
  readonly context: RuleContext | undefined;
  /** Whose sections a fix puts in. */
  readonly template: SpecTemplate | undefined;
}

/** Undefined for what is no spec or cannot be read, which is told. Rejects with `GitTrouble` where git cannot help. */
export async function examinationOf(
  source: Source,
  checking: Checking,
): Promise<Examination | 'unchanged' | undefined> {
  const { file, path, isNamed, sparesTemplates = false } = source;
  const { changes, complain, recogniser } = checking;
  const read = source.read();
  if (read.kind === 'unreadable') {
    const target = path === undefined || isNamed ? undefined : linkTarget(path);
    if (path !== undefined && target !== undefined) {
      // Git has of a link where it leads. What is at its end could be a spec only where its own path says so.
      if ((await changes?.before(path, file, Buffer.from(target))) === 'unchanged') return 'unchanged';
      const known = await recogniser.recognise({ document: parseDocument(''), path, file, isNamed: false });
      if (known === undefined || 'problems' in known) return undefined;
    }
    complain(`“${file}” cannot be read: ${read.why}`);
    return undefined;
  }
  if (read.kind === 'binary') {
    if (isNamed) complain(`“${file}” is not text`);
    return undefined;
  }
  const before = path === undefined ? undefined : await changes?.before(path, file, read.bytes);
  if (before === 'unchanged') return 'unchanged';
  const document = parseDocument(read.text);
  const known = await recogniser.recognise({ document, path, file, isNamed: isNamed && !sparesTemplates });
  if (known === undefined) return undefined;
  const earlier = path === undefined || 'problems' in known ? undefined : await checking.earlier.of(path, known);
  const then = typeof before === 'object' ? textOf(before.bytes) : undefined;
  return {
    document,
    bytes: read.bytes,
    known,
    before:
      then?.kind === 'text'
        ? examine(parseDocument(then.text), asThen(known, then.text, file), earlier, source, checking)
        : undefined,
    examine: (each) => examine(each, known, earlier, source, checking),
  };
}

/** Where a link leads, or is to lead; undefined for what is none. */
function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Whether a document is told something that it was not told before. */
export function isNewSince(before: Examined | undefined): (finding: Finding) => boolean {
  const had = new Set(before?.findings.map(identityOf));
  return (finding) => !had.has(identityOf(finding));
}

/** What is found in a text, now or then. */
function examine(
  document: SpecDocument,
  known: NamedTemplate | Problems,
  earlier: EarlierTemplate | undefined,
  { file }: Source,
  { rules, stage, severities, complain }: Checking,
): Examined {
  const nothing = { progress: undefined, context: undefined, template: undefined };
  if ('problems' in known) return { ...nothing, findings: known.problems.map(templateProblem) };
  if (mostChecked < document.text.length) return { ...nothing, findings: [tooLarge(document)] };
  const options = {
    stage: stage ?? known.stage ?? ('ready' as const),
    severities: new Map([...(known.severities ?? []), ...severities]),
    failed: (rule: string, error: unknown) => complain(`rule ${rule} failed on “${file}”: ${wordsOf(error)}`),
  };
  const judge = (template: SpecTemplate) => {
    return { template, findings: check(contextOf(template, document), rules, options) };
  };
  const today = judge(known.template);
  const judged: Judged =
    earlier === undefined ? today : judgedAsAdded(document, earlier.date, today, judge(earlier.template));
  const { template, owed = template, findings } = judged;
  const context = contextOf(owed, document);
  return { findings, progress: progress(context.binding), context, template };
}

/** A document's template is today's, whatever it followed then; a template has the problems it had. */
function asThen(known: NamedTemplate | Problems, text: string, file: string): NamedTemplate | Problems {
  return 'problems' in known ? { problems: readTemplate(text, file).problems } : known;
}

/** A rule whose fixes fail has none. */
export function fixesFrom(finding: Finding, file: string, complain: (trouble: string) => void): readonly Fix[] {
  try {
    return finding.fixes();
  } catch (error) {
    complain(`the fixes of rule ${finding.rule} failed on “${file}”: ${wordsOf(error)}`);
    return [];
  }
}

function identityOf({ rule, key }: Finding): string {
  return `${rule} ${key}`;
}

export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
