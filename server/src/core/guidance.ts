/** Which of the template's own words still stand in a document. */
import { answerOf } from './answers.ts';
import type { Block, Section, SpecDocument } from './document.ts';
import { atOnce, isPause, type Steps } from './steps.ts';
import type { LineIndex } from './text/line-index.ts';
import { segmentsOf } from './text/sentence-ends.ts';
import type { Span } from './text/span.ts';
import { commentsIn, isBlankFence, withoutComments } from './text/visible.ts';
import { type WordRun, weightOf, wordAt, wordRun } from './text/word-run.ts';

/** A template's text, cut into sentences that can be found again. */
export interface Guidance {
  readonly sentences: readonly GuidanceSentence[];
  /** Its code blocks, trimmed. */
  readonly code: ReadonlySet<string>;
}

interface GuidanceSentence {
  /** As in `WordRun.joined`. */
  readonly joined: string;
  /** How many words, as a reader counts. */
  readonly weight: number;
  /** How many words of `joined`. */
  readonly count: number;
  /** Its longest words: a text without one of them lacks the sentence, and that is quickly seen. */
  readonly probes: readonly string[];
}

export interface Leftovers {
  /** Sentences of five words or more that still stand there, in order. */
  readonly sentences: readonly Span[];
  /** There are words, and all of them are the template's. */
  readonly whole: boolean;
}

/** Below five words a sentence is anybody's. */
export const leastWords = 5;

/** `forms`: a section with check boxes is a form, whose words may stay. */
export function guidanceIn(text: string, blocks: readonly Block[], forms: 'stay' | 'go' = 'stay'): Guidance {
  const sentences = new Map<string, GuidanceSentence>();
  const add = (found: Iterable<GuidanceSentence>) => {
    for (const sentence of found) {
      if ((sentences.get(sentence.joined)?.weight ?? -1) < sentence.weight) sentences.set(sentence.joined, sentence);
    }
  };
  const code = new Set<string>();
  const isForm = forms === 'stay' && holdsCheckBoxes(text, blocks);
  for (const block of blocks) {
    const source = text.slice(block.span.start, block.span.end);
    if (block.kind === 'code') code.add(codeKey(source));
    if (block.kind === 'comment' && forms === 'stay') add(commentedSentences(source));
    if (isForm || block.kind === 'code' || block.kind === 'comment' || mayStay(block, source)) continue;
    for (const part of partsIn(withoutComments(source))) add(sentencesIn(part));
  }
  return { sentences: Array.from(sentences.values()), code };
}

/** Then it is a form, whose words may stay. */
export function holdsCheckBoxes(text: string, blocks: readonly Block[]): boolean {
  return blocks.some(({ span }) => CHECKBOX.test(text.slice(span.start, span.end)));
}

/** Instructions that somebody took the comment's marks from. Lists, and what is under a heading, are examples to take over. */
function commentedSentences(source: string): readonly GuidanceSentence[] {
  const paragraphs = commentsIn(source).flatMap((words) => partsIn(words.split(HEADING_LINE)[0] ?? ''));
  const plain = paragraphs.filter((part) => !NO_PROSE.test(part));
  return plain.flatMap((part) => Array.from(sentencesIn(part))).filter(({ weight }) => leastCommented <= weight);
}

/** A shorter one may be an answer that it proposes. */
const leastCommented = 8;
const HEADING_LINE = /^[ \t]*#{1,6}[ \t]/m;
const NO_PROSE = /^\s*(?:[-*+|>]|\d{1,9}[.)][ \t]|\[[^\]]*\]:)/;

/** What of the guidance stands in these blocks of a document. */
export function leftoversIn(document: SpecDocument, blocks: readonly Block[], all: Guidance): Leftovers {
  return atOnce(leftoversInSteps(document, blocks, all));
}

