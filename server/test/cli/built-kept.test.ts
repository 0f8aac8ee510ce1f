/** What the shipped program keeps of what was compiled of it, and when. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { existsSync, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { buildProgram, manySpecs, program, root, start } from './built-program.ts';
import { withFolder } from './terminal.ts';

describe('the built program', function () {
  this.timeout(30_000);

  before('is built', buildProgram);

  it('keeps what was compiled of it, once', () =>
    withFolder({ 'tea.tech-spec.md': '## Summary\n' }, async (folder) => {
      const file = () => {
        const names = readdirSync(join(folder, 'tech-spec'));
        equal(names.length, 1);
        return statSync(join(folder, 'tech-spec', names[0] ?? ''));
      };
      const first = await start(['check', '--no-color', folder], keeping(folder));
      const { ino, size } = file();
      ok(300_000 < size, `${size}`);
      deepEqual(await start(['check', '--no-color', folder], keeping(folder)), first);
      equal(file().ino, ino);
    }));

  for (const [what, argv, environment] of [
    ['of commands that check nothing', ['--version'], {}],
    ['of a check that could not be done', ['check', 'nowhere.md'], {}],
    ['where that is not wanted', ['check', 'examples'], { NODE_DISABLE_COMPILE_CACHE: '1' }],
  ] as const) {
    it(`keeps nothing ${what}`, () =>
      withFolder({}, async (folder) => {
        await start(argv, { ...keeping(folder), ...environment });
        equal(existsSync(join(folder, 'tech-spec')), false);
      }));
  }

  it('keeps of many documents what holds for few: the engine is told otherwise for them', () =>
    withFolder(manySpecs(), async (folder) => {
      const kept = join(folder, 'kept');
      const files = () =>
        readdirSync(join(kept, 'tech-spec')).map((name) => statSync(join(kept, 'tech-spec', name)).ino);
      const { errors } = await start(['check', '--no-color', folder], keeping(kept));
      const first = files();
      await start(['check', '--no-color', join(folder, '1.tech-spec.md')], keeping(kept));
      deepEqual([errors, first.length, files()], ['', 1, first]);
    }));

  it('keeps what was compiled of the server as soon as it has started', () =>
    withFolder({ 'tech-spec/': '' }, async (folder) => {
      const watcher = watch(join(folder, 'tech-spec'));
      const child = spawn(process.execPath, [program, 'lsp'], {
        cwd: root,
        env: { ...process.env, ...keeping(folder) },
      });
      const ended = once(child, 'close');
      try {
        for await (const _ of on(watcher, 'change')) {
          if (readdirSync(join(folder, 'tech-spec')).some((name) => /^server-.*-\w+$/.test(name))) break;
        }
      } finally {
        watcher.close();
        child.stdin.end();
        await ended;
      }
    }));

  it('keeps more of the server where it was ended early the first time', () =>
    withFolder({}, async (folder) => {
      const size = () => {
        const [name = ''] = readdirSync(join(folder, 'tech-spec'));
        return statSync(join(folder, 'tech-spec', name)).size;
      };
      await serve(folder, []);
      const little = size();
      const textDocument = { uri: 'file:///a.tech-spec.md', languageId: 'markdown', version: 1, text: '## Summary\n' };
      const messages = [
        { method: 'initialize', id: 1, params: { processId: null, rootUri: null, capabilities: {} } },
        { method: 'initialized', params: {} },
        { method: 'textDocument/didOpen', params: { textDocument } },
        { method: 'textDocument/diagnostic', id: 2, params: { textDocument } },
      ];
      // On a machine that is busy it may be asked so late that what is kept was looked at before.
      for (let starts = 0; starts < 5 && size() <= 1.1 * little; starts++) await serve(folder, messages);
      ok(1.1 * little < size(), `${little} ${size()}`);
    }));
});

/** The environment of a program that keeps in a folder what was compiled of it. */
function keeping(folder: string): Readonly<Record<string, string>> {
  return { NODE_DISABLE_COMPILE_CACHE: '', NODE_COMPILE_CACHE: folder };
}

interface Told {
  readonly method: string;
  readonly id?: number;
  readonly params: object;
}

/** Tells the server all of it, waits for the last answer where one is owed, and ends it. */
async function serve(folder: string, messages: readonly Told[]) {
  const child = spawn(process.execPath, [program, 'lsp'], { cwd: root, env: { ...process.env, ...keeping(folder) } });
  const ended = once(child, 'close');
  const tell = (message: object) => {
    const words = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(words)}\r\n\r\n${words}`);
  };
  for (const each of messages) tell(each);
  const last = messages.at(-1)?.id;
  let heard = '';
  while (last !== undefined && !heard.includes(`"id":${last}`)) heard += String((await once(child.stdout, 'data'))[0]);
  for (const method of last === undefined ? ['exit'] : ['shutdown', 'exit'])
    tell({ method, ...(method === 'shutdown' && { id: 99 }) });
  await ended;
}
