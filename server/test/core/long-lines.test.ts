/** Of a line of megabytes little is looked at, and no sign of it many times. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { leftoversIn } from '../../src/core/guidance.ts';
import {
  type Block,
  LineIndex,
  parseDocument,
  parsedInParts,
  type Section,
  type SpecDocument,
} from '../../src/core/index.ts';
import { silenceOf } from '../../src/core/silence.ts';
import { atOnce } from '../../src/core/steps.ts';
import { mostOfHead, mostOfLine } from '../../src/core/text/long-lines.ts';
import { normal } from '../../src/core/text/source.ts';
import { headOf } from '../../src/core/title-keys.ts';
import { readsOf } from '../typing.ts';

const megabyte = 1024 * 1024;

function kinds(text: string): readonly string[] {
  return parseDocument(text).root.blocks.map(({ kind }) => kind);
}

/** How many characters are looked at one by one; or how many times others are looked for. */
function looks(work: () => void, method: 'charCodeAt' | 'indexOf' = 'charCodeAt'): number {
  const own = String.prototype[method] as (this: string, ...given: unknown[]) => number;
  let looked = 0;
  String.prototype[method] = function (...given: unknown[]) {
    looked++;
    return own.apply(this as string, given);
  };
  try {
    work();
  } finally {
    String.prototype[method] = own;
  }
  return looked;
}

describe('a very long line', () => {
  it('is a rule across the page where it begins with enough of one', () => {
    for (const mark of ['-', '*', '_', '- ', '*\t', ' _']) {
      const marks = mark.repeat(mostOfLine / mark.length);
      deepEqual(kinds(`${marks}words\n\na\n`), ['other', 'paragraph'], mark);
      deepEqual(kinds(`${marks}${marks}\n\na\n`), ['other', 'paragraph'], mark);
      deepEqual(kinds(`- a\n\n  ${marks}words\n\n  # b\n\nc\n`), ['list', 'paragraph'], mark);
    }
    for (const mark of ['-', '*', '_']) deepEqual(kinds(`${mark.repeat(mostOfLine - 1)}words\n`), ['paragraph'], mark);
  });

  it('is no table’s head, whatever it begins with', () => {
    for (const begin of ['**words** ', '1 ', '`a` ', '<b>words</b> '])
      deepEqual(kinds(`${begin}${'x'.repeat(mostOfHead)} | a |\n| - | - |\n`), ['paragraph'], begin);
    deepEqual(kinds(`a | b\n:-${' '.repeat(mostOfHead)}| -\n`), ['paragraph']);
  });

  it('of one mark is looked at once by all who ask how many there are', () => {
    for (const mark of ['~', '`', '=', '-'])
      for (const text of [`words\n${mark.repeat(megabyte)}x\n`, `> ${mark.repeat(megabyte)}\n> a\n`]) {
        const looked = looks(() => parseDocument(text));
        ok(looked < 1.5 * megabyte, `${JSON.stringify(text.slice(0, 8))}: ${looked}`);
      }
  });

  it('of signs that open no tag is not looked through for blanks of tags', () => {
    const { test } = RegExp.prototype;
    let longest = 0;
    RegExp.prototype.test = function (words) {
      longest = Math.max(longest, words.length);
      return test.call(this, words);
    };
    try {
      equal(parseDocument('<'.repeat(megabyte)).root.blocks[0]?.kind, 'paragraph');
    } finally {
      RegExp.prototype.test = test;
    }
    ok(longest < 1000, String(longest));
  });

  it('is set in by what some of its blanks tell, and none of the others is looked at', () => {
    for (const marks of ['', '> ', '-', '- > ', '12.\t', '* * - ', '> a\n\n', '- a\n\n', '- - a\n>'])
      for (const blank of ['\t', ' ', ' \t'])
        for (const words of ['a', '', '- b', '- -', '| a |', '```', '# c', '[a]: b', '<!--', '===']) {
          const text = (count: number) => `# A\n\n${marks}${blank.repeat(count)}${words}\nx\n\ny\n`;
          const [few, many] = [8, megabyte / 4].map((count) => parseDocument(text(count)));
          const told = ({ kind, span }: Block, { lines }: SpecDocument) =>
            `${kind} ${lines.lineAt(span.start)} ${lines.lineAt(span.end)}`;
          const all = (document = parseDocument('')) => {
            return document.root.children.map(({ title, blocks }) => [
              title,
              blocks.map((each) => told(each, document)),
            ]);
          };
          deepEqual(all(many), all(few), JSON.stringify([marks, blank, words]));
          if (marks !== '' && blank !== ' \t')
            ok(looks(() => parseDocument(text(megabyte / 4))) < 60_000, JSON.stringify([marks, words]));
        }
  });

  it('that begins HTML and holds nothing that ends it is looked at where it begins', () => {
    const { test } = RegExp.prototype;
    let longest = 0;
    RegExp.prototype.test = function (words) {
      if (this.source === '-->') longest = Math.max(longest, words.length);
      return test.call(this, words);
    };
    try {
      for (const [marks, kind] of [
        ['', 'comment'],
        ['> > ', 'quote'],
        ['- ', 'list'],
      ] as const)
        for (const last of ['', '\n\na']) deepEqual(kinds(`${marks}${'<!--'.repeat(megabyte / 4)}${last}\n`)[0], kind);
    } finally {
      RegExp.prototype.test = test;
    }
    ok(longest <= mostOfLine, String(longest));
    deepEqual(kinds(`<!--${'a'.repeat(mostOfLine)}\n\n${'<!--'.repeat(mostOfLine)}-->\n\nb\n`), [
      'comment',
      'paragraph',
    ]);
    deepEqual(kinds(`<!X${'a'.repeat(mostOfLine)}>\n\nb\n`), ['other', 'paragraph']);
  });

  it('of blanks is known to be one without a look at each', () => {
    const lines = new LineIndex(`a\n${' \t'.repeat(megabyte)}\n${' '.repeat(megabyte)}b\n${' '.repeat(300)}`);
    const looked = looks(() => {
      deepEqual(
        [0, 1, 2, 3, 4].map((line) => lines.isBlank(line)),
        [false, true, false, true, true],
      );
    });
    ok(looked < 2000, String(looked));
  });

  it('is not looked through for definitions where the text has none', () => {
    const lines = new LineIndex(`# A\n\n${'words, '.repeat(megabyte / 7)}\n\nb\n`);
    const reads = readsOf(lines);
    atOnce(parsedInParts(lines));
    ok(reads() < 4 * megabyte, String(reads() / megabyte));
  });

  it('is looked through for comments by what is seldom all over a text', () => {
    for (const text of ['<'.repeat(megabyte), '!--'.repeat(megabyte), '<b>words</b>\n'.repeat(1000)]) {
      const document = parseDocument(text);
      const { includes } = document.lines;
      const asked: string[] = [];
      document.lines.includes = (words) => {
        asked.push(words);
        return includes.call(document.lines, words);
      };
      equal(silenceOf(document)('missing-section', { start: 0, end: 1 }), false);
      ok(!asked.includes('<!--') && asked.length <= 2, asked.join());
    }
  });

  it('of a definition that is an image is looked at where it begins', () => {
    const { toLowerCase } = String.prototype;
    let longest = 0;
    String.prototype.toLowerCase = function () {
      longest = Math.max(longest, this.length);
      return toLowerCase.call(this);
    };
    try {
      for (const [address, isGood] of [
        ['data:image/png;base64,', true],
        ['data:text/html,', false],
        ['javascript:', false],
      ] as const) {
        const { root } = parseDocument(`# [a]\n\n[a]: <${address}${'abcd'.repeat(megabyte / 4)}>\n`);
        equal(root.children[0]?.title, isGood ? 'a' : '[a]', address);
      }
    } finally {
      String.prototype.toLowerCase = toLowerCase;
    }
    ok(longest <= 1000, String(longest));
  });

  it('is no comment where it is a definition with a very long title', () => {
    const definition = `[//]: # (${'words '.repeat(20_000)})`;
    deepEqual(kinds(`a\n\n${definition}\n`), ['paragraph']);
    deepEqual(kinds(`a\n\n[//]: # (words)\n`), ['paragraph', 'comment']);
  });

  it('of nothing but NUL is made readable at once', () => {
    const { repeat } = String.prototype;
    const nul = '\0'.repeat(megabyte);
    const readable = '\ufffd'.repeat(megabyte);
    let made = 0;
    String.prototype.repeat = function (count) {
      made++;
      return repeat.call(this, count);
    };
    try {
      equal(normal(nul), readable);
      equal(normal('a\0\0b\0'), 'a\ufffd\ufffdb\ufffd');
    } finally {
      String.prototype.repeat = repeat;
    }
    equal(made, 3);
  });

  it('of a heading names no section in front of a colon that stands far behind', () => {
    for (const [words, head] of [
      ['Risks', 'risks'],
      ['Risks '.repeat(1000).trim(), ''],
    ] as const) {
      const document = parseDocument(`# ${words}: none\n`);
      equal(headOf(document, document.root.children[0] as Section).head, head);
    }
  });

  it('has no word where its first million signs are none', () => {
    const guidance = { sentences: [], code: new Set(['~~~\na\n~~~']) };
    for (const [signs, whole] of [
      [megabyte, true],
      [megabyte - 1, false],
    ] as const) {
      const document = parseDocument(`~~~\na\n~~~\n\n${'!'.repeat(signs)}words\n`);
      equal(leftoversIn(document, document.root.blocks, guidance).whole, whole);
    }
  });
});

