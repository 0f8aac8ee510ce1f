// The Specs view as a person sees it, in a workspace of 12,000 Markdown files and in one without a spec, and as a screen reader says it. In three themes: looks.mts.

import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeManyFiles } from './many-files.mts';
import { folderOf, opened } from './opened.mts';
import { heightenView, openView } from './views.mts';
import { eventually, press, screenshot, type Workbench, wordsOf } from './workbench.mts';

const view = 'Specs';

describe('Specs of a large workspace', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'tech-spec-many-')), 'workspace');
  before(() => writeManyFiles(folder, { files: 12_000, specs: 300 }));
  const workbench = opened({ folder });
  after(() => rm(dirname(folder), { recursive: true }));

  it('says how far it is while it looks, and lists what it found so far', async () => {
    await openView(workbench(), view);
    await heightenView(workbench(), view, 380);
    const count = await messageBecomes(workbench(), /^([\d,]+) of 12,000 files looked at$/);
    assert.ok(numberIn(count) < 12_000);
    await eventually(
      workbench(),
      'specs are listed',
      () => entries(workbench()),
      (all) => 5 < all.length,
    );
    await screenshot(workbench(), '29-specs-looking');
  });

  it('stops on demand, keeps what it found, and says how to go on', async () => {
    await act(workbench(), 'Stop Looking for Specs');
    const count = await messageBecomes(workbench(), /^Stopped after ([\d,]+) of 12,000 files: there may be more specs/);
    assert.ok(0 < numberIn(count) && numberIn(count) < 12_000);
    assert.ok(5 < (await entries(workbench())).length);
  });

  it('goes on with the rest, and says nothing once it is done', async () => {
    await act(workbench(), 'Refresh Specs');
    for (let said = await message(workbench()); said !== ''; said = await nextMessage(workbench(), said));
    await groupsBecome(workbench(), ['Decision record, 50 specs']);
  });

  it('gives every entry a role, a name and a place in the tree', async () => {
    const tree = (await openView(workbench(), view)).getByRole('tree');
    assert.equal(await tree.getAttribute('aria-label'), view);
    const [group, ...specs] = await entries(workbench());
    assert.deepEqual(group, { role: 'treeitem', name: 'Decision record, 50 specs', level: '1', expanded: 'true' });
    assert.ok(10 < specs.length);
    for (const { name, ...spec } of specs) {
      assert.deepEqual(spec, { role: 'treeitem', level: '2', expanded: null });
      assert.match(name, /^[\p{L} ]+, [12] of 2 sections answered, (ready, )?(1 error, )?adr\/\d{4}\.md$/u);
    }
  });

  it('folds a template by the keyboard, and comes to the next', async () => {
    await (await openView(workbench(), view)).getByRole('tree').focus();
    await press(workbench(), 'Home', 'ArrowLeft');
    await groupsBecome(workbench(), ['Decision record, 50 specs', 'Technical Specification, 250 specs']);
    const [folded, , ...specs] = await entries(workbench());
    assert.equal(folded?.expanded, 'false');
    assert.equal(specs[0]?.name, 'Search by voice 4, 4 of 10 sections answered, 6 infos, team-0/specs/tech-spec-4.md');
    await screenshot(workbench(), '30-specs');
  });

  it('opens a spec by the keyboard', async () => {
    await press(workbench(), 'ArrowDown', 'ArrowDown', 'Enter');
    await workbench().page.locator('.tab.active', { hasText: 'tech-spec-4.md' }).waitFor();
  });
});

describe('Specs of a workspace without any', () => {
  const folder = folderOf({ 'README.md': '# A project\n', 'notes/milk.md': '# Milk\n\nTwo litres.\n' });
  const workbench = opened({ folder });

  it('says so, and what to do', async () => {
    const pane = await openView(workbench(), view);
    await heightenView(workbench(), view, 200);
    const words = () => wordsOf(pane.locator('.welcome-view-content:visible'));
    const [said] = await eventually(workbench(), 'it says so', words, (all) => all[0] !== undefined);
    assert.match(said ?? '', /^No technical specifications were found in this workspace\./);
    const buttons = await wordsOf(pane.locator('.welcome-view-content .monaco-button'));
    assert.deepEqual(buttons, ['New Tech Spec', 'Use a File as a Template']);
    await screenshot(workbench(), '31-no-specs');
  });
});

interface Entry {
  readonly role: string | null;
  readonly name: string;
  readonly level: string | null;
  readonly expanded: string | null;
}

/** Every entry in view, from top to bottom, as the accessibility tree has it. */
async function entries(workbench: Workbench): Promise<Entry[]> {
  const pane = await openView(workbench, view);
  return await pane.locator('.monaco-list-row').evaluateAll((rows) =>
    rows
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((row) => ({
        role: row.getAttribute('role'),
        name: row.getAttribute('aria-label') ?? '',
        level: row.getAttribute('aria-level'),
        expanded: row.getAttribute('aria-expanded'),
      })),
  );
}

/** Waits until these templates, and no others, are in view. */
async function groupsBecome(workbench: Workbench, names: readonly string[]): Promise<void> {
  const groups = async () => (await entries(workbench)).filter(({ level }) => level === '1').map(({ name }) => name);
  await eventually(workbench, names.join(' and '), groups, (all) => all.join() === names.join());
}

/** What stands above the tree; empty where nothing does. */
async function message(workbench: Workbench): Promise<string> {
  const pane = await openView(workbench, view);
  return ((await pane.locator('.message').first().textContent()) ?? '').trim();
}

/** For as long as it goes on, however long that takes. */
async function nextMessage(workbench: Workbench, last: string): Promise<string> {
  return await eventually(
    workbench,
    'the message goes on',
    () => message(workbench),
    (said) => said !== last,
  );
}

/** Waits until the message is like that, and gives what the group in it says. */
async function messageBecomes(workbench: Workbench, like: RegExp): Promise<string> {
  const said = await eventually(
    workbench,
    `message ${like}`,
    () => message(workbench),
    (words) => like.test(words),
  );
  return like.exec(said)?.[1] ?? '';
}

function numberIn(words: string): number {
  return Number(words.replaceAll(',', ''));
}

/** Clicks an action in the view's title. */
async function act(workbench: Workbench, name: string): Promise<void> {
  const pane = await openView(workbench, view);
  await pane.getByRole('button', { name }).click();
  await workbench.page.mouse.move(1, 1);
}
