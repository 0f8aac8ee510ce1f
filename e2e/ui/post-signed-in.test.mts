// Posting a spec as its author sees it with VS Code’s own sign-in: what it asks for, what is shown and confirmed, the link to what was created, and what is told where GitHub does not take it.

import assert from 'node:assert/strict';
import type { Answer } from '../../client/test/pretended-github.ts';
import { trains } from '../../client/test/pretended-repository.ts';
import type { Step } from './author.mts';
import { visibleLines } from './editor.mts';
import { type Enterprise, oneTimeCode, startEnterprise } from './enterprise.mts';
import { folderOf, opened, testSteps } from './opened.mts';
import { answer, choose, posted, question, row } from './posting.mts';
import { inTheme, themes } from './themes.mts';
import { notification } from './views.mts';
import { eventually, openFile, press, quickRows, runCommand, type Workbench, wordsOf } from './workbench.mts';

const repository = {
  ...trains,
  discussionCategories: {
    nodes: [
      { id: 'C_1', name: 'Ideas', slug: 'ideas', description: 'What could be' },
      { id: 'C_2', name: 'Q&A', slug: 'q-a', description: null },
    ],
  },
  label0: { id: 'L_1' },
  label1: null,
};
/** What GitHub answers, by the names of queries. */
const answers: Record<string, Answer> = {
  Labels: { body: { data: { addLabelsToLabelable: { clientMutationId: null } } } },
};
let github: Enterprise;

const body = `## Summary

Who lives far away comes home **by night**.

## Scope

- sleepers from \`north\` to \`south\`
- no trams

## Testing`;

