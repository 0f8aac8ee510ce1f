// The walkthrough: its pictures in every kind of theme, and each step done by its own button.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/places.mts';
import { opened } from './opened.mts';
import { inTheme, themes } from './themes.mts';
import { notification } from './views.mts';
import { eventually, press, quickInput, quickRows, runCommand, screenshot, type Workbench } from './workbench.mts';

const steps = ['start', 'write', 'ready', 'template'] as const;
type Step = (typeof steps)[number];

for (const theme of themes) {
  describe(`the walkthrough in a ${theme.kind} theme`, () => {
    // In a narrower one there is no room for pictures.
    const workbench = opened({ settings: inTheme(theme), size: { width: 1600, height: 800 } });

    it('has a picture for each step', async () => {
      await openWalkthrough(workbench());
      for (const step of steps) {
        await choose(workbench(), step);
        const drawn = readFileSync(join(root, `images/walkthrough/${step}.svg`), 'utf8').match(/<[a-z]/g)?.length;
        await eventually(
          workbench(),
          `picture of ${step}`,
          () => shapesShown(workbench()),
          (count) => count === drawn,
        );
        await screenshot(workbench(), `51-walkthrough-${theme.kind}-${step}`);
      }
    });
  });
}

/** Where there is room, a document comes beside the walkthrough, else before it. */
for (const [place, width] of [
  ['beside it', 1600],
  ['before it', 1280],
] as const) {
  describe(`the walkthrough, walked with the document ${place}`, () => {
    const workbench = opened({ size: { width, height: 800 } });

    it('says where to go while there is nothing to check', async () => {
      await openWalkthrough(workbench());
      await act(workbench(), 'ready', 'Check Readiness');
      const told = await notification(workbench(), 'Open a Markdown document first');
      assert.match(told, /New Tech Spec/);
      const message = workbench().page.locator('.notification-list-item:visible');
      await message.getByRole('button', { name: 'Go to File' }).click();
      const isMarkdown = (rows: readonly string[]) => rows.every((row) => row.includes('.md'));
      await eventually(workbench(), 'Markdown files', () => quickRows(workbench()), isMarkdown);
      await press(workbench(), 'Escape');
    });

    it('begins with a new spec', async () => {
      await act(workbench(), 'start', 'New Tech Spec');
      await quickInput(workbench(), 'Night trains');
      await eventually(workbench(), 'guidance is selected', () => selection(workbench()), isSelected);
      await isDone(workbench(), 'start');
    });

    it('goes on to the next section', async () => {
      await workbench().page.locator('.tab', { hasText: 'Untitled-1' }).click();
      const before = await eventually(workbench(), 'guidance is selected', () => selection(workbench()), isSelected);
      await act(workbench(), 'write', 'Next Open Section');
      const isAnother = (told: string) => isSelected(told) && told !== before;
      await eventually(workbench(), 'other guidance is selected', () => selection(workbench()), isAnother);
      await isDone(workbench(), 'write');
    });

    it('lists what is left', async () => {
      await act(workbench(), 'ready', 'Check Readiness');
      const hasWayBack = (rows: readonly string[]) => rows.some((row) => row.includes('Back to Draft'));
      await eventually(workbench(), 'what is left', () => quickRows(workbench()), hasWayBack);
      await press(workbench(), 'Escape');
      await isDone(workbench(), 'ready');
    });

    it('asks for the file that is to be a template', async () => {
      await act(workbench(), 'template', 'Use This File as a Template');
      await workbench()
        .page.locator('.quick-input-title:visible', { hasText: 'Use This File as a Template' })
        .waitFor();
      await screenshot(workbench(), `52-walkthrough-${width}`);
      await press(workbench(), 'Escape');
      await isDone(workbench(), 'template');
    });
  });
}

async function openWalkthrough(workbench: Workbench): Promise<void> {
  await runCommand(workbench, 'Welcome: Open Walkthrough...');
  await quickInput(workbench, 'Write specifications with Tech Spec');
  await stepOf(workbench, 'start').waitFor();
}

/** How many shapes the picture is made of, itself included. */
async function shapesShown({ page }: Workbench): Promise<number> {
  const frame = page.frameLocator('.getting-started-media iframe.webview').frameLocator('#active-frame');
  const picture = frame.locator('svg');
  if ((await picture.count()) === 0 || !(await picture.isVisible())) return 0;
  return 1 + (await picture.locator('*').count());
}

async function choose(workbench: Workbench, step: Step): Promise<void> {
  const tab = workbench.page.locator('.tab', { hasText: 'Welcome' });
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  const button = stepOf(workbench, step);
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click({ position: { x: 60, y: 16 } });
  await workbench.page.locator(`.getting-started-step.expanded[data-step-id$="#${step}"]`).waitFor();
}

async function act(workbench: Workbench, step: Step, button: string): Promise<void> {
  await choose(workbench, step);
  await stepOf(workbench, step).getByRole('button', { name: button }).click();
}

async function isDone(workbench: Workbench, step: Step): Promise<void> {
  await choose(workbench, step);
  await workbench.page.locator(`[data-done-step-id$="#${step}"].complete`).waitFor();
}

/** As the status bar tells it: where, and how much. */
async function selection({ page }: Workbench): Promise<string> {
  const item = page.locator('.statusbar-item[id="status.editor.selection"]');
  return (await item.isVisible()) ? ((await item.textContent()) ?? '') : '';
}

function isSelected(told: string): boolean {
  return told.includes('selected');
}

function stepOf({ page }: Workbench, step: Step) {
  return page.locator(`.getting-started-step[data-step-id$="#${step}"]`);
}
