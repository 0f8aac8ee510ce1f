/** What stands below a link definition may come to be a part of it: its last line alone tells how far it goes. */
import type { LineIndex } from './text/line-index.ts';

/**
 * Of a line the one above it, from `top` on, that begins what may go on up to there; undefined where nothing does, so that a
 * block that begins with the line does whatever comes behind. Above `most` lines it is not looked for: something may be there.
 * Lines that were looked at for the last one are not looked at again: thousands may stand without a blank line between them.
 */
export function definingFrom(lines: LineIndex, top: number, most = Number.POSITIVE_INFINITY): DefiningAbove {
  let known: Reached = { first: top, last: top, reach: -1, by: undefined };
  return (line) => {
    const isKnown = known.first <= line && line <= known.last;
    if (!isKnown || (line <= known.reach && known.by === undefined)) known = reached(lines, line, { top, most, known });
    return line <= known.reach ? known.by : undefined;
  };
}

export type DefiningAbove = (line: number) => number | undefined;

/** Lines without a blank one between them. */
interface Reached {
  readonly first: number;
  readonly last: number;
  /** How far what begins above the last one goes on at most. */
  readonly reach: number;
  /** What begins right above the first one and goes on over the last, if anything does. */
  readonly by: number | undefined;
}

function reached(
  lines: LineIndex,
  line: number,
  { top, most, known }: { readonly top: number; readonly most: number; readonly known: Reached },
): Reached {
  let [first, reach] = [line, -1];
  while (top < first && !lines.isBlank(first - 1)) {
    if (line - first === most) return { first, last: line, reach: Number.POSITIVE_INFINITY, by: first - 1 };
    const end = endOfDefinition(lines, first - 1);
    if (line <= end) return { first, last: line, reach: end, by: first - 1 };
    first--;
    if (first < end) reach = Math.max(reach, end);
    if (ENDS.test(beginningOf(lines, first))) break;
    if (first !== known.last) continue;
    reach = Math.max(reach, known.reach);
    return { first: known.first, last: line, reach, by: line <= reach ? known.by : undefined };
  }
  return { first, last: line, reach, by: undefined };
}

/**
 * How far the definition goes at most that begins with a line, or what may come to be one: its own line, or one below, where
 * that tells. -1 where none can begin there, Infinity where it is not known.
 */
export function endOfDefinition(lines: LineIndex, line: number): number {
  if (!MAY_BEGIN.test(beginningOf(lines, line))) return -1;
  const words = wordsOf(lines, line);
  // Quickly told, where there may be nothing but blanks for megabytes.
  const [marks = ''] = (words.includes('[') && MARKS.exec(words)) || [];
  if (words[marks.length] !== '[') return -1;
  let at = line;
  let rest = behindLabel(words.slice(marks.length + 1));
  while (rest === '' || rest === '\\') {
    at++;
    if (lines.isBlank(at) || line + mostOfLabel === at) return at;
    rest = behindLabel(wordsOf(lines, at));
  }
  if (!rest.startsWith(']:')) return at;
  if (ENDS_THERE.test(rest)) return at;
  if (!MAY_HAVE_TITLE.test(rest)) return Number.POSITIVE_INFINITY;
  const below = wordsOf(lines, at + 1);
  if (!TITLE.test(below)) return at;
  const [title] = WHOLE_TITLE.exec(below) ?? [];
  // It is none where more stands behind it; behind an empty one that makes the line above no definition, too.
  if (title !== undefined) return below.slice(title.length).trim() === '' || EMPTY.test(title) ? at + 1 : at;
  return Number.POSITIVE_INFINITY;
}

function behindLabel(words: string): string {
  return words.slice(LABEL.exec(words)?.[0].length);
}

/** A line may be very long. */
function beginningOf(lines: LineIndex, line: number): string {
  const start = lines.startOf(line);
  return lines.textBetween(start, Math.min(lines.endOf(line), start + marksAtMost));
}

const marksAtMost = 200;
/** In lines: each has a character and its end, and a label has no more than 999 characters, of two code units at most. */
const mostOfLabel = 1000;

function wordsOf(lines: LineIndex, line: number): string {
  return lines.textBetween(lines.startOf(line), lines.endOf(line));
}

/** A heading, an item or a comment that stands in nothing: it ends what began above it. */
const ENDS = /^(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]|<!--)/;
const MAY_BEGIN = /^[-*+>.)\d\s]*(?:\[|$)/;
/** Of quotes, lists and what is set in. */
const MARKS = /^[-*+>.)\d\s]*/;
const LABEL = /^(?:[^\\[\]]|\\.){0,2000}/s;
/** A whole definition with its title, or none: what stands behind its address is no title. */
const ENDS_THERE = /^\]:[ \t]*(?:<[^<>\\]*>|(?!<)[^ \t\\]+)[ \t]+(?:[^ \t"'(]|"[^"\\]*"|'[^'\\]*'|\([^()\\]*\))/;
const MAY_HAVE_TITLE = /^\]:[ \t]*(?:<[^<>\\]*>|(?!<)[^ \t\\]+)[ \t]*$/;
const TITLE = /^[-*+>.)\d\s]*["'(]/;
const EMPTY = /(?:""|''|\(\))$/;
const WHOLE_TITLE = /^[-*+>.)\d\s]*(?:"[^"\\]*"|'[^'\\]*'|\([^()\\]*\))/;
