/** Templates whose headings are bold lines, and the documents that answer to them. */
import { deepEqual, equal } from 'node:assert/strict';
import {
  allSections,
  applyEdits,
  completions,
  insertion,
  looksLikeSpec,
  parseDocument,
  parseTemplate,
} from '../../src/core/index.ts';
import { checks, contextOf, find, fixes } from '../check.ts';

const template =
  '**Summary:**\nSay in one sentence what is wrong.\n\n**Steps:**\nList what you did, in order.\n\n**Result**\n';
const answered = '**Summary:**\nIt crashes.\n\n**Steps:**\n1. Start it.\n\n**Result**\nA crash.\n';

function names(text: string): string {
  const { kind, sections } = parseTemplate(text);
  return `${kind}: ${sections.map(({ name }) => name).join(', ')}`;
}

/** The sections of a document as it is read, a line each, with what they hold. */
function read(text: string, of = template): string {
  const { document } = contextOf(of, text);
  return Array.from(
    allSections(document.root),
    ({ title, blocks }) => `${title} = ${blocks.map(({ prose }) => prose).join(' / ')}`,
  ).join('\n');
}

/** What is found in a document, by rule and section. */
function found(text: string, of = template): readonly string[] {
  return find(contextOf(of, text)).map(({ rule, key }) => `${rule} ${key}`);
}

describe('template of bold lines', () => {
  it('its bold lines are the sections', () => equal(names(template), 'bold-lines: Summary, Steps, Result'));
  it('a heading in it makes it a template of headings', () =>
    equal(names('## Plan\n\n**Summary:**\nSay.\n'), 'headings: Plan'));
  it('a title above them does not', () =>
    equal(names('# Bug\n\n**Summary:**\n\n**Steps:**\n'), 'bold-lines: Summary, Steps'));
  it('headings of its instructions do not', () =>
    equal(names('## How\n\nWrite.\n\n**Delete the text above.**\n\n**Summary:**\nSay.\n'), 'bold-lines: Summary'));
  it('underscores, a colon outside and a hard line break make no difference', () =>
    equal(names('__Summary__:\nSay.\n\n**Steps**\\\nList.\n'), 'bold-lines: Summary, Steps'));
  it('what its words ask or explain in brackets is no part of the name', () => {
    equal(
      names('**Desktop (please complete the following):**\n\n**Links (e.g. logs)**\n'),
      'bold-lines: Desktop, Links',
    );
    checks('**Desktop (please complete the following):**\n', '**Desktop:** Linux\n');
  });
  it('a bold line within a paragraph is text', () =>
    equal(names('**Summary**\nSay\n**what**\nis wrong.\n'), 'bold-lines: Summary'));
  it('bold words before others are text', () =>
    equal(names('**Summary**\nSay.\n\n**Now** say more.\n'), 'bold-lines: Summary'));
  it('a single label with words behind it is a note', () => equal(names('**Note:** search first.\n'), 'headings: '));
  it('several labels with words behind them are sections', () => {
    equal(names('**Summary:** Say why.\n\n**Steps**: List them.\n'), 'bold-lines: Summary, Steps');
    equal(parseTemplate('**Summary:** Say why.\n\n**Steps**: List them.\n').sections[1]?.guidance, 'List them.');
  });
  it('limits and requirement are read as under headings', () => {
    const { sections } = parseTemplate(
      '**Summary (optional)**\n\n**Steps**\nOne sentence.\n\n**Log**\nThis section is optional.\n',
    );
    deepEqual(
      sections.map(({ name, required, lead, limits }) => [name, required, lead, limits[0]?.said]),
      [
        ['Summary', false, false, undefined],
        ['Steps', true, true, 'One sentence'],
        ['Log', false, false, undefined],
      ],
    );
  });
});

