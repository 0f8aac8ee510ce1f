/** The one status of a section, and the facts that it rests on: what it answers, what is left of the guidance, how long it is. */
import { type Answer, answerOf, reasonOf } from './answers.ts';
import { type Block, hasProse, type Section, type SpecDocument } from './document.ts';
import { type Guidance, guidanceIn, isBlankCode, isVisible, type Leftovers, leftoversIn } from './guidance.ts';
import { Kept } from './kept.ts';
import type { Limit, LimitUnit } from './limits.ts';
import type { SectionSpec } from './template.ts';
import type { LineIndex } from './text/line-index.ts';
import { countSentences } from './text/sentences.ts';
import type { Span } from './text/span.ts';
import { commentsIn, cutComments } from './text/visible.ts';
import { countWords } from './text/words.ts';

export type SectionStatus = 'done' | 'empty' | 'unfinished' | 'guidance' | 'not-applicable' | 'missing' | 'overlong';

/** A section that answers to a template's, with the words of its answer that stand in the heading. */
export interface Answering {
  readonly document: SpecDocument;
  readonly spec: SectionSpec;
  readonly section: Section;
  readonly opening: Span;
}

/**
 * The first that applies of empty, not applicable, guidance, unfinished, overlong, done. `specs` are all of the template's:
 * their guidance is no answer, under headings of the section's own and where the heading above it was deleted.
 */
export function sectionStatus(answering: Answering, specs: readonly SectionSpec[]): Exclude<SectionStatus, 'missing'> {
  const { section, spec, opening } = answering;
  const known = statuses.get(section, spec, () => ({
    opening: opening.end - opening.start,
    status: statusOf(answering, specs),
  }));
  return known.opening === opening.end - opening.start ? known.status : statusOf(answering, specs);
}

/** With how many of the words in the heading open the answer: what other headings say decides that. */
const statuses = new Kept<
  SectionSpec,
  { readonly opening: number; readonly status: Exclude<SectionStatus, 'missing'> }
>();

function statusOf(answering: Answering, specs: readonly SectionSpec[]): Exclude<SectionStatus, 'missing'> {
  const { section, spec, document } = answering;
  const answer = answerIn(answering);
  // Its own headings end a form's section that is filled with some: what stands under them is not looked for.
  if (answer === 'empty' && HAS_HEADING.test(spec.preset)) return 'done';
  if (answer === 'empty') {
    if (!section.children.some((child) => isFilled(document, child))) return 'empty';
    return section.children.some((child) => isFilled(document, child, specs)) ? 'done' : 'guidance';
  }
  // In the heading it may have been taken back under it.
  if (answer === 'not-applicable' && spec.lead) return answerIn({ ...answering, opening: nowhere }) ? 'empty' : 'done';
  if (answer === 'not-applicable') return lacksReason(answering) ? 'unfinished' : 'not-applicable';
  if (answer === 'none' || isPreset(answering)) return 'done';
  if (answer === 'unfinished' && isShort(answering)) return 'unfinished';
  if (leftoversOf(answering).whole || holdsGuidance(answering, specs)) {
    return section.children.some((child) => isFilled(document, child, specs)) ? 'done' : 'guidance';
  }
  if (answer === 'unfinished') return 'unfinished';
  return brokenLimit(answering) === undefined ? 'done' : 'overlong';
}

/** Whether a block is nothing but the template's words for a section. */
export function isGuidanceOf(spec: SectionSpec, document: SpecDocument, block: Block): boolean {
  return !spec.keep && !isLonger(block, spec) && leftoversIn(document, [block], guidanceOf(spec)).whole;
}

/** What is longer than the whole template, and not short, says something of its own: it is not compared with each section. */
function isLonger({ span }: Block, { document }: SectionSpec): boolean {
  return Math.max(document.lines.length, shortTemplate) < span.end - span.start;
}

const shortTemplate = 10_000;

