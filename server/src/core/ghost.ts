/** What a template says to its author, taken out of its text: what is to be filled in stays, and a line to type on. */
import { answerOf } from './answers.ts';
import type { Block } from './document.ts';
import { holdsCheckBoxes, isVisible, mayStay } from './guidance.ts';
import { standsAmongWords } from './placeholders.ts';
import { allSpecs, type SectionSpec, type SpecTemplate } from './template.ts';
import type { Edit, Span } from './text/span.ts';
import { commentsIn, isBlankFence, withoutComments } from './text/visible.ts';

export interface WithoutGuidance {
  /** Of the template's skeleton. They do not overlap. */
  readonly edits: readonly Edit[];
  /** Where a section's answer is to be typed: on the line that was left for it, or at what a form is filled with. None where all of it stays. */
  readonly places: ReadonlyMap<SectionSpec, number>;
}

/**
 * Headings stay, and below them what an author completes: tables, blank code, check boxes, labels, sentences around a
 * placeholder, what a form is filled with; what may stay in documents; and the instructions, which are another matter. Never throws.
 */
export function withoutGuidance(template: SpecTemplate): WithoutGuidance {
  const { skeleton, title, instructions, sections } = template;
  const edits: Edit[] = [];
  const places = new Map<SectionSpec, number>();
  const above = [...skeleton.root.blocks, ...(title?.blocks ?? [])].filter(
    ({ span }) => instructions.end <= span.start,
  );
  edits.push(...taken(template, goingAbove(template, above), undefined));
  for (const spec of allSpecs(sections)) {
    if (spec.keep) continue;
    const { blocks } = spec.source;
    const going = goingUnder(template, blocks);
    const line = spec.preset === '' ? lineToTypeOn(blocks, going) : undefined;
    const place = spec.preset === '' ? line?.span.start : blanksBehind(skeleton.text, spec.source.body.end);
    if (place !== undefined) places.set(spec, place);
    edits.push(...taken(template, going, line));
  }
  return { edits, places };
}

/** Of what stands above the first section: code stays there, too, and so do lines such as `- Start date: …`. */
function goingAbove(template: SpecTemplate, blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => {
    if (block.kind === 'code' || isToComplete(template, block)) return false;
    if (block.kind === 'comment') return true;
    const lines = withoutComments(sourceOf(template, block)).split(LINE_END);
    return !lines.every((line) => line.trim() === '' || LABELLED.test(line));
  });
}

function goingUnder(template: SpecTemplate, blocks: readonly Block[]): readonly Block[] {
  const isForm = holdsCheckBoxes(template.skeleton.text, blocks);
  const staying = blocks.filter((block) => (isForm && block.kind !== 'comment') || isToComplete(template, block));
  const isCompleted = staying.some(({ kind }) => kind === 'paragraph' || kind === 'list');
  return blocks.filter((block) => {
    // Among lines to be completed, “I want to:” is one; elsewhere it leads to an example.
    const isOne = isCompleted && block.kind === 'paragraph' && SHORT_LABEL.test(sourceOf(template, block));
    return !staying.includes(block) && !isOne;
  });
}

function isToComplete(template: SpecTemplate, block: Block): boolean {
  const source = sourceOf(template, block);
  switch (block.kind) {
    case 'comment':
      return commentsIn(source).some((words) => FOR_TOOLS.test(words));
    case 'code':
      return isBlankFence(source);
    case 'table':
    case 'other':
      return true;
    case 'list':
      return isText(template, block, source) || withoutComments(source).split(LINE_END).some(isOpenItem);
    case 'paragraph':
    case 'quote':
      return isText(template, block, source) || withoutComments(source).split(LINE_END).some(isBoldLabel);
  }
}

/** It may stay, proposes an answer, or has words around what is to be filled in. */
function isText(template: SpecTemplate, block: Block, source: string): boolean {
  const answer = answerOf(block.prose);
  return (
    mayStay(block, source) || answer === 'none' || answer === 'not-applicable' || standsAmongWords(template, source)
  );
}

function isOpenItem(line: string): boolean {
  return OPEN_ITEM.test(line);
}

function isBoldLabel(line: string): boolean {
  return BOLD_LABEL.test(line);
}

const LINE_END = /\r\n?|\n/;
/** Here and below the blanks behind a mark are taken at once: given back one by one, they would be words. */
const LABELLED =
  /^[ \t]*(?:[-*+][ \t]+(?![ \t])(?:\*\*|__)?|\*\*|__)[^.!?:：*_]{1,40}(?:(?:\*\*|__)?[:：]|[:：](?:\*\*|__))(?:[ \t]|$)/;
/** With nothing behind it: `- Who is told:`, `1.` */
const OPEN_ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?![ \t])[^.!?]{1,100}[:：][*_ \t]*|[ \t]*)$/;
const BOLD_LABEL = /^[ \t>]*(\*\*|__)[^*_]{1,80}(?:\1[ \t]*[:：]|[:：]\1)[ \t]*$/;
/** The first line of a paragraph: at most three words. */
const SHORT_LABEL = /^[ \t]*[^\s:：]{1,30}(?:[ \t][^\s:：]{1,30}){0,2}[:：][ \t]*(?:[\r\n]|$)/;
const FOR_TOOLS =
  /^\/?(?:tech-spec|markdownlint|prettier|textlint|cspell|spell-?checker|vale|toc|tocstop|(?:start|end) doctoc)(?![\p{L}\p{N}])/iu;

/** The line of the first words that go; of a comment where there was nothing else. */
function lineToTypeOn(blocks: readonly Block[], going: readonly Block[]): Block | undefined {
  return going.find(isVisible) ?? (blocks.some(isVisible) ? undefined : going[0]);
}

/** `line` leaves an empty one; all others take along the blank lines on that side of them where there are fewer. */
function* taken(
  { skeleton: { text }, instructions }: SpecTemplate,
  going: readonly Block[],
  line: Block | undefined,
): Iterable<Edit> {
  if (line !== undefined) yield { span: line.span, newText: '' };
  for (const { start, end } of runsOf(text, going, line)) {
    const [from, to] = [blanksBefore(text, start), blanksBehind(text, end)];
    const isFirst = from <= instructions.end;
    const isFewer = breaksIn(text.slice(from, start)) < breaksIn(text.slice(end, to));
    const isBefore = to === text.length || (isFewer && !isFirst);
    yield { span: isBefore ? { start: from, end } : { start, end: to }, newText: '' };
  }
}

/** Blocks with nothing but blanks between them. */
function runsOf(text: string, going: readonly Block[], line: Block | undefined): readonly Span[] {
  const runs: Span[] = [];
  for (const block of going) {
    if (block === line) continue;
    const last = runs.at(-1);
    const isNext = last !== undefined && text.slice(last.end, block.span.start).trim() === '';
    if (isNext) runs[runs.length - 1] = { start: last.start, end: block.span.end };
    else runs.push(block.span);
  }
  return runs;
}

function blanksBefore(text: string, offset: number): number {
  let at = offset;
  while (0 < at && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

function blanksBehind(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

function breaksIn(blanks: string): number {
  return blanks.match(/\r\n?|\n/g)?.length ?? 0;
}

function sourceOf({ skeleton: { text } }: SpecTemplate, { span }: Block): string {
  return text.slice(span.start, span.end);
}
