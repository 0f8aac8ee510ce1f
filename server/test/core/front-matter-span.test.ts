/** Where front matter may be, told without parsing anything. */
import { equal } from 'node:assert/strict';
import { LineIndex, mayBeFrontMatter } from '../../src/core/index.ts';

describe('a line may be front matter', () => {
  const lines = (text: string) =>
    Array.from({ length: 5 }, (_, line) => (mayBeFrontMatter(new LineIndex(text), line) ? line : '-')).join('');

  it('behind the first fence, up to the second', () => {
    equal(lines('---\na: b\nc: d\n---\nWords\n'), '-123-');
    equal(lines('\ufeff---\r\na: b\r\n...\r\n\r\nWords'), '-12--');
    equal(lines('--- \ra: b\r---\r\r'), '-12--');
  });

  it('where the second fence is not there yet', () => equal(lines('---\na: b\n\nWords'), '-123-'));

  it('only where the text begins with a fence', () => {
    for (const text of ['', '---', 'a: b\n---\nc: d\n', '\n---\na: b\n---\n', '----\na: b\n---\n', '+++\na = 1\n+++\n'])
      equal(lines(text), '-----', text);
  });
});
