/** What is told of a template: the pictures are what `tech-spec explain` prints. */
import { equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';

describe('explanation of a template', () => {
  it('is its sections as a tree, each with the words that each fact was read from', () =>
    explains(
      `# RFC

## Summary

Say it in 1-2 sentences.

## Testing (optional)

### Unit tests

<!-- This section may be omitted. -->

## Costs

At least a paragraph, and about 200 words.

### {Year}
`,
      `Read as, by line
     5 sections, from its headings
  1  title “RFC”  not owed

Sections, by line
   3  Summary       the lead section: “N/A” is no answer here; at most 2 sentences, from “1-2 sentences”
   7  Testing       optional, from “(optional)”
   9    Unit tests  optional, from “This section may be omitted.”
  13  Costs         at least 1 paragraph, from “At least a paragraph”; at most 250 words, from “about 200 words”
  17    {Year}      any number of them, from “{Year}”

Placeholders, by line
  17  {Year}
`,
    ));

  it('says which sections are marked as required, and that the others are not', () =>
    explains(
      '## Goals *(mandatory)*\n\n## Costs\n',
      `Read as
  2 sections, from its headings

Sections, by line
  1  Goals  required, from “(mandatory)”
  3  Costs  optional: others are marked as required
`,
    ));

  it('says where the instructions end, and by which words', () =>
    explains(
      `---
name: Plan
about: A plan
title: "Plan: "
labels: plan, draft
---

Be brief.

**Delete the text above**

## Goals
`,
      `Read as
  1 section, from its headings
  GitHub issue template “Plan”  its front matter is not owed; a document whose front matter repeats it is recognised; titles begin with “Plan:”; labels “plan”, “draft”

Instructions, by line
  8  to line 10  not owed, and to be deleted; from “Delete the text above”

Sections, by line
  12  Goals
`,
    ));

  it('has the keys of the front matter with choices, dates, limits and the words that make them optional', () =>
    explains(
      '---\ntitle: <short title>\nstatus: draft | final\ncreated: YYYY-MM-DD # optional\n---\n\n## Goals\n',
      `Read as
  1 section, from its headings

Front matter, by line
  2  title    to be replaced: “<short title>”
  3  status   one of “draft”, “final”; to be replaced: “draft | final”
  4  created  optional, from “optional”; a date, YYYY-MM-DD; to be replaced: “YYYY-MM-DD”

Sections, by line
  7  Goals
`,
    ));

  it('speaks of bold lines where they are the sections', () =>
    explains(
      '**Goals:**\n\n**Costs:**\n',
      `Read as
  2 sections, from its bold lines

Sections, by line
  1  Goals
  3  Costs
`,
    ));

  it('speaks of fields where it is a form', () =>
    explains(
      `name: Bug
description: A bug
body:
  - type: markdown
    attributes:
      value: Thanks!
  - type: textarea
    attributes:
      label: What happened?
    validations:
      required: true
  - type: input
    attributes:
      label: Version
      value: latest
`,
      `Read as
  2 sections, from its fields, as a GitHub issue form
  GitHub issue template “Bug”  its front matter is not owed; a document whose front matter repeats it is recognised

Instructions
  blocks of type “markdown”  not owed

Sections, by line
   9  What happened?  required, from “required: true”
  14  Version         optional: the form does not require it; filled in from the start: “latest”
`,
      'bug.yml',
    ));

  it('has what the template states badly', () =>
    explains(
      '## Goals\n\n## Goals\n',
      `Read as
  2 sections, from its headings

Sections, by line
  1  Goals
  3  Goals

Problems, by line
  3  The template has the heading “Goals” twice
`,
    ));

  it('is the reason where there are no sections', () =>
    explains(
      'Hello.\n',
      `Read as
  0 sections, from its headings

Problems, by line
  1  The template has no sections: it needs at least one heading or bold line
`,
    ));

  it('puts notes in one column, also behind characters of double width', () =>
    explains(
      '## 背景 (optional)\n\n## Goals (optional)\n',
      `Read as
  2 sections, from its headings

Sections, by line
  1  背景   optional, from “(optional)”
  3  Goals  optional, from “(optional)”
`,
    ));
});

describe('explanation of a template that a configuration changes', () => {
  it('says what won, and what the template had said', () => {
    const config = core.parseConfig(`{
  "specs": [
    {
      "files": "*.md",
      "sections": {
        "Goals": { "required": false, "aliases": ["Aims"], "maxSentences": 3 },
        "Costs": { "required": true, "maxWords": false, "keep": true, "reason": true }
      }
    }
  ]
}
`);
    const original = core.parseTemplate('## Goals\n\nIn 1-2 sentences.\n\n## Costs (optional)\n\nAt most 50 words.\n');
    const overrides = config.entries?.[0]?.sections ?? [];
    const { template } = core.configured(original, overrides);
    const placeOf = ({ start }: core.Span) => `.tech-spec.json:${config.lines.lineAt(start) + 1}`;
    equal(
      core.explainedText(core.explainTemplate(template, { original, overrides, placeOf })),
      `Read as
  2 sections, from its headings

Sections, by line
  1  Goals  optional by .tech-spec.json:6, where the template has it required; also “Aims”, by .tech-spec.json:6; at most 3 sentences by .tech-spec.json:6, in place of “1-2 sentences”
  5  Costs  required by .tech-spec.json:7, where the template has it optional, from “(optional)”; no limit in words by .tech-spec.json:7, in place of “At most 50 words”; its guidance may stay, by .tech-spec.json:7; “N/A” needs a reason, by .tech-spec.json:7
`,
    );
  });
});

describe('explanation as Markdown', () => {
  it('is nested lists, in which no word of the template is Markdown', () => {
    const template = core.parseTemplate('# RFC\n\n## Goals\n\n### The #1 [risk](x)\n');
    equal(
      core.explainedMarkdown('plan.md', ['It is *so*.'], core.explainTemplate(template)),
      `# plan.md

It is \\*so\\*.

## Read as

- **2 sections, from its headings**
- **title “RFC”** (line 1): not owed

## Sections

- **Goals** (line 3)
  - **The \\#1 risk** (line 5)
`,
    );
  });
});

function explains(template: string, expected: string, file = 'template.md'): void {
  equal(core.explainedText(core.explainTemplate(core.readTemplate(template, file))), expected);
}
