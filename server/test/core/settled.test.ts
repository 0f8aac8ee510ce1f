/** How far what begins like a link definition may go on: what stands below it is read apart from it as soon as that is told. */
import { equal, ok } from 'node:assert/strict';
import { LineIndex, parseDocument, parsedInParts } from '../../src/core/index.ts';
import { definingFrom, endOfDefinition } from '../../src/core/settled.ts';
import { atOnce } from '../../src/core/steps.ts';
import { toldOf } from '../told.ts';
import { reads, readsOf } from '../typing.ts';

const nowhere = -1;
const unknown = Number.POSITIVE_INFINITY;

describe('a line that begins like a link definition', () => {
  for (const [text, end] of [
    ['a\nb', nowhere],
    ['a [b]: c\n"d', nowhere],
    ['', nowhere],
    ['- > 1. \n[a', nowhere],
    [`${' '.repeat(300)}[a\nb](c)\nd`, 1],
    ['\ufeff[a', 1],
    ['- [ ] a\n"b', 0],
    ['[a](b)\nc', 0],
    ['> 2) * + [a] b\nc', 0],
    ['[a [b]: c\n"d', 0],
    ['[a\\]: b\nc\n[d', 2],
    ['[a\\\\]: b\nc', 0],
    ['[a\nb\nc](d)\ne', 2],
    ['[a\nb\n[c', 2],
    ['[a\nb\n\nc]: d', 2],
    ['[a\nb\n \t\nc]: d', 2],
    ['[a\nb', 2],
    ['[a\\\n]: b\nc', 1],
    ['[a\\\n](b)\nc', 1],
    ['[a\\\nb', 2],
    [`[\n${'a\n'.repeat(2000)}]: b`, 1000],
    ['[a]:\nb', unknown],
    ['[a]: \nb', unknown],
    ['[a]: b\nc', 0],
    ['[a]:b  \nc', 0],
    ['[a]: b', 0],
    ['[a]: b\n"c', unknown],
    ["[a]: b\n  'c", unknown],
    ['> [a]: b\n> (c', unknown],
    ['- [a]: b\n- "c', unknown],
    ['[a]: b c\n"d', 0],
    ['[a]: b "c\nd', unknown],
    ["[a]: b 'c\nd", unknown],
    ['[a]: b (c\nd', unknown],
    ['[a]: b "c"\n"d', 0],
    ["[a]: b 'c' d\n'e", 0],
    ['[a]: b (c)\n(d', 0],
    ['[a]: b "c\\"\nd', unknown],
    ["[a]: b 'c\\'\nd", unknown],
    ['[a]: b (c\\)\nd', unknown],
    ['[a]: <b c> "d\ne', unknown],
    ['[a]: <b c>\n"d', unknown],
    ['[a]: <b c>\nd', 0],
    ['[a]: <b c> "d"\n"e', 0],
    ['[a]: <b\\> "c"\nd', unknown],
    ['[a]: <b>c\nd', unknown],
    ['[a]: b\n  "c"\nd', 1],
    ['[a]: b\n() c\nd', 1],
    ["> [a]: b\n> '' c\n> d", 1],
    ["[a]: <b>\n'c' d\ne", 0],
    ["[a]: <b>\n'c' \t\n'd", 1],
    ['> [a]: b\n> (c)\n> (d', 1],
    ['[a]: b\n"c\\"\nd"', unknown],
    ['[a]: b\n(c\nd)', unknown],
    ['[a]: <b\nc', unknown],
    ['[a]: b\\ "c\nd', unknown],
    ['[a]: b\\\nc', unknown],
    ['[a\nb]: c\nd', 1],
    ['[a\nb]: c\n"d', unknown],
  ] as const)
    it(`goes on ${end === unknown ? 'without a known end' : `up to ${end}`}: ${JSON.stringify(text.trimStart().slice(0, 30))}`, () =>
      equal(endOfDefinition(new LineIndex(text), 0), end));
});

