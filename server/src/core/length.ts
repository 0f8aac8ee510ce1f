/** How long a section is, and which limit it does not keep. */
import { type Block, hasProse } from './document.ts';
import { Kept } from './kept.ts';
import type { Limit, LimitUnit } from './limits.ts';
import type { Answering } from './section-answer.ts';
import { atOnce, isPause, type Steps } from './steps.ts';
import type { LineIndex } from './text/line-index.ts';
import { countSentences } from './text/sentences.ts';
import { shortestLine } from './text/source.ts';
import type { Span } from './text/span.ts';
import { countWords } from './text/words.ts';

export interface BrokenLimit extends Count {
  readonly limit: Limit;
}

/** The first limit that the section does not keep. */
export function brokenLimit(answering: Answering): BrokenLimit | undefined {
  return atOnce(brokenLimitInSteps(answering));
}

/** The same, and stops behind some hundreds of blocks. */
export function* brokenLimitInSteps(answering: Answering): Steps<BrokenLimit | undefined> {
  for (const limit of answering.spec.limits) {
    const { count, isMore } = yield* measureInSteps(answering, limit);
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
  return atOnce(measureInSteps(answering, limit));
}

function* measureInSteps(answering: Answering, limit: Limit): Steps<Count> {
  const { section, opening } = answering;
  const words = opening.end - opening.start;
  const known = counts.known(section, limit)?.value;
  if (known?.words === words) return known.counted;
  const counted = yield* counting(answering, limit);
  return counts.keep(section, limit, { words, counted }).counted;
}

/** With how many of the words in the heading open the answer. Who shows a count asks for the one that was checked. */
const counts = new Kept<Limit, { readonly words: number; readonly counted: Count }>();

function* counting({ section, document: { lines }, opening }: Answering, limit: Limit): Steps<Count> {
  const enough = limit.max === Infinity ? limit.min : limit.max + 1;
  const most = Math.max(mostCounted, longestUnits[limit.unit] * enough);
  for (let room = countedQuickly; ; room = most) {
    const { proses, isMore } = yield* prosesUpTo(lines, section.blocks, room);
    if (opening.start < opening.end) proses.unshift(lines.textBetween(opening.start, opening.end));
    const count = countIn(proses, limit.unit);
    if (!isMore || enough <= count || room === most) return { count, isMore };
    yield;
  }
}

/** Of those that have words, which take a while to read, however short they are. `isMore`: there is more of their source. */
function* prosesUpTo(
  lines: LineIndex,
  blocks: readonly Block[],
  room: number,
): Steps<{ readonly proses: string[]; readonly isMore: boolean }> {
  let left = room;
  const proses: string[] = [];
  for (let at = 0; at < blocks.length; at++) {
    if (isPause(at)) yield;
    const block = blocks[at];
    if (block === undefined || !hasProse(block)) continue;
    if (left <= 0) return { proses, isMore: true };
    proses.push(block.proseUpTo(left));
    left -= weightOf(lines, block.span);
  }
  return { proses, isMore: left < 0 };
}

/** As `proseUpTo` counts. */
function weightOf(lines: LineIndex, { start, end }: Span): number {
  return Math.max(end - start, shortestLine * (1 + lines.lineAt(end) - lines.lineAt(start)));
}

/** In UTF-16 code units. Where so much holds too few to tell, it is no prose: a line that is nothing but signs. */
const countedQuickly = 32 * 1024;
const mostCounted = 64 * 1024;
/** Of a limit of very many, so much for each; and a line has one of them at least. */
const longestUnits: Readonly<Record<LimitUnit, number>> = {
  characters: shortestLine,
  words: 3 * shortestLine,
  sentences: 128,
  paragraphs: 512,
};

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
