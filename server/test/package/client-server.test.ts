/** The built clients and their servers, with a pretended VS Code: no process and no worker is left over, however early it is ended. */
import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import childProcess, { type ChildProcess, type ForkOptions } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { home } from '../sources.ts';
import { build } from './built-extension.ts';
import { anything, pretendedVscode } from './pretended-vscode.ts';

interface Made {
  readonly client: { readonly start: () => Promise<void> };
  readonly kill: () => void;
  readonly end: () => Promise<void>;
}

/** What servers do with what they are told, each a program. */
const servers = {
  silent: `process.on('message', () => {});`,
  mortal: `process.on('message', () => process.exit(1));`,
  // It is asked to end, and does not.
  deaf: `process.on('message', ({ id }) => id === 0 && process.send({ jsonrpc: '2.0', id, result: { capabilities: {} } }));`,
  polite: `process.on('message', ({ id, method }) => {
    if (method === 'exit') process.exit();
    if (id !== undefined) process.send({ jsonrpc: '2.0', id, result: { capabilities: {} } });
  });`,
};

describe('a process that is ended by its client', () => {
  let folder = '';
  before('is built', () => {
    build('client/node-client');
    folder = mkdtempSync(join(tmpdir(), 'tech-spec-client-server-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  function serverOf(kind: keyof typeof servers, needs: { readonly failed?: () => void } = {}) {
    const program = join(folder, `${kind}.cjs`);
    writeFileSync(program, servers[kind]);
    return clientOf(program, needs);
  }

  it('leaves no process behind that is still to be forked', async () => {
    const { made, hasEnded } = serverOf('silent');
    const started = rejects(made.client.start());
    await Promise.all([started, made.end()]);
    deepEqual(await hasEnded(), ['SIGKILL']);
  });

  it('leaves none behind while it starts', async () => {
    const { made, forks, hasEnded } = serverOf('silent');
    const started = rejects(made.client.start());
    const [process] = await once(forks, 'forked');
    await once(process, 'spawn');
    await Promise.all([started, made.end()]);
    deepEqual(await hasEnded(), ['SIGKILL']);
  });

  it('leaves none behind while it is forked anew', async () => {
    const { made, forks, hasEnded } = serverOf('mortal');
    forks.once('fork', () => forks.once('fork', made.end));
    const again = once(forks, 'forked').then(() => once(forks, 'forked'));
    await rejects(made.client.start());
    await again;
    deepEqual(await hasEnded(), [1, 'SIGKILL']);
  });

  it('is not forked anew', async () => {
    let end = () => {};
    const { made, hasEnded } = serverOf('mortal', { failed: () => end() });
    end = made.end;
    await rejects(made.client.start());
    deepEqual(await hasEnded(), [1]);
  });

  it('is asked to end where it runs', async () => {
    const { made, hasEnded } = serverOf('polite');
    await made.client.start();
    await made.end();
    deepEqual(await hasEnded(), [0]);
  });

  it('ends where it does not do so when it is asked', async () => {
    const { made, hasEnded } = serverOf('deaf');
    await made.client.start();
    await rejects(made.end());
    deepEqual(await hasEnded(), ['SIGKILL']);
  });

  it('says nothing by itself', async () => {
    const { made, forks, shown } = serverOf('silent');
    forks.once('fork', made.end);
    await rejects(made.client.start());
    deepEqual(shown, []);
  });
});

describe('a worker that is ended by its client', () => {
  before('is built', () => build('client/browser'));
  afterEach(disposeOfAll);

  it('is not made any more', async () => {
    const { workers, reads, restart } = inBrowser();
    const [readFirst] = await once(reads, 'read');
    restart();
    const [readSecond] = await once(reads, 'read');
    readFirst();
    readSecond();
    await once(reads, 'worker');
    await setImmediate();
    deepEqual(workers, ['works']);
  });

  it('is terminated while it starts', async () => {
    const { workers, reads, restart, dispose } = inBrowser();
    reads.on('read', (read) => read());
    await once(reads, 'worker');
    restart();
    await once(reads, 'worker');
    deepEqual(workers, ['terminated', 'works']);
    dispose();
    deepEqual(workers, ['terminated', 'terminated']);
  });
});

describe('the copy of its script that a worker on a machine elsewhere is made from', () => {
  before('is built', () => build('client/browser'));
  afterEach(disposeOfAll);

  it('is let go of when the worker has begun', async () => {
    const { reads, addresses, speak } = inBrowser();
    reads.on('read', (read) => read());
    await once(reads, 'worker');
    equal(addresses.size, 1);
    speak();
    equal(addresses.size, 0);
  });

  it('is let go of when the worker is replaced or ended before', async () => {
    const { reads, addresses, restart, dispose } = inBrowser();
    reads.on('read', (read) => read());
    await once(reads, 'worker');
    restart();
    await once(reads, 'worker');
    equal(addresses.size, 1);
    dispose();
    equal(addresses.size, 0);
  });

  it('is let go of when nobody wants the worker any more', async () => {
    const { reads, addresses, dispose } = inBrowser();
    const [read] = await once(reads, 'read');
    dispose();
    const made = once(reads, 'address');
    read();
    await made;
    await setImmediate();
    equal(addresses.size, 0);
  });
});

/** The extension in a browser, on a machine elsewhere: its server’s script is read before each start. */
function inBrowser() {
  const reads = new EventEmitter<{ read: [() => void]; address: []; worker: [] }>();
  /** Those that lead to something. */
  const addresses = new Set<string>();
  let speak = () => {};
  const workers: ('works' | 'terminated')[] = [];
  const commands = new Map<string, () => void>();
  class Worker {
    readonly #number = workers.push('works') - 1;
    constructor() {
      reads.emit('worker');
    }
    addEventListener(event: 'error' | 'message', listener: () => void): void {
      if (event === 'message') speak = listener;
    }
    terminate(): void {
      workers[this.#number] = 'terminated';
    }
    postMessage(): void {}
  }
  const address = {
    createObjectURL() {
      const made = `blob:${addresses.size}`;
      addresses.add(made);
      reads.emit('address');
      return made;
    },
    revokeObjectURL: (made: string) => addresses.delete(made),
  };
  const readFile = () => {
    return new Promise<Uint8Array>((resolve) => reads.emit('read', () => resolve(new Uint8Array())));
  };
  const vscode = pretendedVscode(
    {
      CancellationError: Error,
      Uri: pretendedVscode({ joinPath: () => ({ scheme: 'vscode-remote' }) }, () => {}),
      commands: pretendedVscode(
        { registerCommand: (name: string, run: () => void) => commands.set(name, run) },
        () => {},
      ),
      window: pretendedVscode({ withProgress: (_: object, run: () => void) => run() }, () => {}),
      workspace: pretendedVscode({ fs: { readFile } }, () => {}),
    },
    () => {},
  );
  const module = { exports: {} as { activate: (context: object) => void } };
  const body = readFileSync(join(home, 'dist/client/browser.js'), 'utf8');
  const globals = { require: () => vscode, module, exports: module.exports, Worker, URL: address };
  new Function(...Object.keys(globals), body)(...Object.values(globals));
  const subscriptions: { dispose?: () => void }[] = [];
  module.exports.activate({ subscriptions, globalState: anything, workspaceState: anything });
  const dispose = () => {
    for (const each of subscriptions.splice(0)) each.dispose?.();
  };
  begun.push(dispose);
  return {
    workers,
    reads,
    addresses,
    speak: () => speak(),
    restart: () => commands.get('techSpec.restartServer')?.(),
    dispose,
  };
}

/** Ends what a test has begun: a start that nothing comes of is waited for, and told. */
const begun: (() => void)[] = [];

function disposeOfAll(): void {
  for (const dispose of begun.splice(0)) dispose();
}

/** A client whose server is this program, in an editor that shows nothing. */
function clientOf(program: string, { failed = () => {} }: { readonly failed?: () => void }) {
  const forks = new EventEmitter<{ fork: []; forked: [ChildProcess] }>();
  const processes: ChildProcess[] = [];
  const shown: string[] = [];
  const show = async (message: string) => {
    shown.push(message);
  };
  const window = { showErrorMessage: show, showWarningMessage: show, showInformationMessage: show };
  // The library looks at the folder before it forks.
  const workspaceFolders = [{ uri: { scheme: 'file', fsPath: home } }];
  const workspace = pretendedVscode({ workspaceFolders }, () => {});
  const vscode = pretendedVscode({ version: '1.999.0', window, workspace, CancellationError: Error }, () => {});
  const fork = (path: string, args: readonly string[], options: ForkOptions) => {
    forks.emit('fork');
    const process = childProcess.fork(path, args, options);
    processes.push(process);
    forks.emit('forked', process);
    return process;
  };
  const ask = createRequire(import.meta.url);
  const load = (name: string): object => {
    if (name === 'vscode') return vscode;
    return /^(node:)?child_process$/.test(name) ? { ...childProcess, fork } : ask(name);
  };
  const module = { exports: {} as { clientsOf: (context: object) => (needs: object) => Made } };
  const body = readFileSync(join(home, 'dist/client/node-client.js'), 'utf8');
  new Function('require', 'module', 'exports', body)(load, module, module.exports);
  const write = () => {};
  const log = { error: write, warn: write, info: write, debug: write, onDidChangeLogLevel: () => ({ dispose() {} }) };
  const options = { selector: [], initialization: {} };
  const needs = { options, middleware: {}, log, starts: () => {}, unreachable: () => {}, failed, gaveUp: () => {} };
  const made = module.exports.clientsOf({ asAbsolutePath: () => program })(needs);

  /** How each process ended, when all have. */
  async function hasEnded(): Promise<(number | string | null)[]> {
    ok(0 < processes.length);
    const ending = processes.map(async (process) => {
      if (process.exitCode === null && process.signalCode === null) await once(process, 'exit');
      return process.signalCode ?? process.exitCode;
    });
    return await Promise.all(ending);
  }

  return { made, forks, shown, hasEnded };
}
