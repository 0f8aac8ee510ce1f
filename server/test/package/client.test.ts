/** The built client, run with a pretended VS Code: what it runs while it is activated, and what only behind that. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { home } from '../sources.ts';
import { anything, pretendedVscode } from './pretended-vscode.ts';

const folder = join(home, 'dist/client');

/** The protocol's library makes a class of its own of it as soon as it is run. Nobody else does. */
const ofTheLibrary = 'CompletionItem';

interface Running {
  readonly activate: (context: object) => object;
  /** Names of VS Code’s and of `Intl` that were used, and modules that were asked for. */
  readonly used: ReadonlySet<string>;
  readonly asked: readonly string[];
  /** Milliseconds of each timer that was set. */
  readonly timers: readonly number[];
  /** Resolves when the library runs. */
  readonly library: Promise<void>;
}

function run(file: string): Running {
  const used = new Set<string>();
  const asked: string[] = [];
  const timers: number[] = [];
  let found: () => void;
  const library = new Promise<void>((resolve) => {
    found = resolve;
  });
  const vscode = pretendedVscode({}, (name) => {
    used.add(name);
    if (name === ofTheLibrary) found();
  });
  const ask = createRequire(import.meta.url);
  const load = (name: string): object => {
    asked.push(name);
    if (name === 'vscode') return vscode;
    return name.startsWith('./') ? evaluate(name) : ask(name);
  };
  // To make what knows a language takes longer than all else that is run when a file is read.
  const languages = new Proxy(Intl, {
    get: (_, name) => {
      used.add(`Intl.${String(name)}`);
      return Intl[name as keyof typeof Intl];
    },
  });
  const setTimer = (then: () => void, milliseconds = 0) => {
    timers.push(milliseconds);
    return setImmediate(then);
  };
  const evaluate = (name: string) => {
    const module = { exports: {} };
    const body = readFileSync(join(folder, name), 'utf8');
    const timers = { setTimeout: setTimer, setInterval: setTimer };
    const given = { require: load, module, exports: module.exports, Intl: languages, ...timers };
    new Function(...Object.keys(given), body)(...Object.values(given));
    return module.exports;
  };
  const { activate } = evaluate(file) as Pick<Running, 'activate'>;
  return { activate, used, asked, timers, library };
}

describe('the built client', () => {
  before('is built', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'client'], { cwd: home });
    equal(status, 0, String(stderr));
  });

  for (const file of ['node.js', 'browser.js']) {
    it(`does nothing when ${file} is read`, () => {
      const { used, asked } = run(file);
      deepEqual(Array.from(used), []);
      deepEqual(Array.from(new Set(asked)), ['vscode']);
    });

    it(`runs the protocol’s library behind the activation of ${file}`, async () => {
      const { activate, used, asked, timers, library } = run(file);
      activate({ subscriptions: [], globalState: anything, workspaceState: anything });
      ok(used.has('window'));
      equal(used.has(ofTheLibrary), false);
      deepEqual(Array.from(new Set(asked)), ['vscode']);
      await library;
      // For that alone: an idle window has none.
      deepEqual(timers, [0]);
    });
  }

  it('finds what it loads later beside it', () => {
    const body = readFileSync(join(folder, 'node.js'), 'utf8');
    const later = Array.from(body.matchAll(/require\("\.\/([\w-]+\.js)"\)/g), ([, name = '']) => name);
    deepEqual(later.sort(), ['github.js', 'node-client.js']);
    deepEqual(
      later.filter((name) => !existsSync(join(folder, name))),
      [],
    );
  });
});
