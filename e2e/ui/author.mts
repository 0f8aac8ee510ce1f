// What an author does, from the palette to a spec that is ready. The UI suite tests these steps, `npm start -- --once` shows them.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  clickText,
  colorOf,
  goToHeading,
  hoverAt,
  quickFixes,
  squiggles,
  squiggleUnder,
  takeQuickFix,
} from './editor.mts';
import {
  closePanel,
  notification,
  problemsBecome,
  statusBarItem,
  type TreeRow,
  treeBecomes,
  unfoldView,
} from './views.mts';
import {
  eventually,
  noSelection,
  press,
  quickInput,
  quickRows,
  runCommand,
  saveAs,
  typeText,
  type Workbench,
} from './workbench.mts';

export interface Step {
  /** What the author does, and what comes of it. */
  readonly name: string;
  /** Also the name of its picture. */
  readonly picture: string;
  /** Does it, and gives what was to be seen then; throws where that was not to be seen. */
  act(workbench: Workbench): Promise<string>;
}

const view = 'Spec Outline';
const file = 'tech-specs/offline-reading.md';
const twoSentences =
  'Readers keep articles for journeys without a network. This spec says how they are stored and renewed.';
const thirdSentence = 'Video is for later.';
const answers = [
  'In scope: articles and their pictures. Out of scope: video.',
  'One new table, saved_articles, with an index on the reader.',
  'Readers can save an article, and read it without a network.',
  'A service worker answers from its cache first, because a network that comes and goes costs seconds.',
  'N/A',
  'What is saved is removed at logout, since devices are shared.',
  'Unit tests for the cache, one end-to-end test with the network off.',
  'None at the moment.',
  'N/A',
];

