/** In which ways titles are compared, the strictest first, and which section is whose where several are asked for by one title. */
import type { Section } from './document.ts';
import type { SpecKeys } from './spec-keys.ts';
import type { SectionSpec } from './template.ts';
import { sameness } from './text/titles.ts';
import type { TitleKeys } from './title-keys.ts';

/** A way in which a title may name a section of the template. */
export interface Way {
  readonly by: 'title' | 'alias';
  /** The words behind the title's colon open the answer. */
  readonly opens?: boolean;
  /** It is no proof that two sections are one: “Part I: Goals”, “Part II: Goals”. */
  readonly isLoose?: boolean;
  sectionKeys(keys: TitleKeys): readonly string[];
  specKeys(keys: SpecKeys): readonly string[];
}

export const WAYS: readonly Way[] = [
  { by: 'title', sectionKeys: ({ key }) => [key], specKeys: ({ title }) => title },
  { by: 'title', sectionKeys: ({ key, halves }) => [key, ...halves], specKeys: ({ halves }) => halves },
  { by: 'alias', sectionKeys: ({ key }) => [key], specKeys: ({ aliases }) => aliases },
  {
    by: 'title',
    opens: true,
    sectionKeys: ({ head }) => (head === '' ? [] : [head]),
    specKeys: ({ names }) => names,
  },
  { by: 'title', isLoose: true, sectionKeys: ({ bare }) => [bare], specKeys: ({ bare }) => bare },
];

/** At most one of the sections that several sections of the template ask for: each gets what is written as it is, or what none of them is. */
export function ownOf(
  spec: SectionSpec,
  others: readonly SectionSpec[],
  sections: readonly Section[],
): readonly Section[] {
  const rivals = others.slice(0, mostRivals);
  const own = sections.slice(0, mostRivals).filter(({ title }) => {
    const least = sameness(spec.title, title);
    return rivals.every((other) => sameness(other.title, title) <= least);
  });
  const best = Math.max(...own.map(({ title }) => sameness(spec.title, title)));
  return own.filter(({ title }) => sameness(spec.title, title) === best).slice(0, 1);
}

/** Each is compared with each, for each: nobody has more by intent. */
const mostRivals = 20;
