/** A text as a run of words, so that re-wrapped sentences are found again. */
import { isAscii } from './letters.ts';
import type { Span } from './span.ts';

export interface WordRun {
  /** The words, each between two blanks. */
  readonly joined: string;
  /** Where each word begins in `joined`. */
  readonly at: readonly number[];
  /** Where each word stands in the text, shifted by the offset given. */
  readonly spans: readonly Span[];
}

/** Letters and digits make words; each Han or Kana character is one, since nothing stands between them. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const ASCII_WORD = /[A-Za-z0-9]+/g;
const PARTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const SINGLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function wordRun(text: string, offset = 0): WordRun {
  const at: number[] = [];
  const spans: Span[] = [];
  const parts: string[] = [];
  let length = 1;
  const add = (word: string, start: number) => {
    at.push(length);
    spans.push({ start, end: start + word.length });
    parts.push(word);
    length += word.length + 1;
  };
  const isPlain = isAscii(text);
  for (const { 0: word, index } of text.matchAll(isPlain ? ASCII_WORD : WORD)) {
    if (isPlain || !SINGLE.test(word)) add(word, index + offset);
    else for (const part of word.matchAll(PARTS)) add(part[0], index + part.index + offset);
  }
  return { joined: parts.length === 0 ? ' ' : ` ${parts.join(' ')} `, at, spans };
}

/** How many words a reader would say it has: two Han or Kana characters make about one. */
export function weightOf({ spans }: WordRun, text: string, offset = 0): number {
  let weight = 0;
  for (const { start } of spans) weight += SINGLE.test(text[start - offset] ?? '') ? 0.5 : 1;
  return weight;
}

/** The index of the word that begins at `position` of `joined`. */
export function wordAt({ at }: WordRun, position: number): number {
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
