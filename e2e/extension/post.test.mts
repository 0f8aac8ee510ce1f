// Posting a spec: what is asked, what is sent, and that nothing is sent before it was confirmed. GitHub is pretended.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PostWorld } from '../../client/src/post-world.ts';
import { trains } from '../../client/test/pretended-repository.ts';
import { sections } from './sections.mts';
import { closeAll, openText, techSpec, until } from './workbench.mts';

const finished = `---
title: "Tech spec: Night trains"
labels: tech spec
---

<!-- Only for us. -->

${sections.map((name) => `## ${name}:\n\nTrains run at night.\n`).join('\n')}`;

const repository = {
  ...trains,
  discussionCategories: { nodes: [{ id: 'C_1', name: 'Ideas', slug: 'ideas', description: 'What could be' }] },
  label0: { id: 'L_1' },
};

/** The world as tests have it, and what was done in it. */
interface Pretended {
  /** Names and inputs of what was sent. */
  readonly sent: { readonly query: string; readonly variables: Record<string, Record<string, unknown>> }[];
  readonly copied: string[];
}

const host = { provider: 'github', web: 'https://github.com', api: 'https://api.github.com' } as const;

describe('posting a spec', () => {
  let real: PostWorld | undefined;
  before(async () => {
    real = { ...(await world()) };
  });
  afterEach(async () => {
    Object.assign(await world(), real);
    await closeAll();
  });

  it('creates an issue of what was shown and confirmed, without what is for the author alone', async () => {
    const { sent } = await pretend();
    await openText(finished);
    await acceptAll('techSpec.createIssue');
    const input = sent.at(-1)?.variables.input;
    assert.deepEqual(
      { ...input, body: '' },
      {
        repositoryId: 'R_1',
        title: 'Tech spec: Night trains',
        body: '',
        labelIds: ['L_1'],
        assigneeIds: [],
      },
    );
    assert.match(String(input?.body), /^## Summary:\n\nTrains run at night\.\n\n## Scope:/);
  });

  it('posts a discussion in the category that was chosen', async () => {
    const { sent } = await pretend();
    await openText(finished);
    await acceptAll('techSpec.postToDiscussionBoard');
    const input = sent.find(({ query }) => query.startsWith('mutation Discussion'))?.variables.input;
    assert.deepEqual([input?.categoryId, input?.title], ['C_1', 'Tech spec: Night trains']);
  });

  it('sends nothing that was not confirmed, and shows it no longer', async () => {
    const { sent } = await pretend();
    await openText(finished);
    const done = vscode.commands.executeCommand('techSpec.createIssue');
    await until('the text is shown', async () => {
      if (shown() === undefined) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return shown();
    });
    assert.match(shown() ?? '', /^## Summary:/);
    const isOver = overOf(done);
    await until('cancelled', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver();
    });
    assert.equal(shown(), undefined);
    assert.deepEqual(
      sent.filter(({ query }) => query.startsWith('mutation')),
      [],
    );
  });

  it('leaves the text on the clipboard where GitHub is out of reach', async () => {
    const { copied } = await pretend({ fetch: async () => await Promise.reject(new TypeError('fetch failed')) });
    await openText(finished);
    await acceptAll('techSpec.createIssue');
    assert.match(copied.join(), /^## Summary:/);
  });

  it('leaves the text on the clipboard where nobody signs in, and where there is no repository', async () => {
    const signedOut = await pretend({ tokenFor: async () => undefined });
    await openText(finished);
    await acceptAll('techSpec.createIssue');
    const lost = await pretend({
      originsOf: async () => ({ repositories: [], otherHosts: ['git.example.com'], lacksGit: false }),
    });
    await acceptAll('techSpec.createIssue');
    assert.deepEqual([signedOut.copied.length, lost.copied.length], [1, 1]);
  });
});

async function world(): Promise<PostWorld> {
  const { posting } = await techSpec();
  assert.ok(posting, 'tests may stand in for the world');
  return posting;
}

async function pretend(other: Partial<PostWorld> = {}): Promise<Pretended> {
  const sent: Pretended['sent'] = [];
  const copied: string[] = [];
  Object.assign(await world(), {
    originsOf: async () => ({
      repositories: [{ remote: 'origin', host, owner: 'ada', name: 'trains' }],
      otherHosts: [],
      lacksGit: false,
    }),
    tokenFor: async () => 'secret',
    openPage: async () => {},
    copy: async (text) => void copied.push(text),
    fetch: async (_, init) => {
      const asked = JSON.parse(String(init?.body));
      sent.push(asked);
      const made = { id: 'D_7', number: 7, url: 'https://github.com/ada/trains/issues/7' };
      const data = {
        repository,
        createIssue: { issue: made },
        createDiscussion: { discussion: made },
        addLabelsToLabelable: { clientMutationId: null },
      };
      return new Response(JSON.stringify({ data }), { headers: { 'content-type': 'application/json' } });
    },
    ...other,
  } satisfies PostWorld);
  return { sent, copied };
}

/** Runs a command, and says Enter to all that it asks. */
async function acceptAll(command: string): Promise<void> {
  const isOver = overOf(vscode.commands.executeCommand(command));
  await until('all is answered', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isOver();
  });
}

function overOf(command: Thenable<unknown>): () => boolean {
  let isOver = false;
  command.then(() => {
    isOver = true;
  });
  return () => isOver;
}

/** The text that is asked about. */
function shown(): string | undefined {
  const editors = vscode.window.visibleTextEditors;
  return editors.find(({ document }) => document.uri.scheme === 'tech-spec-post')?.document.getText();
}
