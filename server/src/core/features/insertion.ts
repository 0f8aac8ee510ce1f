/** The template's missing sections, put where they belong. */
import type { BoundSection } from '../binding.ts';
import type { RuleContext } from '../rules/rule.ts';
import { insertSections, sectionText } from '../section-text.ts';
import type { SectionSpec } from '../template.ts';
import type { Edit, Span } from '../text/span.ts';

export interface Insertion {
  /** In document order, one a place: sections that belong to the same place come in one edit, in the template's order. */
  readonly edits: readonly Edit[];
  /** In the text as edited, of the first section put in; undefined where nothing was inserted. */
  readonly selection: Span | undefined;
}

/** Picks sections. `around` are the missing ones that would have to come with it, from the outermost. */
export type Wanted = (spec: SectionSpec, around: readonly SectionSpec[]) => boolean;

/** What is required under an optional section is owed only where that is there. */
export const isOwed: Wanted = (spec, around) => [spec, ...around].every(({ required }) => required);

/**
 * The sections that `wanted` picks among the missing ones. Required and optional alike are asked about. A section brings
 * along the subsections that are required in it, and one that is wanted brings the missing sections around it.
 */
export function insertion(context: RuleContext, wanted: Wanted, body: 'guidance' | 'not-applicable'): Insertion {
  const { document } = context;
  const including = (spec: SectionSpec) => spec.required || isWanted(spec, wanted, []);
  const edits: Edit[] = [];
  let selection: Span | undefined;
  for (const [offset, bounds] of placesOf(context, wanted)) {
    const sections = bounds.map(({ spec, level }, index) =>
      sectionText(spec, { document, level, body, including, selected: selection === undefined && index === 0 }),
    );
    const inserted = insertSections(document, offset, sections);
    edits.push(inserted.edit);
    selection ??= inserted.selection;
  }
  return { edits, selection };
}

/** Whether anything would be inserted. */
export function isAnyMissing({ binding }: RuleContext, wanted: Wanted): boolean {
  return binding.all.some((bound) => isMissing(bound, wanted));
}

function isMissing({ matches, spec }: BoundSection, wanted: Wanted): boolean {
  return matches.length === 0 && isWanted(spec, wanted, []);
}

function isWanted(spec: SectionSpec, wanted: Wanted, around: readonly SectionSpec[]): boolean {
  return wanted(spec, around) || spec.children.some((child) => isWanted(child, wanted, [...around, spec]));
}

/** The wanted sections by where they would go, in document order. */
function placesOf({ binding }: RuleContext, wanted: Wanted): readonly (readonly [number, readonly BoundSection[]])[] {
  const places = new Map<number, BoundSection[]>();
  for (const bound of binding.all) {
    if (!isMissing(bound, wanted)) continue;
    const here = places.get(bound.insertAt);
    if (here === undefined) places.set(bound.insertAt, [bound]);
    else here.push(bound);
  }
  // What ends a section that is there comes before what follows it.
  for (const bounds of places.values()) bounds.sort((a, b) => b.level - a.level);
  return Array.from(places).sort(([a], [b]) => a - b);
}
