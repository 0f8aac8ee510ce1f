/** Headings of a document that answer to no section of its template: its title, and instructions that were left in. */
import type { Section, SpecDocument } from './document.ts';
import { isInstruction } from './instructions.ts';
import { isPause, type Steps } from './steps.ts';
import { type SpecTemplate, topSections } from './template.ts';
import { TitleSet } from './text/title-set.ts';
import { titleKey } from './text/titles.ts';

/** The document's first H1 with sections under it, or to have them; unless the template asks for a section of that name. */
export function documentTitle({ sections }: SpecTemplate, { root }: SpecDocument): Section | undefined {
  const first = root.children.find(({ level }) => level === 1);
  if (first === undefined) return undefined;
  if (first.children.length === 0 && sections.some(({ level }) => level === 1)) return undefined;
  const key = titleKey(first.title);
  return sections.some(({ title, repeatable }) => !repeatable && titleKey(title) === key) ? undefined : first;
}

/** Sections of a document that are the template's instructions, left in. Stops behind some hundreds of headings. */
export function* instructionSections(template: SpecTemplate, tops: readonly Section[]): Steps<ReadonlySet<Section>> {
  const titles = instructionTitles(template);
  const found = new Set<Section>();
  if (titles.size === 0) return found;
  for (const [at, section] of tops.entries()) {
    if (isPause(at)) yield;
    if (titles.has(section.title) && found.add(section).size === mostLeftIn) break;
  }
  return found;
}

/** Headings of instructions: nobody left in more, and what is behind them is the author's. */
export const mostLeftIn = 10_000;

const knownInstructions = new WeakMap<SpecTemplate, TitleSet>();

function instructionTitles(template: SpecTemplate): TitleSet {
  const known = knownInstructions.get(template);
  if (known !== undefined) return known;
  const { skeleton, instructions, title } = template;
  const named = topSections(skeleton, title).filter((section) => isInstruction(section, instructions));
  const titles = new TitleSet(new Set(named.map((section) => titleKey(section.title))));
  knownInstructions.set(template, titles);
  return titles;
}
