/** What stands around a heading's words and is none of them: its address, as in `## Goals {#goals}`, links to it, and footnotes, `[^1]`. */
import { endOfWords as endBeforeSymbols } from './decoration.ts';
import type { Span } from './span.ts';

/** Where the words stand: behind links to them, and before all that may follow, with the symbols among it; what would leave none of them stays. */
export function wordsOfHeading(heading: string): Span {
  const end = endOfWords(heading);
  // Most headings begin with a letter, and the pattern takes a while to be made.
  const start = '[<'.includes(heading.charAt(0)) ? (LINKS_BEFORE.exec(heading)?.[0].length ?? 0) : 0;
  return { start: start < end ? start : 0, end };
}

function endOfWords(heading: string): number {
  let end = heading.trimEnd().length;
  for (;;) {
    const last = endBeforeSymbols(heading.slice(0, end), 0);
    const start = startOfMark(heading, end) ?? (last < end ? startOfMark(heading, last) : undefined) ?? 0;
    const before = heading.slice(0, start).trimEnd();
    if (before === '') return end;
    end = before.length;
  }
}

/** Where the `#` of a heading stand, a byte order mark before them or not; undefined where it is underlined, whatever its words begin with. */
export function hashesIn(heading: string): Span | undefined {
  const found = /^(\ufeff? {0,3})#{1,6}(?=[ \t]|$)/.exec(heading);
  return found === null ? undefined : { start: found[1]?.length ?? 0, end: found[0].length };
}

/** Words to stand behind `#`: the last marks of a line would be none of them. */
export function endEscaped(words: string): string {
  return words.replace(/(?<= )#+$/, '\\$&');
}

/** The words of a `## Heading` as the parser takes them out, without asking it; undefined for any other. */
export function contentOfLine(source: string): string | undefined {
  const marks = /^ {0,3}#{1,6}(?=[ \t])/.exec(source)?.[0].length;
  if (marks === undefined || /[\r\n\0]/.test(source)) return undefined;
  return withoutClosing(source, marks).trim();
}

/** From an offset on, without the `##` at the end, which is none of the words where a blank parts it from them. */
function withoutClosing(source: string, from: number): string {
  let end = source.length;
  while (from < end && isBlank(source.charAt(end - 1))) end--;
  let words = end;
  while (from < words && source.charAt(words - 1) === '#') words--;
  return source.slice(from, words < end && isBlank(source.charAt(words - 1)) ? words : end);
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** Where an address, a link or a footnote begins that ends at `end`. */
function startOfMark(heading: string, end: number): number | undefined {
  const mark = MARKS.get(heading.charAt(end - 1));
  if (mark === undefined) return undefined;
  const inner = heading.lastIndexOf(mark.inner, end - 1);
  const start = heading.lastIndexOf(mark.opener, inner);
  return inner === -1 || start === -1 || !mark.is.test(heading.slice(start, end)) ? undefined : start;
}

/** `{#goals}`, `{: #goals .wide}`: for the program that makes a page of it, and no placeholder. */
export function isAttributes(words: string): boolean {
  return ATTRIBUTES.test(words);
}

const ATTRIBUTES = /^\{:?[ \t]*[#.][^\s{}][^{}]*\}$/;
const FOOTNOTE = /^\[\^[^[\]\s]+\]$/;
/** `[¶](#goals)`, with no word in it, or the same in HTML. */
const LINK = String.raw`(?:\[[^[\]\p{L}\p{N}]*\]\(#[^()\s]*(?:[ \t]+"[^"]*")?\)|<a\s[^<>]*>[^<>\p{L}\p{N}]*<\/a>)`;
const LINKS_BEFORE = new RegExp(`^(?:${LINK}\\s*)+`, 'iu');
const LINK_ALONE = new RegExp(`^${LINK}$`, 'iu');

/** By its last character: what it begins with, what stands at or behind that, and all of it. */
const MARKS = new Map([
  ['}', { opener: '{', inner: '{', is: ATTRIBUTES }],
  [']', { opener: '[', inner: '[', is: FOOTNOTE }],
  [')', { opener: '[', inner: '](', is: LINK_ALONE }],
  ['>', { opener: '<a', inner: '</', is: LINK_ALONE }],
]);
