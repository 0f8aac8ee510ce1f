// What an author does, from the palette to a spec that is ready. The UI suite tests these steps, `npm start -- --once` shows them.

import { goToHeading, quickFix, squiggles, squiggleUnder } from './editor.mts';
import { notification, problems, statusBarItem, treeBecomes } from './views.mts';
import {
  eventually,
  press,
  quickInput,
  quickPick,
  quickRows,
  runCommand,
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
const twoSentences =
  'Readers keep articles for journeys without a network. This spec says how they are stored and renewed.';
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
    name: 'New Tech Spec asks for a title and opens the template',
    picture: '01-new-spec',
    async act(workbench) {
      await runCommand(workbench, 'New Tech Spec');
      await quickInput(workbench, 'Offline reading');
      await selection(workbench);
      return await progress(workbench, '0/10');
    },
  },
  {
    name: 'a summary of three sentences is underlined as too long',
    picture: '02-too-long',
    async act(workbench) {
      await typeText(workbench, `${twoSentences} It leaves video aside.`);
      await squiggleUnder(workbench, 'Summary', 'warning');
      return await problem(workbench, 'overlong-section');
    },
  },
  {
    name: 'the summary in two sentences is an answer',
    picture: '03-mended',
    async act(workbench) {
      await workbench.page.locator('.editor-group-container.active .view-lines').click();
      await goToHeading(workbench, 'Summary');
      await press(workbench, 'ArrowDown', 'ArrowDown', 'Control+L');
      await typeText(workbench, `${twoSentences}\n`);
      await squiggleUnder(workbench, 'Summary', undefined);
      return await progress(workbench, '1/10');
    },
  },
  {
    name: 'a heading that is deleted is missing in the outline',
    picture: '04-missing',
    async act(workbench) {
      await goToHeading(workbench, 'Testing');
      await press(workbench, 'Control+Shift+K');
      const rows = await treeBecomes(workbench, view, 'Testing is missing', (all) =>
        all.some((row) => row.label.includes('Testing') && /missing/i.test(`${row.description} ${row.spoken}`)),
      );
      return rows.map((row) => `${row.label} ${row.description}`.trim()).join(' · ');
    },
  },
  {
    name: 'a quick fix inserts it again',
    picture: '05-inserted',
    async act(workbench) {
      await goToHeading(workbench, 'Security/Privacy');
      await quickFix(workbench, 'Insert section “Testing”');
      await treeBecomes(workbench, view, 'nothing is missing', (all) =>
        all.every((row) => !/missing/i.test(`${row.description} ${row.spoken}`)),
      );
      return 'no section is missing';
    },
  },
  {
    name: 'Next Open Section leads through the rest, N/A among the answers',
    picture: '06-answered',
    async act(workbench) {
      await goToHeading(workbench, 'Summary');
      for (const answer of answers) {
        await runCommand(workbench, 'Next Open Section');
        await selection(workbench);
        await typeText(workbench, answer);
      }
      return await progress(workbench, '10/10');
    },
  },
  {
    name: 'Check Readiness finds the block of instructions',
    picture: '07-not-ready',
    async act(workbench) {
      await runCommand(workbench, 'Check Readiness');
      const rows = await quickRows(workbench);
      await quickPick(workbench, '');
      return rows.join(' · ');
    },
  },
  {
    name: 'without it the spec is ready',
    picture: '08-ready',
    async act(workbench) {
      await quickFix(workbench, 'Delete');
      await runCommand(workbench, 'Check Readiness');
      const message = await notification(workbench, 'ready');
      await eventually(
        workbench,
        'no squiggle',
        () => squiggles(workbench),
        (found) => found.length === 0,
      );
      return message;
    },
  },
];

async function progress(workbench: Workbench, words: string): Promise<string> {
  await statusBarItem(workbench, words);
  return `status bar: ${words}`;
}

async function problem(workbench: Workbench, rule: string): Promise<string> {
  const read = async () => (await problems(workbench)).find(({ code }) => code === rule);
  const found = await eventually(workbench, `problem ${rule}`, read, (each) => each !== undefined);
  return `${found!.line}:${found!.column} ${found!.severity} ${found!.message} (${rule})`;
}

/** Waits until something is selected, for what is typed to take its place. */
async function selection({ page }: Workbench): Promise<void> {
  await page.locator('.statusbar-item:visible', { hasText: 'selected' }).waitFor();
}
