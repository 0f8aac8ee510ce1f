/** The program as it is shipped: one file, bundled, started as a shell does. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { type Files, runIn, withFolder } from './terminal.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'dist/cli.js');

describe('dist/cli.js', function () {
  this.timeout(30_000);

  before('is built', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'cli'], {
      cwd: root,
      encoding: 'utf8',
    });
    equal(status, 0, `${stdout}${stderr}`);
  });

  it('finds what the sources find', async () => {
    const argv = ['check', '--no-color', 'examples'];
    const { code, out, errors } = await runIn(root, argv);
    deepEqual(await start(argv), { code, out, errors });
  });

  for (const format of ['json', 'sarif']) {
    it(`reports as the sources do, as ${format}`, async () => {
      const argv = ['check', '--format', format, 'examples'];
      const { code, out, errors } = await runIn(root, argv);
      deepEqual(await start(argv), { code, out, errors });
    });
  }

  it('reports to GitHub', async () => {
    match((await start(['check', '-f', 'github', 'examples'])).out, /^::error file=examples\/tech-specs\//m);
  });

  it('finds in several threads what the sources find in one', () =>
    withFolder(manySpecs(), async (folder) => {
      const argv = ['check', '--no-color', folder];
      const { code, out, errors } = await runIn(root, argv);
      deepEqual(await start(argv), { code, out, errors });
    }));

  it('is a program of its own', () => {
    const { mode } = statSync(program);
    equal(process.platform === 'win32' || (mode & 0o111) === 0o111, true);
  });

  it('loads nothing of Node for one document that it does not need', () => {
    const listing = `
      process.argv = [process.execPath, ${JSON.stringify(program)}, 'check', 'examples/tech-specs'];
      process.on('exit', () => fs.writeSync(2, process.moduleLoadList.join() + ','));
      require(${JSON.stringify(program)});
    `;
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', listing], { cwd: root, encoding: 'utf8' });
    match(stdout, /2 specs/);
    for (const name of ['child_process', 'crypto', 'net', 'stream', 'worker_threads']) {
      doesNotMatch(stderr, new RegExp(`NativeModule ${name},`));
    }
  });

  it('writes all it has to say into a pipe', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tech-spec-built-'));
    try {
      for (let at = 0; at < 60; at++) writeFileSync(join(folder, `${at}.tech-spec.md`), '## Summary\n');
      const { code, out } = await start(['check', '-f', 'json', folder]);
      deepEqual({ code, documents: JSON.parse(out).documents.length }, { code: 1, documents: 60 });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  // Where Node's own streams write, as they do on Windows, too.
  for (const platform of [process.platform, 'win32']) {
    it(`is quiet when its reader closes early (${platform})`, async () => {
      const script = `
        Object.defineProperty(process, 'platform', { value: ${JSON.stringify(platform)} });
        process.argv = [process.execPath, ${JSON.stringify(program)}, 'check', '-f', 'json', 'examples'];
        require(${JSON.stringify(program)});
      `;
      const child = spawn(process.execPath, ['-e', script], { cwd: root });
      let errors = '';
      child.stderr.setEncoding('utf8').on('data', (part: string) => {
        errors += part;
      });
      child.stdout.destroy();
      const [code] = await once(child, 'close');
      deepEqual({ code, errors }, { code: 1, errors: '' });
    });
  }

  it('runs wherever it is copied to, whatever kind of modules are usual there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tech-spec-built-'));
    try {
      writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
      cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
      const { status, stderr } = spawnSync(process.execPath, [join(folder, 'dist', 'cli.js'), '--version'], {
        encoding: 'utf8',
      });
      deepEqual({ status, stderr }, { status: 0, stderr: '' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  for (const argv of [['lsp', '--stdio', '--clientProcessId=1'], ['lsp']]) {
    it(`speaks the protocol as \`${argv.join(' ')}\`, and ends when it is told to`, async () => {
      const child = spawn(process.execPath, [program, ...argv], { cwd: root });
      const ended = once(child, 'close');
      const reader = new StreamMessageReader(child.stdout);
      const writer = new StreamMessageWriter(child.stdin);
      const answered = new Promise<string>((resolve) => {
        reader.listen((message) => {
          if ('id' in message && message.id === 1) resolve(JSON.stringify(message));
        });
      });
      const params = { processId: process.pid, rootUri: null, capabilities: {} };
      await writer.write({ jsonrpc: '2.0', id: 1, method: 'initialize', params } as never);
      match(await answered, /"hoverProvider"/);
      await writer.write({ jsonrpc: '2.0', id: 2, method: 'shutdown' } as never);
      await writer.write({ jsonrpc: '2.0', method: 'exit' } as never);
      deepEqual(await ended, [0, null]);
    });
  }
});

/** Enough of them to share. */
function manySpecs(): Files {
  return Object.fromEntries(
    Array.from({ length: 600 }, (_, at) => [`${at}.tech-spec.md`, `## Summary\n\n${'Tea. '.repeat(at % 9)}\n`]),
  );
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

async function start(argv: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...argv], { cwd: root });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    errors += part;
  });
  const [code] = await once(child, 'close');
  return { code, out, errors };
}
