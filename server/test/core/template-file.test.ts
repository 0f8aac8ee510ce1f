/** Which kind of template a file is, and why one has no sections. */
import { equal } from 'node:assert/strict';
import { lackOfSections, readTemplate } from '../../src/core/template-file.ts';

const form = 'name: Spec\nbody:\n  - type: textarea\n    attributes:\n      label: Goals\n';

describe('a template’s file is a form', () => {
  for (const [name, text, expected] of [
    ['spec.yml', form, true],
    ['SPEC.YAML', form, true],
    ['spec.yml', '## Goals\n', true],
    ['spec.md', form, false],
    ['spec.markdown', form, false],
    ['spec.txt', form, false],
    ['spec.md.bak', form, true],
    ['spec.yml.bak', '## Goals\n', false],
    ['', form, true],
    ['', form.replace('body:', 'body:  # what is asked'), true],
    ['', form.replace('  - type', '-   type'), true],
    ['', form.replace('type:', 'type :'), true],
    ['', form.replace('body:', 'some body:'), false],
    ['', form.replace('body:', 'body: some'), false],
    ['', form.replace('- type', '- kind'), false],
    ['', `## Goals\n\n${form}`, false],
    ['', `###### Goals\n\n${form}`, false],
    ['', `#Goals\n${form}`, true],
  ] as const) {
    it(`${expected ? '' : 'not: '}${name || 'without a name'}, ${JSON.stringify(text.slice(0, 40))}`, () => {
      equal(readTemplate(text, name).kind === 'form', expected);
    });
  }
});

describe('a template without sections', () => {
  for (const [text, name, expected] of [
    ['Words.\n', '.md', 'has no sections: no heading in it names one'],
    ['# A\n'.repeat(1001), '.md', 'has more than 1,000 sections'],
    [`## A\n\n${'Words.\n'.repeat(40_000)}`, '.md', 'is longer than 256 KB'],
    ['name: Spec\nbody:\n  - type: textarea\n', '.yml', 'has no sections: This field of the form has no label'],
    [
      'body:\n  - type: markdown\n    attributes:\n      value: Words\n',
      '.yml',
      'has no sections: The form asks for nothing: it needs at least one field with a label',
    ],
  ] as const) {
    it(expected, () => equal(lackOfSections(readTemplate(text, name)), expected));
  }

  it('that cannot be read says why', () => {
    const template = readTemplate('body: [\n', '.yml');
    equal(lackOfSections(template), `has no sections: ${template.problems[0]?.message}`);
  });
});