/** The same, and stops behind some hundreds of blocks, or behind those that take longer. */
export function* leftoversInSteps({ lines }: SpecDocument, blocks: readonly Block[], all: Guidance): Steps<Leftovers> {
  const length = (blocks.at(-1)?.span.end ?? 0) - (blocks[0]?.span.start ?? 0);
  const guidance = quicklySearched < length ? { ...all, sentences: standingIn(lines, all.sentences) } : all;
  const sentences: Span[] = [];
  let words = 0;
  let own = 0;
  let read = 0;
  for (let at = 0; at < blocks.length; at++) {
    if (isPause(at) || quicklySearched < read) {
      yield;
      read = 0;
    }
    // The blocks behind it, of which there may be very many, say nothing more, or what nobody is told of.
    if (0 < own && (guidance.sentences.length === 0 || mostLeft <= sentences.length)) break;
    const block = blocks[at];
    if (block === undefined || !isVisible(block)) continue;
    const { span } = block;
    read += span.end - span.start;
    if (block.kind === 'code') {
      if (isBlankCode(lines, span)) continue;
      words++;
      if (!isCodeOf(guidance, lines, span)) own++;
      continue;
    }
    const looked = quicklyLeft(lines, span, guidance);
    const found = 'candidates' in looked ? yield* sentencesLeft(looked) : looked;
    for (const sentence of found.sentences) sentences.push(sentence);
    words += found.words;
    own += found.own;
  }
  return { sentences, whole: 0 < words && own === 0 };
}

const mostLeft = 25_000;

/** A code block with nothing in it, however long it is. */
export function isBlankCode(lines: LineIndex, { start, end }: Span): boolean {
  // A long one has words near its beginning, mostly; but a closing fence may be cut there.
  return (
    MAY_BE_BLANK.test(lines.textBetween(start, Math.min(end, start + quicklySearched))) &&
    isBlankFence(lines.textBetween(start, end))
  );
}

const MAY_BE_BLANK = /^[ \t]*[`~]{3}[^\r\n]*(?:[\r\n][\s`~]*)?$/;

function isCodeOf({ code }: Guidance, lines: LineIndex, { start, end }: Span): boolean {
  return mayBeOneOf(code, end - start) && code.has(codeKey(lines.textBetween(start, end)));
}

/** Whether something so long may be one of these with other blanks in it: nobody puts in more of them than that. */
export function mayBeOneOf(keys: ReadonlySet<string>, length: number): boolean {
  return length < quicklySearched || Array.from(keys).some((key) => length < 4 * key.length);
}

/** Whether a reader sees it. */
export function isVisible({ kind }: Block): boolean {
  return kind !== 'comment';
}

/** The blocks of a body, without those a reader does not see. */
export function visibleBlocks({ blocks }: Section): readonly Block[] {
  return blocks.filter(isVisible);
}

/** Those that may stand in a text. Of a long one it is known, but for what was typed, whether a word is anywhere in it. */
function standingIn(lines: LineIndex, sentences: readonly GuidanceSentence[]): readonly GuidanceSentence[] {
  return sentences.filter(({ probes }) => probes.every((probe) => lines.includes(probe)));
}

interface Left {
  readonly sentences: readonly Span[];
  readonly words: number;
  readonly own: number;
}

/** What is left where no sentence of the guidance can be among the words, or what is to be compared with them. */
function quicklyLeft(lines: LineIndex, { start, end }: Span, { sentences }: Guidance): Left | Compared {
  const isLong = quicklySearched < end - start;
  const known = isLong ? standingIn(lines, sentences) : sentences;
  // It is enough to know whether there is any word where none is the template’s: a rule or an emoji is nobody's.
  const isWritten = isLong && WORD.test(lines.textBetween(start, start + quicklySearched));
  if (known.length === 0 && isWritten) return { sentences: [], words: 1, own: 1 };
  const source = lines.textBetween(start, Math.min(end, start + mostCompared));
  const candidates = known.filter(({ probes }) => probes.every((probe) => source.includes(probe)));
  if (0 < candidates.length) return { source, candidates, offset: start, isCut: source.length < end - start };
  const words = isWritten || WORD.test(source.slice(0, mostSearched)) ? 1 : 0;
  return { sentences: [], words, own: words };
}

/** A source that may hold some of the guidance's sentences. */
interface Compared {
  readonly source: string;
  readonly candidates: readonly GuidanceSentence[];
  readonly offset: number;
  readonly isCut: boolean;
}

