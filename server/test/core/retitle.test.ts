/** Renamed headings, made of words and of what may stand around them, at random: each is the template's afterwards, and nothing but words is gone. */
import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, contextOf, type Finding, parseDocument, readTemplate } from '../../src/core/index.ts';
import { find } from '../check.ts';

const template = readTemplate('## Summary\n\n## Testing\n\n## Alternatives considered (optional)\n', '');
const titles = ['Test plan', 'Tests', 'Considered alternatives', 'Alternatives'];
const kept = '![](i.png)|[![b](i)](l)|[#12](y)|[^1]|<!-- c -->|<img src="x">|{#a}|✅|§ 2'.split('|');
const others = '[#](#x)|2.|2|**|*|`|_|~~|[|]|<u>|</u>|->|>>|(WIP)|Section 3:|:|\\[|–'.split('|');

function misnamed(text: string): readonly Finding[] {
  return find(contextOf(template, parseDocument(text)), { only: 'misnamed-section' });
}

describe('a heading that is renamed', () => {
  const around = fc.array(fc.constantFrom(...kept, ...others), { maxLength: 3 });
  const heading = fc
    .tuple(around, fc.constantFrom(...titles), around, fc.constantFrom(' ', ''))
    .map(([before, title, behind, between]) => [...before, title, ...behind].join(between));
  const marks = fc.constantFrom(
    (words: string) => `## ${words}`,
    (words: string) => `${words}\n---`,
    (words: string) => `<h2>${words}</h2>`,
  );

  it('has the template’s title and all that was none of its words', () => {
    let renamed = 0;
    fc.assert(
      fc.property(heading, marks, (words, marked) => {
        const text = `${marked(words)}\n\nBy hand.\n`;
        for (const finding of misnamed(text)) {
          for (const { edits } of finding.fixes()) {
            renamed++;
            const after = applyEdits(text, edits);
            deepEqual(misnamed(after), [], after);
            for (const bit of kept) ok(after.split(bit).length === text.split(bit).length, `${bit}: ${after}`);
          }
        }
      }),
      { numRuns: 2_000 },
    );
    ok(200 < renamed, `${renamed} were renamed`);
  });
});
