/** Every section of the template with its state, the missing ones too. */
import { type Binding, type BoundSection, type Match, type SectionStatus, statusOf } from '../binding.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SectionSpec } from '../template.ts';
import type { Span } from '../text/span.ts';

export interface OutlineItem {
  readonly spec: SectionSpec;
  readonly status: SectionStatus;
  /** The whole section, and its heading; undefined where it is missing. */
  readonly span: Span | undefined;
  readonly nameSpan: Span | undefined;
  /** A later section of the template has been written. */
  readonly passedBy: boolean;
  readonly children: readonly OutlineItem[];
}

/** In the template's order. A section that may be written several times has an item for each time it is. */
export function outline({ binding }: RuleContext): readonly OutlineItem[] {
  return itemsOf(binding);
}

function itemsOf({ bound }: Binding): readonly OutlineItem[] {
  return bound.flatMap((each) => {
    const { spec, matches } = each;
    const [first] = matches;
    if (first === undefined) return [missingItem(spec, each.passedBy)];
    return spec.repeatable
      ? matches.map((match) => itemOf(each, match, match.status))
      : [itemOf(each, first, statusOf(each))];
  });
}

function itemOf({ spec, passedBy }: BoundSection, { section, inner }: Match, status: SectionStatus): OutlineItem {
  return { spec, status, span: section.span, nameSpan: section.heading, passedBy, children: itemsOf(inner) };
}

/** What would stand under a missing section is missing with it. */
function missingItem(spec: SectionSpec, passedBy: boolean): OutlineItem {
  const children = spec.children.map((child) => missingItem(child, passedBy));
  return { spec, status: 'missing', span: undefined, nameSpan: undefined, passedBy, children };
}
