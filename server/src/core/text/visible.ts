/** A text as a reader sees it: comments blanked out, every other character where it was. */
import type { LineIndex } from './line-index.ts';

/** Same length as `text`; line breaks stay. A comment that does not end is text, as it is to a reader of the preview. */
export function withoutComments(text: string): string {
  return blanked(text, '<!--', '-->');
}

/** Shorter by them: of each a blank is left. One may be very long. */
export function cutComments(text: string): string {
  let left = '';
  let at = 0;
  for (const { start, end } of spansBetween(text, '<!--', '-->')) {
    left += `${text.slice(at, start)} `;
    at = end;
  }
  return left + text.slice(at);
}

/** The comments' words, without the marks: HTML comments, then link definitions that serve as comments. */
export function commentsIn(text: string): readonly string[] {
  const comments: string[] = [];
  for (const { start, end } of spansBetween(text, '<!--', '-->')) comments.push(text.slice(start + 4, end - 3).trim());
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
  let rest = html.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 4);
    if (end === -1) return true;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest === '';
}

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

function blanked(text: string, open: string, close: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of spansBetween(text, open, close)) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return at === 0 ? text : result + text.slice(at);
}

function* spansBetween(text: string, open: string, close: string): Iterable<{ start: number; end: number }> {
  let start = text.indexOf(open);
  while (start !== -1) {
    const end = text.indexOf(close, start + open.length);
    if (end === -1) return;
    yield { start, end: end + close.length };
    start = text.indexOf(open, end + close.length);
  }
}
