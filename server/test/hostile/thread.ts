/** A thread that is ended where it does not end by itself: what hangs fails its test, and no other. */
import { fail } from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

export interface Input {
  readonly template: string;
  readonly text: string;
  readonly config?: string;
  /** It never ends: to see that it is ended. */
  readonly endless?: boolean;
}

export interface Told {
  readonly asking?: string;
  readonly done?: true;
  readonly failed?: string;
}

/** In milliseconds: far more than anything may take, on a machine that has much else to do. */
const patience = 60_000;

export interface Thread {
  /** Asks everything of a text. Fails where something throws, and where it has not ended in time. */
  ask(what: string, input: Input, within?: number): Promise<void>;
  end(): Promise<void>;
}

export async function startThread(): Promise<Thread> {
  const code = await bundled();
  let worker: Worker | undefined;
  return {
    async ask(what, input, within = patience) {
      const current = (worker ??= new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 1024 } }));
      const trouble = await answerOf(current, input, within);
      if (trouble === undefined) return;
      worker = undefined;
      await current.terminate();
      fail(`${what}: ${trouble}`);
    },
    async end() {
      await worker?.terminate();
    },
  };
}

/** What went wrong; undefined where nothing did. */
function answerOf(worker: Worker, input: Input, within: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    let at = 'the start';
    const done = (trouble: string | undefined) => {
      limit.removeEventListener('abort', late);
      worker.off('message', hear).off('error', die);
      resolve(trouble);
    };
    const late = () => done(`has not ended after ${within / 1000} seconds, at ${at}`);
    const limit = AbortSignal.timeout(within);
    limit.addEventListener('abort', late);
    const hear = ({ asking, done: isDone, failed }: Told) => {
      at = asking ?? at;
      if (isDone || failed !== undefined) done(failed && `failed at ${at}: ${failed}`);
    };
    const die = (error: Error) => done(`died at ${at}: ${error.message}`);
    worker.on('message', hear).on('error', die);
    worker.postMessage(input);
  });
}

/** A thread loads no TypeScript by itself. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    sourcemap: 'inline',
  });
  return outputFiles[0]!.text;
}
