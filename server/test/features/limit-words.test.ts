/** How much there is of what a template limits, in words. */
import { equal } from 'node:assert/strict';
import { countText } from '../../src/core/features/limit-words.ts';
import type { LimitUnit } from '../../src/core/limits.ts';

describe('a count and its limit', () => {
  for (const [count, min, max, unit, words] of [
    [2, 0, 2, 'sentences', '2 of at most 2 sentences'],
    [2, 1, 2, 'sentences', '2 of at most 2 sentences'],
    [0, 0, 1, 'sentences', '0 of at most 1 sentence'],
    [1, 1, 1, 'paragraphs', '1 of at most 1 paragraph'],
    [1, 2, 2, 'paragraphs', '1 of 2 paragraphs'],
    [40, 2, 50, 'words', '40 of 2 to 50 words'],
    [1, 2, Number.POSITIVE_INFINITY, 'paragraphs', '1 of at least 2 paragraphs'],
    [0, 1, Number.POSITIVE_INFINITY, 'words', '0 of at least 1 word'],
  ] satisfies readonly (readonly [number, number, number, LimitUnit, string])[]) {
    it(words, () => equal(countText({ count, isMore: false }, { unit, min, max, said: '' }), words));
  }

  it('is of what was counted where there is more', () => {
    const limit = { unit: 'words', min: 1, max: 50, said: '' } as const;
    equal(countText({ count: 51, isMore: true }, limit), 'more than 51 of at most 50 words');
  });
});
