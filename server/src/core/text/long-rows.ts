/** Rows of a table that are very long: Markdown’s parser looks for their cells character by character. */
import type { LineMarks } from './source.ts';

/** In UTF-16 code units: no more of a row is looked through for its cells, of which nobody asks more than how many a table lacks. */
export const mostOfRow = 64 * 1024;

/** The lines that are longer, of which most texts have none. What may be something else than a row, by how it begins, is none of them. */
export function longRowsIn(source: string, { lineMax, bMarks, eMarks, tShift }: LineMarks): readonly number[] {
  if (source.length <= mostOfRow) return none;
  const rows: number[] = [];
  for (let line = 0; line < lineMax; line++) {
    const start = bMarks[line] ?? 0;
    if (start + mostOfRow < (eMarks[line] ?? 0) && ONLY_A_ROW.test(source.charAt(start + (tShift[line] ?? 0))))
      rows.push(line);
  }
  return rows;
}

const none: readonly number[] = [];
const ONLY_A_ROW = /[^`~>*\-_+#<\d]/;

/** What is read where those from a line on are no longer than that. A table’s head and the row below it count to the last cell. */
export function withShortRows<T>(
  { bMarks, eMarks }: LineMarks,
  rows: readonly number[],
  from: number,
  read: () => T,
): T {
  const own = rows.filter((line) => from <= line);
  const ends = own.map((line) => eMarks[line] ?? 0);
  for (const line of own) eMarks[line] = (bMarks[line] ?? 0) + mostOfRow;
  try {
    return read();
  } finally {
    for (const [at, line] of own.entries()) eMarks[line] = ends[at] ?? 0;
  }
}
