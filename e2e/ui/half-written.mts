// What is to be seen in the half-written example, by whoever opens it. The UI suite tests these steps, `npm start -- --once` shows them.

import type { Step } from './author.mts';
import { goToHeading, hoverAt, squiggleUnder } from './editor.mts';
import { allProblems, closePanel, fileBadge, problems, treeBecomes, unfoldView } from './views.mts';
import { openFile, press, quickRows, runCommand } from './workbench.mts';

export const halfWritten: readonly Step[] = [
  {
    name: 'a half-written spec is underlined where the template asks for more, and its outline says for what',
    picture: '20-half-written',
    async act(workbench) {
      await openFile(workbench, 'tech-specs/offline-drafts.md');
      await unfoldView(workbench, 'Spec Outline');
      await squiggleUnder(workbench, 'User Stories', 'warning');
      const rows = await treeBecomes(workbench, 'Spec Outline', 'ten sections', (all) => all.length === 10);
      return rows.map(({ spoken }) => spoken).join('\n  ');
    },
  },
  {
    name: 'the mouse on a heading says what is wrong there, and what the template asks for',
    picture: '21-hover',
    act: (workbench) => hoverAt(workbench, 'Summary:', 'has 3 sentences', 'Quick Fix'),
  },
  {
    name: 'Problems lists all of it',
    picture: '22-problems',
    async act(workbench) {
      const found = await allProblems(workbench, 'eight of them', (all) => all.length === 8);
      await problems(workbench);
      return found.map(({ line, severity, message, code }) => `${line} ${severity} ${message} (${code})`).join('\n  ');
    },
  },
  {
    name: 'Check Readiness lists what is left, strictly',
    picture: '23-what-is-left',
    async act(workbench) {
      await closePanel(workbench);
      await runCommand(workbench, 'Tech Spec: Check Readiness');
      const rows = await quickRows(workbench);
      // The explorer counts errors and warnings a moment later.
      await fileBadge(workbench, 'offline-drafts.md', '7');
      return rows.join('\n  ');
    },
  },
  {
    name: 'Back to Draft makes it quiet again',
    picture: '24-draft',
    async act(workbench) {
      await press(workbench, 'ArrowUp', 'Enter');
      await goToHeading(workbench, 'Summary');
      await squiggleUnder(workbench, 'User Stories', 'warning');
      return 'User Stories is underlined as a warning';
    },
  },
];
