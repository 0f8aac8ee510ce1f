/** Link definitions of the guidance that is put into a document: none takes the place of the document's own. */
import { equal } from 'node:assert/strict';
import { applyEdits, insertion, parseDocument } from '../../src/core/index.ts';
import { withoutDefined } from '../../src/core/link-definitions.ts';
import { contextOf, fixes } from '../check.ts';
import { completes } from '../completing.ts';

const template = '## Goals\n\nSee [how][a b].\n\n[A B]: x "T"\n[c]: y\n\n## Risks\n\nWhat?\n';
const risks = '## Risks\n\nSee [ours][A  b].\n\n[a b]: z\n';

function left(guidance: string, document: string): string {
  return withoutDefined(guidance, parseDocument(document));
}

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
    for (const definition of [
      '[a]: x',
      '  [A]:  <x y>',
      "[a]:\n  x\n  'T'",
      '[a]: x (T)',
      '[a]: \t\n \tx \t\n \t"T" \t',
    ])
      equal(left(`Words.\n\n${definition}\n[b]: y\n\nMore.`, '> [a]: z'), 'Words.\n\n[b]: y\n\nMore.', definition);
    equal(left('[a]:\nx\n"T"\n\nMore.', '[a]: z'), 'More.');
    for (const words of [
      '```\n[a]: x\n[b]: y\n```',
      '[a] x',
      'Words [a]: x',
      '[a]:\n\nWords.',
      '[//]: # (Name the risks.)',
      '[a]: x words',
    ])
      equal(left(words, '[a]: z\n\n[//]: # (Ours.)\n'), words, words);
  });

  it('is none in the middle of a paragraph, behind a code block’s marks or in HTML', () => {
    for (const words of [
      'Keep the tags\n[a]: ready',
      '- Keep\n[a]: ready',
      '> Keep\n[a]: ready',
      '| a |\n|---|\n[a]: ready',
      '<div>\n[a]: ready\n</div>',
      '    [a]: ready',
      'Words.\n\n~~~\n[a]: x\n~~~\n\n[b]: y "\n[a]: x\n"',
    ])
      equal(left(words, '[a]: z'), words, words);
    fixes(
      '## Goals\n\nKeep the tags\n[draft]: ready\n',
      '## Costs\n\n[Draft]: x\n',
      '## Costs\n\n[Draft]: x\n\n## Goals\n\nKeep the tags\n[draft]: ready\n',
      { rule: 'missing-section' },
    );
  });

  it('goes as a whole, and a code block beside it stays', () => {
    for (const definition of [
      '[a]: /x\n  "title"',
      '[a]: /x "a title\nof [two] lines"',
      "[a]: /x 'it\\'s'",
      '[a]: /x (a\n\\(b)',
      '[a]: <x\\>y> "\n[b]: z\n"',
      '[a]:\n/x\n"title\n[b]: z"',
      '[\n A\n]: /x',
    ])
      equal(
        left(`Words.\n\n${definition}\n\n\`\`\`\n[a]: x\n\`\`\``, '[a]: z'),
        'Words.\n\n```\n[a]: x\n```',
        definition,
      );
    equal(left('[b\\]]: /x\n[b]: y', '[b\\]]: z'), '[b]: y');
  });

  it('leaves no blank lines behind that nobody needs', () => {
    equal(left('# Goals\n[a]: x\nWords.', '[a]: z'), '# Goals\nWords.');
    equal(left('Say.\n\n[a]: x\n\nWords.', '[a]: z'), 'Say.\n\nWords.');
  });

  it('stays where the document has one in a sample of code only', () => {
    for (const sample of ['```\n[a]: y\n```', '    [a]: y', '<!--\n[a]: y\n-->', 'Words\n[a]: y', '---\n[a]: y\n---'])
      equal(left('Words.\n\n[a]: x', sample), 'Words.\n\n[a]: x', sample);
    for (const own of ['[a]:\n  /y', '- b\n\n  [a]: y', '[a\n]: y', '```\n```\n[A]: y'])
      equal(left('Words.\n\n[a]: x', own), 'Words.', own);
  });

  it('is left out of a document whose headings are bold lines, too', () =>
    fixes(
      '**Goals:**\n\n[a]: x\n\nWords.\n\n**Risks:**\n',
      '**Risks:**\n\nNone.\n\n[a]: y\n',
      '**Goals:**\n\nWords.\n\n**Risks:**\n\nNone.\n\n[a]: y\n',
      { rule: 'missing-section' },
    ));

  it('leaves nothing where it is all of the guidance', () =>
    fixes('## Goals\n\n[a]: x\n', '## Costs\n\n[a]: y\n', '## Costs\n\n[a]: y\n\n## Goals\n', {
      rule: 'missing-section',
    }));
});
