/** What stands behind a heading's words, in template and document. */
import { equal } from 'node:assert/strict';
import { parseDocument } from '../../src/core/document.ts';
import { checks, fixes } from '../check.ts';

const template = '## Summary\n\n## Testing\n';
const behind = [
  '{#summary}',
  '{ #summary .wide }',
  '{: #summary}',
  '{.wide data-toc="no"} ##',
  '[^1]',
  '[^1][^note] {#summary}',
  '(WIP)',
  '[draft]',
  '(in progress)',
  '{#summary} ✅',
  '✅ {#summary} (✅) [^1] ⚠ ##',
  '[¶](#summary)',
  '[#](#summary "Permanent link") ✅',
  '[](#summary)',
  '[🔗](#summary) {#summary}',
  '<a id="summary"></a>',
  '<a class="anchor" href="#summary">¶</a>',
];

describe('behind a heading’s words', () => {
  for (const mark of behind) {
    it(`${mark} is none of them`, () => checks(template, `## Summary ${mark}\n\nShip it.\n\n## Testing\n\nBy hand.\n`));
  }

  for (const mark of ['[#](#summary)', '[](#summary "Link")', '<a id="summary">#</a>', '[¶](#summary) <a id="s"></a>'])
    it(`${mark} is none of them in front, either, and comes along from the template`, () => {
      for (const text of [`## ${mark} Summary`, `${mark} Summary\n---`, `<h2>${mark}Summary</h2>`])
        checks(template, `${text}\n\nShip it.\n\n## Testing\n\nBy hand.\n`);
      equal(parseDocument(`## ${mark} Summary\n`).root.children[0]?.title, 'Summary');
      const asked = `## Summary\n\n## ${mark} Testing\n`;
      fixes(asked, '## Summary\n\nShip it.\n', `## Summary\n\nShip it.\n\n## ${mark} Testing\n`, {
        rule: 'missing-section',
      });
    });

  it('links that are all there is of it are its words', () =>
    equal(parseDocument('## [#](#summary) [¶](#s)\n').root.children[0]?.title, '#'));

  it('an address is none of those of the template either, and no placeholder', () => {
    const addressed = '## Summary {#summary}\n\n## Testing {: #testing}\n';
    checks(
      addressed,
      `## Summary {#summary}
^^^^^^^^^^^^^^^^^^^^^ missing-section: Section “Testing” is missing: the template asks for it after “Summary”
Ship it.
`,
    );
    checks(addressed, '## Summary\n\nShip it.\n\n## Testing\n\nBy hand.\n');
  });

  it('an address comes along with a section that is put in', () =>
    fixes(
      '## Summary\n\n## Testing {#testing} ##\n',
      '## Summary\n\nShip it.\n',
      '## Summary\n\nShip it.\n\n## Testing {#testing}\n',
      { rule: 'missing-section' },
    ));

  for (const mark of ['{#tests}', '[^1]', '{#tests} ##', '[¶](#tests)', '{#tests} ✅', '<a id="tests"></a>']) {
    it(`${mark} stays where the words are renamed`, () =>
      fixes('## Testing\n', `## Test plan ${mark}\n\nBy hand.\n`, `## Testing ${mark}\n\nBy hand.\n`, {
        rule: 'misnamed-section',
      }));
  }

  it('an address stays where an underlined heading is renamed', () =>
    fixes('## Testing\n', 'Test plan {#tests}\n---\n\nBy hand.\n', 'Testing {#tests}\n---\n\nBy hand.\n', {
      rule: 'misnamed-section',
    }));

  it('links with words in them, and those to elsewhere, are its words', () => {
    for (const mark of ['[of it](#summary)', '[#1](https://example.com/1)'])
      equal(parseDocument(`## Goals ${mark}\n`).root.children[0]?.title, `Goals ${mark.slice(1, mark.indexOf(']'))}`);
  });

  it('braces that are all there is of it are its words', () =>
    checks('## {#summary}\n', '## {#summary}\n\nShip it.\n'));

  it('braces and brackets of other kinds are its words', () =>
    checks(
      '## Summary\n',
      `## Summary {summary}
^^^^^^^^^^^^^^^^^^^^ missing-section: Section “Summary” is missing: the template asks for it first
Ship it.
`,
    ));
});
