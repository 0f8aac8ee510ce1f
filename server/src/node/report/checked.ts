/** What a check leaves for the reports: each document with its template and what was found. */
import type { Finding, LineIndex, Progress, Severity, SpecTemplate, Stage } from '../../core/index.ts';

export interface CheckedDocument {
  /** As it was named, or relative to the current folder; forward slashes. */
  readonly file: string;
  /** Absolute; undefined for a text without a file. */
  readonly path: string | undefined;
  /** Undefined where the document is no spec. */
  readonly template: NamedTemplate | undefined;
  readonly lines: LineIndex;
  /** In document order. */
  readonly findings: readonly Finding[];
  /** Undefined where nothing was counted: no spec, or too large. */
  readonly progress: Progress | undefined;
  /** What was counted at the revision it is compared with; undefined where it is compared with none, or is new. */
  readonly before?: Progress | undefined;
}

export interface NamedTemplate {
  readonly template: SpecTemplate;
  /** Its file as shown; undefined for a built-in one. */
  readonly file: string | undefined;
  /** A built-in one's name: `builtin:tech-spec`. */
  readonly builtin?: string;
  /** How loud rules are by the configuration. */
  readonly severities?: ReadonlyMap<string, Severity | 'off'>;
  /** What the document itself says, where the configuration says how it would. */
  readonly stage?: Stage;
  /** Documents added before that day (YYYY-MM-DD) are judged by the template of theirs. */
  readonly since?: string;
  /** Reads an earlier text of the template as this one was read, with the configuration's word on its sections. */
  readonly parse?: (text: string) => SpecTemplate;
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

export const severities = ['error', 'warning', 'information', 'hint'] as const;

export function summaryOf(
  checked: readonly CheckedDocument[],
  since: string | undefined,
  configuration: string | undefined,
): Summary {
  const counts = new Map<Severity, number>();
  const rules = new Map<string, Map<Severity, number>>();
  for (const { rule, severity } of checked.flatMap(({ findings }) => findings)) {
    const ofRule = rules.get(rule) ?? new Map<Severity, number>();
    rules.set(rule, ofRule);
    for (const each of [counts, ofRule]) each.set(severity, (each.get(severity) ?? 0) + 1);
  }
  return {
    documents: checked.length,
    specs: checked.filter(({ template }) => template !== undefined).length,
    counts,
    rules: Array.from(rules, ([rule, ofRule]) => ({ rule, counts: ofRule })).sort(byLoudness),
    since,
    configuration,
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
