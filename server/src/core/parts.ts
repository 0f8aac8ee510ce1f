/** A long text, read part by part, so that others are heard meanwhile. */
import { parseDocument, type SpecDocument } from './document.ts';
import type { Steps } from './steps.ts';
import { LineIndex } from './text/line-index.ts';

/** In UTF-16 code units: what is read in some milliseconds. */
const readQuickly = 128 * 1024;

/**
 * Stops between two parts; what is returned at the end is what `parseDocument` makes of the text. A part that a fence or the like
 * goes on through is read again with the next, so parts get longer: all of them take twice the time at most.
 */
export function* parsedInParts(text: string, partLength = readQuickly): Steps<SpecDocument> {
  // What a definition means, and which lines part what a merge left, is told from the whole text.
  if (text.length <= 2 * partLength || text.includes(']:') || text.includes('<<<<<<< ')) return parseDocument(text);
  let document = parseDocument(new LineIndex(text.slice(0, partLength)));
  for (let start = partLength; start < text.length; ) {
    yield;
    const length = Math.max(partLength, openLength(document));
    const edit = { span: { start, end: start }, newText: text.slice(start, start + length) };
    document = parseDocument(document.lines.edited(edit), document, [edit]);
    start += length;
  }
  return document;
}

/** How long the last block is: it may go on. */
function openLength({ root, lines }: SpecDocument): number {
  let last = root;
  while (last.children.length !== 0) last = last.children[last.children.length - 1] ?? last;
  return lines.length - (last.blocks.at(-1)?.span.start ?? last.heading.start);
}
