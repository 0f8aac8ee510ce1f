/** Of a row of a table, which may be megabytes, it is looked at how it begins: its cells are not looked for, however many it lacks. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { blocksIn } from '../../src/core/blocks.ts';
import { LineIndex, parseDocument } from '../../src/core/index.ts';
import { asShort, mostOfHead, mostOfLine } from '../../src/core/text/long-lines.ts';
import { markLines } from '../../src/core/text/source.ts';
import { times } from '../random.ts';

const long = 'x'.repeat(mostOfLine + 10);

function marksOf(source: string) {
  const marks = { lineMax: 0, bMarks: [], eMarks: [], tShift: [], sCount: [], bsCount: [] };
  markLines(marks, source);
  return marks;
}

describe('a very long row', () => {
  it('is not looked through', () => {
    const { substring } = String.prototype;
    let cells = 0;
    String.prototype.substring = function (...given) {
      cells++;
      return substring.apply(this, given);
    };
    try {
      for (const marks of ['', '> ', '- '])
        parseDocument(
          `${marks}| a | b |\n${marks.replace('-', ' ')}| - | - |\n${marks.replace('-', ' ')}|${' c |'.repeat(mostOfLine)}\n`,
        );
    } finally {
      String.prototype.substring = substring;
    }
    ok(cells < 100, String(cells));
  });

  it('is one of its table, whatever it lacks', () => {
    for (const row of ['|c\n', 'c\n', '| | | | |\n', '\\|\n']) {
      const table = `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${row.repeat(100)}`;
      for (const [foot, kinds] of [
        ['', 'table'],
        ['\nd\n', 'table paragraph'],
        ['> d\n', 'table quote'],
        ['- d\n', 'table list'],
        ['***\n', 'table other'],
        ['```\n', 'table code'],
        ['# d\n', 'table'],
        ['\u00a0\n', 'table paragraph'],
        ['    d\n', 'table code'],
        ['  d\n', 'table'],
      ] as const)
        equal(
          parseDocument(table + foot)
            .root.blocks.map(({ kind }) => kind)
            .join(' '),
          kinds,
          row + foot,
        );
    }
  });

  it('ends where something else begins, as it does to the parser, where it lacks little', () => {
    const rows = fc.array(
      fc.constantFrom(
        '| a |',
        'a',
        'a | b | c',
        '',
        '\u00a0',
        '    a',
        '> a',
        '- a',
        '2. a',
        '```',
        '# a',
        '***',
        '<b>',
        '<div>',
        '---',
        '===',
      ),
      { maxLength: 6 },
    );
    const markdown = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(fc.constantFrom('', '> ', '- ', '1. '), rows, (marks, all) => {
        const within = marks.replace(/[-1.]/g, ' ');
        const source = `${marks}| a | b |\n${within}| - | - |\n${all.map((row) => `${within}${row}\n`).join('')}`;
        const tokens = markdown.parse(source, {});
        const first = tokens.find(({ type, level }) => level === 0 && type !== 'inline');
        const lines = new LineIndex(source);
        equal(blocksIn(lines, 0, lines.count, {}).blocks[0]?.end, first?.map?.[1]);
      }),
      { numRuns: 500 * times },
    );
  });

  it('is short while it is read, and as long as before then, whatever comes of it', () => {
    const source = `a|b\n-|-\n${long}\nc\n${long}\n`;
    const marks = marksOf(source);
    const lengths = () => [0, 1, 2, 3, 4].map((line) => (marks.eMarks[line] ?? 0) - (marks.bMarks[line] ?? 0));
    const before = lengths();
    deepEqual(asShort(marks, [2, 4], 3, lengths), before.with(4, mostOfLine));
    deepEqual(asShort(marks, [2, 4], 2, lengths), before.with(2, mostOfLine).with(4, mostOfLine));
    deepEqual(lengths(), before);
    try {
      asShort(marks, [2], 0, () => {
        throw new Error('It gives up.');
      });
    } catch {
      deepEqual(lengths(), before);
    }
  });

  it('is a row of its table, and what stands around it is what it was', () => {
    for (const row of [`| ${long} | b |`, long, `| ${'b | '.repeat(mostOfLine)}`, `| ${'b \\| '.repeat(mostOfLine)}`]) {
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
