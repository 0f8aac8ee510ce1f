// What the outline's entries list and can do, over the wire.
import { deepEqual, equal, match } from 'node:assert/strict';
import * as protocol from '../../src/lsp/protocol.ts';
import { type Client, folder, planUri as uri, withClient } from './client.ts';

const shape = `${folder}/docs/shape.md`;
const template = '## Goals\n\nSay why, in 1-2 sentences.\n\n## APIs\n\nWhich.\n\n## Costs\n\nSay how much.\n';
const plan = '## Goals\n\nShip it.\n\n## APIs\n\n- GET /trains\n\n### POST /trains\n\nOne.\n';

function withPlan(text: string, run: (client: Client) => Promise<void>): Promise<void> {
  const files = new Map([[shape, template]]);
  return withClient({ files, settings: { template: 'docs/shape.md' } }, async (client) => {
    await client.open(text);
    await run(client);
  });
}

describe('an entry of the outline', () => {
  it('has what its section lists, with the places', () =>
    withPlan(plan, async (client) => {
      const outline = await client.request(protocol.outline, { uri });
      deepEqual(outline?.sections[1]?.entries, [
        { name: 'GET /trains', range: range(6, 13), children: [] },
        { name: 'POST /trains', range: range(8, 16), children: [] },
      ]);
    }));

  it('says which line of the template asks for it, of a missing one too', () =>
    withPlan(plan, async (client) => {
      const outline = await client.request(protocol.outline, { uri });
      deepEqual(
        outline?.sections.map(({ name, line }) => [name, line]),
        [
          ['Goals', 0],
          ['APIs', 4],
          ['Costs', 8],
        ],
      );
    }));

  it('says whether it is open, and whether N/A could be its answer', () =>
    withPlan(plan, async (client) => {
      const outline = await client.request(protocol.outline, { uri });
      deepEqual(
        outline?.sections.map(({ isOpen, takesNotApplicable }) => [isOpen, takesNotApplicable]),
        [
          [false, false],
          [false, false],
          [true, true],
        ],
      );
    }));
});

describe('techSpec/markNotApplicable', () => {
  it('answers the section at a position', () =>
    withPlan('## Goals\n\nShip it.\n\n## Costs\n\nTBD\n', async (client) => {
      const answer = await client.request(protocol.markNotApplicable, { uri, at: { line: 6, character: 1 } });
      deepEqual(answer, {
        version: 1,
        edits: [{ range: range(6, 3), newText: 'N/A – ' }],
        selection: { start: { line: 6, character: 6 }, end: { line: 6, character: 6 } },
      });
    }));

  it('puts in the section of a path', () =>
    withPlan('## Goals\n\nShip it.\n', async (client) => {
      const answer = await client.request(protocol.markNotApplicable, { uri, at: { path: 'Costs' } });
      match(answer !== null && 'edits' in answer ? (answer.edits[0]?.newText ?? '') : '', /## Costs\n\nN\/A – /);
    }));

  it('says why it does nothing', () =>
    withPlan(plan, async (client) => {
      const at = { line: 2, character: 0 };
      deepEqual(await client.request(protocol.markNotApplicable, { uri, at }), { refused: 'lead', name: 'Goals' });
    }));

  it('is nothing for what is no spec', () =>
    withPlan(plan, async (client) => {
      const readme = `${folder}/README.md`;
      await client.open(plan, readme);
      equal(await client.request(protocol.markNotApplicable, { uri: readme, at: { line: 0, character: 0 } }), null);
    }));
});

/** From a line's start. */
function range(line: number, end: number): protocol.Range {
  return { start: { line, character: 0 }, end: { line, character: end } };
}
