/** Edits, one after another, as the one change that they make. */
import type { LineIndex } from './line-index.ts';
import type { Edit } from './span.ts';

/** What stood from `start` to `end` was replaced: by what stands from `start` to `newEnd` now. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/**
 * The one change from `before` to `now` that holds all edits, each in offsets of the text the one before it left, without
 * what is the same at both ends: whoever sends a whole text anew may have typed a letter. Undefined where nothing changed.
 */
export function changeOf(edits: readonly Edit[], before: LineIndex, now: LineIndex): Change | undefined {
  let [hull] = edits.map(({ span: { start, end }, newText }) => ({ start, end, newEnd: start + newText.length }));
  if (hull === undefined) return undefined;
  for (const { span, newText } of edits.slice(1)) {
    const beyond = Math.max(0, span.end - hull.newEnd);
    const grown = newText.length - (span.end - span.start);
    hull = {
      start: Math.min(hull.start, span.start),
      end: hull.end + beyond,
      newEnd: hull.newEnd + beyond + grown,
    };
  }
  return withoutSame(hull, before.textBetween(hull.start, hull.end), now.textBetween(hull.start, hull.newEnd));
}

function withoutSame({ start, end, newEnd }: Change, before: string, now: string): Change | undefined {
  const shorter = Math.min(before.length, now.length);
  let first = 0;
  while (first < shorter && before.charCodeAt(first) === now.charCodeAt(first)) first++;
  let last = 0;
  const [one, other] = [before.length - 1, now.length - 1];
  while (first + last < shorter && before.charCodeAt(one - last) === now.charCodeAt(other - last)) last++;
  if (first + last === before.length && first + last === now.length) return undefined;
  return { start: start + first, end: end - last, newEnd: newEnd - last };
}
