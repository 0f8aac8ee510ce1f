/** Open sections: what is still to be answered, and what to select there. */
import { deepEqual, equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';
import { draw, unmark } from '../marked.ts';

const template =
  '## Goals\n\nSay why the project exists.\n\n## Risks\n\nSay what could go wrong.\n\n## Notes (optional)\n\nAnything else that you know.\n';

describe('open sections', () => {
  it('that hold the guidance have it selected', () => {
    open(`## Goals

Say why the project exists.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ Goals

## Risks

Some.
`);
  });

  it('that are empty have the place where one would type', () => {
    open('## Goals\n\n\n^0 Goals\n\n## Risks\n\nSome.\n');
  });

  it('that are empty and tight have the line between', () => open('## Goals\n\n^0 Goals\n## Risks\n\nSome.\n'));

  it('that are empty at the end have the end', () => open('## Goals\n\nFewer.\n\n## Risks\n        ^0 Risks'));

  it('that hold only a comment have the place below it', () => {
    open(`## Goals

<!-- Why? -->


^0 Goals

## Risks

Some.
`);
  });

  it('that hold a dash or “TBD” have it selected', () => {
    open(`## Goals

-
^ Goals

## Risks

TBD
^^^ Risks
`);
  });

  it('that are too long have the place behind the answer', () => {
    open(
      `## Summary

Drafts are saved. Nobody acts. It is quiet.
                                           ^0 Summary
`,
      '## Summary\n\nSay it in 1-2 sentences.\n',
    );
  });

  it('that are missing have the heading that they would follow', () => {
    open(`## Goals
^^^^^^^^ Risks (missing)

Fewer.
`);
  });

  it('are not those that are answered, or that do not apply', () => open('## Goals\n\nFewer.\n\n## Risks\n\nN/A\n'));

  it('are optional ones where they were begun, and not where they are missing', () => {
    open(`## Goals

Fewer.

## Risks

None.

## Notes

Anything else that you know.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Notes
`);
  });

  it('are all that keeps the progress from being full', () => {
    for (const text of [
      '',
      '## Goals\n',
      '## Goals\n\nTBD\n\n## Risks\n\nFew.\n',
      '## Goals\n\nWhy.\n\n## Risks\n\nNone.\n',
    ]) {
      const context = contextOf(template, text);
      const { done, of } = core.progress(context.binding);
      equal(core.openSections(context).filter(({ spec }) => spec.required).length, of - done, text);
    }
  });
});

describe('open sections that may be there again', () => {
  const stories = '## Story 1 - [Title]\n\nSay who wants what.\n\n## Risks\n\nSay what could go wrong.\n';

  it('are those of them that are not answered, in the order of the text', () => {
    open(
      `## Risks

TBD
^^^ Risks

## Story 1 - Write

TBD
^^^ Story 1 - [Title]

## Story 2 - Read

Readers save.

## Story 3 - Print

Say who wants what.
^^^^^^^^^^^^^^^^^^^ Story 1 - [Title]
`,
      stories,
    );
  });
});

describe('an open section whose heading answers', () => {
  it('has that selected, and not the blank before it', () =>
    open('## Goals: TBD\n          ^^^ Goals\n\n## Risks\n\nSome.\n'));
});

describe('the next open section', () => {
  const text = '# Plan\n\n## Goals\n\nTBD\n\n## Risks\n\nTODO\n\n## Notes\n\nWIP\n';

  it('is the one behind the cursor', () => equal(from(text, text.indexOf('TBD') + 3, 'next'), 'Risks'));

  it('is the first where none is behind', () => equal(from(text, text.length, 'next'), 'Goals'));

  it('backwards is the one before the cursor', () => equal(from(text, text.indexOf('WIP') + 3, 'previous'), 'Risks'));

  it('backwards is the last where none is before', () => equal(from(text, 0, 'previous'), 'Notes'));

  it('goes through all of them and comes back', () => {
    const context = contextOf(template, text);
    const names: (string | undefined)[] = [];
    let offset = 0;
    for (let step = 0; step < 4; step++) {
      const found = core.openSection(context, offset, 'next');
      names.push(found?.spec.name);
      offset = found?.selection.end ?? 0;
    }
    deepEqual(names, ['Goals', 'Risks', 'Notes', 'Goals']);
  });

  it('is none where all is answered', () =>
    equal(from('## Goals\n\nFewer.\n\n## Risks\n\nNone.\n', 0, 'next'), undefined));
});

function from(text: string, offset: number, direction: 'next' | 'previous'): string | undefined {
  return core.openSection(contextOf(template, text), offset, direction)?.spec.name;
}

function open(picture: string, schema = template): void {
  const { text } = unmark(picture);
  const found = core.openSections(contextOf(schema, text)).map(({ spec, selection, missing }) => {
    return { span: selection, label: missing ? `${spec.name} (missing)` : spec.name };
  });
  equal(draw(text, found), picture);
}
