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

/** Of the sections that several of the template ask for: all that is more like this one than any other, or else the first that is as like. */
export function ownOf({ spec }: Asking, others: readonly Asking[], sections: readonly Section[]): readonly Section[] {
  const rivals = others.slice(0, mostRivals);
  const most = (title: string) => Math.max(...rivals.map((other) => sameness(other.spec.title, title)));
  const own = sections.slice(0, mostRivals).filter(({ title }) => most(title) <= sameness(spec.title, title));
  const alone = own.filter(({ title }) => most(title) < sameness(spec.title, title));
  return 0 < alone.length ? alone : own.slice(0, 1);
}

interface Asking {
  readonly spec: SectionSpec;
}

/** Each is compared with each, for each: nobody has more by intent. */
const mostRivals = 20;
