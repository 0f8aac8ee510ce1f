/** The outline: every section of the template with its state, the missing ones too. */
import { deepEqual, equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';

const template = '## Goals\n\nSay why.\n\n## Testing\n\nSay how.\n\n### Unit tests\n\nWhich ones.\n\n## Risks\n';

describe('the outline', () => {
  it('has every section of the template in its order, whatever the order of the document', () => {
    shows(template, '## Risks\n\nNone.\n\n## Goals\n\nFewer lost drafts.\n', [
      'Goals: done',
      'Testing: missing',
      '  Unit tests: missing',
      'Risks: done',
    ]);
  });

  it('says what state each is in', () => {
    shows(template, '## Goals\n\nN/A\n\n## Testing\n\nSay how.\n\n### Unit tests\n\n## Risks\n\nTBD\n', [
      'Goals: not-applicable',
      'Testing: guidance',
      '  Unit tests: empty',
      'Risks: unfinished',
    ]);
  });

  it('of a document without headings lacks everything', () => {
    shows(template, 'Words.\n', ['Goals: missing', 'Testing: missing', '  Unit tests: missing', 'Risks: missing']);
  });

  it('of a template without sections is empty', () => shows('Words.\n', '## Goals\n', []));

  it('has an item for each time that a repeatable section is written', () => {
    const stories = '## Stories\n\nWho wants what.\n\n### Story 1 - [Title]\n\nWho.\n';
    shows(stories, '## Stories\n\nTwo.\n\n### Story 1 - Save\n\nAuthors.\n\n### Story 2 - Undo\n\nTBD\n', [
      'Stories: done',
      '  Story 1 - [Title]: done',
      '  Story 1 - [Title]: unfinished',
    ]);
  });

  it('names what is repeatable as the document does, and all else as the template does', () => {
    const [stories, risks] = core.outline(
      contextOf(
        '## Stories\n\n### Story 1 - [Title]\n\nWho.\n\n## Risks:\n',
        '## stories\n\n### Story 1 - Save\n\nAuthors.\n\n### Story 2 - Undo\n\nTBD\n\n## risks\n',
      ),
    );
    deepEqual(
      [stories, ...(stories?.children ?? []), risks].map((item) => item?.name),
      ['Stories', 'Story 1 - Save', 'Story 2 - Undo', 'Risks'],
    );
    deepEqual(
      stories?.children.map(({ isOpen }) => isOpen),
      [false, true],
    );
  });

  it('does not wait for what would stand under a section that nobody has to write', () => {
    const [notes, risks] = core.outline(
      contextOf('## Notes (optional)\n\n### Who\n\n## Risks\n\n### Why\n', 'Words.\n'),
    );
    deepEqual(
      [notes, notes?.children[0], risks, risks?.children[0]].map((item) => item?.isOpen),
      [false, false, true, true],
    );
  });

  it('spans the whole section, and its heading by name', () => {
    const text = '# Plan\n\n## Goals\n\nFewer.\n\n### More\n\nWords.\n';
    const [goals] = core.outline(contextOf('## Goals\n', text));
    equal(text.slice(goals?.span?.start, goals?.span?.end), '## Goals\n\nFewer.\n\n### More\n\nWords.\n');
    equal(text.slice(goals?.nameSpan?.start, goals?.nameSpan?.end), '## Goals');
  });

  it('has no place for what is missing', () => {
    const [goals] = core.outline(contextOf('## Goals\n', 'Words.\n'));
    deepEqual([goals?.span, goals?.nameSpan], [undefined, undefined]);
  });
});

function shows(schema: string, text: string, expected: readonly string[]): void {
  deepEqual(Array.from(linesOf(core.outline(contextOf(schema, text)), '')), expected);
}

function* linesOf(items: readonly core.OutlineItem[], indent: string): Iterable<string> {
  for (const { spec, status, children } of items) {
    yield `${indent}${spec.name}: ${status}`;
    yield* linesOf(children, `${indent}  `);
  }
}
