/** Which section answers to which, carried over to the next version of a text: it goes by the headings alone. */
import { keptOfHeadings, type Section, type SpecDocument } from './document.ts';
import { match } from './matching.ts';
import type { Found, Level } from './matching-titles.ts';
import type { Steps } from './steps.ts';
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
  if (known?.template === template) return carriedOver(known.ways(), document, tops);
  const found = yield* match(document, template.sections, tops, yield* excluded());
  kept?.set(lastMatched, { template, ways: waysLater(document, found) });
  return found;
}

/** What is kept of the template that a document was last laid under. */
const lastMatched = {};

interface LastMatched {
  readonly template: SpecTemplate;
  ways(): Ways;
}

/** Most documents are read once: the ways are looked for when another version comes. Until then this one is kept. */
function waysLater(document: SpecDocument, found: Matched): () => Ways {
  let first: (() => Ways) | undefined = () => waysTo(document, found);
  let ways: Ways | undefined;
  return () => {
    ways ??= first?.();
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

function waysTo({ root }: SpecDocument, { level, claimed }: Matched): Ways {
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
  const slotsOf = ({ slots }: Level): readonly WaySlot[] =>
    slots.map(({ spec, found }) => ({ spec, found: found.map(foundOf) }));
  const foundOf = ({ section, by, opening, inner }: Found): WayFound => {
    const way = wayTo(section);
    return { way, by, opening: moved(opening, -section.heading.start), slots: slotsOf(inner) };
  };
  return { slots: slotsOf(level), claimed: Array.from(claimed, wayTo) };
}

/** The last of them that begins at an offset or before it. */
function lastUpTo(sections: readonly Section[], offset: number): number {
  return lastWhere(sections.length, (at) => (sections[at] as Section).heading.start <= offset);
}

function carriedOver({ slots, claimed }: Ways, { root }: SpecDocument, tops: readonly Section[]): Matched {
  const slotsOf = (each: readonly WaySlot[]) => each.map(({ spec, found }) => ({ spec, found: found.map(foundBy) }));
  const foundBy = ({ way, by, opening, slots: inner }: WayFound): Found => {
    const section = sectionAt(root, way);
    return { section, by, opening: moved(opening, section.heading.start), inner: new LevelIn(section, slotsOf(inner)) };
  };
  return {
    level: { slots: slotsOf(slots), siblings: tops },
    claimed: new Set(claimed.map((way) => sectionAt(root, way))),
  };
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
