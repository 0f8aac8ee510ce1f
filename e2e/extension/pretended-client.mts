// A client of the protocol and its server, pretended: they do what a test says, and what becomes of them is written down.

import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { type ClientAndServer, type ClientNeeds, createServer, type MakeClient } from '../../client/src/server.ts';
import type { Watchdog } from '../../client/src/watchdog.ts';
import { until } from './workbench.mts';

/** How one starts, and what it answers: each resolves or rejects as the test wants. */
export interface Behaviour {
  readonly start?: (number: number) => Promise<void>;
  readonly answer?: (number: number) => Promise<unknown>;
}

/** Loads when it is told to; the clients that are made then have numbers from 1 on. */
export function pretendedServer({ start = done, answer = done }: Behaviour = {}) {
  const happened: string[] = [];
  const logged: string[] = [];
  const clients: PretendedClient[] = [];
  let loaded: (makeClient: MakeClient) => void = () => assert.fail('it is to be loaded first');
  let failed: (error: Error) => void = () => assert.fail('it is to be loaded first');
  const watches: { stuck: () => void; owed: number }[] = [];

  function load(): Promise<MakeClient> {
    happened.push('loading');
    return new Promise((resolve, reject) => {
      loaded = resolve;
      failed = reject;
    });
  }

  function makeClient(needs: ClientNeeds): ClientAndServer {
    const number = clients.length + 1;
    let isRunning = false;
    let tellState = () => {};
    function runs(is: boolean): void {
      isRunning = is;
      tellState();
    }
    const client = {
      onDidChangeState: (listener: () => void) => {
        tellState = listener;
      },
      getFeature: () => ({ onNotificationSent: () => {} }),
      onNotification: () => {},
      onRequest: () => {},
      isRunning: () => isRunning,
      start() {
        happened.push(`${number} starts`);
        const started = start(number).then(() => runs(true));
        needs.starts(started);
        return started;
      },
      async sendRequest() {
        const answered = await answer(number);
        happened.push(`${number} answers`);
        return answered;
      },
    };
    async function end(): Promise<void> {
      happened.push(`${number} ends`);
    }
    clients.push({ ...needs, runs });
    return { client: client as unknown as ClientAndServer['client'], kill: () => {}, end };
  }

  function watch(_: unknown, stuck: () => void): Watchdog {
    const watched = { stuck, owed: 0 };
    watches.push(watched);
    return {
      async during(ask) {
        watched.owed += 1;
        return await ask().finally(() => {
          watched.owed -= 1;
        });
      },
    };
  }

  const write = (words: string) => logged.push(words);
  const log = { error: write, warn: write } as unknown as vscode.LogOutputChannel;
  const server = createServer(load, log, watch);
  return {
    server,
    happened,
    logged,
    clients,
    isLoading: () => until('it is being loaded', () => happened.includes('loading')),
    finish: () => loaded(makeClient),
    fail: () => failed(new Error('half of it is missing')),
    /** The starts that are watched now. */
    watchedStarts: () => watches[0]?.owed,
    /** As long as anybody waits for a server that starts. */
    tooLong: () => watches[0]?.stuck(),
  };
}

interface PretendedClient extends ClientNeeds {
  /** Whether its server runs, from now on; also where the protocol’s library started it anew. */
  readonly runs: (is: boolean) => void;
}

async function done(): Promise<undefined> {}
