/** Where a section of the template would go in a document, among those that are there, and how deep. */
import type { Section, SpecDocument } from './document.ts';
import type { Slot } from './matching-titles.ts';
import { isPause, type Steps } from './steps.ts';
import type { SectionSpec } from './template.ts';
import { lastWhere } from './text/search.ts';
import type { Span } from './text/span.ts';

export interface Place {
  /** The heading it would follow: where to say that it is missing. */
  readonly after: Span;
  /** Where it would go if it were written now. */
  readonly insertAt: number;
}

/** The section that it stands in, and what that answers to. */
export interface Parent {
  readonly spec: SectionSpec;
  readonly section: Section;
}

/** After the sibling before it; else before the next one; else at the end of its parent. */
export function placeOf(
  document: SpecDocument,
  before: Section | undefined,
  next: Section | undefined,
  parent: Parent | undefined,
): Place {
  if (before !== undefined) return { after: before.heading, insertAt: before.span.end };
  const { root, lines } = document;
  const after = parent?.section.heading ?? root.children[0]?.heading ?? firstLine(document);
  if (next !== undefined) return { after, insertAt: next.span.start };
  return { after, insertAt: parent?.section.span.end ?? lines.length };
}

/** Of a document without headings: its first line with words. */
function firstLine({ lines, frontMatter }: SpecDocument): Span {
  let line = frontMatter === undefined ? 0 : lines.lineAt(frontMatter.end) + 1;
  while (line < lines.count - 1 && lines.isBlank(line)) line++;
  return { start: lines.startOf(line), end: lines.endOf(line) };
}

/** Those found that stand among their siblings, and not elsewhere. Stops behind some hundreds. */
export function* amongThem(slots: readonly Slot[], siblings: readonly Section[]): Steps<ReadonlySet<Section>> {
  const among = new Set<Section>();
  for (const { found } of slots) {
    for (const [at, { section }] of found.entries()) {
      if (isPause(at)) yield;
      if (siblings[firstFrom(siblings, section.span.start)] === section) among.add(section);
    }
  }
  return among;
}

/** The first of them, in document order, that begins at an offset or behind it. */
function firstFrom(siblings: readonly Section[], offset: number): number {
  return lastWhere(siblings.length, (at) => (siblings[at] as Section).span.start < offset) + 1;
}

export function isAmong({ found }: Slot, siblings: ReadonlySet<Section>): boolean {
  return found.some(({ section }) => siblings.has(section));
}

export function lastOf({ found }: Slot, siblings: ReadonlySet<Section>): Section | undefined {
  return found.findLast(({ section }) => siblings.has(section))?.section;
}

export function firstOf({ found }: Slot, siblings: ReadonlySet<Section>): Section | undefined {
  return found.find(({ section }) => siblings.has(section))?.section;
}

export function levelIn({ level }: SectionSpec, parent: Parent | undefined): number {
  if (parent === undefined) return level;
  return Math.min(6, Math.max(parent.section.level + 1, level - parent.spec.level + parent.section.level));
}

/** By how much all that is there is deeper than asked, where that is the same for all of it: what is missing goes along. */
export function shiftOf(slots: readonly Slot[], siblings: ReadonlySet<Section>, parent: Parent | undefined): number {
  const shifts = new Set<number>();
  for (const { spec, found } of slots) {
    for (const { section } of found) if (siblings.has(section)) shifts.add(section.level - levelIn(spec, parent));
  }
  const [shift = 0] = shifts;
  return shifts.size === 1 ? shift : 0;
}

/** By how much most sections are deeper than asked; of as many the first. */
export function usualShift(slots: readonly Slot[]): number {
  const shifts = slots.flatMap(({ spec, found }) => found.map(({ section }) => section.level - spec.level));
  const counts = new Map<number, number>();
  for (const shift of shifts) counts.set(shift, (counts.get(shift) ?? 0) + 1);
  return Array.from(counts).reduce((most, each) => (most[1] < each[1] ? each : most), [0, 0])[0];
}

/** The level nearest to the one wanted at which a section neither falls into one of the template's before it nor takes in the one behind. */
export function levelAt(
  offset: number,
  siblings: readonly Section[],
  claimed: ReadonlySet<Section>,
  wanted: number,
): number {
  const at = firstFrom(siblings, offset);
  const [above, next] = [siblings[at - 1], siblings[at]];
  const before = above?.span.end === offset && claimed.has(above) ? above.level : 6;
  const behind = next?.span.start === offset ? next.level : 1;
  return Math.min(before, Math.max(behind, wanted));
}
