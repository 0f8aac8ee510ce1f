// What is to be looked at in every kind of theme and comes in no other path: a picture of each, with what it shows. Colours in the text: colours.test.mts.

import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Step } from './author.mts';
import { type Drawn, drawnIn } from './contrast.mts';
import { clickText, hoverAt } from './editor.mts';
import { heightenView, newFileRow, openView, treeBecomes } from './views.mts';
import { eventually, openFile, press, quickRows, runCommand, type Workbench, wordsOf } from './workbench.mts';

/** The folder that the steps are walked in. */
export const lookedAt = {
  '.tech-spec.json': JSON.stringify({
    specs: [{ files: 'plans/*.md', template: 'templates/plan.md', ready: { status: ['accepted'] } }],
  }),
  'templates/plan.md': `---
status: draft|proposed|accepted
owner:
---

# Plan

## Goals

Say in 1-2 sentences what will be different, and for whom.

## Risks

Name what could go wrong, and how it would be noticed:

- in the first week
- later

## Costs

Say how much, and who pays.
`,
  'templates/trial.md':
    '# Trial\n\n## Question\n\nAsk one thing.\n\n## Method\n\nSay how it was tried.\n\n## Answer\n\nSay it in one paragraph.\n',
  'trials/winter.md':
    '# Winter\n\n## Question\n\nDo people travel by night when it snows?\n\n## Method\n\nWe counted.\n',
  'plans/1-search.md': '---\nstatus: draft\nowner: Ada\n---\n\n# Search by voice\n\n## Goals\n',
  'plans/2-drafts.md':
    '---\nstatus: draft\nowner: Ada\n---\n\n# Shared drafts\n\n## Goals\n\nWrite.\n\n## Risks\n\nTBD\n\n## Costs\n\nNone.\n',
  'plans/3-hours.md':
    '---\nstatus: draft\nowner: Ada\n---\n\n# Quiet hours\n\n## Goals\n\nSleep.\n\n## Risks\n\nNone.\n\n## Costs\n\nN/A\n',
  'plans/4-trains.md': '---\nstatus: accepted\nowner: Ada\n---\n\n# Night trains\n\n## Goals\n\nSleep.\n\n## Risks\n',
  'plans/5-ferries.md':
    '---\nstatus: \nowner: Ada\n---\n\n# Ferries\n\n## Goals\n\nWho lives on an island comes to town. The last boat leaves at ten.\n',
} as const;

