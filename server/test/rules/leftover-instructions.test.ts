/** The template's instructions: where they end, and what of them is left in a document. */
import { equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { checks, fixes } from '../check.ts';

const marker = '**Delete the text above before submitting**';
const template = `## Guidelines

Write so that somebody else can build it.

### Length

Keep it shorter than two pages. Be brief.

${marker}

## Goals

Say why the project exists.
`;
const goals = '## Goals\n\nShip it.\n';
const still = 'leftover-guidance: The template’s instructions are still here';
const rule = 'leftover-guidance';

describe('instructions', () => {
  const markers = {
    [marker]: true,
    '_Remove all that stands above._': true,
    __delete_the_text_above__: true,
    '***Erase the text above.***': true,
    '<!-- Delete the text above. -->': true,
    '<!-- One. --> <!-- Delete the text above. -->': true,
    '**以上の説明を削除してください**': true,
    'Delete the text above before submitting': false,
    [`- ${marker}`]: false,
    [`> ${marker}`]: false,
    '**Delete this**': false,
    '**See above**': false,
    '**以上**': false,
    '**削除**': false,
    [`**Delete the text above${' again'.repeat(50)}**`]: false,
  };
  for (const [words, ends] of Object.entries(markers)) {
    it(`${ends ? 'end' : 'do not end'} with ${words.slice(0, 50)}`, () => {
      const text = `\n\nWrite.\n\n${words}\n\n## Goals\n`;
      const { instructions } = core.readTemplate(text, '');
      equal(text.slice(instructions.start, instructions.end), ends ? `Write.\n\n${words}` : '');
    });
  }
});

describe('instructions that are left', () => {
  it('behind the sections stand on their heading, and go', () => {
    for (const heading of ['### Length', '## *Length*', '## Length:']) {
      checks(
        template,
        `${goals}
${heading}
${'^'.repeat(heading.length)} ${still}

Keep it shorter than two pages. Be brief.
`,
      );
      fixes(template, `${goals}\n${heading}\n\nKeep it shorter than two pages. Be brief.\n`, goals, { rule });
    }
  });

  it('under their second heading stand there', () =>
    checks(
      template,
      `## Guidelines

We write short sentences.

### Length
^^^^^^^^^^ ${still}
Keep it shorter than two pages.

${goals}`,
    ));

  it('under a heading of the author’s stand on their line', () =>
    checks(
      template,
      `## Notes

We build. Write so that somebody else can build it.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${still}

${goals}`,
    ));

  it('go with the headings under theirs, at once', () =>
    fixes(template, template.replace('Say why the project exists.', 'Ship it.'), goals, { rule }));

  it('go around what the author wrote between them', () =>
    fixes(
      template,
      `## Guidelines\n\nWrite so that somebody else can build it.\n\nOurs.\n\n${marker}\n\n${goals}`,
      `## Guidelines\n\nOurs.\n\n${goals}`,
      { rule },
    ));

  it('leave their heading to what the author wrote further down', () =>
    fixes(
      template,
      `## Guidelines\n\nWrite so that somebody else can build it.\n\n### Length\n\nTwo pages.\n\n${goals}`,
      `## Guidelines\n\n### Length\n\nTwo pages.\n\n${goals}`,
      { rule },
    ));

  it('are no short words that happen to be the same', () => checks(template, `Be brief.\n\n${goals}`));

  it('are no heading of a section, though nothing stands under it', () =>
    checks(template, '## Goals\n', { only: rule }));

  it('are those to be ticked, too', () => {
    const box = '- [ ] I have read all of the guidelines.';
    checks(
      `${box}\n\n${marker}\n\n## Goals\n`,
      `${box}
${'^'.repeat(box.length)} ${still}

${goals}`,
    );
  });
});
