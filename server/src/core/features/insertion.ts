/** The template's missing sections, put where they belong. */
import type { RuleContext } from '../rules/rule.ts';
import type { SectionSpec } from '../template.ts';
import type { Edit, Span } from '../text/span.ts';

export interface Insertion {
  readonly edits: readonly Edit[];
  /** In the text as edited; undefined where nothing was inserted. */
  readonly selection: Span | undefined;
}

/** The sections that `wanted` picks among the missing ones. Required and optional alike are asked about. */
export function insertion(
  context: RuleContext,
  wanted: (spec: SectionSpec) => boolean,
  body: 'guidance' | 'not-applicable',
): Insertion {
  throw new Error(`not yet ${context} ${wanted} ${body}`);
}
