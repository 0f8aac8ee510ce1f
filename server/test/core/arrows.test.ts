/** Arrows that are typed as `->` and `>>`, around a heading's words and within them. */
import { equal } from 'node:assert/strict';
import { wordsSpan } from '../../src/core/text/decoration.ts';
import { checks } from '../check.ts';

const template = '## Summary\n\n## Testing\n';

describe('a typed arrow', () => {
  for (const arrow of ['->', '=>', '>>']) {
    it(`${arrow} is none of the words that it stands around`, () => {
      for (const title of [`Summary ${arrow}`, `${arrow} Summary`, `1. ${arrow} Summary`, `§ 1 ${arrow} Summary`])
        checks(template, `## ${title}\n\nShip it.\n\n## Testing\n\nBy hand.\n`);
    });

    it(`${arrow} is none of those of the template either`, () => {
      for (const title of [`Summary ${arrow}`, `${arrow} Summary`]) checks(`## ${title}\n`, '## Summary\n\nShip it.\n');
    });
  }

  it('within the words, against one, or of one angle alone is one of the words', () => {
    for (const title of ['a -> b', 'List<Set>>', '->a', 'Costs >', '>= 3', '--> a', 'a -->'])
      equal(wordsOf(title), title);
    equal(wordsOf('Costs <-'), 'Costs');
  });
});

function wordsOf(title: string): string {
  const { start, end } = wordsSpan(title);
  return title.slice(start, end);
}
