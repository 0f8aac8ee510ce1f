/** A section out of the template's order. */
import { longestRise } from '../align.ts';
import { type Binding, type BoundSection, contextOf } from '../binding.ts';
import { parseDocument, type Section } from '../document.ts';
import { inOrder, movedTo } from '../reorder.ts';
import { applyEdits, type Edit } from '../text/span.ts';
import { likeness } from '../text/titles.ts';
import { defineRule, type RuleContext } from './rule.ts';

export const sectionOrder = defineRule({
  id: 'section-order',
  severity: 'warning',
  docs: {
    summary: 'A section stands in another order, or under another heading, than in the template.',
    why: 'Who reads many of these documents looks for a section where it always is. Other sections may stand anywhere between.',
    examples: [
      {
        template: '## Goals\n\nSay why.\n\n## Design\n\nSay how.\n\n## Risks\n\nSay what could go wrong.\n',
        before: '## Goals\n\nFewer lost drafts.\n\n## Risks\n\nNone.\n\n## Design\n\nSave every second.\n',
        after: '## Goals\n\nFewer lost drafts.\n\n## Design\n\nSave every second.\n\n## Risks\n\nNone.\n',
      },
    ],
  },

  *check({ binding }) {
    for (const level of allLevels(binding)) {
      const placed = placedIn(level);
      for (const { place, rise } of outOfOrder(placed)) {
        const { spec, passedBy } = place.bound;
        const before = placed.findLast(({ index }, other) => rise.has(other) && index < place.index);
        const message = `Section “${spec.name}” is out of order: the template has it ${before === undefined ? 'first' : `after “${before.bound.spec.name}”`}`;
        const data = { place, placed, target: targetOf(placed, rise, place) };
        yield { span: place.section.heading, message, key: spec.path, spec, passedBy, data };
      }
    }
  },

  *fixes({ data: { place, placed, target } }, context) {
    const { document } = context;
    const { name } = place.bound.spec;
    const sorted = placed.toSorted((a, b) => a.index - b.index).map(({ section }) => section);
    const isPutRight = (edits: readonly Edit[]) => !mayAnswerAnew(context, placed) || !isLeft(context, place, edits);
    const move = movedTo(document, place.section, target);
    if (isPutRight(move))
      yield { name: 'move', title: `Move “${name}” to its place`, edits: move, preview: true, safe: false };
    const sections = placed.map(({ section }) => section);
    const sort = inOrder(document, sections, sorted);
    if (isPutRight(sort))
      yield {
        name: 'sort',
        title: 'Put all sections in the template’s order',
        edits: sort,
        preview: true,
        safe: false,
      };
  },
});

/** Of several that answer to one section it is enough that one is in order. `rise`: those that are, by where they are among all. */
function* outOfOrder(
  placed: readonly Placed[],
): Iterable<{ readonly place: Placed; readonly rise: ReadonlySet<number> }> {
  const rise = longestRise(placed.map(({ index }) => index));
  const told = new Set(placed.filter((_, at) => rise.has(at)).map(({ index }) => index));
  for (const place of placed) {
    if (!told.has(place.index)) yield { place, rise };
    told.add(place.index);
  }
}

/** Of two headings that mean one of the template's, their order may tell which of them is its. */
function mayAnswerAnew({ binding: { unknown } }: RuleContext, placed: readonly Placed[]): boolean {
  return placed.some(
    ({ bound: { spec, matches } }) =>
      matches.some(({ by }) => by === 'likeness') && unknown.some(({ title }) => 0 < likeness(spec.title, title)),
  );
}

function isLeft({ document, template }: RuleContext, { bound }: Placed, edits: readonly Edit[]): boolean {
  const { binding } = contextOf(template, parseDocument(applyEdits(document.text, edits)));
  const left = Array.from(allLevels(binding), (level) => Array.from(outOfOrder(placedIn(level)))).flat();
  return left.some(({ place }) => place.bound.spec === bound.spec);
}

/** A section at its place in the document, and its place in the template. */
interface Placed {
  readonly section: Section;
  readonly bound: BoundSection;
  readonly index: number;
}

function* allLevels(binding: Binding): Iterable<Binding> {
  yield binding;
  for (const { matches } of binding.all) for (const { inner } of matches) yield inner;
}

/** The matches in document order. A heading that answers to two sections counts once. */
function placedIn({ bound }: Binding): readonly Placed[] {
  const placed = new Map<Section, Placed>();
  for (const [index, each] of bound.entries()) {
    for (const { section } of each.matches) {
      if (!placed.has(section)) placed.set(section, { section, bound: each, index });
    }
  }
  const all = Array.from(placed.values()).sort((a, b) => a.section.span.start - b.section.span.start);
  // What stands inside another section of this level is at a wrong depth, which is a finding of its own.
  let end = 0;
  return all.filter(({ section: { span } }) => {
    const isOutside = end <= span.start;
    if (isOutside) end = span.end;
    return isOutside;
  });
}

/** Behind the section that it follows, else before the first that is in order. */
function targetOf(placed: readonly Placed[], rise: ReadonlySet<number>, { index }: Placed): number {
  const ordered = placed.filter((_, at) => rise.has(at));
  const before = ordered.findLast((other) => other.index < index);
  return before?.section.span.end ?? ordered[0]?.section.span.start ?? 0;
}
