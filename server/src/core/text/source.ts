/** What of a text Markdown’s parser is given, and how it wants the lines. */
import { BOM } from './front-matter-span.ts';
import type { LineIndex } from './line-index.ts';
import type { Span } from './span.ts';

export function linesIn(lines: LineIndex, first: number, end: number): string {
  return withoutBom(lines, lines.startOf(first), lines.startOf(end));
}

/** Lines, from the first to the one before the second, that are read in front of others; or such lines themselves, each with its end. */
export type Head = readonly [number, number] | string;

export function headIn(lines: LineIndex, head: Head): string {
  if (typeof head === 'string') return head;
  // A line break of its own: half of one would be a whole one with what stands behind it.
  return head[0] < head[1] ? normal(`${withoutBom(lines, lines.startOf(head[0]), lines.endOf(head[1] - 1))}\n`) : '';
}

/** How many lines a head has. */
export function linesOf(head: string): number {
  return head.split('\n').length - 1;
}

/** What stands between two offsets, to be parsed: a text’s mark in front is none of its words. */
export function withoutBom(lines: LineIndex, start: number, end: number): string {
  const source = lines.textBetween(start, end);
  return start === 0 && source.startsWith(BOM) ? source.slice(BOM.length) : source;
}

/** The lines that the first so many characters of a source make up; its characters where most of these are of one line. */
export function beginningOf(source: string, length: number): string {
  if (source.length <= length) return source;
  const end = source.lastIndexOf('\n', length - 1);
  return source.slice(0, length / 2 < end ? end : length);
}

/** The lines that a span of so many characters begins with; fewer of them where they are very short. */
export function firstLines(lines: LineIndex, span: Span, length: number): string {
  return beginningOf(withoutBom(lines, span.start, Math.min(span.end, endOfFirst(lines, span, length))), length);
}

/** Whether these are all. */
export function areAll(lines: LineIndex, span: Span, length: number): boolean {
  return span.end - span.start <= length && span.end <= endOfFirst(lines, span, length);
}

function endOfFirst(lines: LineIndex, { start }: Span, length: number): number {
  const behind = lines.lineAt(start) + Math.ceil(length / shortestLine);
  return Math.min(start + length + 1, behind < lines.count ? lines.startOf(behind) : Infinity);
}

/** In UTF-16 code units. Where a text is read up to a length no line counts as less: very short items and rows take as long as others. */
export const shortestLine = 16;

/** The same lines, ended by LF, without NUL. */
export function normal(source: string): string {
  const lines = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  return lines.includes('\0') ? lines.replace(/\0+/g, ({ length }) => '\ufffd'.repeat(length)) : lines;
}

/** Of each line, and of none behind the last: where it begins and ends, and how far it is set in, in characters and columns. */
export interface LineMarks {
  lineMax: number;
  readonly bMarks: number[];
  readonly eMarks: number[];
  readonly tShift: number[];
  readonly sCount: number[];
  readonly bsCount: number[];
}

/** A line may be very long: it is looked at where it begins, and its end is looked for by all its characters at once. */
export function markLines(marks: LineMarks, source: string): void {
  let count = 0;
  const mark = (start: number, end: number, shift: number, column: number) => {
    marks.bMarks[count] = start;
    marks.eMarks[count] = end;
    marks.tShift[count] = shift;
    marks.sCount[count] = column;
    marks.bsCount[count] = 0;
  };
  for (let start = 0; start < source.length; count++) {
    let [at, column] = [start, 0];
    for (let code = source.charCodeAt(at); code === SPACE || code === TAB; code = source.charCodeAt(++at)) {
      column += code === TAB ? 4 - (column % 4) : 1;
      if (start + mostBlanks <= at) at = behindBlanks(source, at) - 1;
    }
    // Blanks at the end are no line.
    if (at === source.length) break;
    const lineBreak = source.indexOf('\n', at);
    const end = lineBreak === -1 ? source.length : lineBreak;
    mark(start, end, at - start, column);
    start = end + 1;
  }
  marks.lineMax = count;
  mark(source.length, source.length, 0, 0);
}

/** A line that is set in by more stands in nothing that is set in. */
export const mostBlanks = 4096;

/** Where the first thing stands from an offset on that is no blank. */
export function behindBlanks(source: string, at: number): number {
  NO_BLANK.lastIndex = at;
  return NO_BLANK.exec(source)?.index ?? source.length;
}

const NO_BLANK = /[^ \t]/g;

const TAB = 9;
const SPACE = 32;
