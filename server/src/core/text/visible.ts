/** A text as a reader sees it: comments blanked out, every other character where it was. */
import type { LineIndex } from './line-index.ts';

/** Same length as `text`; line breaks stay. A comment that does not end is text, as it is to a reader of the preview. */
export function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spansOfComments(text)) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return at === 0 ? text : result + text.slice(at);
}

/** Shorter by them: of each a blank is left. One may be very long. */
export function cutComments(text: string): string {
  let left = '';
  let at = 0;
  for (const { start, end } of spansOfComments(text)) {
    left += `${text.slice(at, start)} `;
    at = end;
  }
  return left + text.slice(at);
}

/** The comments' words, without the marks: HTML comments, then link definitions that serve as comments. */
export function commentsIn(text: string): readonly string[] {
  const comments: string[] = [];
  for (const { start, end } of spansOfComments(text)) comments.push(text.slice(start + 4, end - 3).trim());
  if (!mayHoldLinkComment(text)) return comments;
  const titles = text.split(/[\r\n]+/).flatMap((line) => LINK_COMMENT.exec(line)?.slice(1) ?? []);
  return [...comments, ...titles.filter((title) => title !== undefined).map((title) => title.trim())];
}

/** Quickly told: where one half of its mark is all over a text, the other is not. */
export function mayHoldComment(lines: LineIndex): boolean {
  return lines.includes('<') && lines.includes('!--');
}

/** A link definition that is there for its title only: `[//]: # (Name the risks.)`. */
export function isLinkComment(line: string): boolean {
  return LINK_COMMENT.test(line);
}

/** Quickly told: most texts hold none. What holds none as a whole holds none in part. */
export function mayHoldLinkComment(text: string): boolean {
  return text.includes(']:');
}

const LINK_COMMENT =
  /^\ufeff? {0,3}\[(?:\/\/|comment|_)\]:[ \t]*(?:#|<#?>)[ \t]+(?:"([^"]*)"|'([^']*)'|\(([^()]*)\))[ \t]*$/i;

/** Whether HTML says nothing to a reader. A comment that does not end goes to the end, as it does to a parser of blocks. */
export function isOnlyComments(html: string): boolean {
  for (let at = behindWhiteSpace(html, 0); ; ) {
    if (!html.startsWith('<!--', at)) return at === html.length;
    const end = endOfComment(html, at);
    if (end === -1) return true;
    at = behindWhiteSpace(html, end);
  }
}

/** Behind the mark that closes one. Quickly told: where the other signs of that are all over a text, its last may be nowhere. */
function endOfComment(text: string, start: number): number {
  const close = text.includes('>', start) ? text.indexOf('-->', start + 4) : -1;
  return close === -1 ? -1 : close + 3;
}

function behindWhiteSpace(html: string, at: number): number {
  WHITE_SPACE.lastIndex = at;
  return WHITE_SPACE.test(html) ? WHITE_SPACE.lastIndex : at;
}

const WHITE_SPACE = /\s+/y;

/** A code block with nothing in it: a form leaves one where nothing was filled in. */
export function isBlankFence(source: string): boolean {
  const [, mark, words = '', rest = ''] = FENCE.exec(source) ?? [];
  if (mark === undefined || words.includes('`')) return false;
  const last = rest.trim();
  return last === '' || (last.startsWith(mark) && ONLY_MARKS.test(last));
}

/** Its mark, the words behind that, and all below its line. */
const FENCE = /^[ \t]*(`{3,}|~{3,})([^\r\n]*)([\s\S]*)/;
const ONLY_MARKS = /^[`~]*$/;

function* spansOfComments(text: string): Iterable<{ start: number; end: number }> {
  for (let start = text.indexOf('<!--'); start !== -1; ) {
    const end = endOfComment(text, start);
    if (end === -1) return;
    yield { start, end };
    start = text.indexOf('<!--', end);
  }
}