describe('document of bold lines', () => {
  it('one that answers everything has no finding', () => checks(template, answered));
  it('headings of the same words answer too', () =>
    checks(
      template,
      '# It crashes\n\n## Summary\n\nIt crashes.\n\n### Steps\n\n1. Start it.\n\n**Result**\n\nA crash.\n',
    ));
  it('words may follow on the line', () =>
    checks(template, '**Summary:** It crashes.\n\n**Steps:** Start it.\n\n**Result**: a crash.\n'));
  it('no blank line is needed between them', () =>
    checks(template, '**Summary:**\nIt crashes.\n**Steps:**\nStart it.\n**Result**\nA crash.\n'));
  it('other bold lines are text of the section around them', () =>
    equal(
      read('**Summary:**\n**Nota bene**\n\nIt crashes.\n\n**Steps:**\n\n**On Linux**\nStart it.\n'),
      'Summary: = Nota bene / It crashes.\nSteps: = On Linux Start it.',
    ));
  it('bold words before others answer to nothing, with a colon among them or without', () => {
    for (const words of ['**Steps** of mine.', '**Steps: all** of them.'])
      deepEqual(found(`**Summary:**\nIt crashes.\n\n**Result**\nA crash.\n\n${words}\n`), ['missing-section Steps']);
  });
  it('bold lines in code answer to nothing, and take no name from others', () => {
    const code = '```\n**Steps:**\n```\n';
    const text = (steps: string) => `**Summary:**\n${code}\n${steps}**Result**\nA crash.\n`;
    deepEqual(found(text('')), ['missing-section Steps']);
    deepEqual(found(text('**Step:**\nStart it.\n\n')), ['misnamed-section Steps']);
  });
  it('a line break written out behind one is no answer', () => {
    for (const mark of ['', '\\', '<br>', '  '])
      deepEqual(found(`**Summary:** It crashes.\n**Steps:**${mark}\n**Result** ${mark}\nA crash.\n`), [
        'empty-section Steps',
      ]);
  });
  it('one that is indented in its paragraph is marked where it begins', () =>
    checks(
      template,
      `**Summary:** It crashes.
**Steps:** Start it.
  **Result**
  ^^^^^^^^^^ empty-section: Section “Result” is empty
`,
    ));
  it('those under the title stand in it, and end at headings beside them', () => {
    const text = '# T\n\n**Summary:**\nIt crashes.\n\n**Steps:**\nStart it.\n\n**Result**\n\n## Other\n\nMore.\n';
    const { root } = contextOf(template, text).document;
    deepEqual(
      root.children.map(({ title, children }) => [title, ...children.map((each) => each.title)]),
      [['T', 'Summary:', 'Steps:', 'Result', 'Other']],
    );
    deepEqual(found(text), ['empty-section Result']);
  });
  it('headings within a section stay in it', () =>
    checks(template, '**Summary:**\n\n### In short\n\nIt crashes.\n\n**Steps:**\nStart it.\n\n**Result**\nA crash.\n'));
  it('a paragraph around a bold line keeps its words', () =>
    equal(read('Hello.\n**Summary:** It\ncrashes.\n'), 'Summary: = It crashes.'));

  it('a missing section is reported, its guidance left is', () =>
    checks(
      template,
      `**Summary:**
^^^^^^^^^^^^ missing-section: Section “Steps” is missing: the template asks for it after “Summary”
^^^^^^^^^^^^ leftover-guidance: Section “Summary” still holds the template’s guidance and nothing else
Say in one sentence what is wrong.

**Result**
^^^^^^^^^^ empty-section: Section “Result” is empty
`,
    ));

  it('a missing section is put in as the template spells it', () =>
    fixes(
      template,
      '**Summary:**\nIt crashes.\n\n**Result**\nA crash.\n',
      '**Summary:**\nIt crashes.\n\n**Steps:**\nList what you did, in order.\n\n**Result**\nA crash.\n',
      { rule: 'missing-section' },
    ));

  it('a missing section is put in between headings as a bold line, and is found there', () => {
    const before = '## Summary\n\nIt crashes.\n\n## Result\n\nA crash.\n';
    const context = contextOf(template, before);
    const after = applyEdits(before, insertion(context, () => true, 'not-applicable').edits);
    equal(after, '## Summary\n\nIt crashes.\n\n**Steps:**\nN/A – \n\n## Result\n\nA crash.\n');
    deepEqual(find(contextOf(template, after)), []);
  });

  it('a bold line that means a section is renamed', () =>
    fixes(
      template,
      '**Summary:**\nIt crashes.\n\n**Step**:\nStart it.\n\n**Result**\nA crash.\n',
      answered.replace('1. ', ''),
      { rule: 'misnamed-section' },
    ));

  it('a heading that means a section keeps its marks', () =>
    fixes(
      template,
      '## Summary\n\nIt crashes.\n\n## Step\n\nStart it.\n\n## Result\n\nA crash.\n',
      '## Summary\n\nIt crashes.\n\n## Steps\n\nStart it.\n\n## Result\n\nA crash.\n',
      { rule: 'misnamed-section' },
    ));

  it('a section out of order is moved', () =>
    fixes(
      template,
      '**Steps:**\nStart it.\n**Summary:**\nIt crashes.\n\n**Result**\nA crash.\n',
      '**Summary:**\nIt crashes.\n\n**Steps:**\nStart it.\n\n**Result**\nA crash.\n',
      { rule: 'section-order' },
    ));

  it('guidance behind a label is deleted, and the label stays', () =>
    fixes(
      '**Summary:** Say in a few words what is wrong.\n\n**Steps:** List them.\n',
      '**Summary:** Say in a few words what is wrong.\n\n**Steps:** Start it.\n',
      '**Summary:**\n\n**Steps:** Start it.\n',
      { rule: 'leftover-guidance' },
    ));

  it('the sections still to write are offered behind two stars', () => {
    const context = contextOf(template, '**Summary:**\nIt crashes.\n\n**');
    deepEqual(
      completions(context, context.document.text.length).map(({ label, newText }) => [label, newText]),
      [
        ['Steps', '**Steps:**\nList what you did, in order.'],
        ['Result', '**Result**\n\n'],
      ],
    );
  });

  it('is recognised by its bold lines', () => {
    equal(looksLikeSpec(parseDocument(answered), parseTemplate(template), 'bug.md'), true);
    equal(looksLikeSpec(parseDocument('**Note:** nothing.\n'), parseTemplate(template), 'bug.md'), false);
  });
});

