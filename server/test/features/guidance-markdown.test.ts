/** Guidance as shown: it can be read, and can do nothing. */
import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { plainWords, safeMarkdown } from '../../src/core/features/guidance-markdown.ts';

describe('guidance as shown', () => {
  it('keeps its Markdown', () => {
    const markdown =
      'Say *why*, `x < y` and **how**:\n\n- one\n- two\n\n```ts\nconst a = b < c;\n```\n\n| a | b |\n|---|---|\n| c | d |';
    equal(safeMarkdown(markdown), markdown);
  });

  it('has no comments', () => {
    equal(safeMarkdown('<!-- Hidden. -->\n\nSay <!-- or do not --> why.\n\n<!--\nMore.\n-->'), 'Say  why.');
    equal(safeMarkdown('a <!-- `b --> c` <!-- <!-- --> <!--> d -->'), 'a  c`  ');
  });

  it('shows what begins like a comment and does not end', () => {
    equal(safeMarkdown('a <!-- b --> `<!--` c <!-- d <!--'), 'a  `<!--` c &lt;!-- d &lt;!--');
    equal(safeMarkdown('a <!-->'), 'a &lt;!-->');
    const open = 'a --> '.repeat(2) + '<!-- '.repeat(1_000);
    equal(safeMarkdown(`${open}b`), `${open.replaceAll('<', '&lt;')}b`);
  });

  it('has no HTML', () =>
    equal(safeMarkdown('Say <b>why</b>.\n\n<img src=x>'), 'Say &lt;b>why&lt;/b>.\n\n&lt;img src=x>'));

  it('links to the web and to headings', () => {
    const markdown = '[a](https://example.com) [b](http://example.com) [c](#goals) <https://example.com>';
    equal(safeMarkdown(markdown), markdown);
  });

  it('links nowhere else', () => {
    equal(
      safeMarkdown('[a](command:run) [b](file:///etc) [c](../x.md) <javascript:alert(1)>'),
      '[a]\\(command:run) [b]\\(file:///etc) [c]\\(../x.md) &lt;javascript:alert(1)>',
    );
  });

  it('refers to the web and nowhere else', () => {
    equal(safeMarkdown('[a][1] [b][2]\n\nx\n[1]: command:run'), '[a][1] [b][2]\n\nx\n[1]\\: command:run');
  });

  it('has no images', () => equal(safeMarkdown('![a](https://example.com/a.png)'), '[a](https://example.com/a.png)'));

  it('keeps what is escaped as it is', () => equal(safeMarkdown('\\<b> \\`<b>\\`'), '\\<b> \\`&lt;b>\\`'));

  it('closes a code block that is open', () => equal(safeMarkdown('```\n<b>'), '```\n<b>\n```'));

  it('fences indented code, so that no list before it takes it in', () => {
    equal(safeMarkdown('- a\n\n<!-- -->\n\n    <b>'), '- a\n\n```\n<b>\n```');
  });

  describe('has code as it was written, closed and fenced', () => {
    for (const [markdown, shown] of [
      ['```sh\na\n```', '```sh\na\n```'],
      ['  ~~~\n  a\n  ~~~~  ', '  ~~~\n  a\n  ~~~~  '],
      ['````\na\n```', '````\na\n```\n````'],
      ['~~~~', '~~~~\n~~~~'],
      ['~~~\na ~~~', '~~~\na ~~~\n~~~'],
      ['    a\n      b    c\n\n    d', '```\na\n  b    c\n\nd\n```'],
      ['\ta\n  \tb', '```\na\nb\n```'],
      ['    ```\n    a ````` b', '``````\n```\na ````` b\n``````'],
      ['    ~~~\n    a', '```\n~~~\na\n```'],
      ['Say:\r\r    a\r\n    b', 'Say:\n\n```\na\nb\n```'],
    ] as const) {
      it(JSON.stringify(markdown), () => equal(safeMarkdown(markdown), shown));
    }
  });

  it('is not cut where it just fits, and within a line where there is no other place', () => {
    equal(safeMarkdown('a'.repeat(10_000)), 'a'.repeat(10_000));
    equal(safeMarkdown('a'.repeat(10_001)), `${'a'.repeat(10_000)}\n\n…`);
    equal(safeMarkdown(`${'a'.repeat(9_999)}😀`), `${'a'.repeat(9_999)}\n\n…`);
    equal(safeMarkdown(`😀${'a'.repeat(9_997)}\n${'b'.repeat(9)}`), `😀${'a'.repeat(9_997)}\n\n…`);
  });

  it('begins with a line that is no front matter', () => equal(safeMarkdown('---\n<b>\n---'), '---\n\n&lt;b>\n---'));

  it('is cut where it is very long', () => {
    const shown = safeMarkdown('Word word.\n'.repeat(3000));
    ok(shown.length < 10_010 && shown.endsWith('Word word.\n\n…'));
  });

  it('holds no HTML, image or other link, whatever was written', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '<b>',
      '<!--',
      '-->',
      '`',
      '``',
      '```',
      '~~~',
      '\\',
      '\n',
      '\n\n',
      '    ',
      '- ',
      '> ',
      '| ',
      '|-|\n',
      '[a]',
      '(',
      ')',
      '](',
      ']:',
      '![',
      '[',
      ']',
      'x',
      ' ',
      '&lt;',
      '<a:b>',
      'javascript:x',
      'https://e.x',
      '#',
      '"',
      '\t',
      '1. ',
      '<div>',
      '</div>',
      '<?',
      '<!D',
      '---',
    );
    const unsafe = new MarkdownIt({ html: true });
    unsafe.validateLink = () => true;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const tokens = unsafe
          .parse(safeMarkdown(pieces.join('')), {})
          .flatMap((token) => [token, ...(token.children ?? [])]);
        for (const token of tokens) {
          ok(!/^(html_block|html_inline|image)$/.test(token.type), token.type);
          if (token.type === 'link_open')
            ok(/^(https?:\/\/|#)/.test(token.attrGet('href') ?? ''), token.attrGet('href') ?? '');
        }
      }),
      { numRuns: 1000 },
    );
  }).timeout(30_000);
});

describe('words as shown', () => {
  it('mean nothing to Markdown', () => {
    const words = '*a* _b_ `c` [d](e) <f> &amp; \\ ~~g~~ | h';
    const shown = new MarkdownIt({ html: true }).render(`**${plainWords(words)}**`);
    equal(shown, '<p><strong>*a* _b_ `c` [d](e) &lt;f&gt; &amp;amp; \\ ~~g~~ | h</strong></p>\n');
  });

  it('stand on one line', () => equal(plainWords(' a\r\n b '), 'a b'));
});
