/** Where a reading goes on within a quote or a list, whatever is open there: with lines in front that open the same. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { blocksIn } from '../../src/core/blocks.ts';
import * as core from '../../src/core/index.ts';
import { toldOf } from '../told.ts';

/** The last line but two that a reading can go on at, and what is to stand in front of it. */
function goOn(text: string): readonly [number, string] | undefined {
  const lines = new core.LineIndex(text);
  const { goOn } = blocksIn(lines, 0, lines.count, {}, '', lines.count - 2);
  const found = goOn?.(() => true);
  return found && [found.line, found.head];
}

/** Read in parts, it is what it is as a whole; how many parts it took. */
function parts(text: string, length?: number): number {
  const steps = core.parsedInParts(new core.LineIndex(text), length);
  for (let stops = 0; ; stops++) {
    const { done, value } = steps.next();
    if (!done) continue;
    equal(toldOf(value, 'words'), toldOf(core.parseDocument(text), 'words'));
    return stops;
  }
}

describe('a reading goes on within a quote or a list', () => {
  for (const [what, text, line, head] of [
    ['in code', '> ```js\n> a\n> b\n> c\n> d', 3, '> ```js\n'],
    ['in code that is set in', '>     a\n>     b\n>     c\n>     d', 2, '> x\n>\n'],
    ['in a table', '> a | b\n> --|--\n> c | d\n> e | f\n> g | h', 3, '> a | b\n> --|--\n'],
    ['in a paragraph', '> [a](b)\n> [c](d)\n> e\n> f', 2, '> x\n'],
    ['in a paragraph whose lines have no marks', '- > a\nb\nc\nd', 2, '- > x\n'],
    ['in HTML', '> <pre>\n> a\n>\n> b\n> c', 3, '> <pre>\n'],
    ['at an item', '- a\n- b\n- c\n- d', 2, ''],
    ['at an item with nothing on its first line', '- a\n-\n-\n- b\n- c', 3, ''],
    ['in an item with nothing on its first line', '-\n  ```\n  a\n  b\n  c\n', 4, '- x\n\n  ```\n'],
    ['in such an item in a quote', '> 1)  \n>    a\n>    b\n>    c\n', 3, '> 1) x\n>\n>    x\n'],
    ['in a quote with nothing on its first line', '- >\n  > - a\n  > - b\n  > - c\n', 3, '- > x\n  >\n'],
    ['in a quote that code could be in place of', '>\n\t>>a\n>>>b\n\n', 2, '> x\n>\n\t>>x\n\t>>\n'],
    ['at an item of a list in a list', '1. a\n   - b\n   - c\n   - d', 2, '1. x\n\n'],
    ['at a paragraph in an item', '- a\n\n  b\n\n  c\n\n  d', 4, '- x\n\n'],
    [
      'in what began in several lines',
      '> - a\n>   > b\n>   >\n>   > 2. c\n>   >    d\ne\nf',
      5,
      '> - x\n>\n>   > x\n>   >\n>   > 2. x\n',
    ],
    ['in what is left out', `> ${'- '.repeat(50)}a\n> b\n> c\n> d`, 2, `> ${'- '.repeat(50)}x\n`],
  ] as const)
    it(what, () => deepEqual(goOn(text), [line, head]));

  it('at no line that would begin something else there', () => {
    deepEqual(goOn('> ```a | b\n> c\n> ---|---\n> d'), [1, '> ```a | b\n']);
  });

  it('nowhere where what opens the same is long', () => {
    equal(goOn(`> \`\`\`${'a'.repeat(20_000)}\n> b\n> c\n> d`), undefined);
  });

  it('so that it stops there', () => {
    for (const [head, line] of [
      ['> ```\n', '> a\n'],
      ['> ```\n', '> a\n>\n'],
      ['', '>     a\n'],
      ['> | a | b |\n> | - | - |\n', '> | c | d |\n'],
      ['', '> [a](b) c\n'],
      ['> <!--\n', '> a\n>\n'],
      ['', '> > a\n'],
      ['> a\n', 'b\n'],
      ['> - a\n>\n', '>   b\n'],
      ['- a\n', '  - b\n'],
      ['- a\n\n', '  b\n\n'],
      ['- ```\n', '  a\n'],
      ['- a | b\n  - | -\n', '  c | d\n'],
      ['- a\n\n', '  > b\n'],
      ['', '- !\n'],
      ['', '-\n'],
      ['-\n', '  a\n'],
      ['-\n', '  - a\n'],
      ['> 1.\n', '>    a\n>\n'],
      ['> -\n>   -\n', '>     a\n'],
      ['', '   - a\n'],
      [`> ${'- '.repeat(60)}a\n`, '> b\n'],
      [`${'> '.repeat(110)}a\n`, '> b\n'],
    ] as const) {
      const text = `# A\n\n${head}${line.repeat(300)}\n# B\n`;
      const stops = parts(text, 150);
      ok((line.length * 300) / 300 < stops, `${JSON.stringify(line)}: ${stops}`);
    }
  });

  it('and ends where it ends as a whole: with what has no mark, and behind all kinds of ends', () => {
    for (const head of [
      '> ```\n> a\n',
      '> a\n> b\n',
      '> <pre>\n> a\n',
      '> - a\n> b\n',
      '- a\n\n  b\n',
      '- > a\n',
      '-\n  a\n',
      '> -\n>   a\n',
    ]) {
      const line = head.slice(head.indexOf('\n') + 1) || '  > b\n';
      for (const foot of [
        'c\n',
        '\nc\n',
        '> ```\nc\n',
        '>\nc\n',
        '> </pre>\nc\n',
        '    c\n',
        '  ===\n',
        '- c\n',
        '1) c\n',
      ])
        for (const length of [20, 50, 90]) parts(`${head}${line.repeat(40)}${foot}\n# D\n`, length);
    }
  });

  it('and in a table that lacks very many cells', () => {
    for (const mark of ['> ', '  ']) {
      const head = `${mark === '> ' ? mark : '- '}| ${'a | '.repeat(50)}\n${mark}|${'-|'.repeat(50)}\n`;
      for (const rows of [400, 1330, 1500]) {
        const table = `${head}${`${mark}|a|\n`.repeat(rows)}`;
        ok(4 < parts(`${table}b\n\n# C\n`, 500));
        parts(`${head}${`${mark}|a|\n`.repeat(400)}${mark}\n`.repeat(4), 900);
      }
    }
  });
});
