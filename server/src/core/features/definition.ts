/** From a heading to the template's line that asks for it. */
import type { RuleContext } from '../rules/rule.ts';
import type { SectionSpec } from '../template.ts';
import type { Span } from '../text/span.ts';

export interface Definition {
  /** The heading in the document. */
  readonly from: Span;
  readonly spec: SectionSpec;
}

/** Of the heading at `offset`: one for each section of the template that it answers to, none elsewhere. Never throws. */
export function definitions({ binding }: RuleContext, offset: number): readonly Definition[] {
  const found: Definition[] = [];
  for (const { spec, matches } of binding.all) {
    for (const { section } of matches) {
      const { heading } = section;
      if (heading.start <= offset && offset <= heading.end) found.push({ from: heading, spec });
    }
  }
  return found;
}
