// What is posted of a spec: asked for by a client of ours.
import { deepEqual, equal } from 'node:assert/strict';
import * as protocol from '../../src/lsp/protocol.ts';
import { post } from '../../src/lsp/protocol-post.ts';
import { type Client, folder, planUri as uri, withClient } from './client.ts';

const template =
  '---\nname: Plan\nabout: A plan\ntitle: "Plan: "\nlabels: plan\n---\n\n## Goals\n\nSay why.\n\n## Risks\n\nSay what could go wrong.\n';
const plan = '---\ntitle: "Plan: Trains"\n---\n\n## Goals\n\n<!-- why -->\n\nShip it.\n';

function withPlan(text: string, run: (client: Client) => Promise<void>, file = 'docs/plan.md'): Promise<void> {
  const files = new Map([[encodeURI(`${folder}/${file}`), template]]);
  return withClient({ files, settings: { template: file } }, async (client) => {
    await client.open(text);
    await run(client);
  });
}

describe('techSpec/post', () => {
  it('is the title, the text, the labels, and what is left, while the document stays a draft', () =>
    withPlan(plan, async (client) => {
      const found = await client.request(post, { uri });
      deepEqual(
        { ...found, left: found?.left.progress },
        {
          title: 'Plan: Trains',
          body: '## Goals\n\nShip it.',
          labels: ['plan'],
          assignees: [],
          issueTemplate: null,
          left: { done: 1, of: 2 },
          open: 1,
        },
      );
      deepEqual(
        found?.left.findings.map(({ rule, severity }) => [rule, severity]),
        [['missing-section', 'error']],
      );
      equal((await client.request(protocol.outline, { uri }))?.stage, 'draft');
      equal((await client.pull()).items[0]?.severity, 3);
    }));

  it('names the template’s file where GitHub knows it for issues', () =>
    withPlan(
      plan,
      async (client) => equal((await client.request(post, { uri }))?.issueTemplate, 'tech spec.md'),
      '.github/ISSUE_TEMPLATE/tech spec.md',
    ));

  it('is null where the document is no spec', () =>
    withPlan('# Milk\n', async (client) => {
      const notes = `${folder}/notes.md`;
      await client.open('# Milk\n\n## When\n\nNow.\n', notes);
      equal(await client.request(post, { uri: notes }), null);
    }));
});
