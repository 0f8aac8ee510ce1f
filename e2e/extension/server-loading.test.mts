// What talks to the server is loaded behind the activation: what is asked, restarted and disposed of before it is there. It is pretended.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { followCurrentSpec } from '../../client/src/current-spec.ts';
import { NoServer } from '../../client/src/presence.ts';
import { readText, signOfLife } from '../../server/src/lsp/protocol.ts';
import { pretendedServer } from './pretended-client.mts';
import { closeAll, openText, techSpec, until, withSetting } from './workbench.mts';

describe('a server whose client is being loaded', () => {
  before(techSpec);
  afterEach(closeAll);

  it('lets the host go on first', async () => {
    const { server, happened, isLoading } = pretendedServer();
    try {
      // Whoever waited for the activation goes on in one of these.
      for (let step = 0; step < 100; step++) await Promise.resolve();
      assert.deepEqual(happened, []);
      await isLoading();
    } finally {
      server.dispose();
    }
  });

  it('covers documents all the same, and does not run', async () => {
    const { document } = await openText('# Trains\n');
    const { server } = pretendedServer();
    try {
      assert.equal(server.covers(document), true);
      assert.equal(server.running, false);
    } finally {
      server.dispose();
    }
  });

  it('answers when it is there', async () => {
    const { server, happened, isLoading, finish } = pretendedServer();
    try {
      const answers = [server.ask(signOfLife, undefined), server.ask(readText, { uri: 'file:///trains.md' })];
      await isLoading();
      assert.deepEqual(happened, ['loading']);
      finish();
      await Promise.all(answers);
      assert.deepEqual(happened, ['loading', '1 starts', '1 answers', '1 answers']);
      assert.equal(server.running, true);
    } finally {
      server.dispose();
    }
  });

  it('is waited for by whoever waits for the outline', async () => {
    await openText('# Trains\n');
    const { server, happened, isLoading, finish } = pretendedServer();
    const current = followCurrentSpec(server);
    try {
      const settled = current.settled();
      await isLoading();
      finish();
      await settled;
      assert.deepEqual(happened.slice(0, 3), ['loading', '1 starts', '1 answers']);
    } finally {
      vscode.Disposable.from(current, server).dispose();
    }
  });

  it('is started once where it is restarted, with the settings of then', async () => {
    const { server, happened, clients, isLoading, finish } = pretendedServer();
    try {
      const restarts = [server.restart()];
      await isLoading();
      restarts.push(server.restart());
      await withSetting('outline.symbols', 'on', async () => {
        finish();
        await Promise.all(restarts);
        assert.deepEqual(happened, ['loading', '1 starts']);
        assert.equal(clients[0]?.options.initialization.symbols, 'on');
      });
    } finally {
      server.dispose();
    }
  });

  it('is started anew where it is restarted behind that, without being loaded again', async () => {
    const { server, happened, isLoading, finish } = pretendedServer();
    try {
      await isLoading();
      finish();
      await server.ask(signOfLife, undefined);
      await server.restart();
      await server.ask(signOfLife, undefined);
      assert.deepEqual(happened, ['loading', '1 starts', '1 answers', '1 ends', '2 starts', '2 answers']);
    } finally {
      server.dispose();
    }
  });

  it('is never started where it is disposed of', async () => {
    const { server, happened, logged, isLoading, finish } = pretendedServer();
    const answer = server.ask(signOfLife, undefined);
    await isLoading();
    server.dispose();
    finish();
    await assert.rejects(answer, vscode.CancellationError);
    assert.equal(server.running, false);
    assert.deepEqual(happened, ['loading']);
    assert.deepEqual(logged, []);
  });

  it('is not started anew where it is disposed of while it is restarted', async () => {
    const { server, happened, isLoading, finish } = pretendedServer();
    await isLoading();
    finish();
    await server.ask(signOfLife, undefined);
    const restarted = server.restart();
    server.dispose();
    await assert.rejects(restarted, vscode.CancellationError);
    assert.deepEqual(happened, ['loading', '1 starts', '1 answers', '1 ends']);
  });

  it('that cannot be loaded says why, to the log and to whoever asks', async () => {
    const { server, logged, isLoading, fail } = pretendedServer();
    try {
      const waiting = [server.ask(signOfLife, undefined), server.restart(), server.started()];
      await isLoading();
      fail();
      const trouble = new NoServer('Tech Spec has not started: half of it is missing');
      await Promise.all(waiting.map((each) => assert.rejects(each, trouble)));
      await assert.rejects(server.ask(signOfLife, undefined), trouble);
      assert.equal(server.running, false);
      assert.equal(server.trouble, 'Tech Spec has not started: half of it is missing');
      assert.deepEqual(logged, ['Tech Spec has not started: half of it is missing']);
    } finally {
      server.dispose();
    }
  });

  it('that could not be loaded is loaded again where it is restarted', async () => {
    const { server, happened, isLoading, fail, finish } = pretendedServer();
    try {
      const answer = server.ask(signOfLife, undefined);
      await isLoading();
      fail();
      await assert.rejects(answer, NoServer);
      const restarted = server.restart();
      await until('it is being loaded again', () => 1 < happened.length);
      finish();
      await restarted;
      await server.ask(signOfLife, undefined);
      assert.deepEqual(happened, ['loading', 'loading', '1 starts', '1 answers']);
    } finally {
      server.dispose();
    }
  });
});
