/** Front matter that cannot be read, or lacks what the template asks for. */
import { checks, fixes } from '../check.ts';

const issue = '---\nname: Plan\nabout: For plans\ntitle: "Plan: "\nlabels: plan\n---\n\n## A\n';
const schema = '---\nstatus: draft | final\ncreated: YYYY-MM-DD\nauthor:\n---\n\n## A\n';
const body = '\n## A\n\na\n';
const rule = 'front-matter';

describe('front-matter', () => {
  it('what cannot be read is one error, and the other rules go on', () =>
    checks(
      '## A\n\n## B\n',
      `---
title: "a
---
^^^ front-matter (error): The front matter cannot be read: Missing closing "quote
## A
^^^^ missing-section (error): Section “B” is missing: the template asks for it after “A”
a
`.replace('^^^ front', '^0 front'),
    ));

  it('GitHub’s own is not owed', () => checks(issue, body));
  it('other front matter is nobody’s business', () => checks(issue, `---\nauthor: Ada\n---\n${body}`));
  it('a title that says something is fine', () =>
    checks(issue, `---\nname: Plan\nabout: x\ntitle: "Plan: drafts"\n---\n${body}`));

  it('a title that is the prefix alone says nothing', () =>
    checks(
      issue,
      `---
name: Plan
about: For plans
title: "Plan: "
       ^^^^^^^^ front-matter (warning): The title says no more than “Plan:”
---
${body}`,
    ));

  it('an issue has a title, which is not empty', () => {
    checks(
      issue,
      `---
name: Plan
^^^^ front-matter (warning): The front matter has no title
about: For plans
---
${body}`,
    );
    checks(
      issue,
      `---
name: Plan
about: For plans
title: ""
       ^^ front-matter (warning): The title is empty
---
${body}`,
    );
  });

  it('a schema’s keys are owed', () =>
    checks(
      schema,
      `---
^^^ front-matter (warning): The front matter lacks “created”
status: final
author: Ada
---
${body}`,
    ));

  it('a schema without front matter in the document is said once', () =>
    checks(
      schema,
      `## A
^^^^ front-matter: The front matter is missing: the template asks for “status”, “created”, “author”
a
`,
    ));

  it('a choice is one of the template’s', () =>
    checks(
      schema,
      `---
status: done
        ^^^^ front-matter: “status” is one of “draft”, “final”
created: 2026-11-23
author: Ada
---
${body}`,
    ));

  const noDates = ['2026-26-02', '2026-02-30', '02.11.2026', '2026-00-10', '2026-13-01', '2026-01-00', '2026-04-31'];
  for (const date of [...noDates, '2023-02-29', '1900-02-29', 'a2026-1-01', '2026-1-011']) {
    it(`${date} is no date`, () =>
      checks(
        schema,
        `---
status: draft
created: ${date}
         ^^^^^^^^^^ front-matter: “created” is a date such as 2026-11-23
author: Ada
---
${body}`,
      ));
  }

  it('leap days, last days and times are dates', () => {
    for (const date of [
      '2024-02-29',
      '2000-02-29',
      '2026-12-31',
      '2026-04-30',
      '2026-01-01 10:00',
      '2026-01-01T10:00Z',
    ])
      checks(schema, `---\nstatus: draft\ncreated: ${date}\nauthor: Ada\n---\n${body}`);
  });

  it('keys have the template’s order', () =>
    checks(
      schema,
      `---
author: Ada
status: draft
^^^^^^ front-matter: “status” stands behind “author”, in the template before it
created: 2026-11-23
---
${body}`,
    ));

  it('keys are put in order with their lines, others stay', () =>
    fixes(
      schema,
      `---\nauthor:\n  - Ada\n  - Bob\nx: 1\nstatus: draft\ncreated: 2026-11-23\n---\n${body}`,
      `---\nstatus: draft\nx: 1\ncreated: 2026-11-23\nauthor:\n  - Ada\n  - Bob\n---\n${body}`,
      { rule },
    ));

  it('a key is added where the template has it', () =>
    fixes(
      schema,
      `---\nstatus: draft\nauthor: Ada\n---\n${body}`,
      `---\nstatus: draft\ncreated:\nauthor: Ada\n---\n${body}`,
      { rule },
    ));

  it('a first key is added on top, a last one at the end', () => {
    const [status, created, author] = ['status: draft\n', 'created: 2026-11-23\n', 'author: Ada\n'];
    fixes(schema, `---\n${created}${author}---\n${body}`, `---\nstatus:\n${created}${author}---\n${body}`, { rule });
    fixes(schema, `---\n${status}${created}---\n${body}`, `---\n${status}${created}author:\n---\n${body}`, { rule });
  });

  it('front matter is added behind the mark of the byte order', () =>
    fixes(schema, `\ufeff${body}`, `\ufeff---\nstatus:\ncreated:\nauthor:\n---\n\n${body}`, { rule }));

  it('front matter is added whole, what is to be chosen left open', () =>
    fixes(schema, '## A\r\n\r\na\r\n', '---\r\nstatus:\r\ncreated:\r\nauthor:\r\n---\r\n\r\n## A\r\n\r\na\r\n', {
      rule,
    }));

  const wide = `---
title: <A few words>
type: <Standard, Process, or Information>
category: <Core | Edge (of it)> # Only required for standards.
created: <date, as yyyy-mm-dd>
summary: <one short sentence>
replaces (*optional): <numbers>
# optional
reviewers:
---

<!-- The title should be 20 characters or less. -->

## A
`;

  it('choices in words, remarks in brackets, behind the value and above, conditions and dates are understood', () =>
    checks(wide, `---\ntitle: Night trains\ntype: process\ncreated: 2026-11-23\nsummary: They run.\n---\n${body}`));

  it('what does not keep to them is found', () =>
    checks(
      wide,
      `---
title: Night trains for all that travel
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ front-matter (warning): “title” has 32 characters, the template asks for “20 characters or less”
type: Plan
      ^^^^ front-matter (warning): “type” is one of “Standard”, “Process”, “Information”
category: Centre
          ^^^^^^ front-matter (warning): “category” is one of “Core”, “Edge”
created: yesterday
         ^^^^^^^^^ front-matter (warning): “created” is a date such as 2026-11-23
summary: They run. They are full.
         ^^^^^^^^^^^^^^^^^^^^^^^^ front-matter (information): “summary” has 2 sentences, the template asks for “one short sentence”
---
${body}`,
    ));

  it('lengths are counted in what the template counts in', () =>
    checks(
      '---\nshort: <at most 5 words>\nlong: <at least 2 sentences>\nbrief: <no more than 10 characters>\n---\n\n## A\n',
      `---
short: One two three four five six
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ front-matter (information): “short” has 6 words, the template asks for “at most 5 words”
long: One.
      ^^^^ front-matter (information): “long” has 1 sentence, the template asks for “at least 2 sentences”
brief: 👍👍👍👍👍👍👍👍👍👍👍
       ^^^^^^^^^^^^^^^^^^^^^^ front-matter (warning): “brief” has 11 characters, the template asks for “no more than 10 characters”
---
${body}`,
    ));

  it('what is just as long as it may be is fine', () =>
    checks(
      '---\nshort: <at most 5 words>\nlong: <at least 2 sentences>\nbrief: <no more than 10 characters>\n---\n\n## A\n',
      `---\nshort: One two three four five\nlong: One. Two.\nbrief: 👍👍👍👍👍👍👍👍👍👍\n---\n${body}`,
    ));

  it('what is said in brackets behind a choice is no other choice', () => {
    const chosen = (status: string) => `---\nstatus: ${status}\ncreated: 2026-11-23\nauthor: Ada\n---\n${body}`;
    for (const status of ['Final (at last)', 'final | draft', 'draft/Final', 'draft, final (soon)'])
      checks(schema, chosen(status));
    checks(schema, chosen('final at last\n        ^^^^^^^^^^^^^ front-matter: “status” is one of “draft”, “final”'));
  });

  it('choices may be several, and go on where the template’s do', () =>
    checks(
      wide,
      `---\ntitle: Night trains\ntype: Standard, Process\ncategory: Edge of the net\ncreated: 2026-11-23\nsummary: They run.\n---\n${body}`,
    ));

  it('a value that was left as it was is a placeholder', () =>
    checks(
      wide,
      `---
title: <A few words>
       ^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “<A few words>” is still here
type: <Standard, Process, or Information>
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “<Standard, Process, or Information>” is still here
created: 2026-11-23
summary: They run.
---
${body}`,
    ));

  it('a key of another spelling is renamed', () =>
    fixes(
      schema,
      `---\nStatus: draft\ncreated: 2026-11-23\nauthor: Ada\n---\n${body}`,
      `---\nstatus: draft\ncreated: 2026-11-23\nauthor: Ada\n---\n${body}`,
      { rule },
    ));

  it('a key that means the template’s is found', () =>
    checks(
      schema,
      `---
status: draft
created: 2026-11-23
authors: Ada
^^^^^^^ front-matter: “authors” is “author” in the template
---
${body}`,
    ));

  it('all keys may be optional', () =>
    checks(
      '---\n# These are optional metadata elements.\nstatus: {draft | … | kept by ADR-1}\ndate: {YYYY-MM-DD when it was decided}\n---\n\n## A\n',
      body,
    ));

  const broken =
    '---\nnumber: "<to be assigned>" <!-- keep the quotes -->\ntitle: <Title>\nstate: Draft\n---\n\n## A\n';

  it('a template’s that is no YAML is read line by line', () =>
    checks(
      broken,
      `---
^^^ front-matter: The front matter lacks “state”
number: "<to be assigned>"
title: Night trains
---
${body}`,
    ));

  it('what is put in for one that is no YAML is YAML', () =>
    fixes(broken, '## A\n\na\n', '---\nnumber:\ntitle:\nstate:\n---\n\n## A\n\na\n', { rule }));
});
