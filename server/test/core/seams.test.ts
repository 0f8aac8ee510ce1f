/** Lines that are typed in a long block: those around them are read, and the block goes on from there as it did. */
import { equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { Seams } from '../../src/core/seams.ts';
import { reads } from '../typing.ts';

/** Of a block of 20,000 characters and more. */
const little = 6000;
const count = 2000;

const shapes = {
  'a list': ['', '- Words.\n', ''],
  'a list of tasks': ['', '- [ ] **Words**\n', ''],
  'a list whose items stand apart': ['', '12. Words.\n\n', ''],
  'a list in a list': ['', '- Words.\n  - More\n\n    of it.\n', ''],
  'a list that is set in': ['', ' * Words.\n', ''],
  'a paragraph': ['', 'Words.\n', ''],
  'a quote': ['', '> Words.\n', ''],
  'a quote of paragraphs and lists': ['', '> Words.\n>\n> - More\n>\n', ''],
  'a quote of a list': ['', '> - Words.\n', ''],
  'a quote of a list whose items go on': ['', '> - Words.\n>   More.\n', ''],
  'a quote of lists in a list': ['', '> - Words.\n>   1. More\n', ''],
  'a quote of a list of numbers': ['', '> 1. Words.\n', ''],
  'a table': ['a | b\n-|-\n', '| a | b |\n', ''],
  'a table without bars at its ends': ['a | b | c\n-|-|-\n', 'a | b | c\n', ''],
  'a fence': ['```js\n', 'return;\n', '```\n'],
  'code that is set in': ['', '    return;\n', ''],
  'a comment': ['<!--\n', 'Words.\n', '-->\n'],
  HTML: ['<div>\n', '<b>Words</b>\n', '</div>\n'],
} as const;

/** A text in which something is typed between two of a block’s lines. */
function within([head, line, foot]: readonly [string, string, string], typedBefore = '$0'): string {
  const half = line.repeat(count);
  return `# A\n\nWords.\n\n${head}${half}${typedBefore}${half}${foot}\n# B\n\nWords.\n`;
}

describe('in the middle of a long block little is read', () => {
  for (const [what, shape] of Object.entries(shapes)) {
    const [, line] = shape;
    it(`where a line comes or goes: ${what}`, () => {
      ok(reads(within(shape), line) < little);
      ok(reads(within(shape), '', line) < little);
      ok(reads(within(shape), line.repeat(30), line.repeat(20)) < little);
    });
    it(`with other line ends: ${what}`, () => {
      for (const end of ['\r\n', '\r'])
        ok(reads(within(shape).replaceAll('\n', end), line.replaceAll('\n', end)) < little);
    });
  }

  it('where a definition stands elsewhere', () => {
    for (const shape of Object.values(shapes)) {
      const text = `[a]: b\n\n${within(shape)}\n[c]: d\n`;
      ok(reads(text, shape[1]) < little);
    }
  });

  it('where a word is typed that may change it', () => {
    ok(reads(within(shapes['a list']), '- ') < little);
    ok(reads(within(shapes['a table']), '| x |') < little);
    ok(reads(within(shapes['a fence']), '}\n\n') < little);
    ok(reads(within(shapes['a comment']), '> - # ') < little);
  });

  it('where it is parted in two', () => {
    ok(reads(within(shapes['a list']), 'Words.\n') < little);
    ok(reads(within(shapes['a list']), '\nWords.\n\n') < little);
    ok(reads(within(shapes['a list']), '# C\n\n') < little);
    ok(reads(within(shapes['a list']), '* More.\n') < little);
    ok(reads(within(shapes['a paragraph']), '\n') < little);
    ok(reads(within(shapes['a quote']), '\n') < little);
    ok(reads(within(shapes['a quote']), '\nMore.\n\n') < little);
    ok(reads(within(shapes['a quote']), 'More.\n') < little);
    ok(reads(within(shapes['code that is set in']), 'Words.\n\n') < little);
  });

  it('where two become one', () => {
    const list = (between: string) => within(shapes['a list'], between);
    ok(reads(list('$0Words.\n'), '', 'Words.\n') < little);
    ok(reads(list('$0# C\n\n'), '', '# C\n\n') < little);
    ok(reads(within(shapes['a paragraph'], '$0\n'), '', '\n') < little);
  });

  it('right below it, and right above', () => {
    for (const [head, line, foot] of Object.values(shapes)) {
      const block = `${head}${line.repeat(count)}${foot}`;
      ok(reads(`# A\n\n${block}\nWords$0\n\n# B\n`, '.') < little);
      ok(reads(`# A\n\nWords.\n$0\n${block}\n# B\n`, '\n') < little);
    }
  });

  it('where a table without bars at its ends has very many rows', () => {
    const rows = 'a|b\n'.repeat(12_000);
    ok(reads(`# A\n\na|b\n-|-\n${rows}$0${rows}\n# B\n`, 'c|d\n') < little);
  });

  it('where something else is nested too deep', () => {
    for (const deep of ['> '.repeat(110), `- > ${'- '.repeat(60)}`])
      for (const [head, line, foot] of Object.values(shapes)) {
        const text = `${deep}a\n\n# A\n\n${head}${line.repeat(count)}$0${line.repeat(count)}${foot}\n# B\n`;
        ok(reads(text, line) < little);
      }
  });

  it('in its first lines', () => {
    for (const [head, line, foot] of [shapes['a fence'], shapes['a comment'], shapes['a list']]) {
      const text = `# A\n\n${head}$0${line.repeat(count)}${foot}\n# B\n`;
      ok(reads(text, line) < little);
    }
  });
});

describe('the lines of a long quote', () => {
  it('are looked at once, wherever reading could go on', () => {
    const quote = `> - a\n${'> b\n'.repeat(30_000)}`;
    const lines = new core.LineIndex(quote);
    let asked = 0;
    const { textBetween } = lines;
    lines.textBetween = (start, end) => {
      asked++;
      return textBetween.call(lines, start, end);
    };
    const seams = new Seams(lines, { kind: 'quote', first: 0, end: 30_001 });
    for (let line = 1; line <= 30_000; line += 100) equal(seams.headAt(line), undefined);
    equal(seams.lastUpTo(30_000), undefined);
    ok(asked < 200_000, String(asked));
  });
});

describe('a long block is what it is as a whole', () => {
  const far = 'x\n'.repeat(12);
  for (const [what, picture, typed, replaced = ''] of [
    ['an item looks like the head of a table', `- a\n- b | c\n---|---\nd\n$0${far}`, 'e\n'],
    ['an item is set in below another', `- a\n  - b\n  - c\n  - d\n  - e\n  - f$0\n${far}`, '\n'],
    ['it is a title that ends at last', `[b]: c "d\n${far}e$0\n${far}`, '"'],
    ['it is a title on the next lines', `[b]: c\n"d\n${far}e$0\n${far}`, '"'],
    ['it is a title that is set in', `[b]: c\n    "d\n${far}e$0\n${far}`, '"'],
    ['something in a quote goes on with an item', '> - a\n> b\n>\n>     c\nd\ne$0\n', 'f'],
    ['a line in a quote has no mark', '> a\n> b\nc\n> d\n> e\n> f\ng\nh$0\n', 'i\n\nj'],
    ['an item in a quote goes on without one', '> - a\nb\n> c\n>\n>     d\ne\nf$0\n', 'g'],
    ['a number in a quote begins no list', `> a\n${'> 2. b\n'.repeat(9)}$0> 2. b\n> 2. b\nc\n`, '>\n'],
    [
      'an item in a quote looks like the head of a table',
      '> - a\n> - b\n> - c | d\n> ---|---\ne\n> f\n> g$0\nh\n',
      'i',
    ],
    ['a quote looks like the head of a table', '> - a\n> - b\n> - c | d\n---|---\n> e\n> f\ng$0\nh\n', 'i'],
    ['something in a quote is open', '> ```\n> a\n>\n> b\n>\n> c\nd\ne$0\n', 'f'],
    ['HTML in a quote is open', '> <pre>\n>\n> a\n>\n> b\n> c\nd$0\n', 'e'],
    ['it is underlined', `a\n${far}$0${far}`, '===\n'],
    ['a fence ends', `\`\`\`\n${far}$0${far}\n# C\n\`\`\`\n`, '```\n'],
    ['a fence ends no more', `\`\`\`\n${far}$0\`\`\`\n${far}\n# C\n`, 'x'],
    ['a fence is of another length', `\`\`\`$0\n${far}\`\`\`\n\n# C\n`, '`'],
    ['in a fence there is what makes its beginning a table', `\`\`\`a | b\n${far}---|---\nc\n$0d\n\`\`\`\n`, 'e\n'],
    ['HTML ends', `<div>\n${far}$0${far}# C\n`, '\n'],
    ['a comment ends', `<!--\n${far}$0${far}\n# C\n-->\n`, '-->'],
    ['a comment ends no more', `<!--\n${far}--$0>\n${far}\n# C\n-->\n`, '', '>'],
    ['HTML is a heading', `<h2>\n${far}$0\n`, '</h2>'],
    ['words stand behind a comment', `<!--\n${far}$0${far}--> x\n\n# C\n`, 'y\n'],
    ['a table ends', `a | b\n-|-\n${far}$0${far}`, '\n'],
    ['a table has other columns', `a | b$0\n-|-\n${far}`, ' | c'],
    ['too much is nested', `${'> '.repeat(101)}a\n${far}- a\n- b\n- c\n- d$0\n\n# C\n`, 'e'],
    ['it swallows all behind it', `- a\n- b\n$0\n- c\n- d\n${far}\n# C\n`, `- ${'- '.repeat(60)}e\n`],
    [
      'it swallows nothing any more',
      `- a\n- b\n$0- ${'- '.repeat(60)}c\n- d\n${far}\n# C\n`,
      '',
      '- - - - - - - - - - - ',
    ],
    ['a quote swallows what goes on with it', `> a\n>\n$0> b\n${far}\n# C\n`, `> ${'- '.repeat(60)}c\n>\n`],
    ['lists in lists have no end', `- ${'- '.repeat(60)}a\n- b\n- c\n- d\n- e$0\n\n# C\n`, '\n'],
  ] as const)
    it(`where ${what}`, () => void reads(`# [b]\n\n${picture}`, typed, replaced));

  it('where it is so long that it is not looked through', () => {
    const rows = '| a | b |\n'.repeat(60_000);
    reads(`a | b\n-|-\n${rows}$0${rows}\n# C\n`, '| c |\n');
    const inFence = '> a\n>\n'.repeat(180_000);
    reads(`> \`\`\`\n${inFence}> b\nc\nd$0\n\n# C\n`, '\ne');
  });

  it('where a table lacks very many cells', () => {
    const head = `| ${'a | '.repeat(50)}\n|${'-|'.repeat(50)}\n`;
    for (const rows of [1300, 1330, 1340, 1400])
      for (const row of ['a\n', 'a|\n', '\\|a\n']) reads(`${head}${row.repeat(rows)}$0${row.repeat(30)}\n# C\n`, row);
    for (const rows of [600, 1300, 1330, 1400]) {
      reads(`${head}${'|a|\n'.repeat(rows)}$0${'|a|\n'.repeat(30)}\n# C\n`, '|\n');
      reads(`${head}${'|a|\n'.repeat(rows)}|$0|\n${`|${'a|'.repeat(80)}\n`.repeat(1000)}\n# C\n`, '', '|');
    }
  });

  it('where a table comes to lack very many', () => {
    const head = `| ${'a | '.repeat(50)}\n|${'-|'.repeat(50)}\n`;
    reads(`${head}${'|a|\n'.repeat(400)}$0\n# C\n`, '|a|\n'.repeat(1000));
    reads(`${head}${'|a|\n'.repeat(400)}$0\n${head}${'|a|\n'.repeat(400)}\n# C\n`, '|a|\n'.repeat(550), '\n');
  });

  it('where its last row lacks most of them', () => {
    const row = `${'|'.repeat(46_001)}\n`;
    const head = row.replaceAll('|', 'a|') + row.replaceAll('|', '-|');
    reads(`${head}${row.repeat(3)}$0${row.repeat(2)}a`, `${'|'.repeat(25_500)}\n`);
  });
});
