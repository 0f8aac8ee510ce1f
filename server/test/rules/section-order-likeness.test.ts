/** Sections out of order of which two mean one of the template's: their order may tell which of them is it. */
import { deepEqual, ok } from 'node:assert/strict';
import { applyEdits, type Finding, LineIndex } from '../../src/core/index.ts';
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

function bold(text: string): string {
  return text.replace(/## (.*)/g, '**$1:**');
}

function found(text: string, of = template): readonly Finding[] {
  return find(contextOf(of, text), { only: rule });
}

describe('two headings that mean one of the template’s', () => {
  for (const kind of ['headings', 'bold lines'])
    it(`are put right by each fix that is offered, in whichever order they stand: ${kind}`, () => {
      const as = (text: string) => (kind === 'headings' ? text : bold(text));
      let offered = 0;
      for (const titles of ordersOf(['Goals', 'Test plan', 'Tests', 'Risks', 'Cost'])) {
        const text = as(textOf(titles));
        for (const { message, fixes } of found(text, as(template))) {
          for (const { name, edits } of fixes()) {
            offered++;
            const left = found(applyEdits(text, edits), as(template)).map((finding) => finding.message);
            ok(!left.includes(message), `${name} of ${message}: ${titles.join(', ')}`);
          }
        }
      }
      ok(100 < offered, `${offered} were offered`);
    });

  it('are not offered to be moved where the other would be the template’s then', () =>
    deepEqual(fixNames(template, textOf(['Test plan', 'Tests', 'Cost', 'Goals', 'Risks']), { rule }), ['sort']));

  it('are told from by the headings alone, however long the text is', () => {
    const body = 'Words of our own, and more of them.\n\n'.repeat(5_000);
    const text = textOf(['Test plan', 'Tests', 'Cost', 'Goals', 'Risks']).replaceAll('Words.\n', body);
    const [first] = found(text);
    const { textBetween } = LineIndex.prototype;
    let read = 0;
    LineIndex.prototype.textBetween = function (start, end) {
      read += Math.max(0, end - start);
      return textBetween.call(this, start, end);
    };
    try {
      deepEqual(
        first?.fixes().map(({ name }) => name),
        ['sort'],
      );
    } finally {
      LineIndex.prototype.textBetween = textBetween;
    }
    ok(0 < read && read < body.length / 10, String(read));
  });

  it('are told from whatever kind of headings they are', () => {
    const titles = ['Test plan', 'Tests', 'Cost', 'Goals', 'Risks'];
    for (const [before, behind] of [
      ['', '\n---\n'],
      ['<h2>\n', '\n</h2>\n'],
      ['<a name="x"></a><h2>', '</h2>\n'],
      ['  ## ', ' ##'],
    ]) {
      const text = titles.map((title) => `${before}${title}${behind}\n\nWords.\n`).join('\n');
      for (const mark of ['', '\ufeff', '---\na: b\n---\n'])
        deepEqual(fixNames(template, mark + text, { rule }), ['sort'], mark + text);
    }
    deepEqual(fixNames(bold(template), bold(textOf(titles)), { rule }), ['sort']);
  });

  it('are not offered to be moved among very many headings, others are', () => {
    const many = Array.from({ length: 300 }, (_, at) => `Part ${at}`);
    deepEqual(fixNames(template, textOf(['Tests', 'Goals', 'Risks', 'Costs', ...many]), { rule }), []);
    deepEqual(fixNames(template, textOf(['Testing', 'Goals', 'Risks', 'Costs', ...many]), { rule }), ['move', 'sort']);
  });
});
