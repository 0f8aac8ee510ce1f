// How a spec begins, as it is seen: the choice of a template with its preview, the title, New File…, a folder's menu, headings only.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { visibleLines } from './editor.mts';
import { folderOf, opened } from './opened.mts';
import { newFileRow, treeBecomes } from './views.mts';
import {
  eventually,
  openFile,
  press,
  quickInput,
  quickRows,
  runCommand,
  screenshot,
  type Workbench,
} from './workbench.mts';

const settings = { 'editor.minimap.enabled': false };

/** As the list has them, with their sections. */
const techSpec =
  'Technical Specification Summary · Scope · Data model · User Stories · Implementation Details · APIs · Security/Privacy · Testing · Open Questions · Deployment';
const decisionRecord =
  'Architecture decision record Context · Criteria · Options · Decision · Consequences · Review · References';

describe('a team with two templates', () => {
  const template = 'Say in 1-2 sentences what will be different, and for whom.';
  const folder = folderOf({
    '.tech-spec.json':
      '{ "specs": [{ "files": "plans/*.md", "template": ["templates/plan.md", "templates/spike.md"] }] }\n',
    'templates/plan.md': `# Plan\n\n## Goals\n\n${template}\n\n## Design\n\nSay how it works.\n\n## Risks\n\nSay what could go wrong.\n`,
    'templates/spike.md':
      '# Spike\n\n## Question\n\nAsk one thing.\n\n## What was tried\n\nList it.\n\n## Answer\n\nSay it in one paragraph.\n',
    'plans/offline.md': '# Offline\n\n## Goals\n\nReaders keep what they opened.\n',
  });
  const workbench = opened({ folder, settings });

  it('is asked which, and sees the one that it comes to', async () => {
    await openFile(workbench(), 'plans/offline.md');
    await runCommand(workbench(), 'Tech Spec: New Tech Spec');
    assert.deepEqual(await quickRows(workbench()), [
      'templates/plan.md in force Goals · Design · Risks',
      'templates/spike.md Question · What was tried · Answer',
      techSpec,
      decisionRecord,
    ]);
    await shows(workbench(), 'plan.md', '## Goals');
    await press(workbench(), 'ArrowDown');
    await shows(workbench(), 'spike.md', '## Question');
    await screenshot(workbench(), '40-template-choice');
  });

  it('sees a built-in one, too, which has no file', async () => {
    await press(workbench(), 'ArrowDown', 'ArrowDown');
    await shows(workbench(), 'architecture-decision-record.md', '## Context');
  });

  it('is back where it was after Escape', async () => {
    await press(workbench(), 'Escape');
    await shows(workbench(), 'offline.md', '## Goals');
    assert.equal(await workbench().page.locator('.editor-group-container .tab').count(), 1);
  });

  it('goes on to the title with Enter, and to the text', async () => {
    await runCommand(workbench(), 'Tech Spec: New Tech Spec');
    await quickRows(workbench());
    await press(workbench(), 'ArrowDown');
    await shows(workbench(), 'spike.md', '## Question');
    await press(workbench(), 'Enter');
    await titleBox(workbench(), 'New Tech Spec: spike.md');
    await quickInput(workbench(), 'Does it scale?');
    await shows(workbench(), 'Untitled-1', '# Does it scale?');
    assert.equal(await workbench().page.locator('.editor-group-container .tab').count(), 2);
  });
});

describe('who has one template', () => {
  const workbench = opened({ settings });

  it('is asked for the title only, with a button for another template', async () => {
    await runCommand(workbench(), 'Tech Spec: New Tech Spec');
    const box = await titleBox(workbench(), 'New Tech Spec');
    await workbench().page.keyboard.type('Night trains');
    await button(box).waitFor();
    await screenshot(workbench(), '41-title');
  });

  it('comes back from the other templates with what was typed', async () => {
    const { page } = workbench();
    await button(page.locator('.quick-input-widget:visible')).click();
    assert.deepEqual(await quickRows(workbench()), [
      techSpec.replace('Specification ', 'Specification in force '),
      decisionRecord,
    ]);
    await press(workbench(), 'ArrowDown');
    await shows(workbench(), 'architecture-decision-record.md', '## Context');
    await press(workbench(), 'Enter');
    const box = await titleBox(workbench(), 'New Tech Spec: Architecture decision record');
    assert.equal(await box.locator('input[type="text"]:visible').inputValue(), 'Night trains');
    await press(workbench(), 'Enter');
    await shows(workbench(), 'Untitled-1', '# Night trains');
    await treeBecomes(workbench(), 'Spec Outline', 'the record’s sections', (rows) => rows[0]?.label === 'Context');
  });

  it('finds it in New File…', async () => {
    const row = await newFileRow(workbench(), 'Tech Spec');
    await screenshot(workbench(), '42-new-file');
    await row.click();
    await titleBox(workbench(), 'New Tech Spec');
    await press(workbench(), 'Escape');
  });

  it('finds it in a folder’s menu, and the file goes there', async () => {
    const { page, folder } = workbench();
    const row = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'tech-specs' }).first();
    await row.click({ button: 'right' });
    const entry = page.getByRole('menuitem', { name: 'New Tech Spec…' });
    await entry.hover();
    await screenshot(workbench(), '43-folder-menu');
    await entry.click();
    await titleBox(workbench(), 'New Tech Spec');
    await quickInput(workbench(), 'Night trains');
    await shows(workbench(), 'night-trains.tech-spec.md', '## Summary:');
    const saved = await readFile(join(folder, 'tech-specs/night-trains.tech-spec.md'), 'utf8');
    assert.match(saved, /^title: "Tech spec: Night trains"$/m);
  });
});

describe('who wants headings only', () => {
  const wishes = { 'techSpec.newSpec.guidance': 'ghost', 'techSpec.newSpec.instructions': 'omit' };
  const workbench = opened({ settings: { ...settings, ...wishes } });

  it('gets them, with the guidance as hints and the cursor under the first', async () => {
    await runCommand(workbench(), 'Tech Spec: New Tech Spec');
    await quickInput(workbench(), 'Night trains');
    const isThere = (lines: readonly string[]) =>
      lines.some((line) => line.startsWith('Provide a short (1-2 sentences)'));
    await eventually(workbench(), 'the guidance is a hint', () => visibleLines(workbench()), isThere);
    await screenshot(workbench(), '44-ghost');
  });

  it('types in place of the hint', async () => {
    await workbench().page.keyboard.type('Trains run at night.');
    const isTyped = (lines: readonly string[]) =>
      lines.includes('Trains run at night.') && !lines.some((line) => line.includes('Provide a short'));
    await eventually(workbench(), 'the hint is gone', () => visibleLines(workbench()), isTyped);
  });
});

/** Waits until an editor of that name is shown, with a line in it. */
async function shows(workbench: Workbench, name: string, line: string): Promise<void> {
  await workbench.page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor();
  const isThere = (lines: readonly string[]) => lines.some((each) => each.startsWith(line));
  await eventually(workbench, `${line} in ${name}`, () => visibleLines(workbench), isThere);
}

async function titleBox({ page }: Workbench, title: string): Promise<Locator> {
  const box = page.locator('.quick-input-widget:visible');
  await box.locator('.quick-input-title').getByText(title, { exact: true }).waitFor();
  await box.locator('input[placeholder="Title"]').waitFor();
  return box;
}

function button(box: Locator): Locator {
  return box.getByRole('button', { name: 'Use Another Template …' });
}
