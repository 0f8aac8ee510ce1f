/** Completion of answers: the common shapes, and what an issue form lets choose from. */
import { deepEqual, equal } from 'node:assert/strict';
import { builtinTemplate } from '../../src/core/index.ts';
import { completes, offers, offersAt } from '../completing.ts';

const template = '## Stories\n\n## Endpoints\n\n## Notes\n';
const all = ['user story', 'API endpoint', 'migration note', 'open question'];
const asked = { shapes: true };

describe('completion of common shapes', () => {
  it('follows the sections still to write, after # in a section', () =>
    offers(template, '## Stories\n\n#$0\n', ['Endpoints', 'Notes', ...all]));

  it('has the one first that the section is named for', () => {
    const first = (picture: string) => offersAt(template, picture).find(({ kind }) => kind === 'shape')?.label;
    equal(first('## Endpoints\n\n#$0\n'), 'API endpoint');
    equal(first('## User stories\n\n#$0\n'), 'user story');
    equal(first('## Open questions (optional)\n\n##$0\n'), 'open question');
    equal(first('## Migration\n\n### Data\n\n#$0\n'), 'migration note');
  });

  it('fits the built-in template’s sections', () => {
    const first = (heading: string) =>
      offersAt(builtinTemplate, `${heading}\n\n#$0\n`).find(({ kind }) => kind === 'shape');
    equal(first('## APIs:')?.label, 'API endpoint');
    equal(first('## User Stories:')?.label, 'user story');
    equal(first('## Open Questions:')?.label, 'open question');
  });

  it('is offered in no title, and in no document without sections', () => {
    offers(template, '# Plan\n\n#$0\n', ['Stories', 'Endpoints', 'Notes']);
    offers(template, '#$0\n', ['Stories', 'Endpoints', 'Notes']);
  });

  it('takes the place of the marks, each example to be typed over', () =>
    completes(
      template,
      '## Stories\n\n#$0\n',
      'user story',
      `## Stories

- As a writer, I want my text to be saved while I write, so that a closed page costs me nothing.
     ^^^^^^^^ filled in: a writer
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ filled in: my text to be saved while I write
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ filled in: a closed page costs me nothing

^0 selected
`,
    ));

  it('has headings one deeper than the section, and none deeper than six', () => {
    const headings = (section: string) =>
      offersAt(template, `${section}\n\n#$0\n`).flatMap(({ newText }) => /#+ GET/.exec(newText)?.[0] ?? []);
    deepEqual(headings('## Stories'), ['### GET']);
    deepEqual(headings('### Stories'), ['#### GET']);
    deepEqual(headings('###### Stories'), ['###### GET']);
  });

  it('has no headings where bold lines are the sections', () =>
    offers('**Stories:**\n\n**Notes:**\n', '**Stories:**\n\n#$0\n', [
      'Notes',
      ...all.filter((name) => name !== 'API endpoint'),
    ]));

  it('is set apart from the lines around it, but for a list that goes on', () => {
    const textAfter = (picture: string, label: string) =>
      offersAt(template, picture)
        .find((each) => each.label === label)
        ?.newText.replace(/\S[^\n]*/g, 'x');
    equal(textAfter('## Stories\nWords.\n#$0\n', 'user story'), '\nx\n');
    equal(textAfter('## Stories\n\n- one\n#$0\n', 'user story'), 'x\n');
    equal(textAfter('## Stories\n\n- one\n  two\n#$0\n', 'user story'), 'x\n');
    equal(textAfter('## Stories\n\n- one\n#$0\n', 'API endpoint')?.startsWith('\nx'), true);
  });

  it('keeps the document’s line breaks', () => {
    const { newText = '' } =
      offersAt(template, '## Stories\r\n\r\n#$0\r\n').find(({ label }) => label === 'API endpoint') ?? {};
    equal(newText.replaceAll('\r\n', '').includes('\n'), false);
    equal(newText.split('\r\n').length, 9);
  });

  it('is compared with marks and words', () =>
    deepEqual(
      offersAt(template, '## Stories\n\n###us$0\n').map(({ filter }) => filter),
      ['### Endpoints', '### Notes', '### user story', '### API endpoint', '### migration note', '### open question'],
    ));

  it('is not offered before words, which it would take the place of', () =>
    offers(template, '## Stories\n\n##$0 Endpoints\n', ['Endpoints', 'Notes']));

  it('shows what it puts in, as Markdown', () =>
    equal(
      offersAt(template, '## Stories\n\n#$0\n').at(-1)?.documentation,
      '- How long is a draft kept that nobody opens? The product owner decides by the first release; until then drafts are kept.',
    ));
});

describe('completion of common shapes where nothing is typed', () => {
  it('is for editors without snippets of their own', () => {
    offers(template, '## Stories\n\n$0\n', all, asked);
    offers(template, '## Stories\n\n$0\n', []);
  });

  it('is only offered when asked for', () => offers(template, '## Stories\n\n$0\n', [], { ...asked, trigger: ':' }));

  it('is narrowed by a word that is begun', () => {
    const filters = (word: string) =>
      offersAt(template, `## Stories\n\n${word}$0\n`, asked).map(({ filter }) => filter);
    deepEqual(filters('Us'), ['user story']);
    deepEqual(filters('sto'), ['story']);
    deepEqual(filters('api'), ['API endpoint']);
    deepEqual(filters('tory'), []);
  });

  it('takes the place of the word', () =>
    completes(
      template,
      '## Notes\n\nopen$0\n',
      'open question',
      `## Notes

- How long is a draft kept that nobody opens? The product owner decides by the first release; until then drafts are kept.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ filled in: How long is a draft kept that nobody opens?
                                              ^^^^^^^^^^^^^^^^^ filled in: The product owner
                                                                           ^^^^^^^^^^^^^^^^^ filled in: the first release
                                                                                                         ^^^^^^^^^^^^^^^ filled in: drafts are kept

^0 selected
`,
      asked,
    ));

  it('goes on with a list, and breaks off a paragraph', () => {
    offers(template, '## Stories\n\n- one\n$0\n', all, asked);
    offers(template, '## Stories\n\nWords.\nus$0\n', ['user story'], asked);
    offers(template, '## Stories\n\n- one\nus$0\n', ['user story'], asked);
  });

  it('is offered above code, with blanks behind the cursor, and behind front matter', () => {
    offers(template, '## Stories\n\nus$0\n\n```\ncode\n```\n', ['user story'], asked);
    offers(template, '## Stories\n\nus$0  \n', ['user story'], asked);
    offers(template, '---\nowner: Ada\n---\n\n## Stories\n\nus$0\n', ['user story'], asked);
  });

  it('is offered behind what has ended, headings between them or not', () => {
    for (const picture of [
      '```\ncode\n```\n\n## Stories\n\n$0\n',
      '## Stories\n\n```\ncode\n```\n\n$0\n',
      '## Stories\n\n- ```\n  code\n\n$0\n',
      '## Stories\n\n> <!--\n> aside\n\n$0\n',
    ])
      offers(template, picture, all, asked);
  });

  it('is offered in prose only', () => {
    for (const picture of [
      '## Stories\n\nSome us$0\n',
      '## Stories\n\nus$0 me\n',
      '## Stories\n\n- us$0\n',
      '## Stories\n\n  $0\n',
      '## Stories\n\n```\n$0\n```\n',
      '## Stories\n\n```\n$0',
      '## Stories\n\n```\ncode\n\n$0\n',
      '## Stories\n\n<!--\n\n$0\n',
      '## Stories\n\n<!--\n$0\n-->\n',
      '## Stories\n\n| a |\n| - |\nus$0\n',
      '## Stories\n\n> words\nus$0\n',
      '---\n$0\n---\n\n## Stories\n',
      '# Plan\n\n$0\n\n## Stories\n',
      '$0\n',
    ])
      offers(template, picture, [], asked);
  });
});

describe('completion of what a form lets choose from', () => {
  const form = `name: Plan
description: A plan
body:
- type: dropdown
  attributes: { label: Size, description: How much, options: [Small, Large, Very large] }
- type: textarea
  attributes: { label: Goals }
`;

  it('offers it in an empty section', () => {
    offers(form, '### Size\n\n$0\n\n### Goals\n', ['Small', 'Large', 'Very large']);
    offers(form, '### Size\n\n<!-- How much? -->\n$0', ['Small', 'Large', 'Very large']);
    completes(form, '### Size\n\n$0\n\n### Goals\n', 'Large', '### Size\n\nLarge\n     ^0 selected\n\n### Goals\n');
  });

  it('is narrowed by a word that is begun', () => {
    offers(form, '### Size\n\nla$0\n', ['Large', 'Very large']);
    offers(form, '### Size\n\nmedium$0\n', []);
  });

  it('is set apart from the headings around it', () =>
    completes(
      form,
      '### Size\r\n$0\r\n### Goals\r\n',
      'Small',
      '### Size\r\n\r\nSmall\r\n     ^0 selected\r\n\r\n### Goals\r\n',
    ));

  it('offers nothing in a section that is answered, in any other, and where nobody asks', () => {
    offers(form, '### Size\n\nSmall\n\n$0\n', []);
    offers(form, '### Goals\n\n$0\n', []);
    offers(form, '### Size\n\n$0\n', [], { trigger: ':' });
  });

  it('comes before the shapes', () =>
    offers(form, '### Size\n\n$0\n', ['Small', 'Large', 'Very large', ...all], asked));
});