/** Block for block the guidance of some section, whichever it is. */
function holdsGuidance({ document, section, spec }: Answering, specs: readonly SectionSpec[]): boolean {
  if (spec.keep || !section.blocks.some(isVisible)) return false;
  return section.blocks.every(
    (block) => !isVisible(block) || specs.some((each) => isGuidanceOf(each, document, block)),
  );
}

const HAS_HEADING = /^#{1,6}[ \t]/m;

/** “TBD” says itself what is the matter, also where the template proposes it. */
function isShort({ document, section, opening }: Answering): boolean {
  return visibleText(document, section, opening).split(/\s+/).length <= 3;
}

/** Just what a form's field is filled with from the start. */
function isPreset({ document, section, spec }: Answering): boolean {
  if (spec.preset === '') return false;
  const { start, end } = section.body;
  return squeezed(document.lines.textBetween(start, end)) === squeezed(spec.preset);
}

function squeezed(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** What its words answer; `empty` also where there are none, `unfinished` also where a comment is all there is and says so. */
export function answerIn({ document, section, opening }: Answering): Answer | undefined {
  const words = visibleText(document, section, opening);
  if (longestAnswer < words.length) return undefined;
  const answer = answerOf(words);
  if (answer !== 'empty') return answer;
  const said: string[] = [];
  for (const { kind, span } of section.blocks) {
    if (kind !== 'comment') continue;
    if (2 * longestAnswer < span.end - span.start) return 'empty';
    said.push(...commentsIn(document.lines.textBetween(span.start, span.end)));
    // There may be hundreds of thousands.
    if (1 < said.length) return 'empty';
  }
  return answerOf(said[0] ?? '') === 'unfinished' ? 'unfinished' : 'empty';
}

/** It says that it does not apply, and not why, where the configuration wants to know. */
export function lacksReason({ document, section, spec, opening }: Answering): boolean {
  if (!spec.reason) return false;
  const words = visibleText(document, section, opening);
  return answerOf(words) === 'not-applicable' && reasonOf(words) === '';
}

const nowhere: Span = { start: 0, end: 0 };

/** A longer text says something of its own, whatever it begins with. */
const longestAnswer = 400;

/** The template's words that still stand in the section and may not. */
export function leftoversOf({ document, section, spec }: Answering): Leftovers {
  if (spec.keep) return nothingLeft;
  const { start } = section.span;
  const { sentences, whole } = leftovers.get(section, spec, () => {
    const left = leftoversIn(document, section.blocks, guidanceOf(spec));
    return { ...left, sentences: moved(left.sentences, -start) };
  });
  return { sentences: moved(sentences, start), whole };
}

function moved(spans: readonly Span[], by: number): readonly Span[] {
  return spans.map(({ start, end }) => ({ start: start + by, end: end + by }));
}

/** Places count from the section's beginning. */
const leftovers = new Kept<SectionSpec, Leftovers>();

const nothingLeft: Leftovers = { sentences: [], whole: false };

export interface BrokenLimit extends Count {
  readonly limit: Limit;
}

/** The first limit that the section does not keep. */
export function brokenLimit(answering: Answering): BrokenLimit | undefined {
  for (const limit of answering.spec.limits) {
    const { count, isMore } = measure(answering, limit);
    if ((count < limit.min && !isMore) || limit.max < count) return { limit, count, isMore };
  }
  return undefined;
}

export interface Count {
  readonly count: number;
  /** There is more, which is not counted: it is too long, or long enough, already. */
  readonly isMore: boolean;
}

/** How long the section's own body is, as a reader counts: without code, comments and link targets. */
export function measure(answering: Answering, limit: Limit): Count {
  const { section, document, opening } = answering;
  const enough = limit.max === Infinity ? limit.min : limit.max + 1;
  const most = Math.max(mostCounted, longestUnit * enough);
  for (let room = countedQuickly; ; room = most) {
    const { proses, isMore } = prosesUpTo(section.blocks, room);
    if (opening.start < opening.end) proses.unshift(document.lines.textBetween(opening.start, opening.end));
    const count = countIn(proses, limit.unit);
    if (!isMore || enough <= count || room === most) return { count, isMore };
  }
}

/** Of those that have words, which take a while to read, however short they are. `isMore`: there is more of their source. */
function prosesUpTo(blocks: readonly Block[], room: number): { readonly proses: string[]; readonly isMore: boolean } {
  let left = room;
  const proses: string[] = [];
  for (const block of blocks) {
    if (!hasProse(block)) continue;
    if (left <= 0) return { proses, isMore: true };
    proses.push(block.proseUpTo(left));
    left -= Math.max(longestUnit, block.span.end - block.span.start);
  }
  return { proses, isMore: left < 0 };
}

/** In UTF-16 code units. Where so much holds too few to tell, it is no prose: a line that is nothing but signs. */
const countedQuickly = 32 * 1024;
const mostCounted = 128 * 1024;
/** Of a limit of very many words, characters, … so much for each; and a block has one of them at least. */
const longestUnit = 16;

function countIn(proses: readonly string[], unit: LimitUnit): number {
  switch (unit) {
    case 'characters':
      return proses.reduce((sum, { length }) => sum + length, 0);
    case 'words':
      return proses.reduce((sum, words) => sum + countWords(words), 0);
    case 'sentences':
      return countSentences(proses);
    case 'paragraphs':
      return proses.filter((words) => words !== '').length;
  }
}

/** Whether anything is written in the section or under it, whatever it says: the guidance of `specs` is not. */
function isFilled(document: SpecDocument, section: Section, specs: readonly SectionSpec[] = []): boolean {
  const words = visibleText(document, section, { start: 0, end: 0 });
  const isGuidance = () =>
    specs.some(
      (spec) =>
        !spec.keep &&
        !section.blocks.some((block) => isVisible(block) && isLonger(block, spec)) &&
        leftoversIn(document, section.blocks, guidanceOf(spec)).whole,
    );
  if ((longestAnswer < words.length || answerOf(words) !== 'empty') && !isGuidance()) return true;
  return section.children.some((child) => isFilled(document, child, specs));
}

/** What a section says to its reader, the words in its heading among it; cut where it is longer than any stock answer. */
export function visibleText({ lines }: SpecDocument, section: Section, { start, end }: Span): string {
  let words = lines.textBetween(start, end);
  for (const block of section.blocks) {
    if (!isVisible(block)) continue;
    const { kind, span } = block;
    if (kind === 'code' && isBlankCode(lines, span)) continue;
    words += `\n${beginningOf(lines, span)}`;
    if (longestAnswer < words.trimEnd().length) return words;
  }
  return words.trim();
}

/** Without comments and long runs of blanks: as much as tells whether it is longer than any stock answer. */
function beginningOf(lines: LineIndex, { start, end }: Span): string {
  for (let length = 2 * longestAnswer; ; length *= 8) {
    const isAll = end - start <= length;
    const shown = cutComments(lines.textBetween(start, isAll ? end : start + length));
    // A comment that is cut may end behind that.
    const cut = isAll ? -1 : shown.search(/<!--|<!?-?$/);
    const words = (cut === -1 ? shown : shown.slice(0, cut)).replace(BLANKS, '');
    if (isAll || longestAnswer < words.trimEnd().length) return words;
  }
}

/** All but the last of them, thousands at a time: engines have no room for millions. */
const BLANKS = /\s{8,9999}(?=\s)/g;

const knownGuidance = new WeakMap<SectionSpec, Guidance>();

function guidanceOf(spec: SectionSpec): Guidance {
  const known = knownGuidance.get(spec) ?? guidanceIn(spec.document.text, spec.source.blocks);
  knownGuidance.set(spec, known);
  return known;
}
