/** Whole lines taken out, with the blank lines that would be left doubled. */
import type { LineIndex } from './line-index.ts';
import type { Edit, Span } from './span.ts';

interface Lined {
  readonly text: string;
  readonly lines: LineIndex;
}

/**
 * Deletes every line that the span touches, and the blank lines behind it, unless they alone part what stands right
 * above from what follows; at the end of the text, those before it.
 */
export function deleteLines({ text, lines }: Lined, { start, end }: Span): Edit {
  let first = lines.lineAt(start);
  const behind = lines.lineAt(Math.max(start, end - 1)) + 1;
  let next = behind;
  while (next < lines.count && lines.isBlank(next)) next++;
  if (next < lines.count) {
    const isTight = 0 < first && !lines.isBlank(first - 1);
    return { span: { start: lines.startOf(first), end: lines.startOf(isTight ? behind : next) }, newText: '' };
  }
  while (0 < first && lines.isBlank(first - 1)) first--;
  return { span: { start: lines.startOf(first), end: text.length }, newText: '' };
}

/** Whether nothing but list marks and punctuation stands on the span's lines outside it. */
export function fillsItsLines({ text, lines }: Lined, { start, end }: Span): boolean {
  const before = text.slice(lines.startOf(lines.lineAt(start)), start);
  const after = text.slice(end, lines.endOf(lines.lineAt(end)));
  return !HAS_WORD.test(before.replace(/^[ \t>]*\d{1,9}[.)]/, '')) && !HAS_WORD.test(after);
}

const HAS_WORD = /[\p{L}\p{N}]/u;

/** Deletes words within a paragraph, with the punctuation that ends them and one of the blanks around them. */
export function deleteWords({ text }: Lined, { start, end }: Span): Edit {
  let last = end;
  while (last < text.length && /[.!?…。！？)\]"'”’*_`]/.test(text[last] ?? '')) last++;
  let first = start;
  while (0 < first && /[("'“‘*_`]/.test(text[first - 1] ?? '')) first--;
  if (/[ \t]/.test(text[last] ?? '')) last++;
  else if (/[ \t]/.test(text[first - 1] ?? '')) first--;
  return { span: { start: first, end: last }, newText: '' };
}
