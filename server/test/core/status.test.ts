/** The one status of a section, where it rests on more than one answer. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';

const template = '## Design\n\nSay how.\n\n### API\n\nList the endpoints.\n\n## Risks\n\n### Open\n\nList them.\n';

describe('the status of a section', () => {
  it('is guidance as long as it and its subsections hold nothing else', () =>
    deepEqual(statuses(template.slice(0, 52)), ['Design guidance', 'Design/API guidance', 'Risks missing']));

  it('is done when a subsection says something of its own', () =>
    deepEqual(statuses('## Design\n\nSay how.\n\n### API\n\nOne, to save.\n'), [
      'Design done',
      'Design/API done',
      'Risks missing',
    ]));

  it('is done without words of its own when a subsection has some', () =>
    deepEqual(statuses('## Risks\n\n### Open\n\nNone.\n'), ['Design missing', 'Risks done', 'Risks/Open done']));

  it('is guidance where a subsection of the template’s words is all there is, and done where there is another', () => {
    const api = '## Design\n\n### API\n\nList the endpoints.\n';
    deepEqual(statuses(api)[0], 'Design guidance');
    deepEqual(statuses(`${api}\n### Costs\n\nNone to speak of.\n`)[0], 'Design done');
  });

  it('is told without a look at each of very many blocks where nothing of the template can be in them', () => {
    const own = 'Words of our own, and more of them.\n\n'.repeat(4_000);
    const document = core.parseDocument(`## Design\n\n${own}`);
    const { lines } = document;
    const { textBetween } = lines;
    let looks = 0;
    lines.textBetween = (start, end) => {
      looks++;
      return textBetween.call(lines, start, end);
    };
    const [design] = core.bind(core.parseTemplate(template), document).bound;
    equal(design?.matches[0]?.status, 'done');
    ok(looks < 400, String(looks));
  });

  it('goes by the words, however many blanks or comments stand before them', () => {
    const aside = `<!-- ${'aside <!-- '.repeat(400)} -->`;
    const far = [' '.repeat(900), ' \n'.repeat(5_000), '\n\t'.repeat(20_000), ' \n'.repeat(5_000_000)];
    const statusOf = (body: string) => statuses(`## Risks\n\n${body}\n`)[1];
    for (const blanks of far) {
      equal(statusOf(`\`\`\`\n${blanks}\ncode\n\`\`\``), 'Risks done');
      equal(statusOf(`\`\`\`\n${blanks}\n\`\`\``), 'Risks empty');
      equal(statusOf(`<div>${blanks.replaceAll('\n', '')}words</div>`), 'Risks done');
    }
    for (const between of [' '.repeat(900), aside, aside.repeat(9)]) {
      equal(statusOf(`-${between}words\n- b`), 'Risks done');
      equal(statusOf(`- ${between}N/A`), 'Risks not-applicable');
      equal(statusOf(`N/A ${between}`), 'Risks not-applicable');
      equal(statusOf(`- ${between}\n- ...`), 'Risks empty');
    }
    for (let at = 770; at < 800; at++)
      equal(statusOf(`- N/A${' '.repeat(at)}${aside}`), 'Risks not-applicable', String(at));
    equal(statusOf(`N/A <!-- ${'never closed '.repeat(100)}`), 'Risks done');
  });

  it('looks for words at every depth', () => {
    deepEqual(statuses('## Risks\n\n### Open\n\n#### Later\n\nThe price.\n').slice(1), [
      'Risks done',
      'Risks/Open done',
    ]);
    deepEqual(statuses('## Risks\n\n### Other\n\n#### Later\n\nList them.\n')[1], 'Risks guidance');
  });

  it('is done with words in the heading alone', () =>
    deepEqual(statuses('## Goals: fewer flights\n', '## Goals\n\nSay why.\n'), ['Goals done']));

  it('is done in a lead section whose heading took back its N/A', () =>
    deepEqual(statuses('## Goals: N/A\n\nWe ship it.\n', '## Goals\n\nOne sentence.\n'), ['Goals done']));

  it('is unfinished where it says so, at any length, also in a comment that is all there is', () => {
    const goals = '## Goals\n\nSay why.\n';
    deepEqual(statuses('## Goals\n\nTBD, waiting for the security review\n', goals), ['Goals unfinished']);
    deepEqual(statuses('## Goals\n\n<!-- TODO -->\n', goals), ['Goals unfinished']);
    deepEqual(statuses('## Goals\n\n<!-- TODO -->\n\n<!-- for us -->\n', goals), ['Goals empty']);
  });

  it('is unfinished with the word that the template proposes, and guidance with its sentence', () => {
    for (const [words, status] of [
      ['TODO', 'unfinished'],
      ['TODO say why', 'unfinished'],
      ['TODO  say\n\nwhy', 'unfinished'],
      ['TODO: say why it exists', 'guidance'],
    ]) {
      const template = `## Goals\n\n${words}\n`;
      deepEqual(statuses(template, template), [`Goals ${status}`]);
    }
  });

  it('is done with just what a form fills in from the start, whatever its blanks', () => {
    deepEqual(statuses('### Steps\n\nOne.  Two.\n\nThree.\n\n### Report\n', form), ['Steps done', 'Report done']);
    deepEqual(statuses('### Steps\n\nOne. Two. Four.\n\n### Report\n', form)[0], 'Steps overlong');
    deepEqual(statuses('### Steps\n\nOne.\n', form)[1], 'Report missing');
  });

  it('is what its own words say where a form fills in headings', () => {
    deepEqual(statuses('### Report\n\nN/A\n', form)[1], 'Report not-applicable');
    deepEqual(statuses('### Report\n\nTBD\n', form)[1], 'Report unfinished');
  });

  it('counts no paragraph that is an image alone', () => {
    const goals = '## Goals\n\nAt least two paragraphs.\n';
    deepEqual(statuses('## Goals\n\n![a](b.png)\n\nFewer.\n', goals), ['Goals overlong']);
    deepEqual(statuses('## Goals\n\nFewer.\n\nFar fewer.\n', goals), ['Goals done']);
  });

  it('has left what stands there, wherever that moved to', () => {
    const goals = core.parseTemplate('## Goals\n\nSay why the project exists.\n');
    const text = '# Plan\n\n## Goals\n\nSay why the project exists.\n\nFewer flights.\n';
    const leftIn = (document: core.SpecDocument) =>
      core
        .check(core.contextOf(goals, document), core.rules, { stage: 'ready' })
        .filter(({ rule }) => rule === 'leftover-guidance')
        .map(({ span }) => document.text.slice(span.start, span.end));
    const first = core.parseDocument(text);
    deepEqual(leftIn(first), ['Say why the project exists']);
    const edit = { span: { start: 6, end: 6 }, newText: ' of ours' };
    deepEqual(leftIn(core.parseDocument(first.lines.edited(edit), first, [edit])), ['Say why the project exists']);
  });
});

const form = `name: Bug
body:
  - type: textarea
    attributes: { label: Steps, description: One sentence., value: One. Two. Three. }
    validations: { required: true }
  - type: textarea
    attributes: { label: Report, value: "#### Seen\\n\\n#### Wanted" }
    validations: { required: true }
`;

function statuses(text: string, against = template): readonly string[] {
  const { binding } = contextOf(against, text);
  return Array.from(binding.all, (bound) => `${bound.spec.path} ${core.statusOf(bound)}`);
}
