/** Where sentences may end: what the rules of Unicode say, held against the segmenter that every engine brings. */
import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { segmentsOf } from '../../src/core/text/sentence-ends.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function asUnicodeHasIt(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

describe('the ends of sentences', () => {
  for (const [text, expected] of [
    ['', []],
    ['One.', ['One.']],
    ['One. Two! Three? Four', ['One. ', 'Two! ', 'Three? ', 'Four']],
    ['Version 3.14 of the U.K. shop. It works.', ['Version 3.14 of the U.K. shop. ', 'It works.']],
    ['“Why?” she said. (Nobody knew.) So be it.', ['“Why?” ', 'she said. ', '(Nobody knew.) ', 'So be it.']],
    ['See etc. – and more. ✓ done. Übrigens: ja.', ['See etc. – and more. ✓ done. ', 'Übrigens: ja.']],
    ['One\nTwo\r\nThree', ['One\n', 'Two\r\n', 'Three']],
    ['One.\vTwo.\fThree', ['One.\v', 'Two.\f', 'Three']],
  ] as const) {
    it(JSON.stringify(text), () => deepEqual(segmentsOf(text), expected));
  }

  // Engines disagree on “;”, which the newest version of Unicode calls a sentence's going on.
  const pieces = [
    ...'aAbBéÉßªºǅ1 .!?…"\'()[]{}«»“”‘’‚„‛‹›,:-–—/\\_*#`~|<>@%&+=$^§©×÷→≤■✓\n\r\t\u00a0‼⁇',
    ...['\r\n', '. ', '." ', '?) ', 'No. ', 'e.g. ', 'ab ', 'Ab', '\u{1f600}', '\u{1f3fd}'],
    // For these the segmenter is asked.
    ...['\u0301', '。', '字', 'ж', 'Ж', '\u00ad', '\u2028', 'Ⓐ', '\ufe0f', '\u{1d400}', '\u{1f676}', '\u{1fbf0}'],
  ];

  it('are those that the segmenter of the language finds', () => {
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (it) => deepEqual(segmentsOf(it), asUnicodeHasIt(it))),
      { numRuns: 5_000 },
    );
  });

  it('are found in a long text, which the segmenter is given in windows', () => {
    const text = `${'Teams (e.g. yours) plan. Why? “So that it works!” they say. '.repeat(300)}字。 Done.`;
    deepEqual(segmentsOf(text), asUnicodeHasIt(text));
  });
});
