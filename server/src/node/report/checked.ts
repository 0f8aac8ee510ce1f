/** What a check leaves for the reports: each document with its template and what was found. Plain data, which another thread may have made. */
import { type Position, type Progress, type SectionChange, type Severity, severities } from '../../core/index.ts';

export interface CheckedDocument {
  /** As it was named, or relative to the current folder; forward slashes. */
  readonly file: string;
  /** Absolute; undefined for a text without a file. */
  readonly path: string | undefined;
  /** Undefined where the document is no spec. */
  readonly template: TemplateName | undefined;
  /** In document order. */
  readonly findings: readonly PlacedFinding[];
  /** Undefined where nothing was counted: no spec, or too large. */
  readonly progress: Progress | undefined;
  /** What was counted at the revision it is compared with; undefined where it is compared with none, or is new. */
  readonly before?: Progress | undefined;
  /** What became of its sections since then. */
  readonly changes?: readonly SectionChange[];
}

export interface TemplateName {
  /** As shown; undefined for a built-in one. */
  readonly file: string | undefined;
  /** A built-in one's name: `builtin:tech-spec`. */
  readonly builtin?: string;
}

/** Keeps no document in memory. */
export interface PlacedFinding extends Placed {
  readonly rule: string;
  readonly severity: Severity;
  readonly key: string;
  /** The template's section concerned, without its final colon. */
  readonly section: string | undefined;
  /** The template's line that asks for it, zero-based. */
  readonly asked: number | undefined;
  readonly related: readonly Placed[];
  /** The best one first; undefined where nobody asked for them. */
  readonly fixes?: readonly PlacedFix[];
}

export interface PlacedFix {
  /** An imperative: Insert section “Goals”. */
  readonly title: string;
  /** May be applied unseen. */
  readonly safe: boolean;
  /** In document order; they do not overlap. */
  readonly edits: readonly PlacedEdit[];
}

export interface PlacedEdit {
  readonly start: Position;
  readonly end: Position;
  readonly newText: string;
}

export interface Placed {
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
}

/** What is said once, behind the last document. */
export interface Summary {
  readonly documents: number;
  readonly specs: number;
  readonly counts: Counts;
  /** Loudest first, then by number. */
  readonly rules: readonly RuleCounts[];
  /** The revision that documents are compared with, if any. */
  readonly since: string | undefined;
  /** The configuration that says which documents are specs, as it is shown. */
  readonly configuration?: string | undefined;
  /** Something could not be read or understood: there may be more to find. */
  readonly hasTrouble?: boolean;
}

export type Counts = ReadonlyMap<Severity, number>;

export interface RuleCounts {
  readonly rule: string;
  readonly counts: Counts;
}

/** Findings as one kind of reader wants them. Both answer with text for standard output, which may be empty. */
export interface ReportFormat {
  document(checked: CheckedDocument): string;
  end(summary: Summary): string;
}

/** Counts documents as they come, so that none of them has to be kept. */
export interface Tally {
  add(checked: CheckedDocument): void;
  summary(since: string | undefined, configuration: string | undefined): Summary;
}

export function newTally(): Tally {
  const counts = new Map<Severity, number>();
  const rules = new Map<string, Map<Severity, number>>();
  let documents = 0;
  let specs = 0;
  return {
    add({ template, findings }) {
      documents++;
      if (template !== undefined) specs++;
      for (const { rule, severity } of findings) {
        const ofRule = rules.get(rule) ?? new Map<Severity, number>();
        rules.set(rule, ofRule);
        for (const each of [counts, ofRule]) each.set(severity, (each.get(severity) ?? 0) + 1);
      }
    },
    summary: (since, configuration) => ({
      documents,
      specs,
      counts,
      rules: Array.from(rules, ([rule, ofRule]) => ({ rule, counts: ofRule })).sort(byLoudness),
      since,
      configuration,
    }),
  };
}

function byLoudness(one: RuleCounts, other: RuleCounts): number {
  for (const severity of severities) {
    const more = (other.counts.get(severity) ?? 0) - (one.counts.get(severity) ?? 0);
    if (more !== 0) return more;
  }
  return one.rule < other.rule ? -1 : 1;
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** “2 errors”, “1 for information”. */
export function countOf(severity: Severity, count: number): string {
  return severity === 'information' ? `${count} for information` : plural(count, severity);
}

/** Words of documents and names of files may hold what a terminal would obey. */
export function printable(words: string): string {
  return obeyed.test(words) ? words.replaceAll(allObeyed, '\ufffd') : words;
}

/** The same of a text of several lines. */
export function printableLines(text: string): string {
  return text.replaceAll(obeyedInLines, '\ufffd');
}

const obeyed = /[\u0000-\u001f\u007f-\u009f]/;
const allObeyed = new RegExp(obeyed, 'g');
const obeyedInLines = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
