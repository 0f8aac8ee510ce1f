/** Sections out of order of which two mean one of the template's: their order may tell which of them is it. */
import { deepEqual, ok } from 'node:assert/strict';
import { applyEdits, type Finding } from '../../src/core/index.ts';
import { contextOf, find, fixNames } from '../check.ts';

const rule = 'section-order';
const template = '## Goals\n\n## Testing\n\n## Risks\n\n## Costs\n';

function textOf(titles: readonly string[]): string {
  return titles.map((title) => `## ${title}\n\nWords.\n`).join('\n');
}

function* ordersOf(titles: readonly string[]): Iterable<readonly string[]> {
  if (titles.length === 0) yield [];
  for (const first of titles)
    for (const others of ordersOf(titles.filter((title) => title !== first))) yield [first, ...others];
}

function found(text: string): readonly Finding[] {
  return find(contextOf(template, text), { only: rule });
}

describe('two headings that mean one of the template’s', () => {
  it('are put right by each fix that is offered, in whichever order they stand', () => {
    let offered = 0;
    for (const titles of ordersOf(['Goals', 'Test plan', 'Tests', 'Risks', 'Cost'])) {
      const text = textOf(titles);
      for (const { message, fixes } of found(text)) {
        for (const { name, edits } of fixes()) {
          offered++;
          const left = found(applyEdits(text, edits)).map((finding) => finding.message);
          ok(!left.includes(message), `${name} of ${message}: ${titles.join(', ')}`);
        }
      }
    }
    ok(100 < offered, `${offered} were offered`);
  });

  it('are not offered to be moved where the other would be the template’s then', () =>
    deepEqual(fixNames(template, textOf(['Test plan', 'Tests', 'Cost', 'Goals', 'Risks']), { rule }), ['sort']));
});
