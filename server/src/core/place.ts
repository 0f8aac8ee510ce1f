/** Where the parts of a section stand: its title's words, its answer, the place where one would be written. */
import { boldLevel, type Section, type SpecDocument } from './document.ts';
import { BOM } from './text/front-matter-span.ts';
import { hashesIn, wordsOfHeading } from './text/heading-end.ts';
import { htmlHeadingIn } from './text/html-heading.ts';
import type { Span } from './text/span.ts';

/** Where the title's words stand in a heading: behind the `#`, before closing ones, an address and footnotes, or between the stars of a bold line or the marks of HTML. Empty where there are none. */
export function titleSpan({ lines }: SpecDocument, { heading, level }: Section): Span {
  const source = lines.textBetween(heading.start, heading.end);
  if (level === boldLevel)
    return { start: heading.start + 2, end: heading.start + source.lastIndexOf(source.slice(0, 2)) };
  const { start, end } = contentSpan(source);
  const words = wordsOfHeading(source.slice(start, end));
  return { start: heading.start + start + words.start, end: heading.start + start + words.end };
}

/** What stands between the marks of a heading. */
function contentSpan(source: string): Span {
  const html = htmlHeadingIn(source)?.words;
  if (html !== undefined) return html;
  const hashes = hashesIn(source)?.end;
  if (hashes === undefined) return { start: source.startsWith(BOM) ? BOM.length : 0, end: lastLineBreak(source) };
  const start = hashes + (/^[ \t]*/.exec(source.slice(hashes))?.[0].length ?? 0);
  const closing = /[ \t]#+$/.exec(source.slice(start - 1));
  return { start, end: Math.max(start, closing === null ? source.length : start - 1 + closing.index) };
}

/** From the first to the last visible character of the body, comments left out at both ends; undefined where there is none. */
export function answerSpan({ text }: SpecDocument, { blocks }: Section): Span | undefined {
  const first = blocks.find(({ kind }) => kind !== 'comment');
  const last = blocks.findLast(({ kind }) => kind !== 'comment');
  if (first === undefined || last === undefined) return undefined;
  return withoutBlanks(text, { start: first.span.start, end: last.span.end });
}

/** A body from its first to its last character, comments included; undefined where it is blank. */
export function bodySpan({ text }: SpecDocument, { body }: Section): Span | undefined {
  const span = withoutBlanks(text, body);
  return span.start < span.end ? span : undefined;
}

/**
 * An empty span where one would begin to type: a blank line below the heading, or below the comments under it, and a
 * second one where there are two, so that the heading keeps its blank line.
 */
export function emptyPlace({ text, lines }: SpecDocument, { heading, body, blocks }: Section): Span {
  const above = blocks.findLast(({ kind }) => kind === 'comment')?.span.end ?? heading.end;
  const line = lines.lineAt(above);
  const isFree = (at: number) => isBefore(at, lines.count, lines.startOf(at), body.end, text) && lines.isBlank(at);
  if (!isFree(line + 1)) return { start: above, end: above };
  const start = lines.startOf(isFree(line + 2) ? line + 2 : line + 1);
  return { start, end: start };
}

/** A span without the blanks and line breaks at its ends; empty at its start where it has nothing else. */
export function withoutBlanks(text: string, { start, end }: Span): Span {
  const source = text.slice(start, end);
  const from = source.search(/\S/);
  if (from === -1) return { start, end: start };
  return { start: start + from, end: start + source.trimEnd().length };
}

/** The body's last line is one of its own only where the text ends with it. */
function isBefore(line: number, count: number, start: number, end: number, text: string): boolean {
  return line < count && (start < end || (start === end && end === text.length));
}

function lastLineBreak(source: string): number {
  const at = Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r'));
  if (at === -1) return source.length;
  return source.charCodeAt(at) === 10 && source.charCodeAt(at - 1) === 13 ? at - 1 : at;
}
