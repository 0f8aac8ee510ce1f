/** A title that means the template's and does not say it. */
import { deepEqual } from 'node:assert/strict';
import { checks, fixes, fixNames } from '../check.ts';

const template = '## Testing:\n\nSay how it is tested.\n\n## Alternatives considered\n\nWhat else?\n';
const rest = '\n## Alternatives considered\n\nNone.\n';
const rule = 'misnamed-section';

describe('misnamed-section', () => {
  it('is said once, and not as missing', () =>
    checks(
      template,
      `## Test plan
^^^^^^^^^^^^ misnamed-section (information): “Test plan” is “Testing” in the template
By hand.
${rest}`,
    ));

  it('is as loud in a draft', () =>
    checks(
      template,
      `## Tests
^^^^^^^^ misnamed-section (information): “Tests” is “Testing” in the template
By hand.
${rest}`,
      { stage: 'draft' },
    ));

  it('case, colon and number are no other name', () => checks(template, `## 1. TESTING\n\nBy hand.\n${rest}`));

  it('close letters alone are no likeness', () =>
    checks('## Motivation\n', '## Activation\n\nBy key.\n', { only: rule }));

  it('all words in another order are known at another depth too', () =>
    checks(
      '## Drivers\n\nSay which.\n\n## Ways considered\n\nName them.\n',
      `# Plan

## Overview

### Drivers

Cost.

### Considered ways
^^^^^^^^^^^^^^^^^^^ misnamed-section (information): “Considered ways” is “Ways considered” in the template

By hand.
`,
      { only: rule },
    ));

  it('a part of the words at another depth is chance', () =>
    checks(template, `## Testing\n\n### Alternatives\n\nBy hand.\n`, { only: rule }));

  it('the template’s subsections and a word of its title make a section known', () => {
    const grouping = '## Ideas for storage\n\n### Parts\n\nWhich?\n\n### Names\n\nWhich?\n';
    const parts = '### Parts\n\nTwo.\n\n### Names\n\nTwo.\n';
    checks(
      grouping,
      `## Storage engine
^^^^^^^^^^^^^^^^^ misnamed-section (information): “Storage engine” is “Ideas for storage” in the template

${parts}`,
    );
    checks(grouping, `## Engine\n\n${parts}`, { only: rule });
  });

  it('a negation is another section', () => checks('## Goals\n', '## Non-goals\n\nBy key.\n', { only: rule }));

  it('an equal title elsewhere goes before a likeness', () =>
    checks('## Testing\n', '## Test plan\n\nBy hand.\n\n## Other\n\n### Testing\n\nBy machine.\n', { only: rule }));

  it('is renamed as the template has it, the rest of the heading kept', () =>
    fixes(template, `##  Test plan ##\r\n\r\nBy hand.\r\n`, `##  Testing: ##\r\n\r\nBy hand.\r\n`, { rule }));

  it('an underlined heading is renamed too', () =>
    fixes(template, `Test plan\n---------\n\nBy hand.\n`, `Testing:\n---------\n\nBy hand.\n`, { rule }));

  for (const [before, after, asked = 'Testing'] of [
    ['2. Test plan', '2. Testing'],
    ['2.1 Test plan', '2.1 Testing'],
    ['✅ 3) Test plan', '✅ 3) Testing'],
    ['3. Test plan', '2. Testing', '2. Testing'],
    ['![](i.png) Test plan', '![](i.png) Testing'],
    ['Test plan ![passing](https://a.example/i.png)', 'Testing ![passing](https://a.example/i.png)'],
    ['Test plan [![passing](b.svg)](https://a.example/1) ✅', 'Testing [![passing](b.svg)](https://a.example/1) ✅'],
    ['<img src="https://a.example/i.png"> 1. Test plan', '<img src="https://a.example/i.png"> 1. Testing'],
    ['[Test plan](tests.md)', '[Testing](tests.md)'],
    ['**[Test plan](tests.md) ✅**', '**[Testing](tests.md) ✅**'],
    ['[Test plan](tests.md):', '[Testing](tests.md):'],
    ['[#](#tests) Test plan', '[#](#tests) Testing'],
    ['Test plan <!-- omit in toc -->', 'Testing <!-- omit in toc -->'],
    ['<u>Test plan</u>', '<u>Testing</u>'],
    ['~~Test plan~~', '~~Testing~~'],
    ['Test plan (WIP)', 'Testing (WIP)'],
    ['Test plan (WIP)', 'Testing (WIP)', 'Testing (optional)'],
    ['Test plan', 'Testing (optional)', 'Testing (optional)'],
    ['-> Test plan', '-> Testing'],
    ['*Test* plan', 'Testing'],
    ['Test &amp; plan', 'Testing'],
    ['Test plan 2', 'Testing 2', 'Testing 2'],
    ['**Test plan** (optional)', '**Testing** (optional)'],
    ['(optional) **Test plan**', '(optional) **Testing**'],
    ['2. Test plan', '🎯 1. Testing', '🎯 1. Testing'],
  ] as const)
    it(`“${before}” is renamed to “${after}”: what is none of its words stays`, () =>
      fixes(`## ${asked}\n`, `## ${before}\n\nBy hand.\n`, `## ${after}\n\nBy hand.\n`, { rule }));

  for (const title of [
    'Considered [alternatives](x)',
    '[Considered](x) alternatives',
    '[Considered](x) [alternatives](y)',
    'Considered [alternatives]',
    'Considered ![](i.png) alternatives',
    'Considered <img src="i.png"> alternatives',
    'Considered <!-- which? --> alternatives',
    'Considered alternatives, in `2`',
    'Considered alternatives \\![](i.png)',
  ])
    it(`“${title}” is not offered to be renamed: more than words would be lost`, () =>
      deepEqual(fixNames('## Alternatives considered\n', `## ${title}\n\nNone.\n`, { rule }), []));

  it('one that is known by its subsections keeps what stands in it, too', () => {
    const grouping = '## Ideas for storage\n\n### Parts\n\nWhich?\n\n### Names\n\nWhich?\n';
    const parts = '\n\n### Parts\n\nTwo.\n\n### Names\n\nTwo.\n';
    fixes(grouping, `## Storage engine${parts}`, `## Ideas for storage${parts}`, { rule });
    for (const title of ['Storage engine https://a.example', 'Storage engine [#12](x)', 'Storage engine of 2024'])
      deepEqual(fixNames(grouping, `## ${title}${parts}`, { rule }), [], title);
  });

  it('a bold line keeps what is none of its words, too, and else gets the marks of the template', () => {
    const bold = '**Summary:**\n\n**Testing:**\n';
    const rename = (before: string, after: string) =>
      fixes(bold, `**Summary:** Ship it.\n\n${before} By hand.\n`, `**Summary:** Ship it.\n\n${after} By hand.\n`, {
        rule,
      });
    rename('**Test plan:**', '**Testing:**');
    rename('**2. Test plan:**', '**2. Testing:**');
    rename('**![](i.png) Test plan ✅:**', '**![](i.png) Testing ✅:**');
    rename('**[Test plan](tests.md):**', '**[Testing](tests.md):**');
    rename('__Test plan__:', '**Testing:**');
  });

  it('a heading that names two sections answers to both', () =>
    checks('## Drawbacks\n\n## Alternatives\n', '## Drawbacks / alternatives\n\nNone.\n'));
});
