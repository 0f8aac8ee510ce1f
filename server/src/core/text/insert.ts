/** A block inserted with its own blank lines and the document's own line ends. */
import type { Edit, Span } from './span.ts';

/**
 * Inserts a block of Markdown (its line ends LF, blank lines around it ignored) at an offset: one blank line before and behind
 * it, none at the start of the text, a line end at the end. Blank lines that are there already are counted, none is taken away.
 * An offset inside an indentation, a `\r\n` or a surrogate pair moves out of it, and one before a byte order mark behind that.
 */
export function insertBlock({ text }: { readonly text: string }, at: number, markdown: string): Edit {
  const offset = outside(text, at);
  const eol = lineEndOf(text);
  const lines = trimmed(markdown);
  const block = eol === '\n' ? lines : lines.replace(LINE_END, eol);
  if (block === '') return { span: { start: offset, end: offset }, newText: '' };
  const before = breaksBefore(text, offset);
  const behind = breaksBehind(text, offset);
  const [above, below] = [eol.repeat(Math.max(0, 2 - before)), eol.repeat(Math.max(0, 2 - behind))];
  // Behind half of a CRLF the other half would make one line end of two.
  const newText = (text[offset - 1] === '\r' && above[0] === '\n' ? '\n' : '') + above + block + below;
  const { start, end } = LISTED.test(block) ? indentOfHeading(text, offset) : { start: offset, end: offset };
  return { span: { start: offset, end }, newText: newText + text.slice(offset, start) };
}

const LISTED = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/m;

/** Behind a list a heading that is indented would be a part of its last item. Empty at the offset where none is next. */
export function indentOfHeading(text: string, offset: number): Span {
  let end = offset;
  while (end < text.length && (isIndent(text.charCodeAt(end)) || isBreak(text.charCodeAt(end)))) end++;
  let start = end;
  while (offset < start && isIndent(text.charCodeAt(start - 1))) start--;
  HEADING.lastIndex = end;
  return end <= start + 3 && HEADING.test(text) ? { start, end } : { start: offset, end: offset };
}

/** With `#`, of stars, in HTML, or underlined. */
const HEADING =
  /#{1,6}(?:[ \t\r\n]|$)|<(?:[hH][1-6]|[aA]\s[^\r\n]*<[hH][1-6])|\*\*|__|(?![-*+>]|\d+[.)])[^\r\n]+(?:\r\n|\r|\n) {0,3}(?:=+|-+)[ \t]*(?:[\r\n]|$)/y;

/** The line end that most lines of the text have, of a very long one of its beginning: LF where it has none. */
export function lineEndOf(text: string): '\n' | '\r\n' | '\r' {
  // A text may be very long, and few have another.
  if (!text.slice(0, mostCounted).includes('\r')) return '\n';
  let [lf, crlf, cr] = [0, 0, 0];
  for (let at = 0; at < Math.min(text.length, mostCounted); at++) {
    const code = text.charCodeAt(at);
    if (code === LF) lf++;
    if (code !== CR) continue;
    if (text.charCodeAt(at + 1) === LF) {
      crlf++;
      at++;
    } else cr++;
  }
  if (lf < crlf && cr <= crlf) return '\r\n';
  return lf < cr && crlf < cr ? '\r' : '\n';
}

/** In UTF-16 code units. */
const mostCounted = 256 * 1024;
const LF = 10;
const CR = 13;
const BOM = 0xfeff;
const LINE_END = /\r\n|\r|\n/g;

function outside(text: string, at: number): number {
  let offset = Math.max(0, Math.min(Math.trunc(at), text.length));
  if (offset === 0) return text.charCodeAt(0) === BOM ? 1 : 0;
  const [left, right] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  if (left === CR && right === LF) return offset - 1;
  if (isLeadSurrogate(left) && isTrailSurrogate(right)) return offset - 1;
  while (0 < offset && isIndent(text.charCodeAt(offset - 1))) offset--;
  return offset === 0 || isBreak(text.charCodeAt(offset - 1)) ? offset : Math.min(Math.trunc(at), text.length);
}

/** Line ends in the white space before, up to two; two, too, where nothing but white space or a byte order mark is. */
function breaksBefore(text: string, offset: number): number {
  let breaks = 0;
  let at = offset;
  for (; 0 < at && breaks < 2; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === LF || (code === CR && text.charCodeAt(at) !== LF)) breaks++;
    else if (!isIndent(code) && code !== CR) break;
  }
  return at === 0 || (at === 1 && text.charCodeAt(0) === BOM) ? 2 : breaks;
}

/** Line ends in the white space behind, up to two; one is enough where nothing else follows. */
function breaksBehind(text: string, offset: number): number {
  let breaks = 0;
  let at = offset;
  for (; at < text.length && breaks < 2; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) breaks++;
    else if (!isIndent(code) && code !== CR) break;
  }
  return at === text.length ? breaks + 1 : breaks;
}

/** Without blank lines around it; the first line keeps its indentation, the last one a blank to write on behind. */
function trimmed(markdown: string): string {
  let start = 0;
  for (let at = 0; at < markdown.length; at++) {
    const code = markdown.charCodeAt(at);
    if (isBreak(code)) start = at + 1;
    else if (!isIndent(code)) break;
  }
  let end = Math.max(start, markdown.trimEnd().length);
  while (isIndent(markdown.charCodeAt(end))) end++;
  return markdown.slice(start, end);
}

function isBreak(code: number): boolean {
  return code === LF || code === CR;
}

function isIndent(code: number): boolean {
  return code === 32 || code === 9;
}

function isLeadSurrogate(code: number): boolean {
  return 0xd800 <= code && code < 0xdc00;
}

function isTrailSurrogate(code: number): boolean {
  return 0xdc00 <= code && code < 0xe000;
}
