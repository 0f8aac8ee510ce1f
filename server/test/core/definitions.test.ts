/** Link definitions of the guidance that is put into a document: none takes the place of the document's own. */
import { equal } from 'node:assert/strict';
import { applyEdits, insertion } from '../../src/core/index.ts';
import { withoutDefined } from '../../src/core/text/definitions.ts';
import { contextOf, fixes } from '../check.ts';
import { completes } from '../completing.ts';

const template = '## Goals\n\nSee [how][a b].\n\n[A B]: x "T"\n[c]: y\n\n## Risks\n\nWhat?\n';
const risks = '## Risks\n\nSee [ours][A  b].\n\n[a b]: z\n';

describe('a link definition of the guidance', () => {
  it('is left out where the document has one for its label', () => {
    fixes(template, risks, `## Goals\n\nSee [how][a b].\n\n[c]: y\n\n${risks}`, { rule: 'missing-section' });
    fixes(template, `## Goals\n\n${risks}`, `## Goals\n\nSee [how][a b].\n\n[c]: y\n\n${risks}`, {
      rule: 'empty-section',
    });
    const { edits } = insertion(contextOf(template, risks), () => true, 'guidance');
    equal(applyEdits(risks, edits), `## Goals\n\nSee [how][a b].\n\n[c]: y\n\n${risks}`);
  });

  it('is left out of what is typed, too', () =>
    completes(
      template,
      `# $0\n\n${risks}`,
      'Goals',
      `## Goals

See [how][a b].
^^^^^^^^^^^^^^^+2 selected

[c]: y

${risks}`,
    ));

  it('comes along where the document has none', () =>
    fixes(
      template,
      '## Risks\n\nNone.\n',
      '## Goals\n\nSee [how][a b].\n\n[A B]: x "T"\n[c]: y\n\n## Risks\n\nNone.\n',
      {
        rule: 'missing-section',
      },
    ));

  it('goes with its address and its title, on lines of their own or not, and nothing else does', () => {
    for (const definition of ['[a]: x', '  [A]:  <x y>', "[a]:\n  x\n  'T'", '[a]: x (T)'])
      equal(
        withoutDefined(`Words.\n\n${definition}\n[b]: y\n\nMore.`, '> [a]: z'),
        'Words.\n\n[b]: y\n\nMore.',
        definition,
      );
    equal(withoutDefined('[a]:\nx\n"T"\n\nMore.', '[a]: z').trim(), 'More.');
    for (const words of [
      '```\n[a]: x\n[b]: y\n```',
      '[a] x',
      'Words [a]: x',
      '[a]:\n\nWords.',
      '[//]: # (Name the risks.)',
      '[a]: x words',
    ])
      equal(withoutDefined(words, '[a]: z\n\n[//]: # (Ours.)\n'), words, words);
  });

  it('leaves nothing where it is all of the guidance', () =>
    fixes('## Goals\n\n[a]: x\n', '## Costs\n\n[a]: y\n', '## Costs\n\n[a]: y\n\n## Goals\n', {
      rule: 'missing-section',
    }));
});
