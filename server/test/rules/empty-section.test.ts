/** A heading with nothing under it. */
import assert from 'node:assert/strict';
import { checks, fixes, fixNames } from '../check.ts';

const template = '## Summary\n\nAt most 2 sentences.\n\n## Risks\n\nSay what could go wrong.\n';
const filled = '## Summary\n\nWe ship it.\n\n';

function reported(body: string): void {
  checks(template, `${filled}## Risks\n^^^^^^^^ empty-section: Section “Risks” is empty\n${body}`);
}

function silent(body: string): void {
  checks(template, `${filled}## Risks\n${body}`);
}

describe('empty-section', () => {
  it('nothing is empty', () => reported(''));
  it('blank lines are empty', () => reported('\n\n  \n'));
  it('comments are empty', () => reported('\n<!-- think of something -->\n'));
  it('link definitions are empty', () => reported('\n[risks]: #risks\n'));
  it('a dash is empty', () => reported('\n-\n'));
  it('dots are empty', () => reported('\n...\n'));
  it('a question mark is empty', () => reported('\n?\n'));
  it('an empty list item is empty', () => reported('\n* \n'));
  it('a subsection without words is empty', () => reported('\n### More\n'));
  it('a subsection with words fills its parent', () => silent('\n### More\n\nWords.\n'));
  it('a table fills', () => silent('\n| a |\n|---|\n| b |\n'));
  it('code fills', () => silent('\n```\nx\n```\n'));
  it('code with nothing in it is empty, however long', () => {
    // Long ones are looked at in part, and any end may be that of the part.
    for (const length of [10, 800, 16 * 1024])
      for (const cut of [1, 2, 3]) reported(`\n\`\`\`\n${' '.repeat(length - cut - 5)}\n\`\`\`\n`);
  });
  it('an image fills', () => silent('\n![a](b.png)\n'));
  it('N/A is an answer', () => silent('\nN/A\n'));
  it('None is an answer', () => silent('\nNone at the moment.\n'));
  it('an answer in the heading is an answer', () => checks(template, `${filled}## Risks: none\n`));

  it('N/A is no answer in the lead section', () =>
    checks(
      template,
      `## Summary
^^^^^^^^^^ empty-section: Section “Summary” is empty
N/A

## Risks

None.
`,
    ));

  it('a section that the template calls optional may stay empty', () =>
    checks('## Goals\n\n## Thanks (optional)\n', '## Goals\n\nShip it.\n\n## Thanks\n'));

  it('its guidance is put in', () =>
    fixes(template, `${filled}## Risks\n`, `${filled}## Risks\n\n$0Say what could go wrong.\n`, {
      rule: 'empty-section',
    }));

  it('is answered with N/A, the cursor behind it', () =>
    fixes(
      template,
      `## Summary\n\n## Risks\n\n<!-- c -->\n$0`.replace('$0', ''),
      `## Summary\n\nAt most 2 sentences.\n\n## Risks\n\n<!-- c -->\n`,
      {
        rule: 'empty-section',
      },
    ));

  it('N/A is offered, but not in the lead section', () => {
    assert.deepEqual(fixNames(template, `${filled}## Risks\n`, { rule: 'empty-section' }), [
      'guidance',
      'not-applicable',
    ]);
    assert.deepEqual(fixNames(template, '## Summary\n\n## Risks\n\nNone.\n', { rule: 'empty-section' }), ['guidance']);
  });

  it('guidance that stands there already is not offered again', () => {
    const comment = '<!-- Say what could go wrong. -->';
    const commented = `## Risks\n\n${comment}\n`;
    const rule = 'empty-section';
    assert.deepEqual(fixNames(commented, '## Risks\n', { rule }), ['guidance', 'not-applicable']);
    for (const end of ['\n', '\r\n'])
      assert.deepEqual(
        fixNames(commented, `## Risks\n\n<!-- Ours. -->\n${comment}\n`.replaceAll('\n', end), { rule }),
        ['not-applicable'],
      );
  });

  it('N/A goes right under the heading', () =>
    fixes(template, `${filled}## Risks\n`, `${filled}## Risks\n\nN/A – $0\n`, {
      rule: 'empty-section',
      fix: 'not-applicable',
    }));

  it('the cursor is behind N/A whatever the line ends are', () =>
    fixes(
      template,
      `${filled}## Risks`.replaceAll('\n', '\r\n'),
      `${filled}## Risks\n\nN/A – $0\n`.replaceAll('\n', '\r\n'),
      {
        rule: 'empty-section',
        fix: 'not-applicable',
      },
    ));

  it('N/A in the lead section’s heading may be taken back under it', () =>
    checks(template, '## Summary: N/A\n\nWe ship it after all.\n\n## Risks\n\nNone.\n'));
});
