/** The template laid over a document: who answers to whom, what is missing, where it would go. */
import type { Section, SpecDocument } from './document.ts';
import type { SectionSpec, SpecTemplate } from './template.ts';
import type { Span } from './text/span.ts';

export type SectionStatus = 'done' | 'empty' | 'unfinished' | 'guidance' | 'not-applicable' | 'missing' | 'overlong';

/** Worked out once, read by every rule and feature. */
export interface Binding {
  /** One a template section, in its order. */
  readonly bound: readonly BoundSection[];
  /** Sections that answer to nothing. */
  readonly unknown: readonly Section[];
}

export interface BoundSection {
  readonly spec: SectionSpec;
  /** In document order: none means missing. */
  readonly matches: readonly Match[];
  /** The heading it would follow: where to say that it is missing. */
  readonly after: Span;
  /** Where it would go if it were written now. */
  readonly insertAt: number;
  /** A later section of the template has been written. */
  readonly passedBy: boolean;
}

export interface Match {
  readonly section: Section;
  /** A likeness counts as found, and is reported as misnamed. */
  readonly by: 'title' | 'alias' | 'likeness';
  /** Words of the answer that stand in the heading, behind the template's title and a colon: empty for most. */
  readonly opening: Span;
  readonly status: Exclude<SectionStatus, 'missing'>;
  /** The template's subsections, laid over this section's. */
  readonly inner: Binding;
}

export function bind(template: SpecTemplate, document: SpecDocument): Binding {
  throw new Error(`not yet ${template} ${document}`);
}

/** At every depth, in the template's order; subsections of a missing section are left out. */
export function* allBound({ bound }: Binding): Iterable<BoundSection> {
  for (const each of bound) {
    yield each;
    for (const { inner } of each.matches) yield* allBound(inner);
  }
}

/** The one status of a template's section: its first match's, or missing. */
export function statusOf({ matches }: BoundSection): SectionStatus {
  return matches[0]?.status ?? 'missing';
}