function* sentencesLeft({ source, candidates, offset, isCut }: Compared): Steps<Left> {
  const run = yield* runOf(withoutComments(source), offset);
  const covered = new Uint8Array(run.spans.length);
  const found: Span[] = [];
  let looked = 0;
  for (const { joined, weight, count } of candidates) {
    for (let at = run.joined.indexOf(joined); at !== -1; at = run.joined.indexOf(joined, at + joined.length - 1)) {
      if (isPause(looked++)) yield;
      const first = wordAt(run, at + 1);
      const last = first + count - 1;
      covered.fill(1, first, last + 1);
      if (leastWords <= weight) {
        found.push({ start: run.spans[first]?.start ?? offset, end: run.spans[last]?.end ?? offset });
      }
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  // The last sentence may be cut.
  const longest = Math.max(...candidates.map(({ count }) => count));
  const read = isCut && longest < covered.length ? covered.subarray(0, -longest) : covered;
  return { sentences: withoutNested(found), words: read.length, own: Number(read.includes(0)) };
}

/** Piece by piece where it is long: no word goes on behind a blank. */
function* runOf(source: string, offset: number): Steps<WordRun> {
  if (source.length <= mostReadAtOnce) return wordRun(source, offset);
  const run = { joined: ' ', at: [] as number[], spans: [] as Span[] };
  for (let start = 0; start < source.length; yield) {
    const blank = source.slice(start + mostReadAtOnce).search(/\s/);
    const end = blank === -1 ? source.length : start + mostReadAtOnce + blank;
    const { joined, at, spans } = wordRun(source.slice(start, end), offset + start);
    for (const place of at) run.at.push(run.joined.length - 1 + place);
    for (const span of spans) run.spans.push(span);
    run.joined += joined.slice(1);
    start = end;
  }
  return run;
}

/** In UTF-16 code units. */
const mostReadAtOnce = 64 * 1024;

const quicklySearched = 16 * 1024;
/** What has no word in so much is nothing but signs. */
const mostSearched = 1024 * 1024;
/** What has nothing but the template’s in so much is the template’s. */
const mostCompared = 2 * mostSearched;
const WORD = /[\p{L}\p{N}]/u;

function withoutNested(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) if ((kept.at(-1)?.end ?? -1) < span.end) kept.push(span);
  return kept;
}

/** A table of contents, licence lines and the key words of RFC 2119 may stay. */
export function mayStay({ kind }: Block, source: string): boolean {
  if (kind === 'list') {
    const items = source.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
    return items.every((item) => item.length < longestLink && LINK_TO_HEADING.test(item));
  }
  if (kind !== 'paragraph') return false;
  return (
    KEY_WORDS.every((word) => word.test(source)) ||
    CONTENTS.test(source) ||
    (source.length < 300 && LICENCE.test(source))
  );
}

/** At the beginning of a line; blank lines above it are lines of their own. */
const CHECKBOX = /^[^\S\n\r\u2028\u2029]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?\\?\[[ xX]?\\?\][ \t]/m;
const longestLink = 1000;
/** The last address on the line: what stands behind it begins no other one. */
const LINK_TO_HEADING = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+\[.*\]\(#(?:[^\s\]]|\](?!\(#))*\)\s*$/;
/** What a tool puts the table of contents in for. */
const CONTENTS = /^\s*(?:\[\[?_?toc_?\]\]?|\{:?toc\}|\$\{toc\}|\[\[toc\]\])\s*$/i;
const KEY_WORDS = [/\bkey ?words\b/i, /\bMUST\b/, /\b(?:RFC ?2119|BCP ?14)\b/i];
const LICENCE = /\b(?:copyright|licen[cs]ed?|SPDX|CC0|public domain)\b/i;

/** Items and table rows one by one, soft line breaks joined elsewhere. */
function partsIn(source: string): readonly string[] {
  return source.split(BREAK).map((part) => part.replace(/[\r\n]+[ \t>]*/g, ' '));
}

const BREAK =
  /(?:\r\n?|\n)(?=[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t])|(?:\r\n?|\n)(?=[ \t]*\|)|(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)/;

function* sentencesIn(part: string): Iterable<GuidanceSentence> {
  // A label is written behind, not replaced: `- Who is told:`.
  const isLabel = LABEL.test(part);
  for (const segment of segmentsOf(part)) {
    const run = wordRun(segment);
    if (run.spans.length === 0) continue;
    // An answer that the template proposes may be the author's: “No compatibility issues found.”
    const weight = isLabel || answerOf(segment) !== undefined ? 0 : weightOf(run, segment);
    yield { joined: run.joined, weight, count: run.spans.length, probes: longestOf(run) };
  }
}

const LABEL = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t][^.!?]{1,100}[:：][*_ \t]*$/;

function codeKey(source: string): string {
  return source.replace(/\r\n?/g, '\n').trim();
}

function longestOf({ joined }: WordRun): readonly string[] {
  const words = Array.from(new Set(joined.trim().split(' ')));
  return words.sort((a, b) => b.length - a.length).slice(0, 3);
}
