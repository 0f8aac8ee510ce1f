// A file over which the server ends while the Specs view asks about many: it is found among them, set aside, and the others are told. The server is pretended.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Server } from '../../client/src/server.ts';
import { type SetAside, setAside } from '../../client/src/set-aside.ts';
import { scanForSpecs } from '../../client/src/specs-scan.ts';
import type { SpecSummary } from '../../server/src/lsp/protocol-specs.ts';
import { summaryOf } from './summaries.mts';
import { folder } from './workbench.mts';

type About = { readonly uris: readonly string[] };

/** Ends whenever it is asked about a file, and says what it was asked. */
function mortal(deadly: string) {
  const restarted = new vscode.EventEmitter<string | undefined>();
  const asked: (readonly string[])[] = [];
  const put: vscode.Uri[] = [];
  const aside: SetAside = setAside({ during: (ask) => ask() });

  async function answer({ uris }: About): Promise<readonly SpecSummary[]> {
    asked.push(uris);
    if (!uris.includes(deadly)) return uris.map(summaryOf);
    put.push(...[aside.failed() ?? []].flat());
    throw new Error('The server ended');
  }

  const ask = (request: { readonly method: string }, params: About) =>
    aside.middleware.sendRequest?.(request.method, params, undefined, (_, left) => answer(left as About));
  const server = {
    ask,
    running: true,
    onDidChange: restarted.event,
    onDidSend: new vscode.EventEmitter<vscode.TextDocument>().event,
  } as unknown as Server;
  return { server, aside, asked, put, restart: () => restarted.fire(undefined), ask };
}

describe('a file over which the server ends', () => {
  let uris: readonly string[] = [];
  before(async () => {
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder(), '**/*.md'));
    uris = found.map(String).sort();
    assert.ok(2 <= uris.length);
  });

  it('is asked about by itself the second time, set aside, and the others are told', async () => {
    const [deadly = ''] = uris.slice(-1);
    const { server, asked, put, restart } = mortal(deadly);
    const scan = scanForSpecs(server);
    try {
      scan.show(true);
      await scan.settled();
      assert.deepEqual(asked, [uris]);
      assert.deepEqual(put, []);
      restart();
      await scan.settled();
      assert.deepEqual(
        asked.slice(1),
        uris.map((uri) => [uri]),
      );
      assert.deepEqual(put.map(String), [deadly]);
      restart();
      await scan.settled();
      assert.deepEqual(Array.from(scan.found.keys()), uris.slice(0, -1));
      assert.equal(scan.state, 'looked');
      const again = asked.length;
      restart();
      await scan.settled();
      assert.deepEqual(asked.slice(again), [uris.slice(0, -1)], 'nobody is in doubt any more');
    } finally {
      scan.dispose();
    }
  });

  it('leaves the server to be asked many things at once when it is known', async () => {
    const { ask, aside, put } = mortal('file:///deadly.md');
    let answers = 0;
    const open = () =>
      aside.middleware.sendRequest?.('any', { uri: 'file:///slow.md' }, undefined, () => {
        answers += 1;
        return new Promise(() => {});
      });
    for (let failures = 0; failures < 2; failures++) {
      await assert.rejects(async () => ask({ method: 'specs' }, { uris: ['file:///deadly.md'] }));
    }
    assert.deepEqual(put.map(String), ['file:///deadly.md']);
    open();
    open();
    await Promise.resolve();
    assert.equal(answers, 2);
  });
});
