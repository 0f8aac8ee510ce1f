// A server that is waited for: it is started anew meanwhile, comes late, or never. Nobody waits for ever. It is pretended.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { followCurrentSpec } from '../../client/src/current-spec.ts';
import { explainTemplate } from '../../client/src/explanation.ts';
import type { Parts } from '../../client/src/parts.ts';
import { NoServer } from '../../client/src/presence.ts';
import type { ClientNeeds } from '../../client/src/server.ts';
import { createStatus } from '../../client/src/status.ts';
import { showTemplateActions } from '../../client/src/template-actions.ts';
import { type Outline, signOfLife } from '../../server/src/lsp/protocol.ts';
import { type Behaviour, pretendedServer } from './pretended-client.mts';
import { closeAll, openText, techSpec, until } from './workbench.mts';

const silence = new NoServer('Tech Spec has not started, because its server does not answer.');
const givenUp = new NoServer('Tech Spec has stopped, because its server failed several times.');
const refused = new NoServer('Tech Spec has not started: no memory');

describe('a server that never answers when it is started', () => {
  before(techSpec);
  afterEach(closeAll);

  it('is waited for only so long, which is said', async () => {
    const { server, clients, logged, tooLong } = await starting({ start: never });
    try {
      const waiting = [server.ask(signOfLife, undefined), server.started(), server.restart()];
      await until('another starts', () => clients.length === 2);
      tooLong();
      await rejected([...waiting, server.ask(signOfLife, undefined)], silence);
      assert.equal(server.running, false);
      assert.equal(server.trouble, silence.message);
      assert.deepEqual(logged, [silence.message]);
    } finally {
      server.dispose();
    }
  });

  it('is watched until then, and not longer', async () => {
    const { server, watchedStarts, tooLong } = await starting({ start: never });
    try {
      assert.equal(watchedStarts(), 1);
      tooLong();
      await until('nothing is watched', () => watchedStarts() === 0);
    } finally {
      server.dispose();
    }
  });

  it('answers where it comes late', async () => {
    const { server, clients, happened, tooLong } = await starting({ start: never });
    try {
      tooLong();
      clients[0]?.runs(true);
      await server.started();
      await server.ask(signOfLife, undefined);
      assert.equal(server.trouble, undefined);
      assert.deepEqual(happened, ['loading', '1 starts', '1 answers']);
    } finally {
      server.dispose();
    }
  });

  it('is replaced where it is restarted, and those who wait are answered', async () => {
    const { server, happened } = await starting({ start: (number) => (number === 1 ? never() : ready()) });
    try {
      const answer = server.ask(signOfLife, undefined);
      await server.restart();
      await answer;
      assert.deepEqual(happened, ['loading', '1 starts', '1 ends', '2 starts', '2 answers']);
    } finally {
      server.dispose();
    }
  });

  it('is replaced by another that is replaced itself', async () => {
    const { server, happened, clients } = await starting({ start: (number) => (number < 3 ? never() : ready()) });
    try {
      const first = server.restart();
      await until('the second starts', () => clients.length === 2);
      await Promise.all([first, server.restart()]);
      assert.deepEqual(happened, ['loading', '1 starts', '1 ends', '2 starts', '2 ends', '3 starts']);
    } finally {
      server.dispose();
    }
  });

  it('is said in the status bar until it runs', async () => {
    await openText('# Trains\n');
    const { server, clients, tooLong } = await starting({ start: never, answer: async () => summary });
    const current = followCurrentSpec(server);
    const item = createStatus(current, server);
    try {
      tooLong();
      await until('it is said', () => item.text === '$(warning) Tech Spec');
      assert.equal(item.tooltip, silence.message);
      clients[0]?.runs(true);
      await until('how much is written is said', () => item.text === '1/2');
    } finally {
      vscode.Disposable.from(item, current, server).dispose();
    }
  });

  it('leaves the status bar empty where no Markdown is open', async () => {
    await until('nothing is open', () => vscode.window.visibleTextEditors.length === 0);
    const { server, tooLong } = await starting({ start: never });
    const current = followCurrentSpec(server);
    const item = createStatus(current, server);
    // VS Code gives it the words of an earlier one.
    item.text = '';
    try {
      const drawn = new Promise<void>((resolve) => current.onDidChange(resolve));
      tooLong();
      await drawn;
      assert.equal(item.text, '');
    } finally {
      vscode.Disposable.from(item, current, server).dispose();
    }
  });

  for (const [name, command] of [
    ['a click in the status bar', showTemplateActions],
    ['a command that shows a page', (parts: Parts) => explainTemplate(parts, undefined)],
  ] as const) {
    it(`refuses ${name} at once`, async () => {
      await openText('# Trains\n');
      const { server, tooLong } = await starting({ start: never });
      const current = followCurrentSpec(server);
      try {
        tooLong();
        const explanations = { refresh: () => assert.fail('there is nothing to be asked for') };
        await assert.rejects(command({ server, current, explanations } as unknown as Parts), silence);
      } finally {
        vscode.Disposable.from(current, server).dispose();
      }
    });
  }
});

