/** Guidance above the first section, comments in every form, and text of the template that may stay. */
import { checks, fixes } from '../check.ts';

const template = `# {Title of the plan}

Write in short sentences, as to a colleague.

- Status: {draft or final}

> Ask somebody who was not there to read it.

[//]: # (Delete this line as soon as you begin.)

## Goals

Say why the project exists.
`;

describe('guidance above the first section', () => {
  it('is found where it was left', () =>
    checks(
      template,
      `# Night trains

Write in short sentences, as to a colleague.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This is the template’s guidance

- Status: draft

> Ask somebody who was not there to read it.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This is the template’s guidance

[//]: # (Delete this line as soon as you begin.)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This comment is the template’s

## Goals

Fewer flights.
`,
    ));

  it('is found without a title, too', () =>
    checks(
      'Write in short sentences, as to a colleague.\n\n## Goals\n',
      `Write in short sentences, as to a colleague.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This is the template’s guidance

Thank you.

## Goals

Fewer flights.
`,
    ));

  it('a placeholder in it is told by itself', () =>
    checks(
      template,
      `# Night trains

- Status: {draft or final}
          ^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “{draft or final}” is still here

## Goals

Fewer flights.
`,
    ));

  it('goes without what was written beside it', () =>
    fixes(
      template,
      '# Night trains\n\nWrite in short sentences, as to a colleague. Ask Eve.\n\n## Goals\n\nFewer flights.\n',
      '# Night trains\n\nAsk Eve.\n\n## Goals\n\nFewer flights.\n',
      { rule: 'leftover-guidance' },
    ));

  it('is a list’s, too', () =>
    checks(
      '# Plan\n\n- Say who decides, and by when.\n- Say who is told, and how.\n\n## Goals\n',
      `# Plan

- Say who decides, and by when.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This is the template’s guidance
- Eve, by Friday.

## Goals

Fewer flights.
`,
    ));

  it('one sentence with a placeholder is told by that, the next one by itself', () =>
    checks(
      '# Plan\n\nWrite to {team name} before you begin. Ask them for a number.\n\n## Goals\n',
      `# Plan

Write to {team name} before you begin. Ask them for a number.
         ^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “{team name}” is still here
                                       ^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This is the template’s guidance

## Goals

Fewer flights.
`,
    ));

  it('instructions that are left are told once', () =>
    checks(
      'Write in short sentences, as to a colleague.\n\n**Delete the text above**\n\n## Goals\n',
      `Write in short sentences, as to a colleague.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: The template’s instructions are still here

**Delete the text above**

## Goals

Fewer flights.
`,
    ));

  it('words of its tables are to stay', () =>
    checks(
      '| What | Who has to be asked about it in time |\n| --- | --- |\n| | |\n\n## Goals\n',
      '| What | Who has to be asked about it in time |\n| --- | --- |\n| All | Eve |\n\n## Goals\n\nFewer flights.\n',
    ));
});

describe('comments by link definitions', () => {
  it('are no text', () =>
    checks(
      '## Goals\n',
      `## Goals
^^^^^^^^ empty-section: Section “Goals” is empty

[//]: # (Say why.)
[comment]: <> "And for whom."
`,
    ));

  it('are a hint where they are the template’s', () =>
    checks(
      '## Goals\n\n[//]: # (Say in a sentence why the project exists.)\n',
      `## Goals

[//]: # (Say in a sentence why the project exists.)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance (hint): This comment is the template’s

Fewer flights.
`,
    ));

  it('set limits', () =>
    checks(
      '## Goals\n\n[//]: # (One sentence.)\n',
      `## Goals
^^^^^^^^ overlong-section: Section “Goals” has 2 sentences, the template asks for “One sentence”

Fewer flights. More trains.
`,
      { only: 'overlong-section' },
    ));
});

describe('text of the template that may stay', () => {
  const stays = (words: string) => checks(`## Goals\n\n${words}\n`, `## Goals\n\n${words}\n`);
  it('a table of contents', () =>
    stays('- [Goals](#goals)\n  - [What is `[asked]` of others](#what-is-asked-of-others)'));
  it('a mark for one', () => stays('[TOC]'));
  it('licence lines', () => stays('Copyright and related rights are waived via [CC0](./LICENSE).'));
  it('the key words of RFC 2119', () =>
    stays('The key words “MUST” and “MAY” in this document are to be interpreted as described in RFC 2119.'));
  it('check boxes', () => stays('- [ ] Somebody else has read the whole of it'));
});
