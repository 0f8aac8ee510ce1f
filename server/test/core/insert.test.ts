/** Where a block lands, with how many blank lines and which line ends. */
import assert from 'node:assert/strict';
import { insertBlock, lineEndOf } from '../../src/core/text/insert.ts';
import { applyEdits } from '../../src/core/text/span.ts';

/** Inserts `## X` at `$0`. */
function inserted(marked: string, block = '## X\n\nSay.'): string {
  const at = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  return applyEdits(text, [insertBlock({ text }, at, block)]);
}

const places = [
  ['an empty document', '$0', '## X\n\nSay.\n'],
  ['the start', '$0# A\n', '## X\n\nSay.\n\n# A\n'],
  ['the start, before a blank line', '$0\n# A\n', '## X\n\nSay.\n\n# A\n'],
  ['the start, behind a byte order mark', '\ufeff$0# A\n', '\ufeff## X\n\nSay.\n\n# A\n'],
  ['the start, before a byte order mark', '$0\ufeff# A\n', '\ufeff## X\n\nSay.\n\n# A\n'],
  ['the start, behind blank lines', '\n\n$0# A\n', '\n\n## X\n\nSay.\n\n# A\n'],
  ['the middle, behind a blank line', '# A\n\n$0# B\n', '# A\n\n## X\n\nSay.\n\n# B\n'],
  ['the middle, at the end of a line', '# A$0\n\n# B\n', '# A\n\n## X\n\nSay.\n\n# B\n'],
  ['the middle, where no blank line is', '# A\n$0# B\n', '# A\n\n## X\n\nSay.\n\n# B\n'],
  ['the middle, on a blank line', '# A\n$0\n# B\n', '# A\n\n## X\n\nSay.\n\n# B\n'],
  ['the middle, at the end of a line above text', '# A$0\ntext\n', '# A\n\n## X\n\nSay.\n\ntext\n'],
  ['between blank lines', '# A\n\n$0\n\n# B\n', '# A\n\n## X\n\nSay.\n\n# B\n'],
  ['a blank line of spaces', '# A\n  \n$0# B\n', '# A\n  \n## X\n\nSay.\n\n# B\n'],
  ['an indented line', '# A\n\n  $0- b\n', '# A\n\n## X\n\nSay.\n\n  - b\n'],
  ['before indented code', '# A\n\n$0    code\n', '# A\n\n## X\n\nSay.\n\n    code\n'],
  ['the end', '# A\n$0', '# A\n\n## X\n\nSay.\n'],
  ['the end, behind a blank line', '# A\n\n$0', '# A\n\n## X\n\nSay.\n'],
  ['the end, on a line of blanks', '# A\n\n     $0', '# A\n\n## X\n\nSay.\n     '],
  ['the end, without a final line end', '# A$0', '# A\n\n## X\n\nSay.\n'],
  ['the end of the last line', '# A$0\n', '# A\n\n## X\n\nSay.\n'],
  ['the end of the front matter', '---\na: 1\n---$0', '---\na: 1\n---\n\n## X\n\nSay.\n'],
  ['behind the front matter', '---\na: 1\n---\n$0', '---\na: 1\n---\n\n## X\n\nSay.\n'],
  ['a document of CRLF', '# A\r\n\r\n$0# B\r\n', '# A\r\n\r\n## X\r\n\r\nSay.\r\n\r\n# B\r\n'],
  ['the end of CRLF', '# A\r\n$0', '# A\r\n\r\n## X\r\n\r\nSay.\r\n'],
  ['the end of a CRLF line', '# A$0\r\n\r\n# B\r\n', '# A\r\n\r\n## X\r\n\r\nSay.\r\n\r\n# B\r\n'],
  ['the middle of a CRLF', '# A\r$0\n# B\r\n', '# A\r\n\r\n## X\r\n\r\nSay.\r\n\r\n# B\r\n'],
  ['a document of lone CR', '# A\r\r$0# B\r', '# A\r\r## X\r\rSay.\r\r# B\r'],
  ['the end of a line of lone CR', '# A$0\r\r# B\r', '# A\r\r## X\r\rSay.\r\r# B\r'],
  ['an indented line of lone CR', '# A\r\r  $0- b\r', '# A\r\r## X\r\rSay.\r\r  - b\r'],
  ['a line indented by a tab', '# A\n\n\t$0- b\n', '# A\n\n## X\n\nSay.\n\n\t- b\n'],
  ['an indented first line', '  $0- a\n', '## X\n\nSay.\n\n  - a\n'],
  ['the middle of a line, behind a blank', 'a $0b\n', 'a \n\n## X\n\nSay.\n\nb\n'],
  ['behind a line of one letter', 'a$0\n', 'a\n\n## X\n\nSay.\n'],
  ['behind a line that has a byte order mark', '\ufeff# A\n$0', '\ufeff# A\n\n## X\n\nSay.\n'],
] as const;

