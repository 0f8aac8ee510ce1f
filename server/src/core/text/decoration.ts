/** Emoji, check marks, stars, arrows (`->` and `>>`, too) and their short codes around a title, in brackets or not: none of its words. */
import { hasLetterOrDigit } from './letters.ts';
import type { Span } from './span.ts';

export function withoutDecoration(title: string): string {
  const { start, end } = wordsSpan(title);
  return title.slice(start, end);
}

/** Where the words stand in a title, without blanks and symbols around them. Where none would be left, it is all its words. */
export function wordsSpan(title: string): Span {
  const all = { start: title.length - title.trimStart().length, end: title.trimEnd().length };
  let { start } = all;
  while (start < all.end) {
    const length = decorationAt(title, start) || groupAt(title, start);
    if (length === 0) break;
    start += length;
  }
  const end = endOfWords(title, start);
  if (start === all.start && end === all.end) return all;
  return hasLetterOrDigit(title.slice(start, end)) ? { start, end } : all;
}

/** Where the words end, without blanks and symbols behind them; no further in front than `from`. */
export function endOfWords(title: string, from: number): number {
  let end = title.length;
  while (from < end) {
    const length =
      blankAt(title, end - 1) ||
      symbolBefore(title, end) ||
      codeBefore(title, end) ||
      groupBefore(title, end) ||
      arrowBefore(title, end);
    if (length === 0) break;
    end -= length;
  }
  return Math.max(from, end);
}

/** What stands around the words, to be compared: `✅`, `🇩🇪`. */
export function decorationOf(title: string): string {
  const { start, end } = wordsSpan(title);
  return (title.slice(0, start) + title.slice(end)).replace(/\s|\ufe0e|\ufe0f/g, '');
}

/** Flags tell apart what is said of one place and of another: “Rollout 🇩🇪” is no second “Rollout 🇫🇷”. */
export function flagsOf(title: string): string {
  return title.match(FLAGS)?.join('') ?? '';
}

const FLAGS = /\p{Regional_Indicator}{2}|🏴[\u{e0020}-\u{e007f}]+/gu;

function decorationAt(title: string, at: number): number {
  return blankAt(title, at) || symbolAt(title, at) || keycapAt(title, at) || codeAt(title, at) || arrowAt(title, at);
}

function blankAt(title: string, at: number): number {
  return /\s/.test(title.charAt(at)) ? 1 : 0;
}

function symbolAt(title: string, at: number): number {
  const code = title.codePointAt(at) ?? 0;
  // Most titles begin and end with a letter, and this is asked of every heading.
  if (code < 128) return 0;
  const symbol = String.fromCodePoint(code);
  return SYMBOL.test(symbol) && !MEANS_SOMETHING.has(symbol) ? symbol.length : 0;
}

function symbolBefore(title: string, end: number): number {
  return symbolAt(title, end - 2) === 2 ? 2 : symbolAt(title, end - 1);
}

/** Emoji with what joins, varies and colours them, flags, shapes, stars, dingbats, arrows, bullets and the pilcrow: not letters in a circle, nor signs of units. */
const SYMBOL =
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u25a0-\u2767\u2190-\u21ff\u2794-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff\u2022\u2023\u00b6\u{e0020}-\u{e007f}]|\u200d|\ufe0e|\ufe0f/u;

const MEANS_SOMETHING: ReadonlySet<string> = new Set('©®™Ⓜ');

/** `1️⃣`, in front a number like any other; behind the words it is a part of them, as in “Phase 1️⃣”. */
function keycapAt(title: string, at: number): number {
  return KEYCAP.exec(title.slice(at, at + 3))?.[0].length ?? 0;
}

const KEYCAP = /^[0-9#*]\ufe0f?\u20e3/;

/** `:white_check_mark:` */
function codeAt(title: string, at: number): number {
  return title[at] === ':' ? (/^:[a-z][a-z0-9_+-]*:/.exec(title.slice(at, at + longestCode))?.[0].length ?? 0) : 0;
}

function codeBefore(title: string, end: number): number {
  if (title[end - 1] !== ':') return 0;
  const near = Math.max(0, end - longestCode);
  const from = near + title.slice(near, end - 1).lastIndexOf(':');
  const isApart = from === 0 || blankAt(title, from - 1) === 1;
  return near <= from && isApart && codeAt(title, from) === end - from ? end - from : 0;
}

/** `->`, `=>`, `>>`, apart from the words. */
function arrowAt(title: string, at: number): number {
  if (!MARKS_OF_ARROWS.includes(title.charAt(at))) return 0;
  return /^(?:[-=]>|>>)(?=\s)/.exec(title.slice(at, at + 3))?.[0].length ?? 0;
}

function arrowBefore(title: string, end: number): number {
  if (!MARKS_OF_ARROWS.includes(title.charAt(end - 1))) return 0;
  return /(?<=\s)(?:[-=]>|>>|<[-=<])$/.exec(title.slice(Math.max(0, end - 3), end))?.[0].length ?? 0;
}

const MARKS_OF_ARROWS = '-=<>';

/** `(✅)`, `[:x:]`: brackets with nothing but symbols in them. */
function groupAt(title: string, at: number): number {
  const closer = CLOSERS.get(title.charAt(at));
  const end = closer === undefined ? -1 : title.slice(at, at + longestGroup).indexOf(closer);
  return end !== -1 && isDecoration(title.slice(at + 1, at + end)) ? end + 1 : 0;
}

function groupBefore(title: string, end: number): number {
  const opener = OPENERS.get(title.charAt(end - 1));
  if (opener === undefined) return 0;
  const near = Math.max(0, end - longestGroup);
  const at = near + title.slice(near, end).lastIndexOf(opener);
  return near <= at && groupAt(title, at) === end - at ? end - at : 0;
}

function isDecoration(words: string): boolean {
  let at = 0;
  for (let length = 1; at < words.length && 0 < length; at += length) length = decorationAt(words, at);
  return words.trim() !== '' && at === words.length;
}

const CLOSERS = new Map(['()', '[]', '（）', '［］', '【】'].map(([opener, closer]) => [opener, closer] as const));
const OPENERS = new Map(Array.from(CLOSERS, ([opener, closer]) => [closer, opener] as const));

/** Bounded, since they are looked for again and again. */
const longestCode = 60;
const longestGroup = 80;
