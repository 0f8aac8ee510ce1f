/** Which word is suggested to somebody who misspelt one: a wrong suggestion is worse than none. */
import { equal } from 'node:assert/strict';
import { closest } from '../../src/core/index.ts';

const words = ['missing-section', 'empty-section', 'section-order', 'rules', 'ready'];

describe('a misspelt word is taken for the nearest', () => {
  const cases: readonly (readonly [string, string | undefined, string])[] = [
    ['missing-sections', 'missing-section', 'a letter too many'],
    ['missin-section', 'missing-section', 'a letter too few'],
    ['misisng-section', 'missing-section', 'two letters swapped'],
    ['Missing_Section', 'missing-section', 'another way to write it'],
    ['rule', 'rules', 'short'],
    ['empty', 'empty-section', 'its beginning'],
    ['em', undefined, 'too little of it'],
    ['colour', undefined, 'another word'],
    ['', undefined, 'nothing'],
    ['r'.repeat(100_000), undefined, 'endless'],
  ];
  for (const [said, meant, what] of cases) {
    it(`${what}: ${said.slice(0, 20)} is ${meant ?? 'none'}`, () => equal(closest(said, words), meant));
  }

  it('and of two that are as near for the first', () => equal(closest('cat', ['bat', 'hat']), 'bat'));
});
