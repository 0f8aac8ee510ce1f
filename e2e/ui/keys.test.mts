// Our keys on a Mac, among all that VS Code binds there: nobody else has them. On other systems the extension suite looks.

import assert from 'node:assert/strict';
import { visibleLines } from './editor.mts';
import { opened } from './opened.mts';
import { eventually, press, runCommand } from './workbench.mts';

describe('our keys on a Mac', () => {
  const workbench = opened({ system: 'mac' });

  it('are bound once, by us', async () => {
    const { page } = workbench();
    await runCommand(workbench(), 'Preferences: Open Default Keyboard Shortcuts (JSON)');
    await page.locator('.editor-group-container.active .monaco-editor .view-line').first().click();
    await press(workbench(), 'Meta+F');
    const find = page.locator('.find-widget.visible');
    await find.locator('textarea').first().fill('cmd+f8"');
    const count = async () => (await find.locator('.matchesCount').textContent()) ?? '';
    await eventually(workbench(), 'two places', count, (words) => /of 2$/.test(words));
    await press(workbench(), 'Enter');
    const seen = await eventually(
      workbench(),
      'the key, with who has it',
      () => visibleLines(workbench()),
      (lines) => lines.some((line) => line.includes('cmd+f8')),
    );
    const keys = seen.flatMap((line, at) => (line.includes('cmd+f8') ? [`${line} ${seen[at + 1]}`] : []));
    for (const key of keys) assert.match(key, /techSpec\./);
  });
});
