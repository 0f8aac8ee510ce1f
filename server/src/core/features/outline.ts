/** Every section of the template with its state, the missing ones too. */
import { type Binding, type BoundSection, type Match, type SectionStatus, statusOf } from '../binding.ts';
import type { SpecDocument } from '../document.ts';
import type { RuleContext } from '../rules/rule.ts';
import { atOnce, type Steps } from '../steps.ts';
import type { SectionSpec } from '../template.ts';
import type { Span } from '../text/span.ts';
import { entriesOf, type OutlineEntry } from './entries.ts';
import { canBeNotApplicable } from './not-applicable.ts';
import { isAnswered } from './progress.ts';

export interface OutlineItem {
  readonly spec: SectionSpec;
  /** The template's for it; of one that may be repeated, the document's. */
  readonly name: string;
  readonly status: SectionStatus;
  /** The whole section, and its heading; undefined where it is missing. */
  readonly span: Span | undefined;
  readonly nameSpan: Span | undefined;
  /** A later section of the template has been written. */
  readonly passedBy: boolean;
  /** It is owed, or begun, and has no answer yet. */
  readonly isOpen: boolean;
  /** “N/A” could be its answer. */
  readonly takesNotApplicable: boolean;
  /** What it lists itself. */
  readonly entries: readonly OutlineEntry[];
  readonly children: readonly OutlineItem[];
}

/** In the template's order. A section that may be written several times has an item for each time it is, up to two thousand. */
export function outline(context: RuleContext): readonly OutlineItem[] {
  return atOnce(outlineInSteps(context));
}

/** The same, and stops behind each section, and each thing that one lists. */
export function outlineInSteps({ document, binding }: RuleContext): Steps<readonly OutlineItem[]> {
  return itemsOf(document, binding);
}

function* itemsOf(document: SpecDocument, { bound }: Binding): Steps<readonly OutlineItem[]> {
  const items: OutlineItem[] = [];
  for (const each of bound) {
    const { spec, matches } = each;
    if (matches.length === 0) items.push(missingItem(spec, each.passedBy));
    for (const match of spec.repeatable ? shownOf(matches) : matches.slice(0, 1)) {
      items.push(yield* itemOf(document, each, match, spec.repeatable ? match.status : statusOf(each)));
      yield;
    }
  }
  return items;
}

/** Of very many those that are open, and the first of the others. */
function shownOf(matches: readonly Match[]): readonly Match[] {
  if (matches.length <= mostItems) return matches;
  const open = matches.filter((match) => !isAnswered({ matches: [match] }));
  const kept = new Set(open.slice(0, mostItems));
  for (const match of matches) if (kept.size < mostItems) kept.add(match);
  return matches.filter((match) => kept.has(match));
}

/** Nobody goes through more. */
const mostItems = 2_000;

function* itemOf(document: SpecDocument, bound: BoundSection, match: Match, status: SectionStatus): Steps<OutlineItem> {
  const { spec, passedBy } = bound;
  const { section, inner } = match;
  // One that stands there twice is answered where one of them is: as in the progress.
  const isOpen = !isAnswered(spec.repeatable ? { matches: [match] } : bound);
  return {
    spec,
    name: spec.repeatable && section.title !== '' ? section.title : spec.name,
    status,
    span: section.span,
    nameSpan: section.heading,
    passedBy,
    isOpen,
    takesNotApplicable: isOpen && canBeNotApplicable(bound, status),
    entries: yield* entriesOf(document, bound, match),
    children: yield* itemsOf(document, inner),
  };
}

/** What would stand under a missing section is missing with it, and is owed where that is; “N/A” would be said above it. */
function missingItem(spec: SectionSpec, passedBy: boolean, around?: { readonly isOpen: boolean }): OutlineItem {
  const isOpen = spec.required && (around?.isOpen ?? true);
  return {
    spec,
    name: spec.name,
    status: 'missing',
    span: undefined,
    nameSpan: undefined,
    passedBy,
    isOpen,
    takesNotApplicable: around === undefined && canBeNotApplicable({ spec }, 'missing'),
    entries: [],
    children: spec.children.map((child) => missingItem(child, passedBy, { isOpen })),
  };
}
