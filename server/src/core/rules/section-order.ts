/** A section out of the template's order. */
import { longestRise } from '../align.ts';
import { bareHeadings, mostHeadings } from '../bare-headings.ts';
import { type Binding, type BoundSection, contextOf, type Laid } from '../binding.ts';
import { parseDocument, type Section, type SpecDocument } from '../document.ts';
import { inOrder, movedTo } from '../reorder.ts';
import { areMany } from '../steps.ts';
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
    for (const misplaced of misplacedIn(binding)) {
      if (misplaced === undefined) {
        yield undefined;
        continue;
      }
      const { place } = misplaced;
      const { spec, passedBy } = place.bound;
      const message = `Section “${spec.name}” is out of order: the template has it ${placeIn(misplaced)}`;
      yield { span: place.section.heading, message, key: spec.path, spec, passedBy, data: misplaced };
    }
  },

  *fixes({ data: misplaced }, context) {
    const { document } = context;
    const { name } = misplaced.place.bound.spec;
    const isPutRight = mayAnswerAnew(context, misplaced) ? tried(context, misplaced) : () => true;
    const others = { preview: true, safe: false };
    if (isPutRight(move))
      yield { name: 'move', title: `Move “${name}” to its place`, edits: move(document, misplaced), ...others };
    if (isPutRight(sort)) {
      const title = 'Put all sections in the template’s order';
      yield { name: 'sort', title, edits: sort(document, misplaced), ...others };
    }
  },
});

/** Behind what is in order; before it where what the template has first is not there. */
function placeIn({ place, placed, rise }: Misplaced): string {
  const standing = placed.filter((_, at) => rise.has(at));
  const before = standing.findLast(({ index }) => index < place.index);
  if (before !== undefined) return `after “${before.bound.spec.name}”`;
  const [next] = standing;
  return place.index === 0 || next === undefined ? 'first' : `before “${next.bound.spec.name}”`;
}

type Reorder = (document: SpecDocument, misplaced: Misplaced) => readonly Edit[];

const move: Reorder = (document, { placed, rise, place }) =>
  movedTo(document, place.section, targetOf(placed, rise, place));

const sort: Reorder = (document, { placed }) => {
  const sorted = placed.toSorted((a, b) => a.index - b.index);
  const sectionsOf = (all: readonly Placed[]) => all.map(({ section }) => section);
  return inOrder(document, sectionsOf(placed), sectionsOf(sorted));
};

interface Misplaced {
  readonly place: Placed;
  /** All of its level. */
  readonly placed: readonly Placed[];
  /** Those that are in order, by where they are among all. */
  readonly rise: ReadonlySet<number>;
}

/**
 * Of several that answer to one section it is enough that one is in order. Of a level where very many do, undefined before
 * each part of the work: it may stop there.
 */
function* misplacedIn(binding: Binding): Iterable<Misplaced | undefined> {
  for (const level of allLevels(binding)) {
    const placed = placedIn(level);
    const inSteps = areMany(placed.length);
    if (inSteps) yield undefined;
    const rise = longestRise(placed.map(({ index }) => index));
    if (inSteps) yield undefined;
    const told = new Set(placed.filter((_, at) => rise.has(at)).map(({ index }) => index));
    for (const place of placed) {
      if (!told.has(place.index)) yield { place, placed, rise };
      told.add(place.index);
    }
  }
}

/** Of two headings that mean one of the template's, their order may tell which of them is its. */
function mayAnswerAnew({ binding: { unknown }, template }: RuleContext, { placed }: Misplaced): boolean {
  const alike = placed.filter(({ bound }) => bound.matches.some(({ by }) => by === 'likeness'));
  if (alike.length === 0) return false;
  return (
    // Bold lines that answer to nothing are words.
    template.kind === 'bold-lines' ||
    mostHeadings < unknown.length ||
    alike.some(({ bound: { spec } }) => unknown.some(({ title }) => 0 < likeness(spec.title, title)))
  );
}

/** Tells whether a section is in order then, from the headings alone: a text may be very long. Of too many it is not told. */
function tried({ document, template }: RuleContext, { place }: Misplaced): (reorder: Reorder) => boolean {
  const bare = bareHeadings(document, template);
  if (bare === undefined) return () => false;
  const misplacedAs = (laid: Laid) =>
    Array.from(misplacedIn(laid.binding)).find((each) => each?.place.bound.spec === place.bound.spec);
  const before = contextOf(template, bare);
  const found = misplacedAs(before);
  return (reorder) => {
    if (found === undefined) return false;
    const text = applyEdits(bare.text, reorder(before.document, found));
    return misplacedAs(contextOf(template, parseDocument(text))) === undefined;
  };
}

/** A section at its place in the document, and its place in the template. */
interface Placed {
  readonly section: Section;
  readonly bound: BoundSection;
  readonly index: number;
}

function* allLevels(binding: Binding): Iterable<Binding> {
  yield binding;
  for (const { spec, matches } of binding.all) {
    if (spec.children.length === 0) continue;
    for (const { inner } of matches) yield inner;
  }
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
