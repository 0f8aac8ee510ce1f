/** Where comments are in a block that is more than a comment. */
import type { Span } from './span.ts';

/** Without those that the block’s code shows: its code spans, and fences in its lists and quotes. A comment that does not end is text. */
export function commentSpans(block: string): readonly Span[] {
  const comments: Span[] = [];
  if (!block.includes('<!--')) return comments;
  let fence: string | undefined;
  MARK.lastIndex = 0;
  for (let found = MARK.exec(block); found !== null; found = MARK.exec(block)) {
    const { 0: mark, index } = found;
    const isFence = 3 <= mark.length && mark !== '<!--' && startsLine(block, index);
    if (fence !== undefined) {
      if (isFence && mark.startsWith(fence)) fence = undefined;
    } else if (mark === '<!--') {
      const end = block.indexOf('-->', index + mark.length);
      if (end === -1) return comments;
      comments.push({ start: index, end: end + 3 });
      MARK.lastIndex = end + 3;
    } else if (isFence) fence = mark;
    else if (mark.startsWith('`') && block[index - 1] !== '\\') MARK.lastIndex = endOfCode(block, index, mark);
  }
  return comments;
}

const MARK = /<!--|`+|~{3,}/g;

/** Nothing but marks of lists and quotes stands before it. */
function startsLine(block: string, index: number): boolean {
  const from = Math.max(block.lastIndexOf('\n', index - 1), block.lastIndexOf('\r', index - 1)) + 1;
  return index - from <= mostMarks && /^[\s>*+\-\d.)]*$/.test(block.slice(from, index));
}

const mostMarks = 100;

/** Behind the marks that close a code span; behind those that open it where nothing does. */
function endOfCode(block: string, index: number, mark: string): number {
  const start = index + mark.length;
  for (let at = block.indexOf(mark, start); at !== -1; at = block.indexOf(mark, at)) {
    let end = at + mark.length;
    while (block[end] === '`') end++;
    if (end - at === mark.length) return end;
    at = end;
  }
  return start;
}
