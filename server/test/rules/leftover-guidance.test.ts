/** The template's own words, whole or in part, its instructions, its comments. */
import assert from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { checks, contextOf } from '../check.ts';
import { risks, template } from './guided.ts';

describe('leftover-guidance', () => {
  it('a section that holds nothing else stands on its heading', () =>
    checks(
      template,
      `## Goals

Ship it.

## Risks
^^^^^^^^ leftover-guidance (error): Section “Risks” still holds the template’s guidance and nothing else
What could go wrong?
`,
    ));

  it('re-wrapped it is the same', () =>
    checks(
      template,
      `## Goals
^^^^^^^^ leftover-guidance: Section “Goals” still holds the template’s guidance and nothing else
Say why the project
exists, and for whom. Keep it short
and to the point.

* Name the users that it is for.
* Name the problem that they have today.
${risks}`,
    ));

  it('half of it and nothing else is nothing else too', () =>
    checks(
      template,
      `## Goals
^^^^^^^^ leftover-guidance: Section “Goals” still holds the template’s guidance and nothing else
- Name the users that it is for.
${risks}`,
    ));

  it('a sentence of it in a filled section is a warning on the sentence', () =>
    checks(
      template,
      `## Goals

Ship it. Say why the project exists, and for whom. Soon.
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance (warning): This is the template’s guidance for “Goals”
${risks}`,
    ));

  it('sentences in a row are one finding', () =>
    checks(
      template,
      `## Goals

Ship it.

Say why the project exists, and for whom. Keep it short and to the point.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This is the template’s guidance for “Goals”
${risks}`,
    ));

  it('fewer than five words are anybody’s', () =>
    checks(template, `## Goals\n\nShip it. What could go wrong? Much.\n\n## Risks\n\nWhat could go wrong? Much.\n`));

  it('in code it is quoted', () =>
    checks(template, `## Goals\n\nShip it.\n\n\`\`\`\nName the users that it is for.\n\`\`\`\n${risks}`));

  it('a child’s words do not hide it, but a filled child answers', () =>
    checks(
      '## Testing\n\nSay how the whole is tested.\n\n### Unit\n',
      `## Testing

Say how the whole is tested.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This is the template’s guidance for “Testing”
### Unit

By machine.
`,
    ));

  it('instructions stand once, on their heading', () =>
    checks(
      template,
      `## Guidelines
^^^^^^^^^^^^^ leftover-guidance (warning): The template’s instructions are still here
Write so that somebody else can build it.

**Delete the text above before submitting**

## Goals

Ship it.
${risks}`,
    ));

  it('instructions without their heading stand on their first line', () =>
    checks(
      template,
      `**Delete the text above before submitting**
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: The template’s instructions are still here
## Goals

Ship it.
${risks}`,
    ));

  it('a heading like the instructions’ with words of one’s own is none', () =>
    checks(template, `## Guidelines\n\nWe write short sentences.\n\n## Goals\n\nShip it.\n${risks}`));

  it('a comment of the template is a hint, at both stages', () => {
    for (const stage of ['draft', 'ready'] as const) {
      checks(
        template,
        `## Goals

Ship it.

## Risks

<!-- Think of people who are not in the room. -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance (hint): This comment is the template’s
None.
`,
        { stage },
      );
    }
  });

  it('checklists, licence lines and tables of contents may stay', () => {
    const kept =
      '## Copyright\n\nThis document is under the MIT licence.\n\n## Checklist\n\n- [ ] It was read by two people.\n\n## Contents\n\n- [Checklist](#checklist)\n';
    checks(kept, kept);
  });

  it('a section with check boxes is a form, whose words may stay', () => {
    const form =
      '## Release\n\nWhat is marked with a star has to be done first.\n\n- [ ] * Named in the release notes\n  - Components that have to be told:\n';
    checks(form, form);
  });

  it('a label is written behind, not replaced', () =>
    checks(
      '## Release\n\n- Who has to be told about it:\n',
      '## Release\n\n- Who has to be told about it: everybody\n',
    ));

  it('the template’s own default answer is an answer', () => checks('## Risks\n\nNone.\n', '## Risks\n\nNone.\n'));

  it('a draft is told more softly', () =>
    checks(
      '## A\n\nSay what it is for.\n\n## B\n\nSay how it is to be built.\n\n## C\n\nSay what it is going to cost.\n',
      `## A
^^^^ leftover-guidance (warning): Section “A” still holds the template’s guidance and nothing else
Say what it is for.

## B

Well. Say how it is to be built.
      ^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance (information): This is the template’s guidance for “B”
## C
^^^^ leftover-guidance (information): Section “C” still holds the template’s guidance and nothing else
Say what it is going to cost.
`,
      { stage: 'draft' },
    ));

  it('a heading for others is told by its subsections, and is not done', () => {
    const grouping = '## Testing\n\n### Unit\n\nSay what is tested by machine.\n';
    checks(
      grouping,
      `## Testing

### Unit
^^^^^^^^ leftover-guidance: Section “Unit” still holds the template’s guidance and nothing else

Say what is tested by machine.
`,
    );
    assert.deepEqual(core.progress(contextOf(grouping, grouping).binding), { done: 0, of: 2 });
  });

  it('a comment whose marks were taken off is guidance, but for the examples in it', () =>
    checks(
      '## Releases\n\n<!--\nSay how the feature comes to those who wait.\n\n- It is behind a switch that is off by default\n\n#### First\n\nEverything is written down and somebody has read it.\n-->\n',
      `## Releases

Say how the feature comes to those who wait.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-guidance: This is the template’s guidance for “Releases”

- It is behind a switch that is off by default

Everything is written down and somebody has read it.
`,
    ));

  it('a short sentence of a comment may be the answer that it proposes', () =>
    checks('## Risks\n\n<!-- No risk that we know of. -->\n', '## Risks\n\nNo risk that we know of.\n'));

  it('comments may stay where the template says that they may', () =>
    checks(
      '<!-- You can leave these comments in, nobody sees them. -->\n\n## Goals\n\n<!-- Say why the project exists at all. -->\n',
      '## Goals\n\n<!-- Say why the project exists at all. -->\n\nFewer lost drafts.\n',
    ));

  it('where a heading was deleted, its guidance is no answer of the section before', () =>
    checks(
      '## A\n\nSay what it is for.\n\n## B\n\nSay how it is built.\n',
      `## A
^^^^ missing-section: Section “B” is missing: the template asks for it after “A”
^^^^ leftover-guidance: Section “A” still holds the template’s guidance and nothing else

Say what it is for.

Say how it is built.
`,
    ));

  it('an empty code block beside it is nothing else, wherever its closing fence would be cut', () => {
    for (const cut of [1, 2, 3]) {
      const code = `\`\`\`\n${' '.repeat(16 * 1024 - cut - 5)}\n`;
      const asked = '## Goals\n\nSay why the project exists.\n';
      checks(
        asked,
        `## Goals
^^^^^^^^ leftover-guidance: Section “Goals” still holds the template’s guidance and nothing else

Say why the project exists.

${code}\`\`\`
`,
      );
      checks(asked, `## Goals\n\nSay why.\n\n${code}x\n\`\`\`\n`);
    }
  });
});
