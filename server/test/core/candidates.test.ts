/** Which headings may answer to a section of the template at all is told of documents of any size, as long as that is quick. */
import { deepEqual, equal } from 'node:assert/strict';
import { candidatesIn } from '../../src/core/candidates.ts';
import { parseDocument } from '../../src/core/document.ts';
import { atOnce } from '../../src/core/steps.ts';
import { parseTemplate } from '../../src/core/template.ts';

const { sections } = parseTemplate('## Goals\n\n## Known risks\n\n## Costs and gains\n');

/** Of many headings, and a few behind them. */
function candidatesAmong(title: (at: number) => string): readonly string[] | undefined {
  const many = Array.from({ length: 30_000 }, (_, at) => `## ${title(at)}\n\n`).join('');
  const found = atOnce(candidatesIn(parseDocument(`${many}## Goal\n\n## Unknown\n\n### Risks, known\n`), sections));
  return found && Array.from(found, (each) => each.title);
}

describe('the headings that may answer', () => {
  it('are told where no other has a word of the template’s', () => {
    deepEqual(
      candidatesAmong((at) => `Part ${at} of it`),
      ['Goal', 'Risks, known'],
    );
  });

  it('are told where they all have the same name', () => {
    deepEqual(
      candidatesAmong(() => 'Risky parts'),
      ['Goal', 'Risks, known'],
    );
  });

  it('are those that name several things, or one in two languages, where one of them is meant', () => {
    const titles = [
      'Goals (目標)',
      '目標, Goals',
      'Goal and 目標',
      'Risky parts and others',
      'Goal setting for all and others',
    ];
    const document = parseDocument(titles.map((title) => `## ${title}\n\n`).join(''));
    deepEqual(
      Array.from(atOnce(candidatesIn(document, sections)) ?? [], ({ title }) => title),
      titles.slice(0, 3),
    );
  });

  it('may be all where each has a name of its own with such a word', () =>
    equal(
      candidatesAmong((at) => `Risks of part ${at}`),
      undefined,
    ));
});
