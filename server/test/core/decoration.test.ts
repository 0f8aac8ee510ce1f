/** Emoji and other symbols around a heading's words, in template and document. */
import { deepEqual, equal } from 'node:assert/strict';
import { readTemplate } from '../../src/core/index.ts';
import { wordsSpan } from '../../src/core/text/decoration.ts';
import { nameOf, requirementOf, titleKey } from '../../src/core/text/titles.ts';
import { checks, fixes } from '../check.ts';

const template = '## Summary\n\n## Testing\n';
const symbols = [
  '✅',
  '✔️',
  '★',
  '⚠',
  '🎯 ✨',
  '👩🏽‍💻',
  '🇩🇪',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  '✓',
  '☆',
  ':white_check_mark:',
  ':x: :tada:',
  '(✅)',
  '( :x: ✨ )',
  '（⚠）',
  '→',
  '⇒',
  '➡️',
  '•',
  '¶',
];

describe('around a heading’s words', () => {
  for (const symbol of symbols) {
    it(`${symbol} is none of them`, () => {
      for (const title of [`Summary ${symbol}`, `${symbol} Summary`, `**Summary** ${symbol}`, `Summary: ${symbol}`])
        checks(template, `## ${title}\n\nShip it.\n\n## Testing\n\nBy hand.\n`);
    });

    it(`${symbol} is none of those of the template either`, () => {
      for (const title of [`Summary ${symbol}`, `${symbol} Summary`]) {
        checks(`## ${title}\n`, '## Summary\n\nShip it.\n');
        checks(`## ${title}\n`, `## ${title}\n\nShip it.\n`);
      }
    });
  }

  it('one comes along with a section that is put in', () => {
    const wanted = '## 🎯 Summary\n\n## Testing :test_tube:\n';
    fixes(wanted, '## 🎯 Summary\n\nShip it.\n', '## 🎯 Summary\n\nShip it.\n\n## Testing :test_tube:\n', {
      rule: 'missing-section',
    });
  });

  it('one that is the author’s stays where the words are renamed', () => {
    const rename = (title: string, to: string, asked = 'Testing') =>
      fixes(`## ${asked}\n`, `## ${title}\n\nBy hand.\n`, `## ${to}\n\nBy hand.\n`, { rule: 'misnamed-section' });
    rename('Test plan ✅', 'Testing ✅');
    rename(':x: Test plan', ':x: Testing');
    rename('🧪 Test plan ✅ {#tests}', '🧪 Testing ✅ {#tests}', '🎯 Testing');
    rename('Test plan', '🎯 Testing ★', '🎯 Testing ★');
    rename('1️⃣ Test plan', '1️⃣ Testing');
    rename('🏴󠁧󠁢󠁥󠁮󠁧󠁿 Test plan', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 Testing');
    rename('**🧪 Test plan**', '**🧪 Testing**');
    rename('__Test plan ✅__', '__Testing ✅__');
    rename('**Test plan**', 'Testing');
    rename('Test plan (✅)', 'Testing (✅)');
    rename('→ Test plan →', '→ Testing →');
    rename('Test plan {#tests} ✅', 'Testing {#tests} ✅');
    rename('Test plan ✅ {#tests} (✅)', 'Testing ✅ {#tests} (✅)');
    rename('<a name="tests"></a> Test plan', '<a name="tests"></a> Testing');
  });

  it('titles of symbols alone are told apart', () => {
    for (const [one, other] of [
      ['✅ / ❌', '👍 / 👎'],
      ['✅:', '❌:'],
      ['⚠ !', '✅ !'],
      ['- ✅', '- ❌'],
      [':rocket:', ':bug:'],
    ] as const)
      equal(titleKey(one) === titleKey(other), false, `${one} ${other}`);
  });

  it('brackets with words in them are words', () => {
    for (const title of ['Summary (✅ done)', '(a) ✅', 'Summary ()', 'Summary ( )', 'Summary (✅ [']) {
      const { start, end } = wordsSpan(title);
      equal(title.slice(start, end), title.replace(/ ✅$/, ''));
    }
  });

  it('a template’s sections that differ in nothing else are told apart by it', () => {
    checks(
      '## Rollout 🇩🇪\n\n## Rollout 🇫🇷\n',
      `## Rollout 🇫🇷
^^^^^^^^^^^^^^^ missing-section: Section “Rollout 🇩🇪” is missing: the template asks for it first

Later.
`,
    );
    checks(
      '## Options ✅\n\n## Options ❌\n',
      `## Options ❌
^^^^^^^^^^^^ section-order: Section “Options ❌” is out of order: the template has it after “Options ✅”

Slow.

## Options ✅

Quick.
`,
    );
    checks(
      '## Rollout\n\n## Rollout 🇫🇷\n',
      `## Rollout 🇫🇷:
^^^^^^^^^^^^^^^^ section-order: Section “Rollout 🇫🇷” is out of order: the template has it after “Rollout”

Later.

## ⚠ Rollout

Now.
`,
    );
  });

  it('of three there is none for another that is there', () =>
    checks(
      '## Rollout 🇩🇪\n\n## Rollout 🇫🇷\n\n## Rollout 🇮🇹\n',
      `## Rollout 🇫🇷
^^^^^^^^^^^^^^^ missing-section: Section “Rollout 🇩🇪” is missing: the template asks for it first
^^^^^^^^^^^^^^^ missing-section: Section “Rollout 🇮🇹” is missing: the template asks for it after “Rollout 🇫🇷”

Later.
`,
    ));

  it('one tells them apart behind a number, too', () => {
    for (const [one, other] of [
      ['Rollout 🇩🇪', 'Rollout 🇫🇷'],
      ['🇩🇪 Rollout', '🇫🇷 Rollout'],
      ['1. 🇩🇪 Rollout', '2. 🇫🇷 Rollout'],
    ] as const)
      checks(
        `## ${one}\n\n## ${other}\n`,
        `## 3. 🇫🇷 Rollout
^^^^^^^^^^^^^^^^^^ missing-section: Section “${one}” is missing: the template asks for it first

Later.
`,
      );
  });

  it('where the template’s sections have none to tell them apart, the first is the first', () =>
    checks('## 1. Rollout\n\n## 2. Rollout\n', '## Rollout ✅\n\nNow.\n\n## Rollout\n\nLater.\n'));

  it('one that no section of the template has is none of their words', () => {
    checks('## Rollout 🇩🇪\n', '## Rollout 🇫🇷\n\nLater.\n');
    checks('## Options ✅\n\n## Options ❌\n', '## Options ⚠\n\nQuick.\n\n## Options\n\nSlow.\n');
  });

  it('they are told apart at another depth, too', () =>
    checks(
      '## Rollout 🇩🇪\n\n## Rollout 🇫🇷\n',
      `# Plan

## Markets

### Rollout 🇫🇷
^^^^^^^^^^^^^^^^ section-order: Section “Rollout 🇫🇷” is out of order: the template has it after “Rollout 🇩🇪”

Later.

### Rollout 🇩🇪

Now.
`,
      { only: ['missing-section', 'section-order'] },
    ));

  it('one that stands twice is none of another symbol, wherever the second stands', () => {
    const rollouts = '## Rollout plan 🇩🇪\n\n## Rollout plan 🇫🇷\n';
    checks(
      rollouts,
      `## Rollout plan 🇫🇷
^^^^^^^^^^^^^^^^^^^^ missing-section: Section “Rollout plan 🇩🇪” is missing: the template asks for it first

Now.

## Rollout plan 🇫🇷:
^^^^^^^^^^^^^^^^^^^^^ duplicate-section: Section “Rollout plan 🇫🇷” is here a second time

Later.
`,
    );
    checks(
      rollouts,
      `## Rollout plan 🇫🇷
^^^^^^^^^^^^^^^^^^^^ missing-section: Section “Rollout plan 🇩🇪” is missing: the template asks for it first

Now.

## Markets

### Rollout plan 🇫🇷

Later.
`,
    );
  });

  it('a section for each flag is no second one, but for the same flag it is', () => {
    checks('## Rollout\n', '## Rollout 🇩🇪\n\nNow.\n\n## Rollout 🇫🇷\n\nLater.\n\n## Rollout 🏴󠁧󠁢󠁥󠁮󠁧󠁿\n\nNever.\n');
    checks(
      '## Rollout\n',
      `## Rollout 🇩🇪

Now.

## 🇩🇪 Rollout
^^^^^^^^^^^^^^^ duplicate-section: Section “Rollout” is here a second time

Later.
`,
    );
    checks(
      '## Rollout\n',
      `## Rollout ✅

Now.

## Rollout ❌
^^^^^^^^^^^^ duplicate-section: Section “Rollout” is here a second time

Later.
`,
    );
  });

  it('a template that has a section for each has none twice', () => {
    const problems = (text: string) => readTemplate(text, '').problems.map(({ message }) => message);
    deepEqual(problems('## Rollout 🇩🇪\n\n## Rollout 🇫🇷\n\n## Rollout\n'), []);
    deepEqual(problems('## Rollout 🇩🇪\n\n## Rollout 🇩🇪:\n'), ['The template has the heading “Rollout 🇩🇪” twice']);
  });

  it('letters in circles, signs of units and the like are words', () => {
    for (const [one, other] of [
      ['Phase Ⓐ', 'Phase Ⓑ'],
      ['Area ㎡', 'Area'],
      ['Error ©', 'Error'],
      ['3 °', '3'],
    ] as const)
      equal(titleKey(one) === titleKey(other), false, `${one} ${other}`);
  });

  it('one hides no requirement, wherever it stands', () => {
    for (const title of [
      'Rollout (optional) ✅:',
      'Rollout (optional): ✅ #',
      '✅ [Optional] Rollout',
      '✅ Optional: Rollout',
      'Rollout – optional ✅',
    ])
      equal(`${titleKey(title)} ${requirementOf(title)}`, 'rollout optional', title);
    equal(titleKey('Goals (WIP) 🚧.'), 'goals');
  });

  it('one in a bold line is none of them', () =>
    checks('**Summary:**\n\n**Testing:**\n', '**Summary ✅:** Ship it.\n\n**🧪 Testing:** By hand.\n'));

  it('one behind “(optional)” or before “(WIP)” hides neither', () => {
    equal(requirementOf('Rollout (optional) ✅'), 'optional');
    equal(titleKey('Rollout ✅ (WIP)'), 'rollout');
    checks('## 요약 (Summary)\n', '## Summary ✅\n\nShip it.\n');
    checks('## Summary\n', '## 요약 (Summary) ✅\n\nShip it.\n');
  });

  it('the words between colons that are all there is of it, or within, are its words', () => {
    for (const title of ['✅', ':tada:', 'foo::bar', 'at 10:30']) checks(`## ${title}\n`, `## ${title}\n\nShip it.\n`);
    equal(titleKey('std::vector:'), 'std::vector');
    equal(nameOf('std::vector:'), 'std::vector');
    equal(nameOf('Use std::vector: ✅'), 'Use std::vector ✅');
    equal(titleKey(':Goals :x: met'), ':goals :x: met');
    equal(titleKey('✅'), '✅');
    equal(titleKey('Phase 1️⃣') === titleKey('Phase 2️⃣'), false);
  });

  it('people are told the title with it', () => {
    equal(nameOf('Summary :tada:'), 'Summary :tada:');
    equal(nameOf('Summary: ✅'), 'Summary ✅');
    equal(nameOf('✅ Summary ✅:'), '✅ Summary ✅');
  });
});
