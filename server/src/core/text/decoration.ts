/** Emoji, check marks, stars and their short codes around a title: none of its words. */
import type { Span } from './span.ts';

export function withoutDecoration(title: string): string {
  const { start, end } = wordsSpan(title);
  return title.slice(start, end);
}

/** Where the words stand in a title, without blanks and symbols around them. What would leave none of them stays. */
export function wordsSpan(title: string): Span {
  const all = { start: title.length - title.trimStart().length, end: title.trimEnd().length };
  let { start, end } = all;
  while (start < end) {
    const length = blankAt(title, start) || symbolAt(title, start) || codeAt(title, start);
    if (length === 0) break;
    start += length;
  }
  while (start < end) {
    const length = blankAt(title, end - 1) || symbolBefore(title, end) || codeBefore(title, end);
    if (length === 0) break;
    end -= length;
  }
  return start < end ? { start, end } : all;
}

function blankAt(title: string, at: number): number {
  return /\s/.test(title.charAt(at)) ? 1 : 0;
}

function symbolAt(title: string, at: number): number {
  const code = title.codePointAt(at) ?? 0;
  // Most titles begin and end with a letter, and this is asked of every heading. `^` and backticks are markup.
  if (code < 128) return 0;
  const symbol = String.fromCodePoint(code);
  return SYMBOL.test(symbol) ? symbol.length : 0;
}

function symbolBefore(title: string, end: number): number {
  return symbolAt(title, end - 2) === 2 ? 2 : symbolAt(title, end - 1);
}

/** What joins or varies emoji, too. */
const SYMBOL = /[\p{So}\p{Sk}\p{Extended_Pictographic}]|\u200d|\ufe0e|\ufe0f/u;

/** `:white_check_mark:` */
function codeAt(title: string, at: number): number {
  return title[at] === ':' ? (/^:[a-z][a-z0-9_+-]*:/.exec(title.slice(at, at + longestCode))?.[0].length ?? 0) : 0;
}

function codeBefore(title: string, end: number): number {
  if (title[end - 1] !== ':') return 0;
  const from = title.lastIndexOf(':', end - 2);
  const isApart = from === 0 || blankAt(title, from - 1) === 1;
  return isApart && codeAt(title, from) === end - from ? end - from : 0;
}

/** Bounded, since it is looked for again and again. */
const longestCode = 60;
