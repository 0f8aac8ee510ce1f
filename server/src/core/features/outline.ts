/** Every section of the template with its state, the missing ones too. */
import type { SectionStatus } from '../binding.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SectionSpec } from '../template.ts';
import type { Span } from '../text/span.ts';

export interface OutlineItem {
  readonly spec: SectionSpec;
  readonly status: SectionStatus;
  /** The whole section, and its heading; undefined where it is missing. */
  readonly span: Span | undefined;
  readonly nameSpan: Span | undefined;
  readonly children: readonly OutlineItem[];
}

export function outline(context: RuleContext): readonly OutlineItem[] {
  throw new Error(`not yet ${context}`);
}
