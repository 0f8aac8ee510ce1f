/** How a text is cut into sections and blocks: headings, spans, front matter, odd bytes. */
import assert from 'node:assert/strict';
import { allSections, parseDocument, type Section } from '../../src/core/document.ts';
import { titleSpan } from '../../src/core/place.ts';

/** Headings as `level title`, children indented. */
function tree(text: string): string {
  const draw = (section: Section, indent: string): string =>
    section.children.map((each) => `${indent}${each.level} ${each.title}\n${draw(each, `${indent}  `)}`).join('');
  return draw(parseDocument(text).root, '');
}

function kinds(text: string): readonly string[] {
  return parseDocument(text).root.blocks.map(({ kind }) => kind);
}

function prose(text: string): readonly string[] {
  return parseDocument(text).root.blocks.map((block) => block.prose);
}

describe('document', () => {
  it('an empty text is a document without sections', () => assert.equal(tree(''), ''));

  it('headings nest by level, also where levels are skipped', () =>
    assert.equal(tree('# A\n\n### B\n\n## C\n\n# D\n'), '1 A\n  3 B\n  2 C\n1 D\n'));

  it('a quoted heading opens no section', () => assert.equal(tree('> # A\n\n# B\n'), '1 B\n'));

  it('a heading in a list item opens no section', () => assert.equal(tree('- # A\n\n# B\n'), '1 B\n'));

  it('a heading in a fence opens no section', () => assert.equal(tree('```\n# A\n```\n\n# B\n'), '1 B\n'));

  it('a heading in a comment opens no section, across blank lines too', () =>
    assert.equal(tree('<!--\n# A\n\n# B\n-->\n\n# C\n'), '1 C\n'));

  it('a comment that never ends takes the rest', () => assert.equal(tree('# A\n\n<!-- open\n\n# B\n'), '1 A\n'));

  it('front matter is no heading', () => assert.equal(tree('---\ntitle: A\n---\n\n# B\n'), '1 B\n'));

  it('TOML front matter is no heading', () => assert.equal(tree('+++\ntitle = "A"\n---\n+++\n\n# B\n'), '1 B\n'));

  it('front matter that does not end is text', () => assert.equal(tree('---\n\n# B\n'), '1 B\n'));

  it('a BOM hides no heading', () => assert.equal(tree('\ufeff# A\n'), '1 A\n'));

  it('a BOM hides no front matter', () => assert.equal(tree('\ufeff---\ntitle: A\n---\n# B\n'), '1 B\n'));

  it('a closed heading loses its closing marks', () => assert.equal(tree('## A ##\n'), '2 A\n'));

  it('a heading has no blanks around it, whatever is typed there', () => {
    for (const text of ['  ## A b\t \n\na\n', '## A b  \r\n', ' ## A b\t']) {
      const [section] = parseDocument(text).root.children;
      assert.equal(section && text.slice(section.heading.start, section.heading.end), '## A b');
    }
  });

  it('an underlined heading may span lines', () => assert.equal(tree('A\nB\n---\n'), '2 A B\n'));

  it('a title is its words without markup', () =>
    assert.equal(tree('## **A** `b` [c](d) <i>e</i> &amp; \\*\n'), '2 A b c e & *\n'));

  it('a lone CR ends a line', () => assert.equal(tree('# A\r\r## B\r'), '1 A\n  2 B\n'));

  it('U+2028 ends no line', () => assert.equal(tree('# A\u2028# B\n'), '1 A # B\n'));

  it('NUL is read as text', () => assert.equal(tree('# A\0\n'), '1 A\ufffd\n'));

  for (const [name, eol] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`headings, bodies and sections have their places with ${name}`, () => {
      const text = ['---', 'a: b', '---', '', '# 🎉 A', '', 'x', '', 'B', '===', '', 'y'].join(eol);
      const document = parseDocument(text);
      const [a, b] = Array.from(allSections(document.root)) as [Section, Section];
      assert.equal(text.slice(a.heading.start, a.heading.end), '# 🎉 A');
      assert.equal(text.slice(a.body.start, a.body.end).trim(), 'x');
      assert.equal(text.slice(b.heading.start, b.heading.end), `B${eol}===`);
      assert.equal(text.slice(b.body.start, b.body.end).trim(), 'y');
      assert.deepEqual([a.span.end, b.span.end], [b.span.start, text.length]);
      assert.deepEqual(
        [a, b].map((section) => titleSpan(document, section)).map(({ start, end }) => text.slice(start, end)),
        ['🎉 A', 'B'],
      );
    });
  }

  it('blocks have kinds', () =>
    assert.deepEqual(kinds('a\n\n- b\n\n> c\n\n| d |\n|---|\n| e |\n\n```\nf\n```\n\n<!-- g -->\n\n---\n'), [
      'paragraph',
      'list',
      'quote',
      'table',
      'code',
      'comment',
      'other',
    ]));

  it('HTML with words outside its comments is no comment', () =>
    assert.deepEqual(kinds('<!-- a --> b\n\n<div>c</div>\n'), ['other', 'other']));

  it('link definitions are no blocks', () => assert.deepEqual(kinds('[a]: #a\n[b]: #b "c"\n'), []));

  it('a block ends with its last words', () => {
    const { root } = parseDocument('- a\n- b\n\n\n# C\n');
    assert.deepEqual(root.blocks[0]?.span, { start: 0, end: 7 });
  });

  it('prose has no markup, link targets, comments or code', () =>
    assert.deepEqual(prose('**a** _b_ [c](https://d.example) <!-- e --> f\ng\n\n```\nh\n```\n'), ['a b c  f g', '']));

  it('list items are apart in prose', () => assert.deepEqual(prose('- a\n- b\n  - c\n'), ['a\n\nb\n\nc']));

  it('a code span is one word that ends no sentence', () =>
    assert.deepEqual(prose('`a. b!` c.\n'), ['a\u2024\u00a0b\u2024 c.']));

  it('deep nesting hides no heading behind it', () => assert.equal(tree(`${'> '.repeat(5000)}a\n\n# B\n`), '1 B\n'));
});
