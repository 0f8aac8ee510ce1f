/** What a check leaves for the reports: each document with its template and what was found. */
import type { Finding, LineIndex, Progress, Severity, SpecTemplate } from '../../core/index.ts';

export interface CheckedDocument {
  /** As it was named, or relative to the current folder; forward slashes. */
  readonly file: string;
  /** Undefined where the document is no spec. */
  readonly template: NamedTemplate | undefined;
  readonly lines: LineIndex;
  /** In document order. */
  readonly findings: readonly Finding[];
  /** Undefined where nothing was counted: no spec, or too large. */
  readonly progress: Progress | undefined;
}

export interface NamedTemplate {
  readonly template: SpecTemplate;
  /** Its file as shown; undefined for the built-in one. */
  readonly file: string | undefined;
}

/** What is said once, behind the last document. */
export interface Summary {
  readonly documents: number;
  readonly specs: number;
  readonly counts: ReadonlyMap<Severity, number>;
}

/** Findings as one kind of reader wants them. Both answer with text for standard output, which may be empty. */
export interface ReportFormat {
  document(checked: CheckedDocument): string;
  end(summary: Summary): string;
}

export function summaryOf(checked: readonly CheckedDocument[]): Summary {
  const counts = new Map<Severity, number>();
  for (const { severity } of checked.flatMap(({ findings }) => findings)) {
    counts.set(severity, (counts.get(severity) ?? 0) + 1);
  }
  return { documents: checked.length, specs: checked.filter(({ template }) => template !== undefined).length, counts };
}

export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
