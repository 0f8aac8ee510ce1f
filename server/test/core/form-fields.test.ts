/** What each kind of field of an issue form is in Markdown, and what is said of a field that is none. */
import { deepEqual, equal } from 'node:assert/strict';
import { readTemplate } from '../../src/core/index.ts';
import { draw, unmark } from '../marked.ts';

/** The one field of a form with these attributes, written as YAML on one line. */
function fieldOf(type: string, attributes: string, more = '') {
  const text = `body:\n- type: ${type}\n  attributes: { label: A, ${attributes} }\n${more}`;
  const [spec] = readTemplate(text, 'form.yml').sections;
  return { guidance: spec?.guidance, preset: spec?.preset, choices: spec?.choices, required: spec?.required };
}

describe('what a field asks for', () => {
  for (const [type, attributes, guidance] of [
    ['input', 'description: " Say why. ", placeholder: "  Tea \\n"', 'Say why.\n\n  Tea'],
    ['input', 'placeholder: "\\n \\n  Tea\\n\\nMilk\\n \\n"', '  Tea\n\nMilk'],
    ['input', 'description: "# Why\\nSay it.\\n\\n##\\nAnd how."', '**Why**\nSay it.\n\n\nAnd how.'],
    ['input', 'description: "```sh"', '> ```sh'],
    ['input', 'description: "<!-- so\\n\\nthere"', '> <!-- so\n> \n> there'],
    ['input', 'description: "#### Deep\\n\\n<div>"', '**Deep**\n\n<div>'],
    ['dropdown', 'options: [Tea, Milk]', 'One of: Tea | Milk'],
    ['dropdown', 'options: [Tea, Milk], multiple: true', 'Any of: Tea | Milk'],
    ['dropdown', 'options: [" Tea  or\\n milk ", "", null, 7]', 'One of: Tea or milk | 7'],
    ['dropdown', 'options: []', ''],
    ['dropdown', 'description: Choose.', 'Choose.'],
    ['input', 'options: [Tea, Milk]', ''],
  ] as const) {
    it(`${type}, ${attributes}`, () => equal(fieldOf(type, attributes).guidance, guidance));
  }
});

describe('what a field is filled with from the start', () => {
  for (const [type, attributes, preset] of [
    ['textarea', 'value: "\\n \\n  Tea\\n\\nMilk\\n \\n"', '  Tea\n\nMilk'],
    ['textarea', 'value: "```"', '> ```'],
    ['textarea', 'value: "# x\\n\\n```"', '> # x\n> \n> ```'],
    ['textarea', 'value: "a ` b `` c", render: " sh "', '```sh\na ` b `` c\n```'],
    ['textarea', 'value: "a ```` b ``` c", render: md', '`````md\na ```` b ``` c\n`````'],
    ['checkboxes', 'options: [{ label: Read }, { label: "" }, Signed]', '- [ ] Read\n- [ ] Signed'],
    ['checkboxes', '', ''],
    ['dropdown', 'options: [Tea, Milk], default: 1', 'Milk'],
    ['dropdown', 'options: [Tea, Milk], default: 0', 'Tea'],
    ['dropdown', 'options: [Tea, Milk], default: 2', ''],
    ['dropdown', 'options: [Tea, Milk]', ''],
    ['dropdown', 'options: [Tea, Milk], value: Water', ''],
  ] as const) {
    it(`${type}, ${attributes}`, () => equal(fieldOf(type, attributes).preset, preset));
  }
});

it('only a dropdown lets choose', () => {
  deepEqual(fieldOf('dropdown', 'options: [Tea, { label: Milk }]').choices, ['Tea', 'Milk']);
  deepEqual(fieldOf('checkboxes', 'options: [Tea, Milk]').choices, []);
});

describe('a field is required', () => {
  for (const [word, expected] of [
    ['true', true],
    ['TRUE', true],
    ['"true"', true],
    ['false', false],
    ['untrue', false],
    ['true-ish', false],
    ['', false],
  ] as const) {
    it(`${expected ? '' : 'not: '}required: ${word}`, () =>
      equal(fieldOf('input', '', `  validations: { required: ${word} }\n`).required, expected));
  }
});

describe('what is no field', () => {
  for (const [what, picture] of [
    [
      'has no type, also where it is a text, empty or a list',
      `body:
- Words
  ^^^^^ This field of the form has no type
- type: ""
  ^^^^^^^^ This field of the form has no type
  id: a
- [a, b]
  ^^^^^^ This field of the form has no type
- type: input
  attributes: { label: A }
`,
    ],
    [
      'is told on its first line where it lacks a label',
      `body:
- id: a
  ^^^^^ This field of the form has no label
  type: input
  attributes:
    label: "  "
- type: input
  ^^^^^^^^^^^ This field of the form has no label
- type: markdown
  attributes: { value: Hello }
- type: input
  attributes: { label: A }
`,
    ],
    [
      'is told where “body” is no list',
      `name: A
body: { type: input }
      ^^^^^^^^^^^^^^^ This is no issue form: it has no list of fields under “body”
`,
    ],
  ] as const) {
    it(what, () => {
      const { text } = unmark(picture);
      const found = readTemplate(text, 'form.yml').problems.map(({ span, message }) => ({ span, label: message }));
      equal(draw(text, found), picture);
    });
  }
});

describe('notes of a form', () => {
  const notes = (...values: readonly string[]) => {
    const items = values.map((value) => `- type: markdown\n  attributes: { value: ${JSON.stringify(value)} }\n`);
    const text = `body:\n${items.join('')}- type: input\n  attributes: { label: A }\n`;
    const { skeleton, instructions } = readTemplate(text, 'form.yml');
    return skeleton.text.slice(instructions.start, instructions.end);
  };

  it('are its instructions, a blank line between them, without those that say nothing', () =>
    equal(notes(' One. ', '', ' \n', '# Two\n'), 'One.\n\n# Two'));

  it('that begin with a rule are no front matter', () => {
    equal(notes('---\n\nname: A\n\n---\n'), '\n---\n\nname: A\n\n---');
    equal(notes('+++ a'), '\n+++ a');
    equal(notes('One ---'), 'One ---');
  });
});

describe('the sections that fields are', () => {
  it('lead where they are the first that is required, and only with a limit', () => {
    const field = (label: string, required: boolean, description = 'In one sentence.') =>
      `- type: input\n  attributes: { label: ${label}, description: ${description} }\n  validations: { required: ${required} }\n`;
    const leads = (...fields: readonly string[]) =>
      readTemplate(`body:\n${fields.join('')}`, 'a.yml')
        .sections.filter(({ lead }) => lead)
        .map(({ name }) => name);
    deepEqual(leads(field('A', false), field('B', true), field('C', true)), ['B']);
    deepEqual(leads(field('A', true, 'Words.'), field('B', true)), []);
  });

  it('have paths of their own where a label is there again', () => {
    const fields = ['A', 'a:', 'A', 'A'].map((label) => `- type: input\n  attributes: { label: "${label}" }\n`);
    const { sections, skeleton } = readTemplate(`body:\n${fields.join('')}`, 'a.yml');
    deepEqual(
      sections.map(({ path }) => path),
      ['A', 'a', 'A (2)', 'A (3)'],
    );
    equal(skeleton.text, '### A\n\n### a:\n\n### A\n\n### A\n');
  });
});
