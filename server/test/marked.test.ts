/** The marks in test texts: read, drawn, and read again. */
import { deepEqual, equal, throws } from 'node:assert/strict';
import fc from 'fast-check';
import { draw, unmark } from './marked.ts';

describe('marks in texts', () => {
  it('carets mark what stands above them', () => {
    deepEqual(unmark('# Plan\n  ^^^^ rule: words\n'), {
      text: '# Plan\n',
      marks: [{ span: { start: 2, end: 6 }, label: 'rule: words' }],
      cursor: undefined,
    });
  });

  it('several caret lines belong to the same line', () => {
    deepEqual(unmark('ab\n^ one\n ^ two\nc').marks, [
      { span: { start: 0, end: 1 }, label: 'one' },
      { span: { start: 1, end: 2 }, label: 'two' },
    ]);
  });

  it('the cursor is taken out', () => {
    deepEqual(unmark('a\nb$0c\n'), { text: 'a\nbc\n', marks: [], cursor: 3 });
  });

  it('a last caret line without a break leaves the text without one', () => {
    equal(unmark('ab\n^^ one').text, 'ab');
  });

  it('a mark over several lines is counted in lines and columns', () => {
    deepEqual(unmark('one\n ^^+1:2 words\ntwo\n').marks, [{ span: { start: 1, end: 6 }, label: 'words' }]);
    deepEqual(unmark('one\n ^^+1 words\ntwo\n').marks, [{ span: { start: 1, end: 7 }, label: 'words' }]);
  });

  it('a caret line without a line above it is refused', () => {
    throws(() => unmark('^^^ words\n'), /needs a line above/);
  });

  it('what is drawn is read again, whatever the line ends', () => {
    const words = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '🙂', '#', '-'), maxLength: 8 });
    const line = fc.tuple(words, fc.constantFrom('\n', '\r\n', '\r'));
    const text = fc.tuple(fc.array(line, { maxLength: 5 }), words).map(([lines, last]) => lines.flat().join('') + last);
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(12), (plain, from, length) => {
        const spots = Array.from(plain.matchAll(/[^\r\n]/g), ({ index }) => index);
        const start = spots[from % (spots.length || 1)] ?? 0;
        const ends = spots.filter((at) => start <= at).map((at) => at + 1);
        const end = ends[length % (ends.length || 1)] ?? start;
        const marks = [{ span: { start, end }, label: 'rule: words' }];
        const read = unmark(draw(plain, marks));
        deepEqual(read, { text: plain, marks, cursor: undefined });
      }),
    );
  });
});