const signedIn: readonly Step[] = [
  {
    name: 'VS Code asks whether Tech Spec may sign in',
    picture: 'post-4-sign-in',
    async act(workbench) {
      await openFile(workbench, 'night-trains.md');
      await runCommand(workbench, 'Tech Spec: Post to Discussion Board');
      await choose(workbench, 'Post all the same');
      await choose(workbench, 'Sign In to GitHub');
      const said = await dialogWith(workbench, 'Allow');
      assert.match(said, /The extension 'Tech Spec' wants to sign in using/);
      return said;
    },
  },
  {
    name: 'GitHub is asked to let in for what everyone can see, and for nothing else',
    picture: 'post-5-code',
    async act(workbench) {
      await dialog(workbench).getByRole('button', { name: 'Allow' }).click();
      const said = await dialogWith(workbench, 'Copy & Continue');
      assert.ok(said.includes(oneTimeCode));
      assert.deepEqual(github.scopes, ['public_repo']);
      return said;
    },
  },
  {
    name: 'who comes back from GitHub is asked for the category',
    picture: 'post-6-category',
    async act(workbench) {
      answers.Place = { body: { data: { repository } } };
      const goOn = dialog(workbench).getByRole('button', { name: 'Copy & Continue' });
      assert.equal(await opens(workbench, () => goOn.click()), `${github.web}/login/device`);
      await row(workbench, 'Ideas').waitFor();
      const said = (await quickRows(workbench)).join(' · ');
      assert.match(said, /^Ideas What could be · Q&A/);
      return said;
    },
  },
  {
    name: 'the title is the spec’s own, to be changed',
    picture: 'post-7-title',
    async act(workbench) {
      await choose(workbench, 'Ideas');
      await question(workbench, 'The title').waitFor();
      const title = await workbench.page.locator('.quick-input-widget:visible input[type="text"]:visible').inputValue();
      assert.equal(title, 'Tech spec: Night trains');
      return title;
    },
  },
  {
    name: 'the text is shown before it is posted: all of it, and nothing else',
    picture: 'post-8-confirm',
    async act(workbench) {
      const { page } = workbench;
      await answer(workbench, 'The title');
      await row(workbench, 'Post this discussion').waitFor();
      await eventually(
        workbench,
        'the text',
        () => visibleLines(workbench),
        (lines) => lines.join('\n') === `${body}\n`,
      );
      const [asked, text] = await Promise.all([
        page.locator('.quick-input-widget:visible').boundingBox(),
        page.locator('.editor-group-container.active .view-lines').boundingBox(),
      ]);
      assert.ok(asked!.y + asked!.height < text!.y, 'the question does not lie over the text');
      assert.deepEqual(
        github.asked.map(({ name }) => name),
        ['Place'],
      );
      const said = (await wordsOf(row(workbench, 'Post this discussion'))).join();
      assert.match(said, /With “tech spec” · without “needs review”/);
      return said;
    },
  },
  {
    name: 'what was posted is told, and the text is shown no longer',
    picture: 'post-9-posted',
    async act(workbench) {
      const made = { id: 'D_7', number: 7, url: `${github.web}/ada/trains/discussions/7` };
      answers.Discussion = { body: { data: { createDiscussion: { discussion: made } } } };
      await choose(workbench, 'Post this discussion');
      const said = await notification(workbench, 'Discussion #7 is posted: “Tech spec: Night trains”');
      const title = 'Tech spec: Night trains';
      assert.deepEqual(
        github.asked.slice(1).map(({ variables }) => variables.input),
        [
          { repositoryId: 'R_1', categoryId: 'C_1', title, body },
          { labelableId: 'D_7', labelIds: ['L_1'] },
        ],
      );
      assert.equal(await workbench.page.locator('.editor-group-container').count(), 1);
      return said;
    },
  },
  {
    name: 'a button opens what was posted',
    picture: 'post-10-opened',
    async act(workbench) {
      const address = await opens(workbench, () => button(workbench, 'Open in Browser').click());
      assert.equal(address, `${github.web}/ada/trains/discussions/7`);
      return address;
    },
  },
  {
    name: 'who is signed in is not asked again, and told where GitHub takes no more',
    picture: 'post-11-limit',
    async act(workbench) {
      answers.Place = { status: 403, headers: { 'retry-after': '600' }, body: { message: 'Slow down' } };
      await runCommand(workbench, 'Tech Spec: Create Issue');
      await choose(workbench, 'Create the issue all the same');
      const said = await notification(
        workbench,
        'GitHub takes no more requests for 10 min. The text is on the clipboard',
      );
      assert.deepEqual(github.scopes, ['public_repo']);
      return said;
    },
  },
  {
    name: 'the text can be pasted then',
    picture: 'post-12-pasted',
    async act(workbench) {
      await runCommand(workbench, 'File: New Untitled Text File');
      await press(workbench, 'Control+V');
      const isThere = (lines: readonly string[]) => lines.join('\n') === body;
      return (await eventually(workbench, 'the text', () => visibleLines(workbench), isThere)).join('\n');
    },
  },
  {
    name: 'a repository that is not found may be private, which is another sign-in',
    picture: 'post-13-private',
    async act(workbench) {
      answers.Place = { body: { data: null, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve' }] } };
      await openFile(workbench, 'night-trains.md');
      await button(workbench, 'Try Again').click();
      await choose(workbench, 'Create the issue all the same');
      return await notification(workbench, '“ada/trains” was not found');
    },
  },
  {
    name: 'that sees private repositories, too, and goes on where the first one ended',
    picture: 'post-14-private-title',
    async act(workbench) {
      await button(workbench, 'Sign In for Private Repositories').click();
      await dialog(workbench).getByRole('button', { name: 'Allow' }).click();
      await dialogWith(workbench, 'Copy & Continue');
      assert.deepEqual(github.scopes, ['public_repo', 'repo']);
      answers.Place = { body: { data: { repository } } };
      await opens(workbench, () => dialog(workbench).getByRole('button', { name: 'Copy & Continue' }).click());
      await question(workbench, 'The title').waitFor();
      const { authorization } = github.asked.at(-1)!;
      assert.equal(authorization, 'bearer gho_repo');
      return authorization;
    },
  },
];

describe('posting a spec with VS Code’s own sign-in', () => {
  before(async () => {
    github = await startEnterprise(answers);
  });
  after(() => github.stop());
  // Read when it is known.
  const settings = {
    ...inTheme(themes[1]),
    get 'github-enterprise.uri'() {
      return github.web;
    },
  };
  testSteps(signedIn, opened({ folder: folderOf(posted), settings }));
});

/** The address of the page that opens in the browser. VS Code has one of this machine go through a server of its own, which is not here: so it is fetched without. */
async function opens({ page }: Workbench, act: () => Promise<void>): Promise<string> {
  const [opened] = await Promise.all([page.waitForEvent('popup'), act()]);
  await opened.waitForURL(/\/proxy\/\d+\//, { waitUntil: 'commit' });
  const address = opened.url().replace(/^.*\/proxy\/(\d+)/, 'http://127.0.0.1:$1');
  await opened.close();
  assert.equal((await fetch(address)).status, 200);
  return address;
}

/** VS Code’s own dialog. */
function dialog({ page }: Workbench) {
  return page.locator('.monaco-dialog-box:visible');
}

/** Waits for the dialog with this button, and gives its words. */
async function dialogWith(workbench: Workbench, name: string): Promise<string> {
  await dialog(workbench).getByRole('button', { name }).waitFor();
  return (await wordsOf(dialog(workbench))).join();
}

function button({ page }: Workbench, name: string) {
  return page.locator('.notification-list-item:visible').getByRole('button', { name });
}
