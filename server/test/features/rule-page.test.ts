/** The page of a rule: made of what the rule says of itself, and of what it finds in its own examples. */
import { deepEqual, equal } from 'node:assert/strict';
import { loudnessOf, rulePage } from '../../src/core/features/rule-page.ts';
import { type Rule, type Severity, severities } from '../../src/core/rules/rule.ts';

/** Finds each “gruel”, and offers porridge. */
const noGruel: Rule = {
  id: 'no-gruel',
  severity: 'warning',
  docs: {
    summary: 'Gruel is served.',
    why: 'Nobody asks for more.',
    examples: [
      { template: '## Menu\n', before: '## Menu\n\nThin gruel.\n', after: '## Menu\n\nThin porridge.\n' },
      { template: '## Menu\n', before: '## Menu\n\ngruel\n\ngruel\n', after: '## Menu\n' },
    ],
  },

  *check({ document: { text } }) {
    for (const { index } of text.matchAll(/gruel/g)) {
      yield { span: { start: index, end: index + 5 }, message: 'This is gruel', key: 'gruel', data: undefined };
    }
  },

  *fixes({ span }) {
    yield { name: 'porridge', title: 'Serve porridge', edits: [{ span, newText: 'porridge' }], safe: true };
    yield { name: 'nothing', title: 'Serve nothing', edits: [{ span, newText: '' }], safe: false };
  },
};

describe('the page of a rule', () => {
  it('has what the rule says, what it does to its examples, and how it is turned off', () =>
    equal(
      rulePage(noGruel),
      `# no-gruel

Gruel is served.

## Why

Nobody asks for more.

## Severity

| Ready   | Draft, passed by | Draft, still to come |
| ------- | ---------------- | -------------------- |
| warning | information      | information          |

## Examples

The template:

~~~markdown
## Menu
~~~

Not kept here:

~~~markdown
## Menu

Thin gruel.
~~~

- line 3: This is gruel

Mended:

~~~markdown
## Menu

Thin porridge.
~~~

The template:

~~~markdown
## Menu
~~~

Not kept here:

~~~markdown
## Menu

gruel

gruel
~~~

- line 3: This is gruel
- line 5: This is gruel

Mended:

~~~markdown
## Menu
~~~

## Fixes

For the examples above:

- Serve porridge (safe: “Fix All” and fixing on save apply it)
- Serve nothing

## Settings

In the settings of VS Code, to \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`:

~~~json
"techSpec.rules": { "no-gruel": "off" }
~~~

In one place of a document, above the heading or line that is reported:

~~~markdown
<!-- tech-spec-disable-next-line no-gruel -->
~~~

From one place to another:

~~~markdown
<!-- tech-spec-disable no-gruel -->

<!-- tech-spec-enable no-gruel -->
~~~

---

_Generated from the rule’s own words by \`npm run generate\`: edit \`server/src/core/rules/no-gruel.ts\`._
`.replaceAll('~~~', '```'),
    ));

  it('of one that is off by default shows what it finds all the same, and how it is turned on', () => {
    const page = rulePage({ ...noGruel, severity: 'off' });
    equal(page.includes('- line 3: This is gruel\n'), true);
    equal(page.includes('- Serve nothing\n'), true);
    equal(page.includes('"techSpec.rules": { "no-gruel": "warning" }'), true);
    equal(page.includes('| off   | off              | off                  |\n'), true);
  });

  it('of one without fixes says why it has none', () => {
    const { fixes: _, ...without } = noGruel;
    const page = rulePage(without);
    equal(page.includes('## Fixes\n\nNone: what belongs there is the author’s to say.\n\n## Settings\n'), true);
  });

  it('has a row for each kind of report, also where there is only one', () => {
    equal(
      sectionOf(rulePage(ofKinds(['it is cold', 'error'], ['it is hot', 'hint']))),
      `|                  | Ready | Draft, passed by | Draft, still to come |
| ---------------- | ----- | ---------------- | -------------------- |
| where it is cold | error | warning          | information          |
| where it is hot  | hint  | hint             | hint                 |
`,
    );
    equal(
      sectionOf(rulePage(ofKinds(['it is cold', 'hint']))),
      `|                  | Ready | Draft, passed by | Draft, still to come |
| ---------------- | ----- | ---------------- | -------------------- |
| where it is cold | hint  | hint             | hint                 |
`,
    );
  });
});

describe('how loud a rule is', () => {
  it('when ready, in a draft that passed the section by, and before', () =>
    deepEqual(
      severities.map((severity) => loudnessOf({ ...noGruel, severity })),
      [
        ['error', 'warning', 'information'],
        ['warning', 'information', 'information'],
        ['information', 'information', 'information'],
        ['hint', 'hint', 'hint'],
      ],
    ));

  it('is off where the rule is, whatever its kinds', () =>
    deepEqual(loudnessOf({ ...ofKinds(['it is cold', 'error']), severity: 'off' }), ['off', 'off', 'off']));

  it('names each severity of its kinds once', () =>
    deepEqual(loudnessOf(ofKinds(['a', 'error'], ['b', 'warning'], ['c', 'error'], ['d', 'hint'])), [
      'error, warning or hint',
      'warning, information or hint',
      'information or hint',
    ]));
});

function ofKinds(...kinds: readonly (readonly [string, Severity])[]): Rule {
  return { ...noGruel, docs: { ...noGruel.docs, kinds: kinds.map(([where, severity]) => ({ where, severity })) } };
}

function sectionOf(page: string): string {
  return /## Severity\n\n(.*?\n)\n##/s.exec(page)?.[1] ?? '';
}
