// What people are told when something cannot be done as it is set, and the way on that is offered.

import assert from 'node:assert/strict';
import { visibleLines } from './editor.mts';
import { opened } from './opened.mts';
import { notification } from './views.mts';
import { eventually, quickInput, runCommand } from './workbench.mts';

describe('a template that is set but is not there', () => {
  const workbench = opened({ file: 'tech-specs/offline-drafts.md', settings: { 'techSpec.template': 'absent.md' } });

  it('is told, with a way to the settings', async () => {
    const told = await notification(workbench(), 'absent.md');
    assert.match(told, /Template “absent\.md” cannot be read: there is no such file/);
    assert.match(told, /Open Settings/);
  });

  it('is found in the settings by that button', async () => {
    const { page } = workbench();
    await page.locator('.notification-list-item:visible').getByRole('button', { name: 'Open Settings' }).click();
    const settings = page.locator('.settings-editor:visible');
    await settings.waitFor();
    await settings.locator('.setting-item-contents', { hasText: 'Tech Spec: Template' }).first().waitFor();
    const searched = () => settings.locator('.suggest-input-container .view-line').first().textContent();
    await eventually(workbench(), 'the setting is searched for', searched, (text) => text === 'techSpec.template');
  });
});

describe('a folder for new specs that cannot be written to', () => {
  const workbench = opened({ settings: { 'techSpec.newSpec.folder': 'README.md' } });

  it('leaves the new spec untitled, with all its text', async () => {
    await runCommand(workbench(), 'Tech Spec: New Tech Spec');
    await quickInput(workbench(), 'Night trains');
    const { page } = workbench();
    await page.locator('.statusbar-item:visible', { hasText: 'selected' }).waitFor();
    await page.locator('.tab.active.dirty', { hasText: 'Untitled-1' }).waitFor();
    const isThere = (lines: readonly string[]) => lines.includes('## Summary:');
    await eventually(workbench(), 'the template', () => visibleLines(workbench()), isThere);
  });

  it('is told, with a way to the settings', async () => {
    const told = await notification(workbench(), 'The new spec is untitled');
    assert.match(told, /because it could not be written to “README\.md”: \S/);
    assert.match(told, /Open Settings/);
  });
});
