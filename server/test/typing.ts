/** What is typed in a document, and how much of it is read to know what that makes of it. */
import { equal } from 'node:assert/strict';
import * as core from '../src/core/index.ts';
import { unmark } from './marked.ts';
import { toldOf } from './told.ts';

/** Types words at `$0`, or in place of what follows it; how many characters were read to know what that makes of the text. */
export function reads(picture: string, newText: string, replaced = ''): number {
  const { text, cursor = 0 } = unmark(picture);
  const before = core.parseDocument(text);
  const edit = { span: { start: cursor, end: cursor + replaced.length }, newText };
  equal(text.slice(cursor, cursor + replaced.length), replaced);
  const lines = before.lines.edited(edit);
  const read = readsOf(lines);
  const after = core.parseDocument(lines, before, [edit]);
  const all = read();
  equal(
    toldOf(after, 'words'),
    toldOf(core.parseDocument(text.slice(0, cursor) + newText + text.slice(edit.span.end)), 'words'),
  );
  return all;
}

/** How many characters of a text are asked for from now on. */
export function readsOf(lines: core.LineIndex): () => number {
  const { textBetween } = lines;
  let read = 0;
  lines.textBetween = (start, end) => {
    read += end - start;
    return textBetween.call(lines, start, end);
  };
  return () => read;
}