describe('a server that does not start', () => {
  before(techSpec);
  afterEach(closeAll);

  it('says why, and nothing of it is left', async () => {
    const { server, happened } = await starting({ start: () => Promise.reject(new Error('no memory')) });
    try {
      await assert.rejects(server.started(), new NoServer('Tech Spec has not started: no memory'));
      assert.deepEqual(happened, ['loading', '1 starts', '1 ends']);
    } finally {
      server.dispose();
    }
  });
});

describe('a server that the protocol’s library starts anew', () => {
  before(techSpec);
  afterEach(closeAll);

  it('is waited for, and watched', async () => {
    const { server, clients, happened, watchedStarts } = await running();
    try {
      clients[0]?.failed();
      assert.equal(server.running, false);
      assert.equal(watchedStarts(), 1);
      const waiting = Promise.all([server.started(), server.ask(signOfLife, undefined)]);
      await turn();
      assert.deepEqual(happened, ['loading', '1 starts']);
      clients[0]?.runs(true);
      await waiting;
      assert.deepEqual(happened, ['loading', '1 starts', '1 answers']);
      assert.equal(watchedStarts(), 0);
    } finally {
      server.dispose();
    }
  });

  it('is asked about the document again', async () => {
    await openText('# Trains\n');
    let answers = 0;
    let crash = () => {};
    const { server, clients } = await running({
      async answer() {
        if (answers++ === 0) crash();
        return summary;
      },
    });
    crash = () => {
      clients[0]?.failed();
      setTimeout(() => clients[0]?.runs(true));
      throw new Error('The connection got disposed');
    };
    const current = followCurrentSpec(server);
    try {
      await current.settled();
      assert.equal(current.outline, summary);
    } finally {
      vscode.Disposable.from(current, server).dispose();
    }
  });

  it('is waited for where it ended while it started', async () => {
    let end: (error: Error) => void = () => {};
    const start = () =>
      new Promise<void>((_, reject) => {
        end = reject;
      });
    const { server, clients } = await starting({ start });
    try {
      clients[0]?.failed();
      end(new Error('The connection got disposed'));
      const started = server.started();
      await turn();
      assert.equal(server.trouble, undefined);
      clients[0]?.runs(true);
      await started;
    } finally {
      server.dispose();
    }
  });

  for (const [name, end, trouble] of [
    ['gave up', ({ gaveUp }: ClientNeeds) => gaveUp(), givenUp],
    ['is refused', ({ starts }: ClientNeeds) => starts(Promise.reject(new Error('no memory'))), refused],
  ] as const) {
    it(`is not waited for any more once it ${name}, and nothing of it is left`, async () => {
      const { server, clients, happened, watchedStarts } = await running();
      const [client] = clients;
      try {
        client?.failed();
        const waiting = [server.started(), server.ask(signOfLife, undefined)];
        if (client !== undefined) end(client);
        await rejected(waiting, trouble);
        assert.deepEqual(happened, ['loading', '1 starts', '1 ends']);
        // Its connection ends with it.
        client?.failed();
        assert.equal(server.trouble, trouble.message);
        assert.equal(watchedStarts(), 0);
      } finally {
        server.dispose();
      }
    });
  }

  it('is not heard any more where it was replaced', async () => {
    const { server, clients } = await running();
    try {
      await server.restart();
      clients[0]?.failed();
      clients[0]?.gaveUp();
      assert.equal(server.running, true);
    } finally {
      server.dispose();
    }
  });
});

/** Of a spec whose second section is open. */
const summary = {
  version: 1_000_000,
  template: { name: 'Any', uri: null },
  stage: 'draft',
  progress: { done: 1, of: 2 },
  sections: [],
} as unknown as Outline;

async function rejected(waiting: readonly Promise<unknown>[], trouble: Error): Promise<void> {
  await Promise.all(waiting.map((each) => assert.rejects(each, trouble)));
}

function never(): Promise<void> {
  return new Promise(() => {});
}

async function ready(): Promise<void> {}

/** What is done meanwhile without anybody’s doing has happened. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Loaded, and begun to start. */
async function starting(behaviour: Behaviour) {
  const pretended = pretendedServer(behaviour);
  await pretended.isLoading();
  pretended.finish();
  await until('it is started', () => 0 < pretended.clients.length);
  return pretended;
}

async function running(behaviour: Behaviour = {}) {
  const pretended = await starting(behaviour);
  await pretended.server.started();
  return pretended;
}
