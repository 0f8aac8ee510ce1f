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

  it('rows to be filled in are told as such, and are not deleted', () => {
    const rows = `- Feature Name: (fill me in with a unique name, \`my_feature\`)
- RFC PR: [rust-lang/rfcs#0000](https://a.example/pull/0000)
- Who decides: say by whom and when
`;
    checks(
      `# Plan\n\n${rows}\n## Goals\n`,
      `# Night trains

- Feature Name: (fill me in with a unique name, \`my_feature\`)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “Feature Name: (fill me in with a unique name, \`my_feature\`)” is still here
- RFC PR: [rust-lang/rfcs#0000](https://a.example/pull/0000)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “RFC PR: [rust-lang/rfcs#0000](https://a.example/pull/0000)” is still here
- Who decides: say by whom and when

## Goals

Fewer flights.
`,
    );
  });

  it('a bold row that holds a placeholder is told by that alone', () =>
    checks(
      '# Plan\n\n* **Deciders:** {list everyone involved in the decision}\n* **Tags:** {comma separated list of tags}\n\n## Goals\n',
      `# Night trains

* **Deciders:** {list everyone involved in the decision}
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “{list everyone involved in the decision}” is still here
* **Tags:** {comma separated list of tags}
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “{comma separated list of tags}” is still here

## Goals

Fewer flights.
`,
    ));

  it('a placeholder that ends a sentence, or begins it, is told alone', () =>
    checks(
      '# Plan\n\nWrite to all who have asked {team name}\n\n[team name] will ask you to write.\n\n## Goals\n',
      `# Night trains

Write to all who have asked {team name}
                            ^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “{team name}” is still here

[team name] will ask you to write.
^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “[team name]” is still here

## Goals

Fewer flights.
`,
    ));

  it('a sentence behind a label is guidance all the same', () =>
    checks(
      '# Plan\n\n**Note:** Write in short sentences, as to a colleague.\n\n## Goals\n',
      `# Night trains

**Note:** Write in short sentences, as to a colleague.
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This is the template’s guidance

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
