/** GitHub issue forms as templates, and the issues that are made of them. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { check, contextOf, lineOf, parseDocument, readTemplate, rules, scaffold } from '../../src/core/index.ts';

const form = `name: Proposal
description: Something that is to change.
title: "Proposal: "
labels: proposal, to do
assignees: [octocat]
body:
  - type: markdown
    attributes:
      value: |
        # Before you begin

        Look whether somebody has asked for the same.
  - type: textarea
    id: summary
    attributes:
      label: Summary
      description: Say in one or two sentences what is to change.
      placeholder: The editor saves every second.
    validations:
      required: true
  - type: dropdown
    attributes:
      label: "Size (optional)"
      options: [Small, Large]
  - type: textarea
    attributes:
      label: Log
      description: What the program printed while it ran.
      render: shell
    validations: { required: true }
  - type: textarea
    attributes:
      label: Compatibility
      value: Nothing changes for those who have it.
  - type: checkboxes
    attributes:
      label: Before sending
      options:
        - label: I have looked for it
          required: true
`;

const answered = `### Summary

The editor keeps what was typed.

### Size (optional)

Large

### Log

\`\`\`shell
saved
\`\`\`

### Compatibility

Nothing changes for those who have it.

### Before sending

- [X] I have looked for it
`;

function findings(text: string, of = form): readonly string[] {
  const context = contextOf(readTemplate(of, 'proposal.yml'), parseDocument(text));
  const { lines } = context.document;
  const found = check(context, rules, { stage: 'ready' });
  return found.map(({ rule, message, span }) => `${lines.lineAt(span.start) + 1} ${rule}: ${message}`);
}

function problems(text: string): readonly string[] {
  const { document, sections, problems: found } = readTemplate(text, 'form.yaml');
  const notes = found.map(({ message, span }) => `${document.lines.lineAt(span.start) + 1} ${message}`);
  return [...notes, ...sections.map(({ name }) => `section ${name}`)];
}

describe('issue form', () => {
  it('its fields are sections, with their lines in the form', () => {
    const template = readTemplate(form, 'proposal.yml');
    deepEqual(
      template.sections.map((spec) => [lineOf(template, spec) + 1, spec.name, spec.level, spec.required, spec.lead]),
      [
        [16, 'Summary', 3, true, true],
        [23, 'Size', 3, false, false],
        [27, 'Log', 3, true, false],
        [33, 'Compatibility', 3, false, false],
        [37, 'Before sending', 3, false, false],
      ],
    );
  });

  it('descriptions, placeholders and choices are guidance, values are not', () =>
    deepEqual(
      readTemplate(form, 'proposal.yml').sections.map(({ guidance, preset }) => [guidance, preset]),
      [
        ['Say in one or two sentences what is to change.\n\nThe editor saves every second.', ''],
        ['One of: Small | Large', ''],
        ['What the program printed while it ran.', '```shell\n\n```'],
        ['', 'Nothing changes for those who have it.'],
        ['', '- [ ] I have looked for it'],
      ],
    ));

  it('what GitHub does with it is known', () => {
    const { issue, name, kind } = readTemplate(form, 'proposal.yml');
    deepEqual(
      [issue, name, kind],
      [
        {
          name: 'Proposal',
          about: 'Something that is to change.',
          titlePrefix: 'Proposal: ',
          labels: ['proposal', 'to do'],
          assignees: ['octocat'],
        },
        'Proposal',
        'form',
      ],
    );
  });

  it('it starts a document with the title, the guidance and what is filled in', () =>
    equal(
      scaffold(readTemplate(form, 'proposal.yml'), { title: 'Save', instructions: 'omit' }).text,
      `# Proposal: Save

### Summary

Say in one or two sentences what is to change.

The editor saves every second.

### Size (optional)

One of: Small | Large

### Log

What the program printed while it ran.

\`\`\`shell

\`\`\`

### Compatibility

Nothing changes for those who have it.

### Before sending

- [ ] I have looked for it
`,
    ));

  it('labels and assignees are a list, or a text with commas', () => {
    const listed = (labels: string) => readTemplate(form.replace('proposal, to do', labels), 'a.yml').issue?.labels;
    deepEqual(listed('[proposal, " to do ", "", null, 7]'), ['proposal', 'to do', '7']);
    deepEqual(listed(' proposal , ,to do'), ['proposal', 'to do']);
    deepEqual(listed('""'), []);
  });

  it('it has no name where it says none, and is no issue without a field', () => {
    const { name, issue } = readTemplate(form.replace('name: Proposal', 'name: ""'), 'a.yml');
    deepEqual([name, issue?.name], [undefined, '']);
    equal(readTemplate('name: Proposal\nbody: []\n', 'a.yml').issue, undefined);
    equal(readTemplate('name: A\nbody:\n- type: markdown\n  attributes: { value: B }\n', 'a.yml').issue?.name, 'A');
  });

  it('a file without an ending is known by its text', () => {
    equal(readTemplate(form, 'untitled:1').kind, 'form');
    equal(readTemplate('## Body\n\nbody:\n', 'untitled:1').kind, 'headings');
    equal(readTemplate(form, 'proposal.md').kind, 'headings');
  });

  it('a description with an open fence, comment or heading takes in no other field', () =>
    deepEqual(
      problems(
        'body:\n- type: input\n  attributes:\n    label: A\n    description: "```\\n## B"\n- type: input\n  attributes:\n    label: C\n    description: "<!-- so"\n- type: input\n  attributes:\n    label: D\n    description: "## E\\nWrite."\n',
      ),
      ['section A', 'section C', 'section D'],
    ));
});

describe('issue made of a form', () => {
  it('one that is filled in has no finding', () => deepEqual(findings(answered), []));
  it('“_No response_” is an answer', () =>
    deepEqual(
      findings(
        answered.replace('Large', '_No response_').replace('Nothing changes for those who have it.', '_No response_'),
      ),
      [],
    ));
  it('headings may be of another level throughout', () => {
    deepEqual(findings(answered.replaceAll('### ', '## ')), []);
    deepEqual(findings(`# Save\n\n${answered.replaceAll('### ', '#### ')}`), []);
  });
  it('a single heading of another level is found', () =>
    deepEqual(findings(answered.replace('### Log', '#### Log')), [
      '9 section-level: Section “Log” is a heading of level 4, in the template of level 3',
    ]));
  it('a heading of another level than the others is found', () =>
    deepEqual(findings(answered.replaceAll('### ', '## ').replace('## Log', '### Log')), [
      '9 section-level: Section “Log” is a heading of level 3, the others are of level 2',
    ]));

  it('what is left of descriptions, placeholders, choices and notes is found', () =>
    deepEqual(
      findings(
        `Look whether somebody has asked for the same.\n\n### Summary\n\nThe editor saves every second.\n\n### Size\n\nOne of: Small | Large\n\n${answered.slice(answered.indexOf('### Log'))}`,
      ),
      [
        '1 leftover-guidance: The template’s instructions are still here',
        '3 leftover-guidance: Section “Summary” still holds the template’s guidance and nothing else',
        '7 leftover-guidance: Section “Size” still holds the template’s guidance and nothing else',
      ],
    ));

  it('required fields that are not there or empty are found, optional ones are not', () =>
    deepEqual(findings('### Log\n\n```shell\n\n```\n'), [
      '1 missing-section: Section “Summary” is missing: the template asks for it first',
      '1 empty-section: Section “Log” is empty',
    ]));
});

describe('field filled with headings', () => {
  const proposal =
    'body:\n- type: textarea\n  attributes: { label: Proposal, value: "## What\\n\\n## Why" }\n  validations: { required: true }\n';
  it('is not empty where they end its section', () =>
    deepEqual(findings('### Proposal\n\n## What\n\nNight trains.\n\n## Why\n\nTo sleep.\n', proposal), []));
});

describe('what is no form', () => {
  it('has no fields, and says so at its place', () => {
    deepEqual(problems('blank_issues_enabled: false\n'), [
      '1 This is no issue form: it has no list of fields under “body”',
    ]);
    deepEqual(problems('name: A\nbody: none\n'), ['2 This is no issue form: it has no list of fields under “body”']);
    deepEqual(problems(''), ['1 The template is empty']);
    deepEqual(problems('- a\n- b\n'), ['1 The form cannot be read: not a list of keys and values']);
    deepEqual(problems('body:\n- type: markdown\n  attributes: { value: Hello }\n'), [
      '1 The form asks for nothing: it needs at least one field with a label',
    ]);
  });

  it('is told where it cannot be read', () =>
    deepEqual(problems('name: [\nbody:\n  - type: input\n').slice(0, 1), [
      '2 The form cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ]));

  it('keeps the fields that are right', () =>
    deepEqual(
      problems(
        'body:\n- Words\n- type: input\n- type: input\n  attributes: { label: A }\n- type: input\n  attributes: { label: a }\n',
      ),
      [
        '2 This field of the form has no type',
        '3 This field of the form has no label',
        '7 The form has the label “a” twice',
        'section A',
        'section a',
      ],
    ));

  it('is told where it is too large, too deep or full of references', () => {
    deepEqual(problems(`body: ${'['.repeat(100)}`), ['1 The form cannot be read: nested deeper than 64']);
    deepEqual(problems(`a: "${'x'.repeat(70_000)}"\n`), ['1 The form cannot be read: longer than 64 KB']);
    deepEqual(problems('a: &a [1]\nbody: *a\n'), ['2 This is no issue form: it has no list of fields under “body”']);
  });

  it('is read however far it was typed', () => {
    for (let end = 0; end < form.length; end++) {
      const { sections, skeleton } = readTemplate(form.slice(0, end), 'proposal.yml');
      for (const { heading, source } of sections) {
        ok(heading.start < heading.end && heading.end <= end);
        ok(source.span.end <= skeleton.text.length);
      }
    }
  });

  it('its byte order mark and carriage returns shift no line', () => {
    const { sections, document } = readTemplate(`\ufeff${form.replaceAll('\n', '\r\n')}`, 'proposal.yml');
    deepEqual(
      sections.map(({ heading }) => document.text.slice(heading.start, heading.end)),
      ['Summary', '"Size (optional)"', 'Log', 'Compatibility', 'Before sending'],
    );
  });
});
