/** Whole lines taken out, with the blank lines that would be left doubled. */
import { indentOfHeading } from './insert.ts';
import type { LineIndex } from './line-index.ts';
import type { Edit, Span } from './span.ts';

interface Lined {
  readonly text: string;
  readonly lines: LineIndex;
}

/**
 * Deletes every line that the span touches, and the blank lines behind it, unless they alone part what stands right
 * above from what follows; at the end of the text, those before it. Where one among them did, a blank line is left; where
 * it is a block that stands in no other, too: words above it do not go on behind it.
 */
export function deleteLines({ text, lines }: Lined, deleted: Span, isBlock = false): Edit {
  const { start, end } = linesWith({ text, lines }, deleted);
  const [first, behind] = [lines.lineAt(start), lines.lineAt(end)];
  const isTight = end < text.length && 0 < first && !lines.isBlank(first - 1) && !lines.isBlank(behind);
  const apart = () => isBlock || /\n[ \t]*[\r\n]|\r[ \t]*\r/.test(lines.textBetween(start, end));
  return { span: { start, end: isTight && apart() ? lines.endOf(behind - 1) : end }, newText: '' };
}

/** The lines themselves, for what is moved away. */
export function linesWith({ text, lines }: Lined, { start, end }: Span): Span {
  let first = lines.lineAt(start);
  const behind = lines.lineAt(Math.max(start, end - 1)) + 1;
  let next = behind;
  while (next < lines.count && lines.isBlank(next)) next++;
  if (next < lines.count) {
    const isTight = 0 < first && !lines.isBlank(first - 1);
    return { start: lines.startOf(first), end: lines.startOf(isTight ? behind : next) };
  }
  while (0 < first && lines.isBlank(first - 1)) first--;
  return { start: lines.startOf(first), end: text.length };
}

/** With the indentation of a heading behind what is deleted, which a list above would take in then. */
export function deletedBelowList({ text, lines }: Lined, edit: Edit): readonly Edit[] {
  const { start, end } = edit.span;
  let above = lines.lineAt(start) - 1;
  while (0 <= above && lines.isBlank(above)) above--;
  if (above < 0 || !LISTED.test(lines.textBetween(lines.startOf(above), lines.endOf(above)))) return [edit];
  const indent = indentOfHeading(text, end);
  return indent.start < indent.end ? [edit, { span: indent, newText: '' }] : [edit];
}

/** A line of an item. */
const LISTED = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|^(?: {2}|\t)/;

/** With all of a link or an image whose words they are, and of one around that; without its target where the link holds more. */
export function withLink(lined: Lined, span: Span): Span {
  // An image in a link: nobody has more of them in each other.
  return withNearestLink(lined, withNearestLink(lined, span));
}

function withNearestLink({ text }: Lined, { start, end }: Span): Span {
  const before = LINK_BEFORE.exec(text.slice(Math.max(0, start - longestBefore), start))?.[0].length;
  for (const { 0: target, 1: marks = '', index } of text.slice(start, end + longestTarget).matchAll(LINK_BEHIND)) {
    const [at, behind] = [start + index - marks.length, start + index + target.length];
    if (behind <= end) continue;
    if (end < at) break;
    const words = text.slice(start, at);
    if (hasMore(words, '[', ']')) return { start, end: behind };
    if (before !== undefined) return { start: start - before, end: behind };
    return { start, end: Math.min(end, at + marks.length) };
  }
  return { start, end };
}

/** Marks may stand between the words and those of the link. */
const LINK_BEFORE = /!?\[[*_~`"'“‘(]{0,6}$/;
const LINK_BEHIND =
  /\](?<=([.!?…。！？*_~`"'”’)]*)\])(?:\((?:[^()"<>]|<[^<>]*>|"[^"]*"|\([^()]*\))*\)|\[[^[\]\r\n]*\])/g;
const longestBefore = 8;
const longestTarget = 2000;

/** Whether nothing but list marks and punctuation stands on the span's lines outside it. */
export function fillsItsLines({ text, lines }: Lined, { start, end }: Span): boolean {
  const before = text.slice(lines.startOf(lines.lineAt(start)), start);
  const after = text.slice(end, lines.endOf(lines.lineAt(end)));
  return !HAS_WORD.test(before.replace(/^[ \t>]*\d{1,9}[.)]/, '')) && !HAS_WORD.test(after);
}

const HAS_WORD = /[\p{L}\p{N}]/u;

/**
 * Deletes words within a paragraph, with the punctuation that ends them and one of the blanks around them. Of quotes, brackets
 * and marks of emphasis around them go those that would be left without their other half: the others hold more than these words.
 */
export function deleteWords({ text }: Lined, { start, end }: Span): Edit {
  let [first, last] = [start, end];
  for (let marks = 0; marks < mostMarks; marks++) {
    while (last < text.length && ENDS.includes(text.charAt(last))) last++;
    const before = MARK_BEFORE.exec(text.slice(Math.max(0, first - longestMark), first))?.[0] ?? '';
    const behind = MARK_BEHIND.exec(text.slice(last, last + longestMark))?.[0] ?? '';
    const words = text.slice(first, last);
    const isAround = before !== '' && closerOf(before) === behind;
    const opens = before !== '' && hasMore(words, closerOf(before), before);
    const closes = behind !== '' && hasMore(words, openerOf(behind), behind);
    if (!isAround && !closes && !opens) break;
    if (isAround || opens) first -= before.length;
    if (isAround || closes) last += behind.length;
  }
  if (/[ \t]/.test(text[last] ?? '')) last++;
  else if (/[ \t]/.test(text[first - 1] ?? '')) first--;
  return { span: { start: first, end: last }, newText: '' };
}

/** Whether one half of a pair stands in the words without the other; where both are one mark, an odd number of it. */
function hasMore(words: string, half: string, other: string): boolean {
  const marks = words.match(MARKS) ?? [];
  const count = (mark: string) => marks.filter((each) => each === mark).length;
  return half === other ? count(half) % 2 === 1 : count(other) < count(half);
}

function closerOf(mark: string): string {
  return CLOSERS.get(mark) ?? mark;
}

function openerOf(mark: string): string {
  return OPENERS.get(mark) ?? mark;
}

const ENDS = '.!?…。！？';
const CLOSERS = new Map(['()', '[]', '“”', '‘’'].map(([opener = '', closer = '']) => [opener, closer]));
const OPENERS = new Map(Array.from(CLOSERS, ([opener, closer]) => [closer, opener]));
const MARKS = /\*{1,3}|_{1,3}|`{1,3}|~{1,2}|[()[\]"'“”‘’]/g;
const MARK_BEFORE = /(?:\*{1,3}|_{1,3}|`{1,3}|~{1,2}|[(["'“‘])$/;
const MARK_BEHIND = /^(?:\*{1,3}|_{1,3}|`{1,3}|~{1,2}|[)\]"'”’])/;
const longestMark = 3;
/** Nobody has more of them around a sentence. */
const mostMarks = 10;