describe('insertBlock', () => {
  for (const [place, before, after] of places) it(`fits into ${place}`, () => assert.equal(inserted(before), after));

  it('takes away no blank lines', () =>
    assert.equal(inserted('# A\n\n\n\n$0# B\n'), '# A\n\n\n\n## X\n\nSay.\n\n# B\n'));

  it('brings none of the blank lines around the block', () =>
    assert.equal(inserted('# A\n$0', '\n\n## X\n\n\n'), '# A\n\n## X\n'));

  it('brings no line of blanks above the block', () =>
    assert.equal(inserted('# A\n$0', ' \t\n## X\n'), '# A\n\n## X\n'));

  it('keeps a heading behind it out of its list', () => {
    assert.equal(inserted('# A\n\n$0  # B\n', '## X\n\n1. Say.'), '# A\n\n## X\n\n1. Say.\n\n# B\n');
    assert.equal(inserted('# A$0\n \n   # B\n', '- Say.'), '# A\n\n- Say.\n \n# B\n');
    assert.equal(inserted('# A$0\n\n    # B\n', '- Say.'), '# A\n\n- Say.\n\n    # B\n');
    assert.equal(inserted('# A\n\n$0  # B\n'), '# A\n\n## X\n\nSay.\n\n  # B\n');
    assert.equal(inserted('# A\n\n$0  B\n---\n', '- Say.'), '# A\n\n- Say.\n\nB\n---\n');
    assert.equal(inserted('# A\n\n$0  **B**\n', '- Say.'), '# A\n\n- Say.\n\n**B**\n');
    assert.equal(inserted('# A\n\n$0  #1 B\n', '- Say.'), '# A\n\n- Say.\n\n  #1 B\n');
    assert.equal(inserted('# A\n\n$0  #\n', '- Say.'), '# A\n\n- Say.\n\n#\n');
    assert.equal(inserted('# A\n\n$0  - B\n---\n', '- Say.'), '# A\n\n- Say.\n\n  - B\n---\n');
  });

  it('keeps the indentation of the block', () => assert.equal(inserted('$0', '\n    code\n'), '    code\n'));

  it('inserts nothing for an empty block', () => assert.equal(inserted('# A\n$0# B\n', '\n'), '# A\n# B\n'));

  it('splits no surrogate pair', () =>
    assert.equal(applyEdits('👍', [insertBlock({ text: '👍' }, 1, '## X')]), '## X\n\n👍'));

  it('takes an offset outside the text for its end', () => {
    const text = '# A\n';
    assert.equal(insertBlock({ text }, 99, 'x').span.start, text.length);
    assert.equal(insertBlock({ text }, -1, 'x').span.start, 0);
  });

  it('keeps its blank line behind half of a CRLF', () => {
    assert.equal(inserted('a\n\nb\r$0'), 'a\n\nb\r\n\n## X\n\nSay.\n');
  });

  it('two blocks at one offset stand in the order given', () => {
    const text = '# A\n\n# B\n';
    const edits = ['## X', '## Y'].map((block) => insertBlock({ text }, 5, block));
    assert.equal(applyEdits(text, edits), '# A\n\n## X\n\n## Y\n\n# B\n');
  });
});

describe('lineEndOf', () => {
  const ends = [
    ['', '\n'],
    ['a', '\n'],
    ['a\nb\n', '\n'],
    ['a\r\nb\r\n', '\r\n'],
    ['a\rb\r', '\r'],
    ['a\r\nb\nc\r\n', '\r\n'],
    ['a\r\nb\n', '\n'],
    ['a\rb\r\nc\r', '\r'],
    ['a\r\nb\r', '\r\n'],
    ['a\nb\r', '\n'],
  ] as const;
  for (const [text, end] of ends) {
    it(`of ${JSON.stringify(text)} is ${JSON.stringify(end)}`, () => assert.equal(lineEndOf(text), end));
  }

  it('of a very long text is that of its beginning', () => {
    assert.equal(lineEndOf(`${'a\n'.repeat(200_000)}${'b\r\n'.repeat(300_000)}`), '\n');
  });
});