describe('line breaks', () => {
  it('are looked for by all characters at once, but where there are very many, and there once', () => {
    for (const [lines, count, isLookedAt] of [
      ['some words\r\n', 1, false],
      ['some words\n', 1, false],
      ['a\r\n\rb\n\n\rc\n\r\n\r\r\n', 9, true],
      ['\n', 1, true],
      ['\r', 1, true],
      ['\r\n', 1, true],
      ['a\n\n', 2, true],
      [`${'a words and more words\n'.repeat(9)}${'\r\n'.repeat(900)}`, 909, true],
    ] as const) {
      const text = lines.repeat(70_000 / lines.length);
      const index = new LineIndex(text);
      const looked = looks(() => new LineIndex(text));
      ok(looked < (isLookedAt ? text.length + 100 : 100), String(looked));
      if (isLookedAt) ok(looks(() => new LineIndex(text), 'indexOf') < 5000);
      isIndexOf(index, text);
      equal(index.count, count * Math.floor(70_000 / lines.length) + 1);
      const [start, end] = [30_000, 30_003];
      for (const newText of ['', 'b', '\n', '\r', '\n\r'.repeat(20_000)])
        isIndexOf(index.edited({ span: { start, end }, newText }), text.slice(0, start) + newText + text.slice(end));
    }
  });
});

function isIndexOf(index: LineIndex, text: string): void {
  const starts = Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: all, index: at }) => at + all.length);
  equal(index.count, starts.length + 1);
  deepEqual(
    starts.map((_, at) => index.startOf(at + 1)),
    starts,
  );
  for (const [at, start] of starts.entries()) equal(index.lineAt(start), at + 1);
}
