/** What the outline's tree holds: sections, and what they list themselves. */
import type { Outline, OutlineEntry, OutlineSection, Range } from '../../server/src/lsp/protocol.ts';

/** Trees are told apart by ids, so that a section stays the same one while its lines move. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** Undefined for what a section lists. */
  readonly section: OutlineSection | undefined;
  /** Its heading, or the lines that list it; null where it is missing. */
  readonly place: Range | null;
  readonly parent: string | undefined;
  readonly children: readonly string[];
}

export type Entries = ReadonlyMap<string, Entry>;

/** In the order of the outline, parents first. Of those that are open only, with what is around them. */
export function entriesOf(outline: Outline | undefined, onlyOpen: boolean): Entries {
  const entries = new Map<string, Entry>();
  const add = (entry: Omit<Entry, 'id' | 'children'>, path: string, addChildren: (id: string) => string[]): string => {
    const id = freeId(entries, path);
    entries.set(id, { ...entry, id, children: [] });
    entries.set(id, { ...entry, id, children: addChildren(id) });
    return id;
  };
  const addSection = (section: OutlineSection, parent: string | undefined): string => {
    const { name, heading, path } = section;
    return add({ name, section, place: heading, parent }, path, (id) => [
      ...shown(section.children, onlyOpen).map((child) => addSection(child, id)),
      ...section.entries.map((entry) => addListed(entry, id)),
    ]);
  };
  const addListed = ({ name, range, children }: OutlineEntry, parent: string): string => {
    const listed = { name, section: undefined, place: range, parent };
    return add(listed, `${parent}/${name}`, (id) => children.map((child) => addListed(child, id)));
  };
  for (const section of shown(outline?.sections ?? [], onlyOpen)) addSection(section, undefined);
  return entries;
}

/** The innermost section with this line, zero-based. */
export function sectionAt(entries: Entries, line: number): string | undefined {
  const around = (isIn: (range: Range) => boolean) =>
    Array.from(entries.values()).findLast(({ section }) => section?.range && isIn(section.range))?.id;
  // A section ends where the next one begins, which is a line of that one; only the last one ends with the text.
  const isWithin = ({ start, end }: Range) =>
    start.line <= line && (line < end.line || (line === end.line && 0 < end.character));
  return around(isWithin) ?? around(({ start, end }) => start.line <= line && line <= end.line);
}

/** All that is drawn, and no lines: while they move the tree stays as it is. */
export function pictureOf(entries: Entries): string {
  const drawn = Array.from(entries.values(), ({ id, name, section }) => {
    if (section === undefined) return [id, name];
    const { status, required, toCome, takesNotApplicable, guidance, limit } = section;
    return [id, name, status, required, toCome, takesNotApplicable, guidance, limit];
  });
  return JSON.stringify(drawn);
}

function shown(sections: readonly OutlineSection[], onlyOpen: boolean): readonly OutlineSection[] {
  return onlyOpen ? sections.filter(hasOpen) : sections;
}

function hasOpen({ isOpen, children }: OutlineSection): boolean {
  return isOpen || children.some(hasOpen);
}

/** What may be repeated is there several times, under one path. */
function freeId(entries: Entries, path: string): string {
  let id = path;
  for (let number = 2; entries.has(id); number += 1) id = `${path} (${number})`;
  return id;
}
