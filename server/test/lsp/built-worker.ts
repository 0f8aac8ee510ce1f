/** The server as it is shipped for browsers, in a thread that looks like a worker of theirs. */
import { equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface BuiltWorker {
  tell(method: string, params: unknown): void;
  // biome-ignore lint/suspicious/noExplicitAny: what a test makes of it is its matter
  ask(method: string, params: unknown): Promise<any>;
}

const likeBrowser = `
const { parentPort } = require('node:worker_threads');
const self = globalThis;
self.self = self;
self.addEventListener = () => {};
self.postMessage = (data) => parentPort.postMessage(data);
parentPort.on('message', (data) => self.onmessage({ data }));
`;

/** Builds it, starts it, hands it over, and ends it. It asks for files, and is told that there are none. */
export async function withWorker(run: (worker: BuiltWorker) => Promise<void>): Promise<void> {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', 'server/browser'], { cwd: root, encoding: 'utf8' });
  equal(built.status, 0, `${built.stdout}${built.stderr}`);
  const worker = new Worker(likeBrowser + readFileSync(`${root}dist/server/browser.js`, 'utf8'), { eval: true });
  const waiting = new Map<number, (answer: unknown) => void>();
  worker.on('message', ({ id, method, params, result, error }) => {
    if (id === undefined) return;
    if (method === undefined) waiting.get(id)?.(error ?? result);
    else worker.postMessage({ jsonrpc: '2.0', id, result: params?.items?.map(() => null) ?? null });
  });
  let last = 0;
  const tell = (method: string, params: unknown) => worker.postMessage({ jsonrpc: '2.0', method, params });
  const ask = (method: string, params: unknown) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      worker.postMessage({ jsonrpc: '2.0', id: last, method, params });
    });
  try {
    await run({ tell, ask });
  } finally {
    await worker.terminate();
  }
}
