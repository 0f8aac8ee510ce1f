/** A document as a template with bold lines wants it read: what answers to a section is one, bold line or heading. */
import { boldLinesInSteps, cutInSteps } from './bold-lines.ts';
import { allSections, boldLevel, holderOf, type Section, type SpecDocument, withRoot } from './document.ts';
import { isInstruction } from './instructions.ts';
import { Kept } from './kept.ts';
import { match } from './matching.ts';
import { mostLeftIn } from './not-asked.ts';
import { atOnce, isPause, type Steps } from './steps.ts';
import type { SpecTemplate } from './template.ts';
import { titleKey } from './text/titles.ts';
import { keep, workedOutOf } from './worked-out.ts';

/** The document itself for all other templates, and where it is read so already. Never throws. */
export function readFor(template: SpecTemplate, document: SpecDocument): SpecDocument {
  return atOnce(readInSteps(template, document));
}

/** The same, and stops behind some hundreds of headings or blocks. */
export function* readInSteps(template: SpecTemplate, document: SpecDocument): Steps<SpecDocument> {
  const parsed = (workedOutOf(holderOf(document), original)?.value as SpecDocument | undefined) ?? document;
  if (template.kind !== 'bold-lines') return parsed;
  return yield* lastRead.getInSteps(parsed, template, () => readAnew(template, parsed));
}

const lastRead = new Kept<SpecTemplate, SpecDocument>();

/** What is kept of a document that was read so: what it was made of. */
const original = {};

/** Bold lines that answer to nothing are the author's own emphasis, and stay in the text of the section around them. */
function* readAnew(template: SpecTemplate, document: SpecDocument): Steps<SpecDocument> {
  const { root } = document;
  const headings: Section[] = [];
  for (const section of allSections(root)) {
    if (isPause(headings.length)) yield;
    headings.push(bare(section));
  }
  const all: Section[] = [];
  let next = 0;
  for (const { title, heading } of yield* boldLinesInSteps(document)) {
    for (; (headings[next]?.heading.start ?? Number.POSITIVE_INFINITY) < heading.start; next++) {
      if (isPause(all.push(headings[next] as Section))) yield;
    }
    if (isPause(all.push(bare({ title, level: boldLevel, heading })))) yield;
  }
  for (; next < headings.length; next++) if (isPause(all.push(headings[next] as Section))) yield;
  const excluded = new Set(yield* notAsked(template, headings));
  const flat = withRoot(document, { ...bare(root), children: all });
  const { claimed } = yield* match(flat, template.sections, all, excluded);
  const answering = Array.from(claimed).filter((section) => !excluded.has(section));
  const read = yield* cutInSteps(document, new Set(answering.map(({ heading }) => heading.start)));
  keep(holderOf(read), original, undefined, document);
  return read;
}

/** Nothing but the heading: enough to be matched. */
function bare({ title, level, heading }: Pick<Section, 'title' | 'level' | 'heading'>): Section {
  return { title, level, heading, body: heading, blocks: none, span: heading, children: none };
}

/** There may be hundreds of thousands of them. */
const none: never[] = [];

/** The document's title, and headings of the template's instructions. */
function* notAsked(
  { sections, skeleton, instructions }: SpecTemplate,
  headings: readonly Section[],
): Steps<readonly Section[]> {
  const title = headings.find(({ level }) => level === 1);
  const isOwn = title !== undefined && !sections.some((spec) => titleKey(spec.title) === titleKey(title.title));
  const named = Array.from(allSections(skeleton.root)).filter((section) => isInstruction(section, instructions));
  const keys = new Set(named.map((section) => titleKey(section.title)));
  const found = isOwn ? [title] : [];
  if (keys.size === 0) return found;
  for (const [at, section] of headings.entries()) {
    if (isPause(at)) yield;
    if (keys.has(titleKey(section.title)) && found.push(section) === mostLeftIn) break;
  }
  return found;
}
