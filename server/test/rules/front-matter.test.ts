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

  for (const date of ['2026-26-02', '2026-02-30', '02.11.2026']) {
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

  it('a leap day is a date', () =>
    checks(schema, `---\nstatus: draft\ncreated: 2024-02-29\nauthor: Ada\n---\n${body}`));

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

  it('front matter is added whole, what is to be chosen left open', () =>
    fixes(schema, '## A\r\n\r\na\r\n', '---\r\nstatus:\r\ncreated:\r\nauthor:\r\n---\r\n\r\n## A\r\n\r\na\r\n', {
      rule,
    }));
});
