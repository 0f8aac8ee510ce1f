/** What of a template's instructions was left in a document. */
import type { Binding, BoundSection } from './binding.ts';
import { allSections, type Block, type Section, type SpecDocument } from './document.ts';
import { type Guidance, guidanceIn, leftoversIn } from './guidance.ts';
import { isDeleteMarker, isInstruction } from './instructions.ts';
import { Kept, Search } from './kept.ts';
import { atOnce, isPause, type Steps } from './steps.ts';
import type { SpecTemplate } from './template.ts';
import { deletedBelowList, deleteLines, deleteWords, withLink } from './text/delete.ts';
import type { Edit, Span } from './text/span.ts';
import { TitleSet } from './text/title-set.ts';
import { titleKey } from './text/titles.ts';

export interface LeftInstructions {
  /** Its first heading, or the first line left of it. */
  readonly span: Span;
  /** Takes out all that is left, and nothing that the author wrote. */
  readonly edits: readonly Edit[];
}

/** `undefined` where nothing is left, or the template has none. */
export function leftInstructions(
  template: SpecTemplate,
  document: SpecDocument,
  binding: Binding,
): LeftInstructions | undefined {
  return left.get(document, template, () => atOnce(leftInSteps(template, document, binding)));
}

/** Finds them, and stops behind some hundreds of sections. */
export function* lookForInstructions(template: SpecTemplate, document: SpecDocument, binding: Binding): Steps<void> {
  yield* left.getInSteps(document, template, () => leftInSteps(template, document, binding));
}

const left = new Kept<SpecTemplate, LeftInstructions | undefined>();

function* leftInSteps(
  template: SpecTemplate,
  document: SpecDocument,
  binding: Binding,
): Steps<LeftInstructions | undefined> {
  const { instructions } = template;
  if (instructions.start === instructions.end) return undefined;
  const read = instructionsRead(template);
  const until = firstBound(binding);
  const sections = isLeftIn(document, document.root, read) ? [document.root] : [];
  let at = 0;
  for (const section of allSections(document.root)) {
    if (isPause(at++)) yield;
    if (until <= section.heading.start) break;
    if (isLeftIn(document, section, read)) sections.push(section);
  }
  const all = 0 < read.titles.size ? yield* named.sectionsInSteps(document, read) : [];
  const behind = all.filter((section) => until <= section.heading.start && isLeftIn(document, section, read));
  return leftOfAll(document, [...sections, ...behind], read);
}

function leftOfAll(
  document: SpecDocument,
  sections: readonly Section[],
  read: InstructionsRead,
): LeftInstructions | undefined {
  const gone: Span[] = [];
  const sentences: Span[] = [];
  for (const section of sections) {
    if (isWhole(document, section, read)) gone.push(section.heading);
    for (const block of section.blocks) {
      const each = leftOf(document, block, read.guidance);
      if (each === 'whole') gone.push(block.span);
      else for (const sentence of each) sentences.push(sentence);
    }
  }
  // Where the words are: an edit may begin on a blank line above them.
  const [first] = [...gone, ...sentences].sort((a, b) => a.start - b.start);
  if (first === undefined) return undefined;
  const edits = [
    ...runsOf(document, gone).flatMap((run) => deletedBelowList(document, deleteLines(document, run))),
    ...sentences.map((sentence) => deleteWords(document, withLink(document, sentence))),
  ];
  edits.sort((a, b) => a.span.start - b.span.start);
  return { span: placeOf(document, first.start, read.titles), edits };
}

/** Whether anything of the instructions stands in a section, or the heading is theirs. */
function isLeftIn(document: SpecDocument, section: Section, read: InstructionsRead): boolean {
  return leftIn.known(section, read)?.value ?? leftIn.keep(section, read, hasInstructions(document, section, read));
}

function hasInstructions(document: SpecDocument, section: Section, read: InstructionsRead): boolean {
  if (section.level !== 0 && read.titles.has(section.title)) return true;
  if (!mayHold(document, section, read.guidance)) return false;
  return section.blocks.some((block) => {
    const left = leftOf(document, block, read.guidance);
    return left === 'whole' || 0 < left.length;
  });
}

/** A section that lacks a word of each of the instructions' sentences holds none, and that is told at once. */
function mayHold({ lines }: SpecDocument, { body }: Section, { sentences, code }: Guidance): boolean {
  if (0 < code.size) return true;
  // Of a long text it is known, but for what was typed, whether a word is anywhere in it.
  if (quicklySearched < body.end - body.start)
    return sentences.some(({ probes }) => probes.every((probe) => lines.includes(probe)));
  const words = lines.textBetween(body.start, body.end);
  return sentences.some(({ probes }) => words.includes(probes[0] ?? ''));
}

/** In UTF-16 code units. */
const quicklySearched = 16 * 1024;

const leftIn = new Kept<InstructionsRead, boolean>();

/** Sections named as one of the instructions, wherever they stand. */
const named = new Search((_, section, read: InstructionsRead) => section.level !== 0 && read.titles.has(section.title));

interface InstructionsRead {
  readonly guidance: Guidance;
  readonly titles: TitleSet;
}

const known = new WeakMap<SpecTemplate, InstructionsRead>();

function instructionsRead(template: SpecTemplate): InstructionsRead {
  const cached = known.get(template);
  if (cached !== undefined) return cached;
  const { skeleton: document, instructions } = template;
  const all = [document.root, ...allSections(document.root)];
  const blocks = all.flatMap((section) => section.blocks).filter(({ span }) => span.end <= instructions.end);
  const titled = all.filter((section: Section) => section.level !== 0 && isInstruction(section, instructions));
  const read = {
    guidance: guidanceIn(document.text, blocks, 'go'),
    titles: new TitleSet(new Set(titled.map((section) => titleKey(section.title)))),
  };
  known.set(template, read);
  return read;
}

/** Nothing in the section or under it is the author's. */
function isWhole(document: SpecDocument, { level, title, blocks, children }: Section, read: InstructionsRead): boolean {
  if (level === 0 || !read.titles.has(title)) return false;
  if (!blocks.every((block) => leftOf(document, block, read.guidance) === 'whole')) return false;
  return children.every((child) => isWhole(document, child, read));
}

/** All of the block, or the sentences of it. Short words that happen to be the same are nobody's. */
function leftOf(document: SpecDocument, block: Block, guidance: Guidance): 'whole' | readonly Span[] {
  const { sentences, whole } = leftoversIn(document, [block], guidance);
  if (whole && (0 < sentences.length || isDeleteMarker(document.text, block))) return 'whole';
  return sentences;
}

function firstBound(binding: Binding): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { matches } of binding.all as Iterable<BoundSection>) {
    for (const { section } of matches) first = Math.min(first, section.heading.start);
  }
  return first;
}

/** Neighbours with nothing but blanks between them are one. */
function runsOf({ lines }: SpecDocument, spans: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = runs.at(-1);
    if (last !== undefined && lines.textBetween(last.end, span.start).trim() === '') {
      runs[runs.length - 1] = { start: last.start, end: span.end };
    } else runs.push(span);
  }
  return runs;
}

/** The instructions' heading that the first words left stand under, else their line. */
function placeOf(document: SpecDocument, start: number, titles: TitleSet): Span {
  const { root, lines } = document;
  for (const section of allSections(root)) {
    if (section.heading.start <= start && start < section.body.end && titles.has(section.title)) return section.heading;
  }
  const line = lines.lineAt(start);
  return { start: lines.startOf(line), end: lines.endOf(line) };
}