describe('what may go on to a line', () => {
  /** For each line, asked in that order, the line that may. */
  function asked(text: string, order: readonly number[], top = 0): string {
    const definingAbove = definingFrom(new LineIndex(text), top);
    return order.map((line) => definingAbove(line) ?? '-').join(' ');
  }

  it('is what has no end above it', () => {
    equal(asked('a\n[b]: c "d\ne\nf', [0, 1, 2, 3]), '- - 1 1');
    equal(asked('a\n[b]: c\nd\ne', [0, 1, 2, 3]), '- - - -');
    equal(asked('[a\nb](c)\nd', [1, 2]), '0 -');
    equal(asked('[a\nb\nc](d)\ne', [3, 2, 1, 0]), '- 0 0 -');
  });

  it('is nothing above a blank line, a heading, an item or a comment, nor above the first line', () => {
    for (const between of ['', ' \t', '# b', '###### ', '- b', '*\tb', '+ b', '12. b', '1) b', '<!-- b -->', '<!--b'])
      equal(asked(`[a]: b "c\n${between}\nd`, [2]), '-', between);
    equal(asked('[a]: b "c\nd\ne', [2], 1), '-');
  });

  it('may well be above other lines', () => {
    for (const between of ['b', '#b', '####### b', ' # b', '-', '-b', '> b', '1.b', '    b', '1234567890. b', '=='])
      equal(asked(`[a]: b "c\n${between}\nd`, [2]), '0', between);
  });

  it('is what begins with the heading or the item itself', () => {
    equal(asked('- [a]: b "c\nd\ne', [2]), '0');
    equal(asked('[a]: b "c\n- [d\ne', [2]), '1');
  });

  it('is the same in whatever order it is asked', () => {
    const text = '[a\nb](c)\nd\n[e]: f "g\nh\ni\n\nj\n[k\nl\n]: m\nn\no';
    const lines = Array.from({ length: 13 }, (_, line) => line);
    const each = lines.map((line) => asked(text, [line]));
    for (const order of [lines, lines.toReversed(), [2, 0, 5, 1, 4, 12, 10, 11, 9, 3, 8, 6, 7]]) {
      const all = asked(text, order).split(' ');
      for (const [at, line] of order.entries()) equal(all[at], each[line], `${order}: ${line}`);
    }
  });

  it('is not looked for very far above', () => {
    const lines = new LineIndex(`[a]: b "c\n${'d\n'.repeat(200)}`);
    equal(definingFrom(lines, 0, 100)(150), 49);
    equal(definingFrom(lines, 0, 100)(100), 0);
    equal(definingFrom(lines, 1, 99)(100), undefined);
    equal(definingFrom(lines, 50, 100)(150), undefined);
    const definingAbove = definingFrom(lines, 0, 100);
    equal([150, 160, 120, 90, 20].map(definingAbove).join(' '), '49 49 49 49 0');
  });

  it('is looked for once', () => {
    const lines = new LineIndex('[a](b)\nc\n'.repeat(10_000));
    let looked = 0;
    const { textBetween } = lines;
    lines.textBetween = (start, end) => {
      looked++;
      return textBetween.call(lines, start, end);
    };
    const definingAbove = definingFrom(lines, 0);
    for (let line = 19_999; 0 <= line; line--) equal(definingAbove(line), undefined);
    const below = definingFrom(lines, 0);
    for (let line = 0; line < 20_000; line++) equal(below(line), undefined);
    ok(looked < 200_000, String(looked));
  });
});

describe('in long text full of brackets little is read', () => {
  const little = 6000;
  const long = (line: string) => line.repeat(2000);

  for (const [line, ...typed] of [
    ['- [ ] Words\n', '\n', '# C\n', '* x\n', '\n# C\n\n'],
    ['- [link that\n  goes on](x)\n', '\n', '# C\n', '* x\n'],
    ['[link](x) and words\n', '\n', '# C\n', '\n# C\n\n'],
    ['Words, [a link](x)\n', '\n', '# C\n', '\n# C\n\n'],
    ['and [link that\ngoes on](x) words\n', '\n', '# C\n'],
  ] as const)
    it(`where it is parted in two: ${JSON.stringify(line)}`, () => {
      const text = `# A\n\n${long(line)}$0${long(line)}\n# B\n`;
      for (const each of typed) ok(reads(text, each) < little, JSON.stringify(each));
    });

  it('where one line that begins like a label has millions of characters', () => {
    for (const above of ['', '[b\n']) {
      const text = `# A\n\n${above}[${'a'.repeat(9_000_000)}\n# B\n\nwords\n`;
      equal(atOnce(parsedInParts(new LineIndex(text))).root.children.length, 2);
    }
  });

  it('where definitions stand right above it', () =>
    ok(reads(`# A\n\n[a]: b\n[c]: d "e"\n${long('Words.\n')}$0${long('Words.\n')}`, '\n') < little));

  it('and its lines are of one paragraph whose first one is a link', () =>
    ok(reads(`# A\n\n${long('[link](x) and words\n')}$0${long('[link](x) and words\n')}`, 'x\n\n') < little));

  it('where code or a quote without blank lines stands right above', () => {
    for (const [head, line, foot] of [
      ['```\n', 'a\n', '```\n'],
      ['', '> a\n', '# B\n'],
    ] as const)
      ok(reads(`# A\n\n${head}${line.repeat(20_000)}${foot}b\nc\nd\n$0e\n`, '\n') < 10 * little);
  });

  it('where each line is a link comment or a comment', () => {
    for (const line of ['[//]: # (a)\n\n', '[//]: # (a)\n', '<!-- a -->\n\n', '<!-- a -->\n']) {
      const before = parseDocument(`# A\n\n${long(line)}`);
      const at = before.text.lastIndexOf('a', before.text.length - 100 * line.length);
      const edit = { span: { start: at, end: at }, newText: 'b' };
      const lines = before.lines.edited(edit);
      const read = readsOf(before.lines);
      equal(toldOf(parseDocument(lines, before, [edit])), toldOf(parseDocument(lines.text)));
      // Of lines that no blank one parts each may go on to the next.
      ok(read() < (line.startsWith('[') && !line.endsWith('\n\n') ? 15 * little : little), `${line}: ${read()}`);
    }
  });

  it('where each line is a block of its own', () => {
    const lines = long('# A\n- [ ] b\n');
    ok(reads(`${lines}$0${lines}`, '# C\n') < little);
    ok(reads(`${lines}$0${lines}`, 'c\n') < little);
  });
});
