/** Which section answers to which, carried over to the next version of a text: it goes by the headings alone. */
import { keptOfHeadings, type Section, type SpecDocument } from './document.ts';
import { match } from './matching.ts';
import type { Found, Level, Slot } from './matching-titles.ts';
import { isPause, type Steps } from './steps.ts';
import type { SectionSpec, SpecTemplate } from './template.ts';
import { lastWhere } from './text/search.ts';

export interface Matched {
  readonly level: Level;
  readonly claimed: ReadonlySet<Section>;
}

/** What `match` says of the template's sections and `tops`. It is asked anew when a heading changed, and stops where it does. */
export function* matched(
  template: SpecTemplate,
  document: SpecDocument,
  tops: readonly Section[],
  excluded: () => Steps<ReadonlySet<Section>>,
): Steps<Matched> {
  const kept = keptOfHeadings(document) as Map<object, LastMatched> | undefined;
  const known = kept?.get(lastMatched);
  if (known?.template === template) return yield* carriedOver(yield* known.ways(), document, tops);
  const found = yield* match(document, template.sections, tops, yield* excluded());
  kept?.set(lastMatched, { template, ways: waysLater(document, found) });
  return found;
}

/** What is kept of the template that a document was last laid under. */
const lastMatched = {};

interface LastMatched {
  readonly template: SpecTemplate;
  ways(): Steps<Ways>;
}

/** Most documents are read once: the ways are looked for when another version comes. Until then this one is kept. */
function waysLater(document: SpecDocument, found: Matched): () => Steps<Ways> {
  let first: (() => Steps<Ways>) | undefined = () => waysTo(document, found);
  let ways: Ways | undefined;
  return function* () {
    if (first !== undefined) ways = yield* first();
    first = undefined;
    return ways as Ways;
  };
}

/** What was matched, without a section in it. */
interface Ways {
  readonly slots: readonly WaySlot[];
  readonly claimed: readonly Way[];
}

/** From the root to a section: which child, and which child of that. */
type Way = readonly number[];

interface WaySlot {
  readonly spec: SectionSpec;
  readonly found: readonly WayFound[];
}

interface WayFound extends Pick<Found, 'by' | 'opening'> {
  readonly way: Way;
  readonly slots: readonly WaySlot[];
}

/** Stops behind some hundreds of sections. */
function* waysTo({ root }: SpecDocument, { level, claimed }: Matched): Steps<Ways> {
  const wayTo = ({ heading: { start } }: Section): Way => {
    const way: number[] = [];
    let { children } = root;
    for (;;) {
      const at = lastUpTo(children, start);
      const child = children[at];
      if (child === undefined) return way;
      way.push(at);
      if (child.heading.start === start) return way;
      children = child.children;
    }
  };
  const slotsOf = function* ({ slots }: Level): Steps<readonly WaySlot[]> {
    const all: WaySlot[] = [];
    for (const { spec, found } of slots) all.push({ spec, found: yield* each(found, foundOf) });
    return all;
  };
  const foundOf = function* ({ section, by, opening, inner }: Found): Steps<WayFound> {
    const way = wayTo(section);
    return { way, by, opening: moved(opening, -section.heading.start), slots: yield* slotsOf(inner) };
  };
  const claimedBy: Way[] = [];
  for (const section of claimed) {
    if (isPause(claimedBy.length)) yield;
    claimedBy.push(wayTo(section));
  }
  return { slots: yield* slotsOf(level), claimed: claimedBy };
}

/** The last of them that begins at an offset or before it. */
function lastUpTo(sections: readonly Section[], offset: number): number {
  return lastWhere(sections.length, (at) => (sections[at] as Section).heading.start <= offset);
}

function* carriedOver({ slots, claimed }: Ways, { root }: SpecDocument, tops: readonly Section[]): Steps<Matched> {
  const slotsOf = function* (all: readonly WaySlot[]): Steps<Level['slots']> {
    const slots: Slot[] = [];
    for (const { spec, found } of all) slots.push({ spec, found: yield* each(found, foundBy) });
    return slots;
  };
  const foundBy = function* ({ way, by, opening, slots: inner }: WayFound): Steps<Found> {
    const section = sectionAt(root, way);
    const level = new LevelIn(section, yield* slotsOf(inner));
    return { section, by, opening: moved(opening, section.heading.start), inner: level };
  };
  const level = { slots: yield* slotsOf(slots), siblings: tops };
  const claimedBy = new Set<Section>();
  for (const way of claimed) {
    if (isPause(claimedBy.size)) yield;
    claimedBy.add(sectionAt(root, way));
  }
  return { level, claimed: claimedBy };
}

/** Stops behind some hundreds of them. */
function* each<From, To>(all: readonly From[], made: (from: From) => Steps<To>): Steps<To[]> {
  const list: To[] = [];
  for (const from of all) {
    if (isPause(list.length)) yield;
    list.push(yield* made(from));
  }
  return list;
}

/** What stands in a section is looked for when somebody asks. */
class LevelIn implements Level {
  readonly slots: Level['slots'];
  readonly #section: Section;

  constructor(section: Section, slots: Level['slots']) {
    this.slots = slots;
    this.#section = section;
  }

  get siblings(): readonly Section[] {
    return this.#section.children;
  }
}

function sectionAt(root: Section, way: Way): Section {
  return way.reduce((section, at) => section.children[at] ?? section, root);
}

/** A span of no length is none, wherever it is. */
function moved({ start, end }: Found['opening'], by: number): Found['opening'] {
  return start === end ? { start, end } : { start: start + by, end: end + by };
}
