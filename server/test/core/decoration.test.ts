/** Emoji and other symbols around a heading's words, in template and document. */
import { equal } from 'node:assert/strict';
import { nameOf, requirementOf, titleKey } from '../../src/core/text/titles.ts';
import { checks, fixes } from '../check.ts';

const template = '## Summary\n\n## Testing\n';
const symbols = ['✅', '✔️', '★', '⚠', '🎯 ✨', '👩🏽‍💻', '🇩🇪', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '✓', '☆', ':white_check_mark:', ':x: :tada:'];

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
  });

  it('titles of symbols alone are told apart', () => {
    for (const [one, other] of [
      ['✅ / ❌', '👍 / 👎'],
      ['✅:', '❌:'],
      ['⚠ !', '✅ !'],
      ['- ✅', '- ❌'],
    ] as const)
      equal(titleKey(one) === titleKey(other), false, `${one} ${other}`);
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
    equal(titleKey('✅'), '✅');
    equal(titleKey('Phase 1️⃣') === titleKey('Phase 2️⃣'), false);
  });

  it('people are told the title with it', () => {
    equal(nameOf('Summary :tada:'), 'Summary :tada:');
    equal(nameOf('Summary: ✅'), 'Summary ✅');
    equal(nameOf('✅ Summary ✅:'), '✅ Summary ✅');
  });
});
