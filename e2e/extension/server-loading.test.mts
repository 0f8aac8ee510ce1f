// What talks to the server is loaded behind the activation: what is asked, restarted and disposed of before it is there. It is pretended.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { followCurrentSpec } from '../../client/src/current-spec.ts';
import { type ClientAndServer, type ClientNeeds, createServer, type MakeClient } from '../../client/src/server.ts';
import { readText, signOfLife } from '../../server/src/lsp/protocol.ts';
import { closeAll, openText, techSpec, until, withSetting } from './workbench.mts';

/** Loads when it is told to, and writes down what becomes of the clients that are made then. */
function slowlyLoaded() {
  const done: string[] = [];
  const logged: string[] = [];
  const needed: ClientNeeds[] = [];
  let loaded: (makeClient: MakeClient) => void = () => assert.fail('it is to be loaded first');
  let failed: (error: Error) => void = () => assert.fail('it is to be loaded first');

  function load(): Promise<MakeClient> {
    done.push('loading');
    return new Promise((resolve, reject) => {
      loaded = resolve;
      failed = reject;
    });
  }

  function makeClient(needs: ClientNeeds): ClientAndServer {
    const number = needed.push(needs);
    const does = (what: string) => async () => {
      done.push(`${number} ${what}`);
    };
    const client = {
      onDidChangeState: () => {},
      getFeature: () => ({ onNotificationSent: () => {} }),
      onNotification: () => {},
      onRequest: () => {},
      isRunning: () => true,
      start: does('starts'),
      dispose: does('ends'),
      sendRequest: does('answers'),
    };
    return { client: client as unknown as ClientAndServer['client'], kill: () => {} };
  }

  const log = { error: (words: string) => logged.push(words) } as unknown as vscode.LogOutputChannel;
  const server = createServer(load, log);
  return {
    server,
    done,
    logged,
    needed,
    isLoading: () => until('it is being loaded', () => 0 < done.length),
    finish: () => loaded(makeClient),
    fail: () => failed(new Error('half of it is missing')),
  };
}

describe('a server whose client is being loaded', () => {
  before(techSpec);
  afterEach(closeAll);

  it('lets the host go on first', async () => {
    const { server, done, isLoading } = slowlyLoaded();
    try {
      // Whoever waited for the activation goes on in one of these.
      for (let step = 0; step < 100; step++) await Promise.resolve();
      assert.deepEqual(done, []);
      await isLoading();
    } finally {
      server.dispose();
    }
  });

  it('covers documents all the same, and does not run', async () => {
    const { document } = await openText('# Trains\n');
    const { server } = slowlyLoaded();
    try {
      assert.equal(server.covers(document), true);
      assert.equal(server.running, false);
    } finally {
      server.dispose();
    }
  });

  it('answers when it is there', async () => {
    const { server, done, isLoading, finish } = slowlyLoaded();
    try {
      const answers = [server.ask(signOfLife, undefined), server.ask(readText, { uri: 'file:///trains.md' })];
      await isLoading();
      assert.deepEqual(done, ['loading']);
      finish();
      await Promise.all(answers);
      assert.deepEqual(done, ['loading', '1 starts', '1 answers', '1 answers']);
      assert.equal(server.running, true);
    } finally {
      server.dispose();
    }
  });

  it('is waited for by whoever waits for the outline', async () => {
    await openText('# Trains\n');
    const { server, done, isLoading, finish } = slowlyLoaded();
    const current = followCurrentSpec(server);
    try {
      const settled = current.settled();
      await isLoading();
      finish();
      await settled;
      assert.deepEqual(done, ['loading', '1 starts', '1 answers']);
    } finally {
      vscode.Disposable.from(current, server).dispose();
    }
  });

  it('is started once where it is restarted, with the settings of then', async () => {
    const { server, done, needed, isLoading, finish } = slowlyLoaded();
    try {
      const restarts = [server.restart()];
      await isLoading();
      restarts.push(server.restart());
      await withSetting('outline.symbols', 'on', async () => {
        finish();
        await Promise.all(restarts);
        assert.deepEqual(done, ['loading', '1 starts']);
        assert.equal(needed[0]?.options.initialization.symbols, 'on');
      });
    } finally {
      server.dispose();
    }
  });

  it('is started anew where it is restarted behind that, without being loaded again', async () => {
    const { server, done, isLoading, finish } = slowlyLoaded();
    try {
      await isLoading();
      finish();
      await server.ask(signOfLife, undefined);
      await server.restart();
      await server.ask(signOfLife, undefined);
      assert.deepEqual(done, ['loading', '1 starts', '1 answers', '1 ends', '2 starts', '2 answers']);
    } finally {
      server.dispose();
    }
  });

  it('is never started where it is disposed of', async () => {
    const { server, done, logged, isLoading, finish } = slowlyLoaded();
    const answer = server.ask(signOfLife, undefined);
    await isLoading();
    server.dispose();
    finish();
    await assert.rejects(answer, vscode.CancellationError);
    assert.equal(server.running, false);
    assert.deepEqual(done, ['loading']);
    assert.deepEqual(logged, []);
  });

  it('is not started anew where it is disposed of while it is restarted', async () => {
    const { server, done, isLoading, finish } = slowlyLoaded();
    await isLoading();
    finish();
    await server.ask(signOfLife, undefined);
    const restarted = server.restart();
    server.dispose();
    await assert.rejects(restarted, vscode.CancellationError);
    assert.deepEqual(done, ['loading', '1 starts', '1 answers', '1 ends', '1 ends']);
  });

  it('that cannot be loaded says why, to the log and to whoever asks', async () => {
    const { server, logged, isLoading, fail } = slowlyLoaded();
    try {
      const [answer, restarted] = [server.ask(signOfLife, undefined), server.restart()];
      await isLoading();
      fail();
      await assert.rejects(answer, /^Error: half of it is missing$/);
      await assert.rejects(restarted, /^Error: half of it is missing$/);
      await assert.rejects(server.ask(signOfLife, undefined), /^Error: half of it is missing$/);
      assert.equal(server.running, false);
      assert.deepEqual(logged, ['Error: half of it is missing']);
    } finally {
      server.dispose();
    }
  });

  it('that could not be loaded is loaded again where it is restarted', async () => {
    const { server, done, isLoading, fail, finish } = slowlyLoaded();
    try {
      const answer = server.ask(signOfLife, undefined);
      await isLoading();
      fail();
      await assert.rejects(answer, /^Error: half of it is missing$/);
      const restarted = server.restart();
      await until('it is being loaded again', () => 1 < done.length);
      finish();
      await restarted;
      await server.ask(signOfLife, undefined);
      assert.deepEqual(done, ['loading', 'loading', '1 starts', '1 answers']);
    } finally {
      server.dispose();
    }
  });
});
