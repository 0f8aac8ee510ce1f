/** How many cells the rows of a table lack: as many as Markdown's parser adds, which ends a table that lacks too many. */
import { equal } from 'node:assert/strict';
import { cellsLacking } from '../../src/core/text/cells.ts';
import { mostOfRow } from '../../src/core/text/long-rows.ts';

const far = ' '.repeat(mostOfRow);

describe('a table of three columns', () => {
  for (const [rows, lacking] of [
    ['a | b | c\n', 0],
    ['| a | b | c |\n', 0],
    ['a | b | c', 0],
    ['a|b|c|d|e\n', 0],
    ['a | b\n', 1],
    ['| a | b |\n', 1],
    ['  | a | b |  \n', 1],
    ['a |  | \n', 1],
    ['| a | b', 1],
    ['a\n', 2],
    ['| a', 2],
    ['a |', 2],
    ['| a \\| b |\n', 2],
    ['\\| a | b\n', 1],
    ['a \\|\n', 2],
    ['||\n', 2],
    ['|\n', 3],
    ['a|b|c\na\n|a|b|\n', 3],
    ['|\n|\na | b | c', 6],
  ] as const)
    it(`lacks ${lacking} in ${JSON.stringify(rows)}`, () => equal(cellsLacking('| - | - | - |\n', rows), lacking));

  it('has so many whatever its line of marks looks like', () => {
    for (const marks of ['-|-|-', '|---|---|---|\n', ' :-- | :-: | --:\n']) equal(cellsLacking(marks, 'a\n'), 2, marks);
    equal(cellsLacking('', 'a\n'), 0);
  });

  it('lacks in a very long row what does not stand in its beginning, and in others what it did', () => {
    equal(cellsLacking('-|-|-', `a | b ${far}| c\n`), 1);
    equal(cellsLacking('-|-|-', `a | b ${far}| c | d\ne\nf | g\n`), 1 + 2 + 1);
    equal(cellsLacking('-|-|-', `${far.slice(1)}| a | b | c\nd | e | f\n`), 3);
    equal(cellsLacking('-|-|-', `a${far.slice(2)}| b | c\n`), 2);
    equal(cellsLacking('-|-|-', `a${far.slice(2)} | b | c\nd | e | f\n`), 2);
  });
});
