// Posting a spec as its author sees it who is not signed in: what is left, the two ways on, and the page in the browser.

import assert from 'node:assert/strict';
import type { Step } from './author.mts';
import { folderOf, opened, testSteps } from './opened.mts';
import { answer, choose, posted, row } from './posting.mts';
import { openFile, quickRows, runCommand } from './workbench.mts';

const inTheBrowser: readonly Step[] = [
  {
    name: 'what is left is said first',
    picture: 'post-1-left',
    async act(workbench) {
      await openFile(workbench, 'night-trains.md');
      await runCommand(workbench, 'Tech Spec: Post to Discussion Board');
      const rows = await quickRows(workbench);
      assert.deepEqual(rows.slice(0, 2), ['Post all the same', 'Section “Testing” is empty line 17']);
      return rows.join(' · ');
    },
  },
  {
    name: 'who is not signed in may sign in, or go on in the browser',
    picture: 'post-2-way',
    async act(workbench) {
      await choose(workbench, 'Post all the same');
      await row(workbench, 'Sign In to GitHub').waitFor();
      const rows = await quickRows(workbench);
      assert.deepEqual(
        rows.map((words) => words.replace(/ (?:With|A page) .*/, '')),
        ['Sign In to GitHub', 'Go on in the Browser'],
      );
      return rows.join(' · ');
    },
  },
  {
    name: 'the browser is given the text in the address of the page',
    picture: 'post-3-page',
    async act(workbench) {
      const { page } = workbench;
      await choose(workbench, 'Go on in the Browser');
      await answer(workbench, 'The category as its address has it');
      const [opened] = await Promise.all([page.waitForEvent('popup'), answer(workbench, 'The title')]);
      const said = opened.url();
      await opened.close();
      // An address of this machine goes through the server’s proxy, which encodes it once more than GitHub’s own would be.
      assert.match(said, /\/ada\/trains\/discussions\/new\?category=general&title=Tech%20spec:%20Night%20trains&body=/);
      return said;
    },
  },
];

describe('posting a spec in the browser', () => {
  // Nothing listens there: the browser shows so, and its address is what is looked at.
  const settings = { 'github-enterprise.uri': 'http://127.0.0.1:9' };
  testSteps(inTheBrowser, opened({ folder: folderOf(posted), settings }));
});
