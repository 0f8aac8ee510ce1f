/** The outline of a document of very many sections, or of one that lists very much: no more than anybody goes through, in steps. */
import { deepEqual, equal } from 'node:assert/strict';
import { itemsOf } from '../../src/core/block-items.ts';
import * as core from '../../src/core/index.ts';
import { run } from '../stops.ts';

const template = core.parseTemplate('# Plan\n\n## Goals\n\nSay why.\n\n## Option {n}\n\nSay what it costs.\n');

function contextOf(text: string): core.RuleContext {
  return core.contextOf(template, core.parseDocument(text));
}

describe('what a section of very many things lists', () => {
  const entries = (text: string) =>
    core
      .outline(contextOf(text))
      .flatMap((item) => item.entries)
      .map(({ name }) => name);

  it('are the first two thousand items', () => {
    const items = Array.from({ length: 1_500 }, (_, at) => `- Draft ${at}\n`).join('');
    const found = entries(`# Plan\n\n## Goals\n\n${items}\nAnd more:\n\n${items}`);
    deepEqual([found.length, found[0], found.at(-1)], [2_000, 'Draft 0', 'Draft 499']);
  });

  it('are the first two thousand headings', () => {
    const headings = Array.from({ length: 2_500 }, (_, at) => `### Draft ${at}\n\nWords.\n\n`).join('');
    const found = entries(`# Plan\n\n## Goals\n\nFewer lost drafts.\n\n${headings}`);
    deepEqual([found.length, found[0], found.at(-1)], [2_000, 'Draft 0', 'Draft 1999']);
  });

  it('is what stands in its first hundred thousand blocks', () => {
    const behind = (paragraphs: number) =>
      entries(`# Plan\n\n## Goals\n\n${'a\n\n'.repeat(paragraphs)}- Draft\n`).length;
    deepEqual([behind(99_000), behind(101_000)], [1, 0]);
  });
});

describe('the outline', () => {
  const options = (count: number) => contextOf(`# Plan\n\n${'## Option A\n\nYes.\n\n'.repeat(count)}`);

  it('has the first two thousand of a section that may be repeated', () => {
    const names = core.outline(options(2_500)).map(({ name }) => name);
    deepEqual([names.length, names[0], names.at(-1)], [2_001, 'Goals', 'Option A']);
  });

  it('has those that are open, wherever they stand', () => {
    const { document, ...laid } = contextOf(`# Plan\n\n${'## Option A\n\nYes.\n\n'.repeat(2_500)}## Option B\n\nTBD\n`);
    const items = core.outline({ document, ...laid });
    deepEqual([items.length, items.at(-2)?.name, items.at(-1)?.name], [2_001, 'Option A', 'Option B']);
    deepEqual([items[1]?.nameSpan?.start, items.filter(({ isOpen }) => isOpen).length], [8, 2]);
  });

  it('is made in steps, one a section', () => {
    const context = options(1_000);
    const made = run(core.outlineInSteps(context));
    equal(made.stops, 1_000);
    deepEqual(made.value, core.outline(context));
  });

  it('is made in steps, one a thing that a section lists', () => {
    const items = '- Fewer drafts\n'.repeat(300);
    const headings = '### Draft\n\nWords.\n\n'.repeat(300);
    const { stops, value } = run(core.outlineInSteps(contextOf(`# Plan\n\n## Goals\n\n${items}\n${headings}`)));
    // The section, the list, and what stands in both.
    deepEqual([stops, value[0]?.entries.length], [602, 600]);
  });

  it('reads an item of a list when it comes to it, once', () => {
    const read: string[] = [];
    const tokens = [['One'], ['Two', 'more']].map((contents, at) => ({ map: [at, at + 1] as const, contents }));
    const items = itemsOf('list', tokens, new core.LineIndex('- One\n- Two\n'), (content) => {
      read.push(content);
      return content;
    });
    deepEqual([items.map(({ span }) => span.start), read], [[0, 6], []]);
    deepEqual(
      [items[1]?.proses, items[1]?.proses, read],
      [
        ['Two', 'more'],
        ['Two', 'more'],
        ['Two', 'more'],
      ],
    );
  });
});
