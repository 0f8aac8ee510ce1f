/** The built extension, activated in a pretended VS Code, with servers that do what a test says: what it tells people, and what is left of it. */
import { deepEqual, equal } from 'node:assert/strict';
import childProcess, { type ChildProcess, type ForkOptions, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from '../sources.ts';
import { anything, pretendedVscode } from './pretended-vscode.ts';

/** What servers do with what they are told. Each is the body of a function that is given the message, and ways to answer and to end. */
const servers = {
  /** It is not even there. */
  unmade: '',
  silent: '',
  mortal: 'end();',
  refusing: `if (id !== undefined) send({ id, error: { code: -32603, message: 'no memory' } });`,
  polite: `if (method === 'exit') end(); else if (id !== undefined) send({ id, result: { capabilities: {} } });`,
  /** Once it runs. */
  deaf: `if (method === 'initialize') send({ id, result: { capabilities: {} } });`,
};

export type Kind = keyof typeof servers;

export interface Extension {
  /** What people are told, in the order it came. */
  readonly told: readonly string[];
  /** Waits until it is so: looks whenever something is told or sent, and whenever a server is there or gone. */
  until(isSo: () => boolean): Promise<void>;
  /** What became of each server, in the order they were made. */
  readonly lives: readonly ('runs' | 'ended')[];
  /** The methods of all that servers were sent. */
  readonly sent: readonly string[];
  /** Ends the newest server, as a failure would. */
  fail(): void;
  /** What the newest server is told from here on does not reach it. */
  cut(): void;
  /** The timers that beat. */
  readonly timers: ReadonlySet<() => void>;
  /** A second goes by, for them alone. */
  beat(): void;
  /** Resolves when a server runs, and what is shown is so. */
  settled(): Promise<void>;
  restart(): Promise<void>;
  /** A command of ours, by what follows `techSpec.` */
  run(command: string): Promise<void>;
  /** Somebody clicks a button of what people were told last. */
  click(button: string): void;
  dispose(): void;
}

interface World {
  readonly changed: EventEmitter<{ changed: [] }>;
  readonly lives: ('runs' | 'ended')[];
  readonly sent: string[];
  /** What the newest server is to do. */
  kind(): Kind;
}

interface Message {
  readonly id?: number;
  readonly method: string;
}

interface Place {
  /** Of the bundle that is activated. */
  readonly file: string;
  /** What its modules are given beside what Node gives them. */
  readonly globals: object;
  readonly modules: Readonly<Record<string, object>>;
  fail(): void;
  cut(): void;
}

export const places = { process: inProcess, worker: inWorker };

/** Its servers are these, one after the other, and all later ones like the last. Nothing fails that nobody hears of. */
export async function withExtension(
  place: keyof typeof places,
  kinds: readonly [Kind, ...Kind[]],
  run: (extension: Extension) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tech-spec-extension-'));
  const changed = new EventEmitter<{ changed: [] }>();
  const lives: World['lives'] = [];
  const kind = () => kinds[lives.length] ?? (kinds.at(-1) as Kind);
  const world: World = { changed, lives, sent: [], kind };
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  const extension = activated(places[place](world, folder), world);
  try {
    await run(extension);
  } finally {
    extension.dispose();
    await extension.until(() => lives.every((life) => life === 'ended'));
    process.off('unhandledRejection', hear);
    rmSync(folder, { recursive: true });
  }
  deepEqual(unheard, []);
}

function activated({ file, globals, modules, fail, cut }: Place, { changed, lives, sent }: World): Extension {
  const told: string[] = [];
  const timers = new Set<() => void>();
  const commands = new Map<string, () => Promise<void>>();
  let isDisposed = false;
  let click = (_: string) => {};
  /** It stays until somebody clicks. */
  const tell = (message: string) => {
    told.push(message);
    changed.emit('changed');
    return new Promise((resolve) => {
      click = resolve;
    });
  };
  const given = (members: Readonly<Record<string, unknown>>) => pretendedVscode(members, () => {});
  const vscode = given({
    version: '1.999.0',
    CancellationError: class extends Error {},
    l10n: given({
      t: (words: string, ...values: string[]) => words.replaceAll(/\{(\d)\}/g, (_, at) => values[at] ?? ''),
    }),
    commands: given({
      registerCommand: (name: string, act: () => Promise<void>) => commands.set(name, act),
      executeCommand: async (name: string) => {
        if (isDisposed && commands.has(name)) throw new Error(`command '${name}' not found`);
      },
    }),
    window: given({
      showErrorMessage: tell,
      showWarningMessage: tell,
      showInformationMessage: tell,
      activeTextEditor: { document: { uri: 'file:///plan.md', isClosed: false, version: 1 } },
      withProgress: (_: object, act: () => unknown) => act(),
      createOutputChannel: pretendedLog,
    }),
    // The library looks at the folder before it forks.
    workspace: given({
      workspaceFolders: [{ uri: { scheme: 'file', fsPath: home } }],
      asRelativePath: (uri: string) => uri.slice(uri.lastIndexOf('/') + 1),
    }),
    languages: given({ match: () => 1 }),
    Uri: given({ joinPath: () => ({ scheme: 'file' }), parse: (uri: string) => uri }),
  });
  const ask = createRequire(import.meta.url);
  const all = {
    setInterval: (tick: () => void) => {
      timers.add(tick);
      return tick;
    },
    clearInterval: (tick: () => void) => timers.delete(tick),
    ...globals,
  };
  function load(name: string): object {
    if (name === 'vscode') return vscode;
    if (!name.startsWith('./')) return modules[name.replace(/^node:/, '')] ?? ask(name);
    const module = { exports: {} };
    const body = readFileSync(join(home, 'dist/client', name), 'utf8');
    const names = { require: load, module, exports: module.exports, ...all };
    new Function(...Object.keys(names), body)(...Object.values(names));
    return module.exports;
  }
  const subscriptions: { dispose?: () => void }[] = [];
  const { activate } = load(file) as { activate: (context: object) => Pick<Extension, 'settled'> };
  const context = { subscriptions, globalState: anything, workspaceState: anything, asAbsolutePath: () => 'server' };
  const { settled } = activate(context);
  const run = async (command: string) => await commands.get(`techSpec.${command}`)?.();
  return {
    told,
    lives,
    sent,
    fail,
    cut,
    timers,
    settled,
    async until(isSo) {
      while (!isSo()) await once(changed, 'changed');
    },
    beat() {
      for (const tick of timers) tick();
    },
    click: (button) => click(button),
    run,
    restart: () => run('restartServer'),
    dispose() {
      for (const each of subscriptions) each.dispose?.();
      isDisposed = true;
    },
  };
}

/** Whoever writes to it when it is gone is told so, as VS Code does. */
function pretendedLog(): object {
  let isGone = false;
  const write = () => {
    if (isGone) throw new Error('Channel has been closed');
  };
  const dispose = () => {
    isGone = true;
  };
  const writing = ['trace', 'debug', 'info', 'warn', 'error', 'append', 'appendLine', 'show'];
  return pretendedVscode({ ...Object.fromEntries(writing.map((name) => [name, write])), dispose }, () => {});
}

function inProcess({ changed, lives, sent, kind }: World, folder: string): Place {
  const processes: ChildProcess[] = [];
  const cut = new Set<ChildProcess>();
  const fork = (_: string, args: readonly string[], options: ForkOptions) => {
    const is = kind();
    const program = join(folder, `${is}.cjs`);
    writeFileSync(
      program,
      `const send = (answer) => process.send({ jsonrpc: '2.0', ...answer });
      const end = () => process.exit();
      process.on('message', ({ id, method }) => { ${servers[is]} });`,
    );
    const execPath = is === 'unmade' ? 'no-such-program' : process.execPath;
    const server = childProcess.fork(program, args, { ...options, execPath });
    const send = server.send.bind(server) as (message: object, ...more: unknown[]) => boolean;
    server.send = (message: Message, ...more: unknown[]) => {
      if (cut.has(server)) {
        process.nextTick(more.at(-1) as (error: Error) => void, new Error('write EPIPE'));
        return false;
      }
      sent.push(message.method);
      changed.emit('changed');
      return send(message, ...more);
    };
    const at = lives.push('runs') - 1;
    processes.push(server);
    changed.emit('changed');
    server.on('close', () => {
      lives[at] = 'ended';
      changed.emit('changed');
    });
    return server;
  };
  return {
    file: './node.js',
    globals: {},
    modules: { child_process: { ...childProcess, fork } },
    fail: () => processes.at(-1)?.kill('SIGKILL'),
    cut: () => cut.add(processes.at(-1) as ChildProcess),
  };
}

function inWorker({ changed, lives, sent, kind }: World): Place {
  let fail = () => {};
  let cut = () => {};
  class Worker {
    #isCut = false;
    readonly #at: number;
    readonly #answer: (...given: unknown[]) => void;
    readonly #failed: (() => void)[] = [];
    onmessage: ((event: { data: object }) => void) | undefined;

    constructor() {
      const is = kind();
      this.#answer = new Function('send', 'end', '{ id, method }', servers[is]) as (...given: unknown[]) => void;
      this.#at = lives.push(is === 'unmade' ? 'ended' : 'runs') - 1;
      fail = () => this.#fail();
      cut = () => {
        this.#isCut = true;
      };
      changed.emit('changed');
      if (is === 'unmade') throw new Error('no memory');
    }

    addEventListener(event: 'error' | 'message', listener: () => void): void {
      if (event === 'error') this.#failed.push(listener);
    }

    postMessage(message: Message): void {
      if (this.#isCut) throw new Error('could not be cloned');
      sent.push(message.method);
      changed.emit('changed');
      const send = (answer: object) => this.onmessage?.({ data: { jsonrpc: '2.0', ...answer } });
      setImmediate(() => this.#answer(send, () => this.#fail(), message));
    }

    terminate(): void {
      lives[this.#at] = 'ended';
      changed.emit('changed');
    }

    #fail(): void {
      for (const listener of this.#failed) listener();
    }
  }
  return { file: './browser.js', globals: { Worker }, modules: {}, fail: () => fail(), cut: () => cut() };
}

export function build(bundle: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', bundle], { cwd: home });
  equal(status, 0, String(stderr));
}
