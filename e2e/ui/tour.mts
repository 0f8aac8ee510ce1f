// The tour of docs/tour.md, as a person goes along it: each of its headings is a step here, by the same words.

import assert from 'node:assert/strict';
import type { Step } from './author.mts';
import { clickText, goToHeading, hoverAt, squiggleUnder, visibleLines } from './editor.mts';
import { backToText, clickViewAction, foldTreeRow, statusBarItem, treeBecomes, unfoldView } from './views.mts';
import {
  eventually,
  noSelection,
  press,
  quickInput,
  quickRows,
  runCommand,
  typeText,
  type Workbench,
} from './workbench.mts';

const outline = 'Spec Outline';

export const tour: readonly Step[] = [
  {
    name: 'Start a spec',
    picture: 'tour-01-start',
    async act(workbench) {
      await runCommand(workbench, 'Tech Spec: New Tech Spec');
      await quickInput(workbench, 'Night trains');
      await selected(workbench);
      await statusBarItem(workbench, '0/10');
      await unfoldView(workbench, outline);
      const rows = await treeBecomes(workbench, outline, 'ten sections', (all) => all.length === 10);
      return rows.map(({ label }) => label).join(' · ');
    },
  },
  {
    name: 'Say it in two sentences',
    picture: 'tour-02-summary',
    async act(workbench) {
      await typeText(workbench, 'Riders sleep on the way. They arrive in the morning. Nobody asks for a hotel.');
      await noSelection(workbench);
      await hint(workbench, '3/2 sentences');
      await squiggleUnder(workbench, 'Summary', 'warning');
      const said = await hoverAt(workbench, 'Summary:', 'has 3 sentences', 'Quick Fix');
      await clickText(workbench, 'Nobody asks for a hotel.');
      await press(workbench, 'Shift+End', 'Shift+End', 'Delete', 'Backspace');
      await hint(workbench, '2/2 sentences');
      await statusBarItem(workbench, '1/10');
      return said;
    },
  },
  {
    name: 'Go on with one key',
    picture: 'tour-03-next',
    async act(workbench) {
      await press(workbench, 'Control+F8');
      await selected(workbench);
      await typeText(workbench, 'In scope: sleeping cars. Out of scope: day trains.');
      await noSelection(workbench);
      await statusBarItem(workbench, '2/10');
      return '2/10 in the status bar';
    },
  },
  {
    name: 'Say what does not apply',
    picture: 'tour-04-not-applicable',
    async act(workbench) {
      await press(workbench, 'Control+F8');
      await selected(workbench);
      await runCommand(workbench, 'Tech Spec: Mark Section Not Applicable');
      await lineBecomes(workbench, 'N/A –');
      // The cursor comes a moment later: what is typed before it would replace the answer.
      await noSelection(workbench);
      await typeText(workbench, 'beds are booked as seats are');
      await statusBarItem(workbench, '3/10');
      return await stateOf(workbench, 'Data model', 'not applicable');
    },
  },
  {
    name: 'List what there is to list',
    picture: 'tour-05-listed',
    async act(workbench) {
      await press(workbench, 'Control+F8');
      await selected(workbench);
      await typeText(workbench, '- As a rider, I want a bed\n- As a guard, I want a list');
      await noSelection(workbench);
      await statusBarItem(workbench, '4/10');
      await stateOf(workbench, 'User Stories', 'answered');
      await foldTreeRow(workbench, outline, 'User Stories');
      const listed = (label: string) => label.startsWith('As a ');
      const rows = await treeBecomes(workbench, outline, 'two stories', (all) => {
        return all.filter(({ label, level }) => level === 2 && listed(label)).length === 2;
      });
      await backToText(workbench);
      return rows
        .filter(({ level }) => level === 2)
        .map(({ label }) => label)
        .join(' · ');
    },
  },
  {
    name: 'See what an empty section is asked',
    picture: 'tour-06-hint',
    async act(workbench) {
      await press(workbench, 'Control+F8');
      await selected(workbench);
      await press(workbench, 'Delete');
      await stateOf(workbench, 'Implementation Details', 'empty');
      return await hint(workbench, 'Provide details around');
    },
  },
  {
    name: 'Ask the template',
    picture: 'tour-07-template',
    async act(workbench) {
      const { page } = workbench;
      await goToHeading(workbench, 'Testing');
      await hoverAt(workbench, 'Testing:', 'line 56');
      await page.locator('.monaco-hover:visible').getByText('line 56', { exact: true }).click();
      await page.locator('.tab.active', { hasText: 'tech-spec.md' }).waitFor();
      await statusBarItem(workbench, 'Ln 56');
      await page.locator('.tab', { hasText: 'Untitled-1' }).click();
      await page.locator('.tab.active', { hasText: 'Untitled-1' }).waitFor();
      return 'line 56 of the template';
    },
  },
  {
    name: 'Put in what is missing',
    picture: 'tour-08-completion',
    async act(workbench) {
      const { page } = workbench;
      await goToHeading(workbench, 'Testing');
      await press(workbench, 'Control+Shift+K');
      await stateOf(workbench, 'Testing', 'missing');
      await press(workbench, 'Control+End', 'Enter', 'Enter');
      await page.keyboard.type('#');
      const row = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Testing' });
      await row.waitFor();
      return 'Testing is offered behind #';
    },
  },
  {
    name: 'Look at what is open only',
    picture: 'tour-09-open',
    async act(workbench) {
      await press(workbench, 'Enter');
      await stateOf(workbench, 'Testing', 'template’s words');
      await clickViewAction(workbench, outline, 'Show Only Open Sections');
      const rows = await treeBecomes(workbench, outline, 'open ones', (all) => {
        return 0 < all.length && all.every(({ spoken }) => !/, (answered|not applicable)$/u.test(spoken));
      });
      return rows.map(({ spoken }) => spoken).join(' · ');
    },
  },
  {
    name: 'Check readiness',
    picture: 'tour-10-readiness',
    async act(workbench) {
      await clickViewAction(workbench, outline, 'Show All Sections');
      await runCommand(workbench, 'Tech Spec: Check Readiness');
      const rows = await quickRows(workbench);
      assert.ok(1 < rows.length);
      return rows.join(' · ');
    },
  },
];

/** Waits for a hint in the text that has these words, and gives all of it. */
async function hint({ page }: Workbench, words: string): Promise<string> {
  // VS Code draws a hint as text of a pseudo-element's class, or as a span of its own.
  const found = page.locator('.editor-group-container.active .view-line', { hasText: words }).first();
  await found.waitFor();
  return (await found.textContent()) ?? '';
}

async function lineBecomes(workbench: Workbench, words: string): Promise<void> {
  const isThere = (lines: readonly string[]) => lines.some((line) => line.startsWith(words));
  await eventually(workbench, words, () => visibleLines(workbench), isThere);
}

async function stateOf(workbench: Workbench, section: string, state: string): Promise<string> {
  const spoken = `${section}, ${state}`;
  await treeBecomes(workbench, outline, spoken, (rows) => rows.some((row) => row.spoken === spoken));
  return spoken;
}

/** Waits until something is selected, for what is typed to take its place. */
async function selected({ page }: Workbench): Promise<void> {
  await page.locator('.statusbar-item:visible', { hasText: 'selected' }).waitFor();
}
