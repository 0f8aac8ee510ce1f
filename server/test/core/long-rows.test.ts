/** Of a row of megabytes its beginning is looked through for cells, and nothing else is read otherwise. */
import { deepEqual, equal } from 'node:assert/strict';
import { parseDocument } from '../../src/core/index.ts';
import { longLinesIn } from '../../src/core/text/long-lines.ts';
import { mostOfHead, mostOfRow, withShortRows } from '../../src/core/text/long-rows.ts';
import { markLines } from '../../src/core/text/source.ts';

const long = 'x'.repeat(mostOfRow + 10);

function marksOf(source: string) {
  const marks = { lineMax: 0, bMarks: [], eMarks: [], tShift: [], sCount: [], bsCount: [] };
  markLines(marks, source);
  return marks;
}

function longRowsIn(source: string): readonly number[] {
  return longLinesIn(source, marksOf(source)).rows;
}

describe('a very long row', () => {
  it('is a line that can be nothing else', () => {
    for (const [begin, isRow] of [
      ...['', '  ', '|', ' | a |', '[a](b) |', ':'].map((each) => [each, true] as const),
      ...['`', '~~~', '> ', '- ', ' * ', '+ ', '___', '# ', '<', '1. '].map((each) => [each, false] as const),
    ]) {
      const source = `a\n${begin}${long}\nb\n`;
      deepEqual(longRowsIn(source), isRow ? [1] : [], begin);
    }
    deepEqual(longRowsIn('a\n'.repeat(mostOfRow)), []);
  });

  it('is short while it is read, and as long as before then, whatever comes of it', () => {
    const source = `a|b\n-|-\n${long}\nc\n${long}\n`;
    const marks = marksOf(source);
    const lengths = () => [0, 1, 2, 3, 4].map((line) => (marks.eMarks[line] ?? 0) - (marks.bMarks[line] ?? 0));
    const before = lengths();
    deepEqual(withShortRows(marks, [2, 4], 3, lengths), before.with(4, mostOfRow));
    deepEqual(withShortRows(marks, [2, 4], 2, lengths), before.with(2, mostOfRow).with(4, mostOfRow));
    deepEqual(lengths(), before);
    try {
      withShortRows(marks, [2], 0, () => {
        throw new Error('It gives up.');
      });
    } catch {
      deepEqual(lengths(), before);
    }
  });

  it('is a row of its table, and what stands around it is what it was', () => {
    for (const row of [`| ${long} | b |`, long, `| ${'b | '.repeat(mostOfRow)}`, `| ${'b \\| '.repeat(mostOfRow)}`]) {
      const { root } = parseDocument(
        `| a | b |\n| - | - |\n| c | d |\n${row}\n| e | f |\n\n\`\`\`${long}\`\`\`\n- g\n`,
      );
      equal(root.blocks.map(({ kind }) => kind).join(' '), 'table paragraph list');
    }
    const { root } = parseDocument(`| ${long} | b |\n| - | - |\n| c | d |\n`);
    equal(root.blocks[0]?.kind, 'table');
  });

  it('of megabytes is no table’s head, nor are the marks below one', () => {
    const kinds = (text: string) => parseDocument(text).root.blocks.map(({ kind }) => kind);
    const cells = 'a | '.repeat(mostOfHead / 4);
    const marks = '- | '.repeat(mostOfHead / 4);
    deepEqual(kinds(`| ${cells}\n| ${marks}\n| a |\n`), ['paragraph']);
    deepEqual(kinds(`| a | b |\n| ${marks}\n| a |\n`), ['paragraph']);
    deepEqual(kinds(`| ${cells.slice(4).trimEnd()}\n| ${marks.slice(4).trimEnd()}\n| a |\n`), ['table']);
  });

  it('is a table’s head again where words of it go', () => {
    const cells = `| words ${'x'.repeat(mostOfHead - 20)} | a |`;
    for (const [line, start] of [
      [`${cells}\n| - | - |\n| c | d |\n`, 7],
      [`${cells}longer\n| - | - |\n| c | d |\n`, cells.length + 5],
    ] as const) {
      let document = parseDocument(line);
      for (const [newText, removed] of [
        ['more', 0],
        ['', 4],
        ['words of one line', 0],
        ['', 17],
      ] as const) {
        const edit = { span: { start, end: start + removed }, newText };
        document = parseDocument(document.lines.edited(edit), document, [edit]);
        deepEqual(
          document.root.blocks.map(({ kind, span }) => [kind, span]),
          parseDocument(document.text).root.blocks.map(({ kind, span }) => [kind, span]),
        );
      }
    }
  });
});