export const looks: readonly Step[] = [
  {
    name: 'Specs have a colour where they are answered, and a louder one where they claim to be ready and are not',
    picture: 'looks-1-specs',
    async act(workbench) {
      await heightenView(workbench, 'Specs', 200);
      const rows = await treeBecomes(workbench, 'Specs', 'five specs', (all) => all.length === 6);
      const pane = await openView(workbench, 'Specs');
      const icons = pane.locator('.monaco-list-row .custom-view-tree-node-item-icon');
      const colors = await icons.evaluateAll((all) => all.map((icon) => getComputedStyle(icon).color));
      const [template, untouched, half, whole, late] = colors;
      assert.deepEqual([untouched, half], [template, template]);
      assert.equal(new Set([template, whole, late]).size, 3);
      await legible(workbench, pane.locator('.monaco-list-row'));
      return rows.map(({ spoken }) => spoken).join(' · ');
    },
  },
  {
    name: 'New File… offers a tech spec',
    picture: 'looks-2-new-file',
    async act(workbench) {
      const row = await newFileRow(workbench, 'Tech Spec');
      await legible(workbench, row);
      return (await wordsOf(row)).join();
    },
  },
  {
    name: 'lenses say how far a spec is, and put in what is missing',
    picture: 'looks-3-lenses',
    async act(workbench) {
      const { page } = workbench;
      await press(workbench, 'Escape');
      await openFile(workbench, 'plans/5-ferries.md');
      const lens = page.locator('.codelens-decoration:visible');
      const said = () => wordsOf(lens);
      const [words] = await eventually(workbench, 'the lenses', said, (all) => all.join().includes('Insert missing'));
      assert.equal(words, '1/3 sections | Insert missing');
      return words;
    },
  },
  {
    name: 'Spec Outline marks what is open so that it is seen',
    picture: 'looks-4-outline',
    async act(workbench) {
      const { page } = workbench;
      await openFile(workbench, 'plans/4-trains.md');
      await heightenView(workbench, 'Spec Outline', 100);
      await treeBecomes(workbench, 'Spec Outline', 'three sections', (all) => all.length === 3);
      const rows = (await openView(workbench, 'Spec Outline')).locator('.monaco-list-row');
      await legible(workbench, rows);
      const open = rows.filter({ hasNotText: 'Goals' }).locator('.custom-view-tree-node-item-icon');
      const drawn = await drawnIn(open);
      assert.deepEqual(
        drawn.map(({ words }) => words),
        ['codicon-circle-large-outline', 'codicon-add'],
      );
      const quiet = (await openView(workbench, 'Specs')).locator('.codicon-color-mode').first();
      assert.notEqual(await colorOf(open.first()), await colorOf(quiet));
      // What WCAG asks of an icon.
      assert.deepEqual(
        drawn.filter(({ contrast }) => contrast < 3),
        [],
      );
      await rows.first().hover();
      const tooltip = page.locator('.workbench-hover-container:visible').last();
      await tooltip.waitFor();
      const said = (await wordsOf(tooltip)).join(' ');
      assert.match(said, /Say in 1-2 sentences .* Line 8 of the template$/);
      await legible(workbench, tooltip);
      return said;
    },
  },
  {
    name: 'front matter is completed with the template’s choices',
    picture: 'looks-5-front-matter',
    async act(workbench) {
      await openFile(workbench, 'plans/5-ferries.md');
      await clickText(workbench, 'status: ');
      await press(workbench, 'End');
      await askUntil(workbench, workbench.page.locator(suggested).first());
      const rows = await suggestions(workbench, 'accepted');
      // VS Code's own snippets may come behind.
      assert.deepEqual(rows.slice(0, 3), ['draft', 'proposed', 'accepted']);
      return rows.join(' · ');
    },
  },
  {
    name: '# offers the sections that are still to be written, with what the template says of them',
    picture: 'looks-6-sections',
    async act(workbench) {
      const { page } = workbench;
      await press(workbench, 'Escape', 'Control+End', 'Enter');
      await page.keyboard.type('#');
      const rows = await suggestions(workbench, 'Risks');
      assert.deepEqual(rows.slice(0, 2), ['Risks', 'Costs']);
      const details = page.locator('.suggest-details:visible');
      await askUntil(workbench, details);
      const says = async () => (await wordsOf(details)).join(' ');
      const said = await eventually(workbench, 'the guidance', says, (words) => words.includes('what could go wrong'));
      await legible(workbench, details);
      return said;
    },
  },
  {
    name: 'a hover says what the template asks, how far the section is, and where to read it',
    picture: 'looks-7-hover',
    async act(workbench) {
      await press(workbench, 'Escape', 'Control+Z');
      const said = await hoverAt(workbench, 'Goals', 'Required in', 'Quick Fix');
      assert.match(
        said,
        /Goals · answered · 2 of at most 2 sentences Say in 1-2 sentences what will be different, and for whom\. Required in “Plan”, line 8/,
      );
      await legible(workbench, workbench.page.locator('.monaco-editor .monaco-hover:visible .markdown-hover'));
      return said;
    },
  },
  {
    name: 'what a template would find is shown before anything is written',
    picture: 'looks-8-template',
    async act(workbench) {
      const { page } = workbench;
      await press(workbench, 'Control+P');
      await page.keyboard.type('trial.md');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'trial.md' }).first().click();
      await page.locator('.tab.active', { hasText: 'trial.md' }).waitFor();
      await runCommand(workbench, 'Tech Spec: Use This File as a Template');
      const rows = await quickRows(workbench);
      assert.ok(rows.includes('Section “Answer” is missing: the template asks for it after “Method” trials/winter.md'));
      await page.getByPlaceholder('Nothing is written yet').waitFor();
      const list = page.locator('.quick-input-list:visible');
      await legible(workbench, list.locator('.monaco-list-row:not(.focused)'));
      return rows.join(' · ');
    },
  },
];

async function colorOf(icon: Locator): Promise<string> {
  return await icon.evaluate((element) => getComputedStyle(element).color);
}

const suggested = '.suggest-widget.visible .monaco-list-row .label-name';

/** Presses Ctrl+Space, which opens suggestions, and then what is to be said of the first: again where it was not heard. */
async function askUntil(workbench: Workbench, wanted: Locator): Promise<void> {
  const ask = async () => {
    await press(workbench, 'Control+Space');
    await wanted.waitFor({ timeout: 5000 }).catch(() => undefined);
    return await wanted.isVisible();
  };
  await eventually(workbench, 'what Ctrl+Space asks for', ask, (isThere) => isThere);
}

/** What is suggested, by its label, as soon as one is `label`. */
async function suggestions(workbench: Workbench, label: string): Promise<string[]> {
  const rows = workbench.page.locator(suggested);
  const read = () => wordsOf(rows);
  const found = await eventually(workbench, `${label} is suggested`, read, (all) => all.includes(label));
  await legible(workbench, rows);
  return found;
}

/** They say something, and all of it has the contrast that WCAG asks of text, once it is fully drawn: hovers come in slowly. */
async function legible(workbench: Workbench, elements: Locator): Promise<void> {
  const isLegible = (drawn: readonly Drawn[]) => 0 < drawn.length && drawn.every(({ contrast }) => 4.5 <= contrast);
  await eventually(workbench, 'words that can be read', () => drawnIn(elements), isLegible);
}
