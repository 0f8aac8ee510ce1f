/** More, or less, than the template's own words allow. */
import { checks } from '../check.ts';

const template = '## Summary\n\nA short (1-2 sentences) overview.\n\n## Risks\n\nNo more than 10 words.\n';
const risks = '\n## Risks\n\nNone.\n';

describe('overlong-section', () => {
  it('a summary of three sentences is a warning, in a draft too', () => {
    for (const stage of ['draft', 'ready'] as const) {
      checks(
        template,
        `## Summary
^^^^^^^^^^ overlong-section (warning): Section “Summary” has 3 sentences, the template asks for “1-2 sentences”
One. Two. Three.
${risks}`,
        { stage },
      );
    }
  });

  it('elsewhere it is an information', () =>
    checks(
      template,
      `## Summary

One. Two.

## Risks
^^^^^^^^ overlong-section (information): Section “Risks” has 11 words, the template asks for “No more than 10 words”
One two three four five six seven eight nine ten eleven.
`,
    ));

  it('what keeps the limit is silent', () => checks(template, `## Summary\n\nOne. Two, e.g. three.\n${risks}`));

  it('code, comments and link targets are not counted', () =>
    checks(
      template,
      '## Summary\n\nOne.\n\n## Risks\n\n[One](https://a.example/b/c/d/e/f/g/h/i/j/k) two.\n\n<!-- three four five six seven eight nine ten eleven -->\n\n```\nthree four five six seven eight nine ten eleven\n```\n',
    ));

  it('a limit in sentences cannot be dodged by a long one', () =>
    checks(
      template,
      `## Summary
^^^^^^^^^^ overlong-section: Section “Summary” has 3 sentences, the template asks for “1-2 sentences”
${'word '.repeat(81).trim()}.
${risks}`,
    ));

  it('under a minimum counts too', () =>
    checks(
      '## Goals\n\nAt least two sentences.\n',
      `## Goals
^^^^^^^^ overlong-section: Section “Goals” has 1 sentence, the template asks for “At least two sentences”
One.
`,
    ));

  it('what is just as short as it may be is silent', () =>
    checks('## Goals\n\nAt least two sentences.\n', '## Goals\n\nOne. Two.\n'));

  it('words in the heading are counted along', () =>
    checks(
      template,
      `## Summary: One. Two.
^^^^^^^^^^^^^^^^^^^^^ overlong-section: Section “Summary” has 3 sentences, the template asks for “1-2 sentences”

Three.
${risks}`,
    ));

  it('characters are counted without markup, paragraphs without code', () => {
    checks(
      '## Goals\n\nSay it in 10 characters or less.\n',
      `## Goals
^^^^^^^^ overlong-section: Section “Goals” has 12 characters, the template asks for “10 characters or less”

**Six** us.

Five.
`,
    );
    checks('## Goals\n\nOne paragraph.\n', '## Goals\n\nOne.\n\n```\ntwo\n```\n');
  });

  it('guidance that was left in is not measured', () =>
    checks(template, `${template.replace('No more than 10 words.', 'None.')}`, { only: 'overlong-section' }));
});
