/** What a section lists, as children of its entry in the outline. */
import { deepEqual } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';

const template =
  '## Stories\n\nList who wants what:\n\n- As a reader, I want to sleep on the train\n\n## APIs\n\nWhich.\n';

describe('a section lists', () => {
  it('the items of its lists', () => {
    lists('## Stories\n\nAll of them:\n\n- As a writer, I want *drafts*\n- As a reader,\n  I want `GET /drafts`\n', [
      'As a writer, I want drafts',
      'As a reader, I want GET /drafts',
    ]);
  });

  it('no items of lists within lists, and of an item its first paragraph', () => {
    lists('## Stories\n\n1. One\n\n   More of it.\n\n   - Within\n2. Two\n', ['One', 'Two']);
  });

  it('the headings under it that the template does not have, with theirs', () => {
    lists('## APIs\n\n### GET /trains\n\n- Request: none\n\n#### Errors\n\n404\n\n### POST /trains\n\nOne.\n', [
      'GET /trains',
      '  Errors',
      'POST /trains',
    ]);
  });

  it('the rows of its tables, by their first two cells', () => {
    lists('## APIs\n\n| method | path | what |\n| - | - | - |\n| GET | /trains | all |\n| POST | | new |\n', [
      'GET · /trains',
      'POST · new',
    ]);
  });

  it('no boxes to be checked', () => lists('## Stories\n\n- [ ] Asked\n- Said\n- [x] Written\n', ['Said']));

  it('none of the template’s own', () => {
    lists('## Stories\n\nOurs:\n\n- As a reader, I want to sleep on the train\n\n1. As a writer, I want drafts\n', [
      'As a writer, I want drafts',
    ]);
  });

  it('nothing where it says “none”, or is unfinished, or not applicable', () => {
    lists('## Stories\n\n- None.\n', []);
    lists('## Stories\n\n- TBD\n', []);
    lists('## Stories\n\n- N/A\n', []);
    lists('## Stories\n\n-\n', []);
  });

  it('what is written in other languages, and with other line ends', () => {
    lists('## Stories\r\n\r\n- 利用者として、下書きを保存したい\r\n- 編集者として、一覧を見たい\r\n', [
      '利用者として、下書きを保存したい',
      '編集者として、一覧を見たい',
    ]);
  });

  it('long items as far as there is room, at a word’s end', () => {
    const long = `- ${'again and '.repeat(12)}again\n`;
    lists(`## Stories\n\n${long}`, [`${'again and '.repeat(8).trimEnd()}…`]);
  });

  it('no boxes to tick, but what only speaks of them, or stands in a table', () => {
    const table = '| what | who |\n| - | - |\n| [ ] One | Ann |\n';
    lists(`## Stories\n\n- [ ]\n- [x] Done\n- Tick [x] when done\n\n${table}`, ['Tick [x] when done', '[ ] One · Ann']);
  });

  it('no items without words', () => lists('## Stories\n\n-\n- One\n- <!-- none -->\n', ['One']));

  it('what there is of it where it is too long', () => {
    const [goals] = core.outline(
      contextOf('## Goals\n\nSay why in 1 sentence.\n', '## Goals\n\nWords. More words. And more.\n\n- One\n'),
    );
    deepEqual([goals?.status, goals?.entries.map(({ name }) => name)], ['overlong', ['One']]);
  });

  it('nothing while it says nothing of its own', () => {
    lists('## APIs\n\nTBD\n\n### Which\n', []);
    lists('## APIs\n\nWhich.\n\n### Part\n', []);
  });

  it('two thousand things at most, headings among them', () => {
    const text = `## APIs\n\n${'- One\n'.repeat(1_500)}\n${'### Two\n\nWords.\n\n'.repeat(1_000)}`;
    const names = core.outline(contextOf(template, text)).flatMap(({ entries }) => entries.map(({ name }) => name));
    deepEqual([names.length, names.indexOf('Two')], [2_000, 1_500]);
  });

  it('each with its lines', () => {
    const text = '## Stories\n\n- One\n  goes on\n\n- Two\n\n## APIs\n\n### GET /trains\n\nAll.\n';
    const found = core.outline(contextOf(template, text)).flatMap(({ entries }) => entries);
    deepEqual(
      found.map(({ span }) => text.slice(span.start, span.end)),
      ['- One\n  goes on', '- Two', '### GET /trains'],
    );
  });
});

describe('the outline', () => {
  it('of a section that stands there twice is open as long as neither is answered, as in the progress', () => {
    const open = (text: string) => core.outline(contextOf('## Goals\n\n## Risks\n', text))[0];
    const [twice, answered] = ['TBD', 'Fewer.'].map((words) =>
      open(`## Goals\n\nTBD\n\n## Risks\n\n## Goals\n\n${words}\n`),
    );
    deepEqual([twice?.isOpen, twice?.takesNotApplicable], [true, true]);
    deepEqual([answered?.isOpen, answered?.takesNotApplicable], [false, false]);
  });

  it('offers N/A for a section that is missing, and not for what would stand under it', () => {
    const [testing] = core.outline(contextOf('## Testing\n\n### Unit tests\n\nWhich.\n', '## Risks\n\nFew.\n'));
    deepEqual([testing?.takesNotApplicable, testing?.children[0]?.takesNotApplicable], [true, false]);
  });

  it('names a section that is repeated as the document does', () => {
    const story = '## Story 1 - [Title]\n\nWho.\n';
    const found = core.outline(contextOf(story, '## Story 1 - Save\n\nAuthors.\n\n## Story 2 - Undo\n\nAll.\n'));
    deepEqual(
      found.map(({ name }) => name),
      ['Story 1 - Save', 'Story 2 - Undo'],
    );
  });

  it('says what is open, and what could be answered by N/A', () => {
    const text = '## Goals\n\nSay why.\n\n## Risks\n\nNone.\n\n## Team\n\nTBD\n';
    const found = core.outline(
      contextOf('## Goals\n\nSay why in 1 sentence.\n\n## Risks\n\n## Team\n\n## Costs\n\n## Notes (optional)\n', text),
    );
    deepEqual(
      found.map(({ name, isOpen, takesNotApplicable }) => [name, isOpen, takesNotApplicable]),
      [
        ['Goals', false, false],
        ['Risks', false, false],
        ['Team', true, true],
        ['Costs', true, true],
        ['Notes', false, true],
      ],
    );
  });
});

function lists(text: string, expected: readonly string[]): void {
  const entries = core.outline(contextOf(template, text)).flatMap((item) => item.entries);
  deepEqual(Array.from(linesOf(entries, '')), expected);
}

function* linesOf(entries: readonly core.OutlineEntry[], indent: string): Iterable<string> {
  for (const { name, children } of entries) {
    yield `${indent}${name}`;
    yield* linesOf(children, `${indent}  `);
  }
}
