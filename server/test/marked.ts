/**
 * Marks in texts, so that tests are pictures: `$0` is the cursor, a line of carets points at what stands above it.
 *
 *     ## Goals
 *     ^^^^^^^^ empty-section: Section “Goals” is empty
 *
 * - A caret line is indentation, carets, a blank and a label; it is taken out before the text is read.
 * - A caret stands for one UTF-16 code unit, as columns are counted: two under an emoji.
 * - `^^^+2` goes on for two more lines, to the end of the second; `^^^+2:5` ends at its fifth column.
 * - `^0` marks a place of no width.
 * - A last caret line without a line break takes the break before it along: the text ends without one.
 */
import type { Span } from '../src/core/index.ts';

/** Words about a part of the text. */
export interface Mark {
  readonly span: Span;
  readonly label: string;
}

export interface MarkedText {
  /** Without marks: what is to be read. */
  readonly text: string;
  /** In the order of their lines. */
  readonly marks: readonly Mark[];
  /** Where `$0` stood. */
  readonly cursor: number | undefined;
}

/** Takes the marks out of a picture. Throws where a caret line has nothing above it. */
export function unmark(picture: string): MarkedText {
  const marks: Mark[] = [];
  const starts: number[] = [];
  let text = '';
  let cursor: number | undefined;
  const pointed: { line: number; caret: RegExpExecArray }[] = [];
  for (const line of linesOf(picture)) {
    const caret = caretLine.exec(line);
    if (caret !== null) {
      if (starts.length === 0) throw new Error(`A caret line needs a line above it: ${line}`);
      pointed.push({ line: starts.length - 1, caret });
      if (!/[\r\n]$/.test(line)) text = text.replace(/(\r\n|\r|\n)$/, '');
      continue;
    }
    starts.push(text.length);
    const at = line.indexOf('$0');
    if (at !== -1) cursor = text.length + at;
    text += line.replace('$0', '');
  }
  for (const { line, caret } of pointed) marks.push(toMark(caret, text, starts, line));
  return { text, marks, cursor };
}

/** The text with marks and cursor drawn in: what `unmark` takes out again. Marks are drawn in the order of the text. */
export function draw(text: string, marks: readonly Mark[], cursor?: number): string {
  const lines = linesOf(text);
  if (lines.length === 0) lines.push('');
  const starts = startsOf(lines);
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const rows: string[] = [];
  lines.forEach((line, index) => {
    const start = starts[index] ?? 0;
    const isLast = index === lines.length - 1;
    const own = marks
      .filter(({ span }) => index === lineOf(starts, span.start))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const hasCursor = cursor !== undefined && index === lineOf(starts, cursor);
    const shown = hasCursor ? `${line.slice(0, cursor - start)}$0${line.slice(cursor - start)}` : line;
    const open = isLast && 0 < own.length && !/[\r\n]$/.test(line);
    rows.push(open ? shown + lineBreak : shown);
    own.forEach((mark, nth) => {
      const row = caretRow(mark, line, start, starts, lines);
      // With the line's own break: another one could become one with the next line's.
      rows.push(open && nth === own.length - 1 ? row : row + (/\r\n|\r|\n/.exec(line)?.[0] ?? lineBreak));
    });
  });
  return rows.join('');
}

const caretLine = /^([ \t]*)(\^0|\^+)(?:\+(\d+)(?::(\d+))?)? (\S.*?)[\r\n]*$/;

function toMark(
  [, indent, carets, more, column, label]: RegExpExecArray,
  text: string,
  starts: number[],
  line: number,
): Mark {
  const start = (starts[line] ?? 0) + (indent ?? '').length;
  const named = label ?? '';
  if (more !== undefined) {
    const last = line + Number(more);
    const lineEnd = wordsOf(text.slice(starts[last] ?? text.length, starts[last + 1] ?? text.length)).length;
    return {
      span: { start, end: (starts[last] ?? text.length) + (column === undefined ? lineEnd : Number(column)) },
      label: named,
    };
  }
  return { span: { start, end: start + (carets === '^0' ? 0 : (carets ?? '').length) }, label: named };
}

function caretRow(
  { span, label }: Mark,
  line: string,
  start: number,
  starts: readonly number[],
  lines: readonly string[],
): string {
  const words = wordsOf(line);
  const indent = line.slice(0, span.start - start).replaceAll(/[^\t]/g, ' ');
  if (span.end === span.start) return `${indent}^0 ${label}`;
  const last = lineOf(starts, span.end);
  const index = lineOf(starts, span.start);
  if (last === index) return `${indent}${'^'.repeat(span.end - span.start)} ${label}`;
  const column = span.end - (starts[last] ?? 0);
  const end = column === wordsOf(lines[last] ?? '').length ? '' : `:${column}`;
  return `${indent}${'^'.repeat(Math.max(1, words.length - (span.start - start)))}+${last - index}${end} ${label}`;
}

/** Lines with their breaks; none for an empty text. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function startsOf(lines: readonly string[]): number[] {
  let at = 0;
  return lines.map((line) => (at += line.length) - line.length);
}

function lineOf(starts: readonly number[], offset: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= offset),
  );
}

function wordsOf(line: string): string {
  return line.replace(/[\r\n]+$/, '');
}