export const authorsPath: readonly Step[] = [
  {
    name: 'New Tech Spec asks for a title, opens the template and selects the first guidance',
    picture: '01-new-spec',
    async act(workbench) {
      await runCommand(workbench, 'Tech Spec: New Tech Spec');
      await quickInput(workbench, 'Offline reading');
      await selection(workbench);
      await unfoldView(workbench, view);
      await outlineBecomes(workbench, 'ten sections', (rows) => rows.length === 10);
      await squiggleUnder(workbench, 'Summary', 'info');
      return await progress(workbench, '0/10');
    },
  },
  {
    name: 'a summary of three sentences is underlined, and the mouse on it says why',
    picture: '02-too-long',
    async act(workbench) {
      await typeText(workbench, `${twoSentences} ${thirdSentence}`);
      await squiggleUnder(workbench, 'Summary', 'warning');
      return await hoverAt(workbench, 'Summary:', 'has 3 sentences', 'Quick Fix');
    },
  },
  {
    name: 'Problems lists it',
    picture: '03-problems',
    async act(workbench) {
      const found = await problemsBecome(workbench, 'overlong-section', (all) =>
        all.some(({ code }) => code === 'overlong-section'),
      );
      const { severity, message, source, line, column } = found.find(({ code }) => code === 'overlong-section')!;
      return `${line}:${column} ${severity} ${message} (${source} overlong-section)`;
    },
  },
  {
    name: 'without the third sentence the summary is an answer',
    picture: '04-mended',
    async act(workbench) {
      await closePanel(workbench);
      await clickText(workbench, thirdSentence);
      // Once to the end of the line as it is wrapped, once to the end of the line.
      await press(workbench, 'Shift+End', 'Shift+End', 'Delete', 'Backspace');
      await squiggleUnder(workbench, 'Summary', undefined);
      await outlineBecomes(workbench, 'Summary is answered', (rows) => stateOf(rows, 'Summary') === 'answered');
      return await progress(workbench, '1/10');
    },
  },
  {
    name: 'a section whose heading is deleted is missing in the outline',
    picture: '05-missing',
    async act(workbench) {
      await goToHeading(workbench, 'Testing');
      await press(workbench, 'Control+Shift+K');
      // What stood under it stands under the section before it, and is no answer of that.
      const isGone = (all: readonly TreeRow[]) =>
        stateOf(all, 'Testing') === 'missing' && stateOf(all, 'Security/Privacy') !== 'answered';
      const rows = await outlineBecomes(workbench, 'Testing is missing', isGone);
      return rows.map(({ spoken }) => spoken).join(' · ');
    },
  },
  {
    name: 'the heading that it would follow offers to put it in',
    picture: '06-quick-fixes',
    async act(workbench) {
      await goToHeading(workbench, 'Security/Privacy');
      return (await quickFixes(workbench, 'Insert section “Testing”')).join(' · ');
    },
  },
  {
    name: 'chosen, it is there again, its guidance selected',
    picture: '07-inserted',
    async act(workbench) {
      await takeQuickFix(workbench, 'Insert section “Testing”');
      const isThere = (rows: readonly TreeRow[]) => stateOf(rows, 'Testing') === 'template’s words';
      await outlineBecomes(workbench, 'Testing is there', isThere);
      await selection(workbench);
      return await progress(workbench, '1/10');
    },
  },
  {
    name: 'Next Open Section leads through the rest, N/A among the answers',
    picture: '08-answered',
    async act(workbench) {
      await goToHeading(workbench, 'Summary');
      for (const [at, answer] of answers.entries()) {
        await press(workbench, 'Control+F8');
        await selection(workbench);
        await typeText(workbench, answer);
        await noSelection(workbench);
        await progress(workbench, `${at + 2}/10`);
      }
      const isWritten = (all: readonly TreeRow[]) =>
        all.every(isAnswered) && stateOf(all, 'Deployment') === 'not applicable';
      const rows = await outlineBecomes(workbench, 'nothing is open', isWritten);
      return rows.map(({ spoken }) => spoken).join(' · ');
    },
  },
  {
    name: 'Ctrl+S saves it beside the others',
    picture: '09-saved',
    async act(workbench) {
      const color = await colorOf(workbench, 'Deployment:');
      await saveAs(workbench, file);
      const saved = await readFile(join(workbench.folder, file), 'utf8');
      assert.ok(saved.includes(`## Summary:\n\n${twoSentences}\n\n## Scope:\n\n${answers[0]}\n`), saved);
      // The file is a spec as the untitled document was: its headings have the colour of sections, and nothing is underlined.
      const isSame = (now: string) => now === color;
      await eventually(workbench, 'colours of a spec', () => colorOf(workbench, 'Deployment:'), isSame);
      assert.deepEqual(await squiggles(workbench), []);
      return await progress(workbench, '10/10');
    },
  },
  {
    name: 'Check Readiness finds the block of instructions',
    picture: '10-not-ready',
    async act(workbench) {
      await runCommand(workbench, 'Tech Spec: Check Readiness');
      return (await quickRows(workbench)).join(' · ');
    },
  },
  {
    name: 'Enter goes there, and a quick fix would delete it',
    picture: '11-instructions',
    async act(workbench) {
      await press(workbench, 'Enter');
      await statusBarItem(workbench, 'Ln 9, Col 1');
      return (await quickFixes(workbench, 'Delete the instructions')).join(' · ');
    },
  },
  {
    name: 'without it the spec is ready',
    picture: '12-ready',
    async act(workbench) {
      await takeQuickFix(workbench, 'Delete the instructions');
      await eventually(
        workbench,
        'no squiggle',
        () => squiggles(workbench),
        (found) => found.length === 0,
      );
      await runCommand(workbench, 'Tech Spec: Check Readiness');
      return await notification(workbench, 'Ready');
    },
  },
];

async function progress(workbench: Workbench, words: string): Promise<string> {
  await statusBarItem(workbench, words);
  return `${words} in the status bar`;
}

/** Waits until something is selected, for what is typed to take its place. */
async function selection({ page }: Workbench): Promise<void> {
  await page.locator('.statusbar-item:visible', { hasText: 'selected' }).waitFor();
}

async function outlineBecomes(
  workbench: Workbench,
  wish: string,
  holds: (rows: readonly TreeRow[]) => boolean,
): Promise<TreeRow[]> {
  return await treeBecomes(workbench, view, wish, holds);
}

function stateOf(rows: readonly TreeRow[], section: string): string | undefined {
  return rows.find(({ label }) => label === section)?.spoken.replace(`${section}, `, '');
}

function isAnswered({ spoken }: TreeRow): boolean {
  return /, (answered|not applicable)$/u.test(spoken);
}
