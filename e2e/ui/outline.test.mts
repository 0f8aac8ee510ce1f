// The Spec Outline as it is read aloud, with what its rows offer, and what it says when nothing is open.

import assert from 'node:assert/strict';
import { opened } from './opened.mts';
import { clickViewAction, foldTreeRow, statusBarItem, treeBecomes, unfoldView, viewSays } from './views.mts';
import { eventually, openFile, runCommand, screenshot } from './workbench.mts';

const view = 'Spec Outline';

for (const [what, filter, count] of [
  ['all sections', undefined, 10],
  ['open sections only', 'Tech Spec: Show Only Open Sections', 6],
] as const) {
  describe(`the Spec Outline, opened for the first time, of ${what}`, () => {
    const workbench = opened({ file: 'tech-specs/offline-drafts.md' });

    // Behind words that stand in for rows VS Code gives these no room: it comes to that two seconds later.
    it('says at no time that there is nothing to list', async () => {
      const { page } = workbench();
      await statusBarItem(workbench(), '/10');
      if (filter !== undefined) await runCommand(workbench(), filter);
      const said = await page.evaluateHandle(() => {
        const words = new Set<string>();
        new MutationObserver(() => {
          for (const { textContent } of document.querySelectorAll('.welcome-view-content'))
            words.add(textContent ?? '');
        }).observe(document.body, { childList: true, subtree: true });
        return words;
      });
      await unfoldView(workbench(), view);
      await treeBecomes(workbench(), view, `${count} sections`, (rows) => rows.length === count);
      const words = await said.evaluate((all) => Array.from(all));
      assert.deepEqual(
        words.filter((each) => each !== ''),
        [],
      );
    });
  });
}

describe('the Spec Outline', () => {
  const workbench = opened({ file: 'tech-specs/offline-drafts.md' });
  const tree = () => {
    const { page } = workbench();
    const header = page.locator('.pane-header').filter({ has: page.locator('h3.title', { hasText: view }) });
    return page.locator('.pane').filter({ has: header }).getByRole('tree');
  };
  /** Of each row what a screen reader is told: its role, name, level, and whether it is open. */
  const told = () =>
    tree()
      .locator('.monaco-list-row')
      .evaluateAll((rows) =>
        rows
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((row) =>
            ['role', 'aria-label', 'aria-level', 'aria-expanded'].map((name) => row.getAttribute(name) ?? '').join('|'),
          ),
      );

  it('is a tree of sections with their states, to a screen reader too', async () => {
    await unfoldView(workbench(), view);
    await treeBecomes(workbench(), view, 'ten sections', (rows) => rows.length === 10);
    assert.deepEqual(await told(), [
      'treeitem|Summary, outside its limit|1|',
      'treeitem|Scope, answered|1|',
      'treeitem|Data model, answered|1|',
      'treeitem|User Stories, empty|1|',
      'treeitem|Implementation Details, answered|1|false',
      'treeitem|APIs, unfinished|1|',
      'treeitem|Security/Privacy, missing|1|',
      'treeitem|Testing, template’s words|1|',
      'treeitem|Open Questions, answered|1|false',
      'treeitem|Deployment, missing|1|',
    ]);
  });

  it('lists under a section what that lists', async () => {
    await foldTreeRow(workbench(), view, 'Implementation Details');
    const isOpen = (rows: readonly string[]) => rows.some((row) => /^treeitem\|.+\|2\|$/.test(row));
    const rows = await eventually(workbench(), 'what it lists', told, isOpen);
    assert.ok(rows.includes('treeitem|Implementation Details, answered|1|true'), rows.join('\n'));
    await screenshot(workbench(), '31-outline');
  });

  it('offers on a row what can be done about it', async () => {
    const row = tree().locator('.monaco-list-row', { hasText: 'Security/Privacy' });
    await row.hover();
    const actions = row.locator('.actions .action-label');
    await actions.first().waitFor();
    const names = await actions.evaluateAll((all) => all.map((action) => action.getAttribute('aria-label') ?? ''));
    assert.deepEqual(names, ['Mark Section Not Applicable', 'Insert Section']);
  });

  it('leaves what is answered out where that is wanted', async () => {
    await clickViewAction(workbench(), view, 'Show Only Open Sections');
    const spoken = await treeBecomes(workbench(), view, 'six open ones', (rows) => rows.length === 6);
    assert.ok(spoken.every((row) => !row.spoken.endsWith('answered')));
    await screenshot(workbench(), '32-only-open');
  });

  it('says so when nothing is open, with a way on', async () => {
    await openFile(workbench(), 'tech-specs/profile-pictures.md');
    await statusBarItem(workbench(), '10/10');
    await viewSays(workbench(), view, 'Every section is answered.');
    await screenshot(workbench(), '33-nothing-open');
    await runCommand(workbench(), 'Tech Spec: Show All Sections');
    await treeBecomes(workbench(), view, 'all of them', (rows) => rows.length === 10);
  });
});
