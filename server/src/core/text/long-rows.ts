/** Rows of a table that are very long: Markdown’s parser looks for their cells character by character. */
import type { LineMarks } from './source.ts';

/** In UTF-16 code units: no more of a row is looked through for its cells, of which nobody asks more than how many a table lacks. */
export const mostOfRow = 64 * 1024;

/** Above it no line is a table’s head, nor the row of marks below that: their cells count to the last one. */
export const mostOfHead = 4 * mostOfRow;

/** Whether a table with its head at a line would have one that is too long. */
export function hasLongHead(marks: LineMarks, first: number): boolean {
  return isLongHead(marks, first) || isLongHead(marks, first + 1);
}

function isLongHead({ bMarks, eMarks }: LineMarks, line: number): boolean {
  return mostOfHead < (eMarks[line] ?? 0) - (bMarks[line] ?? 0);
}

/** What is read where those from a line on are no longer than that. A table’s head and the row below it count to the last cell. */
export function withShortRows<T>(
  { bMarks, eMarks }: LineMarks,
  rows: readonly number[] = [],
  from: number,
  read: () => T,
): T {
  if (rows.length === 0) return read();
  const own = rows.filter((line) => from <= line);
  const ends = own.map((line) => eMarks[line] ?? 0);
  for (const line of own) eMarks[line] = (bMarks[line] ?? 0) + mostOfRow;
  try {
    return read();
  } finally {
    for (const [at, line] of own.entries()) eMarks[line] = ends[at] ?? 0;
  }
}
