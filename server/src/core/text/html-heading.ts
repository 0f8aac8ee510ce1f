/** A heading written in HTML, `<h2 align="center">Goals</h2>`: at the beginning of a block GitHub shows it as any other. */
import type { Span } from './span.ts';

export interface HtmlHeading {
  /** 1 to 6. */
  readonly level: number;
  /** From the first mark to the last, in the source. */
  readonly span: Span;
  /** Between the marks, without blanks around it. */
  readonly words: Span;
}

/** The one that a block's source begins with, where it says something and nothing else but comments stands on its last line. */
export function htmlHeadingIn(source: string): HtmlHeading | undefined {
  const opening = OPENING.exec(source);
  if (opening === null) return undefined;
  const from = opening[0].length;
  const rest = source.slice(from, from + longest);
  const closing = CLOSING.exec(rest);
  if (closing === null || closing[1] !== opening[2]) return undefined;
  const inner = rest.slice(0, closing.index);
  if (!WORD.test(inner.replace(TAG, '')) || !ENDS_LINE.test(source.slice(from + closing.index + closing[0].length)))
    return undefined;
  const start = from + inner.length - inner.trimStart().length;
  return {
    level: Number(opening[2]),
    span: { start: opening[1]?.length ?? 0, end: from + closing.index + closing[0].length },
    words: { start, end: from + inner.trimEnd().length },
  };
}

/** The same heading at another level. */
export function htmlHeadingAt(source: string, level: number): string {
  const end = htmlHeadingIn(source)?.span.end ?? source.length;
  const heading = source.slice(0, end).replace(/<h[1-6]/i, (mark) => mark.slice(0, -1) + level);
  return heading.replace(/[1-6](?=[ \t]*>$)/, String(level)) + source.slice(end);
}

/** Words as they are written between the marks. */
export function htmlOf(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** In UTF-16 code units: what is longer is a page. */
const longest = 1000;
/** Links to it may stand in front. */
const OPENING = /^(\ufeff? {0,3})(?:<a\s[^<>]*><\/a>[ \t]*)*<h([1-6])(?:\s[^<>]*)?>/i;
const CLOSING = /<\/h([1-6])[ \t]*>/i;
const TAG = /<[^<>]*>/g;
const WORD = /[\p{L}\p{N}]/u;
const ENDS_LINE = /^[ \t]*(?:<!--[^<>\r\n]*-->[ \t]*)*(?:[\r\n]|$)/;
