/** How many cells the rows of a table lack. */
import { mostOfRow } from './long-rows.ts';

/** `marks` is the line below the table’s head; each row ends with a line break, the last one with none where it ends the text. */
export function cellsLacking(marks: string, all: string): number {
  const rows = all.endsWith('\n') ? all : `${all}\n`;
  const columns = marks.match(/-+/g)?.length ?? 0;
  let lacking = 0;
  let bar = rows.indexOf('|');
  for (let start = 0, end = rows.indexOf('\n'); end !== -1; start = end + 1, end = rows.indexOf('\n', start)) {
    let cells = 1;
    let last = -1;
    const to = Math.min(end, start + mostOfRow);
    for (; bar !== -1 && bar < to; bar = rows.indexOf('|', bar + 1)) {
      if (rows[bar - 1] === '\\') continue;
      // At a row’s ends it parts no cells.
      if (last !== -1 || rows.slice(start, bar).trim() !== '') cells++;
      last = bar;
    }
    if (last !== -1 && rows.slice(last + 1, to).trim() === '') cells--;
    if (bar !== -1 && bar < end) bar = rows.indexOf('|', end);
    lacking += Math.max(0, columns - cells);
  }
  return lacking;
}
