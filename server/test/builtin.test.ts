/** The built-in templates are data: they are read as any other, and nothing in the code knows their sections. */
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as core from '../src/core/index.ts';
import { contextOf, find } from './check.ts';
import { codeOf, home, linesWith, sourcesIn } from './sources.ts';

const records = core.builtinTemplates.get('architecture-decision-record') ?? '';

describe('the built-in templates', () => {
  it('are the files, byte for byte', () => {
    for (const [name, text] of core.builtinTemplates)
      equal(text, readFileSync(`${home}templates/${name}.md`, 'utf8'), name);
  });

  it('have no section whose title is written in the code', () => {
    const templates = Array.from(core.builtinTemplates.values(), core.parseTemplate);
    const specs = templates.flatMap(({ sections }) => Array.from(core.allSpecs(sections)));
    const names = specs.map(({ name }) => name.replace(/[{}]/g, '\\$&')).join('|');
    const quoted = new RegExp(`['"\`](?:#+ )?(?:${names}):?(?:['"\`]|\\\\n)`, 'g');
    const files = sourcesIn('server/src', 'client/src').filter(({ path }) => path !== 'server/src/core/builtin.ts');
    deepEqual(
      files.flatMap((file) => linesWith({ ...file, text: codeOf(file) }, quoted)),
      [],
    );
  });
});

describe('the architecture decision record', () => {
  it('states its schema in its text alone', () => {
    equal(
      core.explainedText(core.explainTemplate(core.parseTemplate(records))),
      `Read as, by line
     8 sections, from its headings
  6  title “{Title: what was decided}”  not owed

Front matter, by line
  2  status  one of “proposed”, “accepted”, “rejected”, “superseded”; to be replaced: “proposed | accepted | rejected | superseded”
  3  date    a date, YYYY-MM-DD; to be replaced: “YYYY-MM-DD”

Sections, by line
   8  Context     the lead section: “N/A” is no answer here; at most 5 sentences, from “two to five sentences”
  12  Criteria
  16  Options
  20    {Option}  any number of them, from “{Option}”; at most 150 words, from “no more than 150 words”
  27  Decision    at most 3 sentences, from “one to three sentences”
  31  Consequences
  35  Review      optional, from “(optional)”
  39  References  optional, from “(optional)”

Placeholders, by line
   6  {Title: what was decided}
  20  {Option}
  24  {what it does well}
  25  {what it costs}
`,
    );
  });

  it('has nothing left to say of one that is filled in', () => deepEqual(foundIn(filled), []));

  it('owes no optional section, and takes another number of options', () => {
    const [short = ''] = filled.split('## Review');
    deepEqual(foundIn(short.replace(/### A table[\s\S]*?(?=## Decision)/, '')), []);
  });

  it('is held to its choices, dates and limits', () => {
    const long = 'We count. We weigh. We wait. We choose.';
    const wrong = filled
      .replace('status: accepted', 'status: final')
      .replace('2026-03-01', 'March 2026')
      .replace(/(?<=## Decision\n\n).*/, long);
    deepEqual(foundIn(wrong), [
      'front-matter: “status” is one of “proposed”, “accepted”, “rejected”, “superseded”',
      'front-matter: “date” is a date such as 2026-11-23',
      'overlong-section: Section “Decision” has 4 sentences, the template asks for “one to three sentences”',
    ]);
  });
});

function foundIn(text: string): readonly string[] {
  return find(contextOf(records, text)).map(({ rule, message }) => `${rule}: ${message}`);
}

const filled = `---
status: accepted
date: 2026-03-01
---

# Drafts are kept in the browser

## Context

Readers lose what they typed when a train enters a tunnel: four letters a week to support are about that. There is no budget for a service of our own before summer.

## Criteria

- Nothing typed is lost when the network goes, for at least a day.
- It works in every browser that we support.
- It is done by one person within a month.

## Options

We asked three teams that had the same trouble. Sending every key to the server was ruled out, because it needs the network.

### IndexedDB

Each draft is an entry of its own, written a second after the last key, and removed when it was sent.

- For: it holds as much as we need, and does not block the page.
- Against: private windows forget it.

### A table in local storage

All drafts are one text, read and written whole.

- For: ten lines of code.
- Against: five megabytes at most, and every write blocks the page.

## Decision

We take IndexedDB, because drafts with pictures are larger than five megabytes. That weighs more than the month we have for it.

## Consequences

- Drafts outlive a tunnel, and a crash of the browser.
- Whoever uses a private window is told that nothing is kept: Ann writes the words by April.
- What is kept has to be removed at logout, since devices are shared.

## Review (optional)

When a draft is to be continued on another device.

## References (optional)

The measurements are in [issue 412](https://example.com/issues/412).
`;
