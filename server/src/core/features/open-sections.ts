/** The sections not answered yet, and what to select in each. */
import type { RuleContext } from '../rules/rule.ts';
import type { SectionSpec } from '../template.ts';
import type { Span } from '../text/span.ts';

export interface OpenSection {
  readonly spec: SectionSpec;
  /** The guidance to type over, or the empty place under the heading; for a missing section, the heading it would follow. */
  readonly selection: Span;
  readonly missing: boolean;
}

/** In document order. */
export function openSections(context: RuleContext): readonly OpenSection[] {
  throw new Error(`not yet ${context}`);
}

/** The one after or before `offset`, around the document's end. */
export function openSection(context: RuleContext, offset: number, direction: 'next' | 'previous'): OpenSection | undefined {
  throw new Error(`not yet ${context} ${offset} ${direction}`);
}
