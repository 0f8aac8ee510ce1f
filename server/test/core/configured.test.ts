/** What the configuration changes in a template, and in what is found by it. */
import { deepEqual, equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { find } from '../check.ts';
import { draw, unmark } from '../marked.ts';

const template = `# Plan

## Summary

1-2 sentences.

## Goals

Say why the project exists at all.

## Testing

### Unit tests

## Checklist

Each team adds its own line below this sentence.

<!-- Every line has a date and a name in it. -->
`;

/** Exactly what the picture points at is found, when the template is as these sections of a configuration want it. */
function checks(sections: unknown, picture: string): void {
  const { text } = unmark(picture);
  const context = core.contextOf(schemaFor(sections).template, core.parseDocument(text));
  const found = find(context).map(({ span, rule, message }) => ({ span, label: `${rule}: ${message}` }));
  equal(draw(text, found), picture);
}

function schemaFor(sections: unknown): core.Configured {
  const { entries = [] } = core.parseConfig(JSON.stringify({ specs: [{ files: 'a.md', sections }] }));
  return core.configured(core.parseTemplate(template), entries[0]?.sections ?? []);
}

function requiredIn({ template: { sections } }: core.Configured): readonly string[] {
  return Array.from(core.allSpecs(sections))
    .filter(({ required }) => required)
    .map(({ path }) => path);
}

const rest = '\n## Testing\n\nBy hand.\n\n### Unit tests\n\nNone.\n\n## Checklist\n\nDone.\n';

describe('a section that the configuration speaks of', () => {
  it('is owed or not, as it says', () => {
    deepEqual(requiredIn(schemaFor({ Goals: { required: false }, 'unit tests:': { required: false } })), [
      'Summary',
      'Testing',
      'Checklist',
    ]);
  });

  it('is named under its parent where it likes', () => {
    deepEqual(requiredIn(schemaFor({ 'Testing/Unit tests': { required: false } })), [
      'Summary',
      'Goals',
      'Testing',
      'Checklist',
    ]);
  });

  it('answers to other headings too', () =>
    checks({ Goals: { aliases: ['Why now'] } }, `## Summary\n\nTea.\n\n## Why now\n\nIt is cold.\n${rest}`));

  it('answers to these in words that number them, too', () =>
    checks({ Goals: { aliases: ['Why now'] } }, `## Summary\n\nTea.\n\n## Part II: Why now\n\nIt is cold.\n${rest}`));

  it('is here twice where two are called so', () =>
    checks(
      { Goals: { aliases: ['Why now'] } },
      `## Summary

Tea.

## Why now

It is cold.

## Why now
^^^^^^^^^^ duplicate-section: Section “Goals” is here a second time

We are cold, too.
${rest}`,
    ));

  it('answers to them at another depth, too', () =>
    checks(
      { Goals: { aliases: 'Why now' } },
      `## Summary

Tea.

## Testing

By hand.

### Unit tests

None.

### Why now
^^^^^^^^^^^ section-level: Section “Goals” is a heading of level 3, in the template of level 2

It is cold.

## Checklist

Done.
`,
    ));

  it('has its limit in place of the template’s', () =>
    checks(
      { Summary: { maxSentences: 3 }, Goals: { maxWords: 4 } },
      `## Summary

Tea. Tea. Tea.

## Goals
^^^^^^^^ overlong-section: Section “Goals” has 6 words, the configuration asks for “at most 4 words”

It is so very cold here.
${rest}`,
    ));

  it('has its limit beside what the template says of other units', () => {
    const limits = (sections: unknown) =>
      schemaFor(sections).template.sections[0]?.limits.map(
        ({ unit, min, max, said }) => `${unit} ${min}–${max} ${said}`,
      );
    deepEqual(limits({ Summary: { maxWords: 1 } }), ['sentences 0–2 1-2 sentences', 'words 0–1 at most 1 word']);
    deepEqual(limits({ Summary: { maxWords: 1, maxSentences: 1 } }), [
      'sentences 0–1 at most 1 sentence',
      'words 0–1 at most 1 word',
    ]);
    deepEqual(limits({ Summary: { maxWords: false } }), ['sentences 0–2 1-2 sentences']);
  });

  it('has no limit where the configuration takes it away', () =>
    checks(
      { Summary: { maxSentences: false } },
      `## Summary\n\nTea. Tea. Tea. Tea.\n\n## Goals\n\nIt is cold.\n${rest}`,
    ));

  it('may keep the template’s words and comments', () => {
    const kept = 'Each team adds its own line below this sentence.\n\n<!-- Every line has a date and a name in it. -->';
    checks(
      { Checklist: { keep: true } },
      `## Summary\n\nTea.\n\n## Goals\n\nIt is cold.\n${rest.replace('Done.', kept)}`,
    );
  });

  it('is unfinished where “N/A” has no reason and must', () =>
    checks(
      { Goals: { reason: true }, Testing: { reason: true } },
      `## Summary

Tea.

## Goals
^^^^^^^^ unfinished-section: Section “Goals” says that it does not apply, and not why

N/A

## Testing

N/A – there is no code.

### Unit tests

N/A

## Checklist

N/A
`,
    ));

  for (const words of ['TBD', '<!-- TODO -->'])
    it(`is to be written where it says ${words}, also where “N/A” must have a reason`, () =>
      checks(
        { Goals: { reason: true } },
        `## Summary

Tea.

## Goals
^^^^^^^^ unfinished-section: Section “Goals” is still to be written

${words}
${rest}`,
      ));

  it('leads, where it is the first that is owed and has a limit', () => {
    const leads = (sections: unknown) =>
      schemaFor(sections)
        .template.sections.filter(({ lead }) => lead)
        .map(({ name }) => name);
    deepEqual(leads({}), ['Summary']);
    deepEqual(leads({ Summary: { maxSentences: false } }), []);
    deepEqual(leads({ Summary: { required: false }, Goals: { maxWords: 50 } }), ['Goals']);
    deepEqual(leads({ Summary: { required: false }, Goals: { keep: true } }), []);
    deepEqual(leads({ Summary: { required: false }, Goals: { required: false }, Testing: { maxWords: 9 } }), [
      'Testing',
    ]);
    const none = { Summary: { required: false }, Goals: { required: false }, Testing: { required: false } };
    deepEqual(leads({ ...none, 'Unit tests': { required: false }, Checklist: { required: false } }), []);
  });
});

describe('a heading that the template lacks', () => {
  it('is a problem, with the one that will have been meant', () => {
    const { problems } = schemaFor({ Gaols: { required: false }, ['__proto__']: {}, constructor: { keep: true } });
    deepEqual(
      problems.map(({ message }) => message),
      [
        'The template has no section “Gaols”. Did you mean “Goals”?',
        'The template has no section “__proto__”',
        'The template has no section “constructor”',
      ],
    );
  });

  it('leaves the other sections as they are configured', () => {
    deepEqual(requiredIn(schemaFor({ Nothing: { required: false }, Goals: { required: false } })), [
      'Summary',
      'Testing',
      'Testing/Unit tests',
      'Checklist',
    ]);
  });
});

describe('a document says that it is ready', () => {
  const ready = new Map([
    ['status', ['Review', 'Final']],
    ['tags', ['done']],
  ]);
  const stageOf = (frontMatter: string) =>
    core.stageOf(core.parseDocument(`---\n${frontMatter}\n---\n\n## Goals\n`), ready);

  it('by one of the values, whatever its case', () => equal(stageOf('status: final'), 'ready'));
  it('by a value in a list', () => equal(stageOf('tags: [tea, done]'), 'ready'));
  it('by a value with blanks around it', () => equal(stageOf('status: " Final "'), 'ready'));
  it('not by another value', () => equal(stageOf('status: Draft\nnote: Final'), 'draft'));
  it('not without front matter', () => equal(core.stageOf(core.parseDocument('## Goals\n'), ready), 'draft'));
  it('nothing where nobody configured how', () => equal(core.stageOf(core.parseDocument(''), new Map()), undefined));
});
