/** Insertion: the missing sections, put where they belong, whole texts before and after. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';
import { draw, unmark } from '../marked.ts';

const template =
  '## Goals:\n\nSay why.\n\n## Scope\n\nSay what is in.\n\n## Risks\n\nSay what could go wrong.\n\n## Notes (optional)\n\nAnything else.\n';

describe('insertion of missing sections', () => {
  it('puts one behind the section that it follows', () => {
    inserts(
      '## Goals\n\nFewer.\n\n## Risks\n\nNone.\n\n## Notes\n\nNone.\n',
      `## Goals

Fewer.

## Scope

Say what is in.
^^^^^^^^^^^^^^^ selected

## Risks

None.

## Notes

None.
`,
    );
  });

  it('puts several at one place in the order of the template', () => {
    inserts(
      '## Notes\n\nNone.\n',
      `## Goals:

Say why.
^^^^^^^^ selected

## Scope

Say what is in.

## Risks

Say what could go wrong.

## Notes

None.
`,
    );
  });

  it('puts several at several places', () => {
    inserts(
      '## Scope\n\nDrafts.\n\n## Notes\n\nNone.\n',
      `## Goals:

Say why.
^^^^^^^^ selected

## Scope

Drafts.

## Risks

Say what could go wrong.

## Notes

None.
`,
    );
  });

  it('fills an empty text', () => {
    equal(
      inserted('', template).text.trim(),
      '## Goals:\n\nSay why.\n\n## Scope\n\nSay what is in.\n\n## Risks\n\nSay what could go wrong.\n\n## Notes (optional)\n\nAnything else.',
    );
  });

  it('puts in those that are wanted and no others', () => {
    equal(
      inserted('## Goals\n\nFewer.\n', template, { wanted: ['Risks'] }).text,
      '## Goals\n\nFewer.\n\n## Risks\n\nSay what could go wrong.\n',
    );
  });

  it('keeps the document’s line breaks', () => {
    const { text, selection } = inserted('# Plan\r\n\r\n## Goals\r\n\r\nFewer.\r\n', template, {
      wanted: ['Scope', 'Risks'],
    });
    equal(
      text,
      '# Plan\r\n\r\n## Goals\r\n\r\nFewer.\r\n\r\n## Scope\r\n\r\nSay what is in.\r\n\r\n## Risks\r\n\r\nSay what could go wrong.\r\n',
    );
    equal(text.slice(selection?.start, selection?.end), 'Say what is in.');
  });

  it('answers “N/A” and leaves the cursor behind it', () => {
    const { text, selection } = inserted('## Goals\n\nFewer.\n', template, {
      wanted: ['Scope'],
      body: 'not-applicable',
    });
    equal(draw(text, [], selection?.start), '## Goals\n\nFewer.\n\n## Scope\n\nN/A – $0\n');
  });

  it('answers “N/A” and leaves a blank behind it only where the cursor is', () => {
    equal(
      inserted('## Scope\n\nDrafts.\n', template, { wanted: ['Goals', 'Risks'], body: 'not-applicable' }).text,
      '## Goals:\n\nN/A – \n\n## Scope\n\nDrafts.\n\n## Risks\n\nN/A\n',
    );
  });

  it('selects what comes first in the document, whatever its order', () => {
    inserts(
      '## Risks\n\nNone.\n\n## Goals\n\nFewer.\n',
      `## Risks

None.

## Notes (optional)

Anything else.
^^^^^^^^^^^^^^ selected

## Goals

Fewer.

## Scope

Say what is in.
`,
    );
  });

  it('gives the lead section its guidance, for “N/A” is no answer there', () => {
    const lead = '## Summary\n\nIn one sentence.\n\n## Risks\n\nSay what.\n';
    equal(
      inserted('# Plan\n', lead, { body: 'not-applicable' }).text,
      '# Plan\n\n## Summary\n\nIn one sentence.\n\n## Risks\n\nN/A\n',
    );
  });

  it('spells the heading as the template does', () => {
    equal(
      inserted('# Plan\n', '## The `config` *file* (optional):\n').text,
      '# Plan\n\n## The `config` *file* (optional):\n',
    );
  });

  it('brings along what is required under a section', () => {
    const nested = '## Testing\n\nSay how.\n\n### Unit tests\n\nWhich.\n\n### Load tests (optional)\n\nHow many.\n';
    equal(
      inserted('# Plan\n', nested, { wanted: ['Testing'] }).text,
      '# Plan\n\n## Testing\n\nSay how.\n\n### Unit tests\n\nWhich.\n',
    );
  });

  it('brings the missing section around one that is wanted', () => {
    const nested = '## Testing\n\nSay how.\n\n### Load tests (optional)\n\nHow many.\n';
    equal(
      inserted('# Plan\n', nested, { wanted: ['Testing/Load tests'] }).text,
      '# Plan\n\n## Testing\n\nSay how.\n\n### Load tests (optional)\n\nHow many.\n',
    );
  });

  it('asks about what is required under an optional section together with that', () => {
    const nested = '## Options (optional)\n\n### Costs\n\nHow much.\n';
    const context = contextOf(nested, '# Plan\n');
    deepEqual(core.insertion(context, core.isOwed, 'guidance').edits, []);
  });

  it('puts a subsection as deep as its parent asks', () => {
    const nested = '## Testing\n\n### Unit tests\n\nWhich.\n\n#### Names\n\nThese.\n\n## Risks\n';
    equal(
      inserted('# Plan\n\n### Testing\n\nBy hand.\n\n### Risks\n\nNone.\n', nested).text,
      '# Plan\n\n### Testing\n\nBy hand.\n\n#### Unit tests\n\nWhich.\n\n##### Names\n\nThese.\n\n### Risks\n\nNone.\n',
    );
  });

  it('goes as deep as all that is there', () => {
    const asked = { wanted: ['Scope'] };
    equal(
      inserted('### Goals\n\nFewer.\n\n### Risks\n', template, asked).text,
      '### Goals\n\nFewer.\n\n### Scope\n\nSay what is in.\n\n### Risks\n',
    );
    equal(
      inserted('# Goals\n\nFewer.\n\n# Risks\n', template, asked).text,
      '# Goals\n\nFewer.\n\n# Scope\n\nSay what is in.\n\n# Risks\n',
    );
  });

  it('never takes in the section behind it', () => {
    equal(
      inserted('### Risks\n\nNone.\n\n## Goals\n', template, { wanted: ['Scope'] }).text,
      '### Risks\n\nNone.\n\n## Goals\n\n## Scope\n\nSay what is in.\n',
    );
    equal(
      inserted('### Scope\n\nAll.\n\n## Risks\n', template, { wanted: ['Goals'] }).text,
      '### Goals:\n\nSay why.\n\n### Scope\n\nAll.\n\n## Risks\n',
    );
  });

  it('ends a section before it begins the next', () => {
    const nested = '## Testing\n\nSay how.\n\n### Unit tests\n\nWhich.\n\n## Risks\n\nSay what.\n';
    equal(
      inserted('## Testing\n\nBy hand.\n', nested).text,
      '## Testing\n\nBy hand.\n\n### Unit tests\n\nWhich.\n\n## Risks\n\nSay what.\n',
    );
  });

  it('of nothing is no edit', () => {
    deepEqual(
      core.insertion(contextOf('## Goals\n', '## Goals\n\nFewer.\n'), () => true, 'guidance'),
      { edits: [], selection: undefined },
    );
  });

  it('leaves nothing missing, keeps every byte, and has its selection in the text', () => {
    const nested =
      '## Testing\n\nSay how.\n\n### Unit tests\n\nWhich.\n\n### Load\n\n## Risks\n\nSay what.\n\n# Appendix\n\nMore.\n\n## Terms\n';
    const piece = fc.constantFrom(
      '## Testing\n',
      '### Load\n',
      '### Testing\n',
      '# Plan\n',
      '## Risks',
      '\n',
      '\r\n',
      '\n\n',
      'Words.',
      '# Appendix\n\n',
      '- a\n',
      '```\n',
      '🙂',
      '---\n',
      '## Own\n',
      '> q\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), fc.boolean(), (pieces, guidance) => {
        const text = pieces.join('');
        const { edits, selection } = core.insertion(
          contextOf(nested, text),
          () => true,
          guidance ? 'guidance' : 'not-applicable',
        );
        const after = core.applyEdits(text, edits);
        for (const { span, newText } of edits) equal(newText.includes('#'), true, `${span.start}`);
        equal(
          text.length,
          after.length - edits.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0),
        );
        if (selection !== undefined)
          equal(0 <= selection.start && selection.start <= selection.end && selection.end <= after.length, true);
        if (text.includes('```')) return;
        const missing = Array.from(contextOf(nested, after).binding.all).filter(({ matches }) => matches.length === 0);
        deepEqual(
          missing.map(({ spec }) => spec.path),
          [],
          after,
        );
      }),
    );
  });
});

interface Options {
  readonly wanted?: readonly string[];
  readonly body?: 'guidance' | 'not-applicable';
}

function inserts(before: string, expected: string): void {
  const { text, selection } = inserted(unmark(before).text, template);
  equal(draw(text, selection ? [{ span: selection, label: 'selected' }] : []), expected);
}

function inserted(before: string, schema: string, { wanted, body = 'guidance' }: Options = {}) {
  const isWanted = ({ path }: core.SectionSpec) => wanted === undefined || wanted.includes(path);
  const { edits, selection } = core.insertion(contextOf(schema, before), isWanted, body);
  return { text: core.applyEdits(before, edits), selection };
}
