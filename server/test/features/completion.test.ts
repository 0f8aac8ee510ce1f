/** Completion: the sections still to write, after `#` at a line's start. */
import { deepEqual } from 'node:assert/strict';
import { completes as completesWith, offersAt } from '../completing.ts';

const template =
  '## Goals:\n\nSay why.\n\n## Risks\n\nSay in one sentence\nwhat could go wrong.\n\n## Notes (optional)\n';

describe('completion', () => {
  it('offers what is missing, in the order of the template', () => {
    offers('## Risks\n\nNone.\n\n#$0\n', ['Goals', 'Notes']);
  });

  it('puts in heading and guidance, the guidance selected', () => {
    completes(
      '# Plan\n\n#$0\n',
      'Goals',
      `# Plan

## Goals:

Say why.
^^^^^^^^ selected
`,
    );
  });

  it('takes the place of the marks and words typed, on both sides of the cursor', () => {
    completes(
      '## ri$0sks here\n',
      'Risks',
      `## Risks

Say in one sentence
^^^^^^^^^^^^^^^^^^^+1 selected
what could go wrong.
`,
    );
  });

  it('leaves a place to type where the template says nothing', () => {
    completes(
      '#$0\n',
      'Notes',
      `## Notes (optional)


^0 selected
`,
    );
  });

  it('keeps a blank line before words that follow', () => {
    completes(
      '##$0\n## Risks\n\nNone.\n',
      'Goals',
      `## Goals:

Say why.
^^^^^^^^ selected

## Risks

None.
`,
    );
  });

  it('puts in the heading alone where something is written under it', () => {
    completes(
      '## Go$0\n\nFewer lost drafts.\n',
      'Goals',
      `## Goals:
         ^0 selected

Fewer lost drafts.
`,
    );
  });

  it('puts in the guidance, too, where nothing but a comment is written under it', () => {
    completes(
      '## Go$0\n\n<!-- Soon. -->\n',
      'Goals',
      `## Goals:

Say why.
^^^^^^^^ selected

<!-- Soon. -->
`,
    );
  });

  it('takes the place of what stands behind blanks that begin the line', () => {
    completes('  ## no$0 \n', 'Notes', '  ## Notes (optional)\n\n\n^0 selected\n');
    deepEqual(
      offersAt(template, '  ## no$0').map(({ filter }) => filter),
      ['## Goals', '## Risks', '## Notes'],
    );
  });

  it('follows front matter', () => offers('---\nowner: Ada\n---\n\n#$0\n', ['Goals', 'Risks', 'Notes']));

  it('still offers the section whose heading is being typed', () =>
    offers('## Goals$0\n', ['Goals', 'Risks', 'Notes']));

  it('keeps the document’s line breaks', () => {
    completes(
      '# Plan\r\n\r\n#$0\r\n',
      'Risks',
      '# Plan\r\n\r\n## Risks\r\n\r\nSay in one sentence\r\n^^^^^^^^^^^^^^^^^^^+1 selected\r\nwhat could go wrong.\r\n',
    );
  });

  it('follows the marks without a blank', () => offers('##go$0', ['Goals', 'Risks', 'Notes']));

  it('breaks off a paragraph', () => offers('Words.\n#$0\n', ['Goals', 'Risks', 'Notes']));

  it('offers nothing elsewhere', () => {
    for (const picture of [
      '$0',
      'Words #$0',
      '    #$0',
      '####### $0',
      '```\n#$0\n```\n',
      '<!--\n#$0\n-->\n',
      '---\n#$0\n---\n',
      '- a\n  #$0\n',
      '<div>\n#$0\n</div>\n',
      '> #$0\n',
      '## Goals\n\n$0',
      '## Goals\n\n```\n#$0\n```\n',
      '**$0\n',
    ]) {
      deepEqual(offersAt(template, picture), [], picture);
    }
  });

  it('offers a subsection only within its section', () => {
    const nested = '## Goals\n\n### Whose\n\nSay whose.\n\n## Risks\n\n### Worst\n';
    offers('## Goals\n\nFewer.\n\n#$0\n\n## Risks\n\nSome.\n', ['Whose'], nested);
    offers('## Goals\n\nFewer.\n\n## Risks\n\n###$0\n', ['Worst'], nested);
  });

  it('gives a subsection the level that its parent asks for', () => {
    completes(
      '### Goals\n\nFewer.\n\n#$0\n',
      'Whose',
      '### Goals\n\nFewer.\n\n#### Whose\n\n\n^0 selected\n',
      '## Goals\n\n### Whose\n',
    );
  });

  it('offers last what may be written again', () => {
    offers('### Story 1\n\nSave.\n\n#$0\n', ['Risks', 'Story {number}'], '### Story {number}\n\nWho.\n\n## Risks\n');
  });

  it('is compared with the marks as they are typed', () => {
    for (const typed of ['#', '###', '## ri']) {
      const marks = typed.replace(/ .*/, '');
      deepEqual(
        offersAt(template, `${typed}$0`).map(({ filter }) => filter),
        [`${marks} Goals`, `${marks} Risks`, `${marks} Notes`],
      );
    }
  });

  it('follows two stars where bold lines are the sections', () => {
    const bold = '**Goals:**\nSay why.\n\n**Risks:**\n\nSay what.\n';
    deepEqual(
      offersAt(bold, '**$0\n').map(({ filter }) => filter),
      ['**Goals', '**Risks'],
    );
  });

  it('says what is required, and the limits', () => {
    deepEqual(
      offersAt(template, '#$0').map(({ detail }) => detail),
      ['required', 'required · one sentence', 'optional'],
    );
  });
});

/** The sections that are offered. */
function offers(picture: string, expected: readonly string[], schema = template): void {
  const sections = offersAt(schema, picture).filter(({ kind }) => kind === 'section');
  deepEqual(
    sections.map(({ label }) => label),
    expected,
    picture,
  );
}

function completes(picture: string, label: string, expected: string, schema = template): void {
  completesWith(schema, picture, label, expected);
}
