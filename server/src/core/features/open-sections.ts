/** The sections not answered yet, and what to select in each. */
import type { BoundSection, Match } from '../binding.ts';
import type { SpecDocument } from '../document.ts';
import { answerSpan, bodySpan, emptyPlace, withoutBlanks } from '../place.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SectionSpec } from '../template.ts';
import type { Span } from '../text/span.ts';
import { isAnswered } from './progress.ts';

export interface OpenSection {
  readonly spec: SectionSpec;
  /**
   * What to type over: the guidance, “TBD”, a dash; or the empty place under the heading, or behind an answer that is
   * too long; for a missing section, the heading it would follow.
   */
  readonly selection: Span;
  readonly missing: boolean;
}

/** In document order: what keeps the progress from being full, and optional sections that were begun. */
export function openSections({ document, binding }: RuleContext): readonly OpenSection[] {
  const open = binding.all.flatMap((bound) => openIn(document, bound));
  return open.sort((a, b) => a.selection.start - b.selection.start || a.selection.end - b.selection.end);
}

/** The one after or before `offset`, around the document's end; undefined where none is open. */
export function openSection(
  context: RuleContext,
  offset: number,
  direction: 'next' | 'previous',
): OpenSection | undefined {
  const open = openSections(context);
  if (direction === 'next') return open.find(({ selection }) => offset < selection.start) ?? open[0];
  return open.findLast(({ selection }) => selection.end < offset) ?? open.at(-1);
}

function openIn(document: SpecDocument, bound: BoundSection): readonly OpenSection[] {
  const { spec, matches, after } = bound;
  const [first] = matches;
  if (first === undefined) return spec.required ? [{ spec, selection: after, missing: true }] : [];
  if (!spec.repeatable && isAnswered(bound)) return [];
  const open = spec.repeatable ? matches.filter((match) => !isAnswered({ matches: [match] })) : [first];
  return open.map((match) => ({ spec, selection: selectionIn(document, match), missing: false }));
}

function selectionIn(document: SpecDocument, { section, status, opening }: Match): Span {
  const answer = answerSpan(document, section);
  switch (status) {
    case 'empty':
      return answer ?? emptyPlace(document, section);
    case 'overlong': {
      const end = answer?.end ?? opening.end;
      return { start: end, end };
    }
    default:
      return (
        answer ??
        (opening.start < opening.end ? withoutBlanks(document.text, opening) : undefined) ??
        bodySpan(document, section) ??
        emptyPlace(document, section)
      );
  }
}
