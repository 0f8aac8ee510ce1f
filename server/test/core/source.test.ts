/** What Markdown’s parser is given: the lines as it would find them itself. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { LineIndex } from '../../src/core/index.ts';
import { beginningOf, type LineMarks, markLines, normal, withoutBom } from '../../src/core/text/source.ts';
import { times } from '../random.ts';

describe('a source for the parser', () => {
  it('has its lines marked as the parser marks them', () => {
    const { State } = new MarkdownIt().block;
    const sign = fc.constantFrom('\n', '\n', ' ', '\t', 'a', '\u00a0');
    const told = ({ lineMax, bMarks, eMarks, tShift, sCount, bsCount }: LineMarks) => {
      return { lineMax, bMarks, eMarks, tShift, sCount, bsCount };
    };
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 20, size: 'max' }), (signs) => {
        const source = signs.join('');
        const marks = { lineMax: 0, bMarks: [], eMarks: [], tShift: [], sCount: [], bsCount: [] };
        markLines(marks, source);
        deepEqual(told(marks), told(new State(source, new MarkdownIt(), {}, [])));
      }),
      { numRuns: 500 * times },
    );
  });

  it('has one kind of line end, and no NUL', () => {
    equal(normal('a\r\nb\rc\nd'), 'a\nb\nc\nd');
    equal(normal('a\0b\0'), 'a\ufffdb\ufffd');
    equal(normal('\0\r'), '\ufffd\n');
  });

  it('has no mark in front, but where it stands elsewhere', () => {
    const lines = new LineIndex('\ufeffa\n\ufeffb');
    equal(withoutBom(lines, 0, 2), 'a');
    equal(withoutBom(lines, 3, 5), '\ufeffb');
  });

  it('begins with whole lines, or with a part of one that is most of it', () => {
    equal(beginningOf('ab\ncd', 5), 'ab\ncd');
    equal(beginningOf('abc\nde', 5), 'abc');
    equal(beginningOf('ab\ncde', 5), 'ab\ncd');
    equal(beginningOf('abcdef', 5), 'abcde');
  });
});
