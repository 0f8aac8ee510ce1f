/** What a section answers, in as much of its words as tells whether they are a stock answer. */
import { type Answer, answerOf, reasonOf } from './answers.ts';
import type { Section, SpecDocument } from './document.ts';
import { isBlankCode, isVisible } from './guidance.ts';
import { Kept } from './kept.ts';
import { areMany, atOnce, isPause, type Steps } from './steps.ts';
import type { SectionSpec } from './template.ts';
import type { LineIndex } from './text/line-index.ts';
import type { Span } from './text/span.ts';
import { commentsIn, cutComments } from './text/visible.ts';

/** A section that answers to a template's, with the words of its answer that stand in the heading. */
export interface Answering {
  readonly document: SpecDocument;
  readonly spec: SectionSpec;
  readonly section: Section;
  readonly opening: Span;
}

/** What its words answer; `empty` also where there are none, `unfinished` also where a comment is all there is and says so. */
export function answerIn({ document, section, opening }: Answering): Answer | undefined {
  const words = visibleText(document, section, opening);
  if (longestAnswer < words.length) return undefined;
  const answer = answerOf(words);
  return answer === 'empty' ? answerOfComments(document, section) : answer;
}

function answerOfComments({ lines }: SpecDocument, { blocks }: Section): Answer {
  const said: string[] = [];
  for (const block of blocks) {
    if (isVisible(block)) continue;
    const { start, end } = block.span;
    if (2 * longestAnswer < end - start) return 'empty';
    said.push(...commentsIn(lines.textBetween(start, end)));
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

/** A longer text says something of its own, whatever it begins with. */
const longestAnswer = 400;

/** Whether they are more than any stock answer. */
export function isOwn(words: string): boolean {
  return longestAnswer < words.length || answerOf(words) !== 'empty';
}

/** What a section says to its reader, the words in its heading among it; cut where it is longer than any stock answer. */
export function visibleText(document: SpecDocument, section: Section, opening: Span): string {
  return atOnce(visibleTextInSteps(document, section, opening));
}

/** The same, and stops behind some hundreds of blocks, or behind much of one that says nothing. */
export function* visibleTextInSteps({ lines }: SpecDocument, section: Section, opening: Span): Steps<string> {
  const { blocks, body: own } = section;
  const body =
    areMany(blocks.length) || lookedThrough < own.end - own.start
      ? yield* bodies.getInSteps(section, ofBlocks, () => bodyInSteps(lines, section))
      : yield* bodyInSteps(lines, section);
  return opening.start < opening.end ? `${lines.textBetween(opening.start, opening.end)}${body}`.trim() : body.trim();
}

const bodies = new Kept<object, string>();
const ofBlocks = {};

function* bodyInSteps(lines: LineIndex, { blocks }: Section): Steps<string> {
  let words = '';
  for (let at = 0; at < blocks.length; at++) {
    if (isPause(at)) yield;
    const block = blocks[at];
    if (block === undefined || !isVisible(block)) continue;
    const { kind, span } = block;
    if (kind === 'code' && isBlankCode(lines, span)) continue;
    const beginning = yield* beginningInSteps(lines, span);
    if (beginning.trim() === '') continue;
    words += `\n${beginning}`;
    if (longestAnswer < words.trim().length) break;
  }
  return words;
}

/** Without comments and long runs of blanks: as much as tells whether it is longer than any stock answer. */
function* beginningInSteps(lines: LineIndex, { start, end }: Span): Steps<string> {
  for (let length = 2 * longestAnswer; ; length *= 8) {
    const isAll = end - start <= length;
    const shown = cutComments(lines.textBetween(start, isAll ? end : start + length));
    // A comment that is cut may end behind that.
    const cut = isAll ? -1 : shown.search(/<!--|<!?-?$/);
    const words = (cut === -1 ? shown : shown.slice(0, cut)).replace(BLANKS, '');
    if (lookedThrough < length) yield;
    if (isAll || longestAnswer < words.trim().length) return words;
  }
}

/** In UTF-16 code units: in a millisecond. */
const lookedThrough = 256 * 1024;

/** All but the last of them, thousands at a time: engines have no room for millions. */
const BLANKS = /\s{8,9999}(?=\s)/g;