describe('headings of a document that a template of bold lines reads', () => {
  it('are no section where one is the title, whatever it is called', () =>
    equal(
      read('# Steps and result of a crash\n\n**Summary**\nIt crashes.\n'),
      'Steps and result of a crash = \nSummary = It crashes.',
    ));

  it('are no section where the title is much like one', () =>
    deepEqual(found('# Step\n\nHello.\n\n**Summary:**\nIt crashes.\n\n**Result**\nA crash.\n'), [
      'missing-section Steps',
    ]));

  it('are no section where they are of its instructions and much like one', () => {
    const spec = '## Summaries\n\nWrite.\n\n**Steps:**\nStart it.\n\n**Result**\nA crash.\n';
    const instructions = '## Summaries\n\nWrite.\n\n**Delete the text above.**\n\n';
    deepEqual(found(spec, instructions + template), ['missing-section Summary']);
    deepEqual(found(spec), ['misnamed-section Summary']);
  });

  it('take no name from a bold line where they are the title or of the instructions', () => {
    const spec = '**Summary:**\nIt crashes.\n\n**Step:**\nStart it.\n\n**Result**\nA crash.\n';
    equal(read(`# Step\n\n${spec}`), 'Step = \nSummary: = It crashes.\nStep: = Start it.\nResult = A crash.');
    const instructions = '## Step\n\nWrite.\n\n**Delete the text above.**\n\n';
    equal(
      read(instructions + spec, instructions + template),
      'Step = Write. / Delete the text above.\nSummary: = It crashes.\nStep: = Start it.\nResult = A crash.',
    );
  });

  it('take none from a bold line above them either', () =>
    equal(
      read('**Summary:**\nIt crashes.\n\n**Step:**\nStart it.\n\n**Result**\nA crash.\n\n## Step\n\nMore.\n'),
      'Summary: = It crashes.\nStep: = Start it.\nResult = A crash.\nStep = More.',
    ));

  it('are one where the title is a section of the template', () =>
    checks('**Summary**\nSay why.\n\n**Steps**\nList them.\n', '# Summary\n\nIt crashes.\n\n**Steps**\nStart it.\n'));

  it('end where a bold line answers, be they the title, much like a section, or above instructions that are gone', () => {
    const lines = '**Result**\nA crash.\n\n**Steps:**\nStart it.\n';
    const instructions = '## How\n\nWrite.\n\n**Delete the text above.**\n\n';
    deepEqual(found(`# Summary\n\nIt crashes.\n\n${lines}`), ['section-order Result']);
    deepEqual(found(`## Summaries\n\nIt crashes.\n\n${lines}`), ['misnamed-section Summary', 'section-order Result']);
    deepEqual(found(`## Summary\n\nIt crashes.\n\n${lines}`, instructions + template), ['section-order Result']);
  });

  it('are none where they are of its instructions, though they are called like a section', () => {
    const of = '## Summary\n\nWrite less.\n\n**Delete the text above.**\n\n**Summary**\nSay why.\n\n**Steps**\nList.\n';
    equal(
      read('## Summary\n\nWrite less.\n\n**Delete the text above.**\n\n**Summary**\nIt crashes.\n', of),
      'Summary = Write less. / Delete the text above.\nSummary = It crashes.',
    );
  });

  it('answer in the order of the text, among the bold lines', () =>
    equal(
      read(
        '**Result**\nA crash.\n\n## Summary\n\nIt crashes.\n\n**Steps:** Start it.\n\n## Other\n\n**Steps**\nNone.\n',
      ),
      'Result = A crash.\nSummary = It crashes.\nSteps: = Start it.\nOther = \nSteps = None.',
    ));
});
