/** What is typed inside a block: nothing of it is read where it stays what it is, and all where it may not. */
import { ok } from 'node:assert/strict';
import { reads } from '../typing.ts';

const few = 200;

function long(line: string): string {
  return line.repeat(500);
}

describe('a word that is typed in a long block has nothing of it read:', () => {
  for (const [what, line, head, foot] of [
    ['a paragraph', 'Words and more.\n', '', ''],
    ['a list', '- Words and `code`.\n', '', ''],
    ['a list of tasks', '12. [ ] **Words**\n\n', '', ''],
    ['a table', '| cell | words |\n', '| a | b |\n| - | - |\n', ''],
    ['a quote', '> Words\n', '', ''],
    ['code', 'return 1;\n', '```js\n', '```\n'],
    ['code that is set in', '    return 1;\n', '', ''],
    ['a comment', 'Words.\n', '<!--\n', '-->\n'],
  ] as const)
    it(what, () => {
      const at = line.search(/\p{L}(?=[^\p{L}]*$)/u) + 1;
      const typed = `${line.slice(0, at)}$0${line.slice(at)}`;
      const text = `# A\n\n${head}${long(line)}${typed}${long(line)}${foot}\n## B\n\nWords.\n`;
      ok(reads(text, 's o') < few);
      ok(reads(text.replace(typed, `${line.slice(0, at - 1)}$0${line.slice(at - 1)}`), '', line.charAt(at - 1)) < few);
    });

  it('its section is moved, and keeps what stands behind the block', () =>
    ok(reads(`# A\n\n${long('- a\n')}- b$0\n\nWords.\n\n# B\n\nMore.\n`, 'c') < few));
});

describe('a word that may change a long block has it read:', () => {
  for (const [what, picture, typed, replaced = ''] of [
    ['it parts a cell of a table’s head', 'a | b$0\n|---|---|\n| c |\n', ' | c'],
    ['it takes the only word of a cell', 'a | $0b\n|---|---|\n| c |\n', '', 'b'],
    ['it joins two cells', 'a$0| b\n|---|---|\n| c |\n', '\\'],
    ['it parts what was joined', 'a\\$0| b\n|---|\n| c |\n', 'x'],
    [
      'it moves a cell of a very long row to where none is looked for',
      `|${'a|'.repeat(40_000)}\n|${'-|'.repeat(40_000)}\nb\nc$0${'d'.repeat(51_072)}${'|'.repeat(40_000)}\ne\n\n# C\n`,
      'f',
    ],
    ['a part goes', 'a$0 | b\n|---|---|\n| c |\n', '', ' |'],
    ['it ends a comment', '> <!--\n> b --$0\n> c\nd\n\n# B\n', '>'],
    ['it makes what stands behind it end a comment', '> <!--\n> b -$0> e\n> c\nd\n\n# B\n', '-'],
    ['it makes HTML a heading', `<h2>\n${'a '.repeat(495)}b$0cdefgh ijklmnop\n</h2>\n\nb\n`, '', 'cdefgh ijklmnop'],
    ['it stands behind a comment', '<!--\na -->$0\n\n# B\n', 'b'],
    ['it stood alone behind a comment', '<!--\na -->$0b\n\n# B\n', '', 'b'],
    ['it has a comment go on', '> <!--\n> b --$0> e\n> c\nd\n\n# B\n', '', '>'],
    ['it names what is defined', '# [b]\n\n- [b$0]: c\n', 'x'],
    ['it defines', '# [b]\n\n- [b]$0 c\n', ':'],
    ['it defines no more', '# [b]\n\n- [b]$0: c\n', '', ':'],
    ['it ends what is defined', '# [b]\n\n[b]: c "d\ne\nf$0\ng\nh\n', '"'],
    ['it ends what is defined in lines', '# [b]\n\n[b]: c "d\ne\nf$0\ng\nh\n', '\nx"\ny'],
    ['it begins a list anew', 'a\n1$0. b\n', '0'],
    ['it opens HTML', 'a\n<di$0 b\n\n- c\n', 'v'],
    ['it opens no fence any more', 'a\n```b$0\n\n# C\n\n```\n', '`'],
    ['it underlines', 'a\nb\nc$0d\ne\nf\n', '\n---\n'],
    ['it underlines on its own line', 'a\nb\n-$0c\nd\ne\nf\n', '--\nx'],
    ['it ends a comment in lines', '<!--\na\nb$0\nc\nd\n\n# e\n\n-->\n', ' -->\nx'],
    ['it makes a table', 'a\nb\nc | d$0d\ne\nf\n', '\n---|---\n'],
    ['it makes what stands behind it a table', 'a\nb\n$0c\n---|---\ne\nf\n', 'c | d\n', 'c\n'],
    ['it ends the paragraph', 'a\nb\nc$0d\ne\nf\n', '\n\n'],
    ['it begins anew', 'a\n\nb$0\n\nc\n', '\n\nd'],
    ['it joins the next', 'a\nb\nc$0\n\nd\ne\nf\n', '', '\n\n'],
    ['it joins the one above', 'a\n\nb$0\n# c\nd\n', '\ne', '\n# '],
    ['it defines in lines', '# [b]\n\na\nb\nc$0d\ne\nf\n', ']\nx [b]: c'],
    ['it stands between the two signs of a line’s end', 'a\r$0\nb\n', '# c'],
    ['it begins a line', 'a$0b\n', '\n# '],
    ['it joins two lines', 'a$0\n# b\n', '', '\n'],
    ['it stands before the block', '# A\n\n$0Words.\n', '- '],
    ['it ends a fence', `\`\`\`\na\n$0\n\n# B\n\`\`\`\n`, '```'],
    ['it ends a fence on the next line', `\`\`\`\na\nb$0\n\n# B\n\`\`\`\n`, '\n ```\n'],
    ['it ends a paragraph that begins in code', '`a` b\nc\nd$0\ne\nf\n', '\n# g\n'],
    ['it takes where a fence begins', '$0```\na\nb\n```\n\n# B\n', '', '```'],
    ['it takes where a fence ends', '```\na\nb\n$0```\n\n# B\n', '', '```'],
    ['it ends code that is set in', '    a\n    b$0\n    c\n    d\n', '\nd\n'],
    ['it makes a fence go on', `\`\`\`\na\n\`\`\`$0\n\n# B\n`, 'x'],
    ['it makes a fence of another length', `\`\`\`$0\na\n\`\`\`\n\n# B\n`, '`'],
  ] as const)
    it(what, () => void reads(`# A\n\n${picture}`, typed, replaced));

  it('so it is where no reading can begin at it', () => void reads('<b\n- d$0 e\n\nf\n', 'x'));
});
