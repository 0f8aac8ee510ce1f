/** What stands above sections that change places, and what they come to stand under. */
import { checks, fixes } from '../check.ts';

const rule = 'section-order';
const template = '## A\n\n## B\n\n## C\n\n## D\n';
const bold = '**A:**\n\n**B:**\n\n**C:**\n';

/** All sections are put in order, and are in order then. */
function sorts(of: string, before: string, after: string): void {
  for (const end of ['\n', '\r\n', '\r']) {
    const [from, to] = [before, after].map((text) => text.replaceAll('\n', end));
    fixes(of, from ?? '', to ?? '', { rule, fix: 'sort' });
  }
  checks(of, after, { only: rule });
}

describe('sections that change places', () => {
  it('get no blank lines that nobody needs', () => {
    sorts(template, '## B\nb\n## A\na\n', '## A\na\n## B\nb\n');
    sorts(template, '## B\n## A\n', '## A\n## B\n');
    sorts(template, '## B\n\nb\n\nA\n---\n\na\n', 'A\n---\n\na\n\n## B\n\nb\n');
    sorts(template, '## B\n\nb\n\n## A\n\na\n\nC\n---\n\nc\n', '## A\n\na\n\n## B\n\nb\n\nC\n---\n\nc\n');
  });

  it('leave a byte order mark where it stands', () => {
    for (const fix of ['move', 'sort'])
      for (const mark of ['', '\ufeff'])
        for (const [before, behind] of [
          ['## ', ''],
          ['', '\n---'],
          ['<h2>', '</h2>'],
        ] as const) {
          const [a = '', b = '', c = ''] = ['A', 'B', 'C'].map((title) => `${before}${title}${behind}\n\nWords.\n`);
          fixes(template, `${mark}${[c, a, b].join('\n')}`, `${mark}${[a, b, c].join('\n')}`, { rule, fix });
          fixes(template, `${mark}${[b, a, c].join('\n')}`, `${mark}${[a, b, c].join('\n')}`, { rule, fix });
        }
  });

  it('in HTML get none either behind words of their own', () =>
    sorts(template, '<h2>B</h2>\n\nb\n\n## A\n\na\n## C\n\nc\n', '## A\n\na\n\n<h2>B</h2>\n\nb\n## C\n\nc\n'));

  it('leave those that stay as they are', () => {
    sorts(
      template,
      '## B\n\nb\n\n## A\n\na\n\n## C\n\n```\nc\n```\nD\n---\n\nd\n',
      '## A\n\na\n\n## B\n\nb\n\n## C\n\n```\nc\n```\nD\n---\n\nd\n',
    );
    sorts(template, '## B\n\nb\n\n## A\n\na\n\n## C\n\n```\nc\n', '## A\n\na\n\n## B\n\nb\n\n## C\n\n```\nc\n');
  });

  it('do not run into an underlined heading with a # in it', () => {
    for (const title of ['My # 1', '#1'])
      sorts(
        template,
        `## B\n\nb\n\n## A\n\n---\n${title}\n---\n\nx\n`,
        `## A\n\n---\n\n## B\n\nb\n\n${title}\n---\n\nx\n`,
      );
  });
});

describe('bold lines that change places', () => {
  it('are not put into the paragraph of another, where a heading stood', () => {
    sorts(bold, '**A:** a\n## C\n\nc\n\n**B:** b\n', '**A:** a\n\n**B:** b\n\n## C\n\nc\n');
    sorts(bold, '**A:**\n## C\n\nc\n\n**B:** b\n', '**A:**\n\n**B:** b\n\n## C\n\nc\n');
  });

  it('are not put into the paragraph of a heading', () =>
    sorts(bold, '**B:** b\n**C:** c\n\n## A\na\n', '## A\na\n\n**B:** b\n\n**C:** c\n'));

  it('are not put into a list behind the words of another', () =>
    sorts(bold, '**B:** b\n**A:** a\n- x\n\n**C:** c\n', '**A:** a\n- x\n\n**B:** b\n\n**C:** c\n'));

  it('stay lines of one paragraph, whatever stands below it', () =>
    sorts(bold, '**B:** b\n**A:** a\n**C:** c\n\nMore.\n', '**A:** a\n**B:** b\n**C:** c\n\nMore.\n'));
});
