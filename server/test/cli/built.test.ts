/** The program as it is shipped: bundled in a few files, started as a shell does. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram, manySpecs, program, root, start } from './built-program.ts';
import { shakesHands } from './handshake.ts';
import { runIn, withFolder } from './terminal.ts';

describe('dist/cli.js', function () {
  this.timeout(30_000);

  before('is built', buildProgram);

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

  it('reads names of characters as the sources do', () =>
    withFolder({ 'tea.tech-spec.md': '## Summary &amp; more\n\nTea &copy; us.\n' }, async (folder) => {
      const argv = ['check', '--no-color', folder];
      const { code, out, errors } = await runIn(root, argv);
      deepEqual(await start(argv), { code, out, errors });
    }));

  for (const output of ['a pipe', 'nowhere']) {
    it(`loads nothing for one document that it does not need, writing to ${output}`, () => {
      const listing = `
        const made = [];
        globalThis.Uint16Array = class extends Uint16Array { constructor(...all) { super(...all); made.push(this.length); } };
        process.argv = [process.execPath, ${JSON.stringify(program)}, 'check', 'examples/tech-specs'];
        process.on('exit', () => fs.writeSync(2, process.moduleLoadList.join() + ',' + JSON.stringify(made)));
        require(${JSON.stringify(program)});
      `;
      const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', listing], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', output === 'a pipe' ? 'pipe' : 'ignore', 'pipe'],
      });
      equal(status, 1);
      if (output === 'a pipe') match(stdout, /2 specs/);
      for (const name of ['child_process', 'crypto', 'net', 'stream', 'tty', 'v8', 'worker_threads', 'zlib']) {
        doesNotMatch(stderr, new RegExp(`NativeModule ${name},`));
      }
      // The table of the names of characters.
      match(stderr, /,\[\]$/);
    });
  }

  it('loads nothing for the server that it does not need', () => {
    const listing = `
      process.argv = [process.execPath, ${JSON.stringify(program)}, 'lsp'];
      process.on('exit', () => fs.writeSync(2, process.moduleLoadList.join() + ','));
      require(${JSON.stringify(program)});
    `;
    const { stderr } = spawnSync(process.execPath, ['-e', listing], { cwd: root, encoding: 'utf8', input: '' });
    match(stderr, /NativeModule stream,/);
    for (const name of ['child_process', 'crypto']) doesNotMatch(stderr, new RegExp(`NativeModule ${name},`));
  });

  it('is built in ASCII, which is read as it is', () => {
    for (const name of readdirSync(join(root, 'dist/cli'))) {
      doesNotMatch(readFileSync(join(root, 'dist/cli', name), 'latin1'), /[^\0-\x7f]/);
    }
  });

  it('says that the folder it is started in is gone, and 2', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tech-spec-built-'));
    const command = 'rmdir "$PWD" && exec "$0" "$1" check';
    const ran = spawnSync('sh', ['-c', command, process.execPath, program], { cwd: folder, encoding: 'utf8' });
    deepEqual([ran.status, ran.stderr], [2, 'tech-spec: the current folder is not there any more\n']);
  });

  it('says that standard input is a folder, not that it is empty', () => {
    const command = 'exec "$0" "$1" check --stdin < "$PWD"';
    const ran = spawnSync('sh', ['-c', command, process.execPath, program], { cwd: tmpdir(), encoding: 'utf8' });
    deepEqual([ran.status, ran.stderr], [2, 'tech-spec: “<stdin>” cannot be read: it is a folder\n']);
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

  it('waits for what leaves it late', () => {
    const script = `
      const writeSync = fs.writeSync;
      fs.writeSync = () => { throw Object.assign(new Error(), { code: 'EAGAIN' }); };
      const late = new stream.Writable({
        write: (words, _, done) => setImmediate(() => { writeSync(1, words); done(); }),
      });
      Object.defineProperty(process, 'stdout', { value: late });
      process.argv = [process.execPath, ${JSON.stringify(program)}, 'check', 'examples'];
      require(${JSON.stringify(program)});
    `;
    const { stdout, status } = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
    deepEqual({ status, isWhole: /sections answered\n$/.test(stdout) }, { status: 1, isWhole: true });
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
    it(`speaks the protocol as \`${argv.join(' ')}\`, and ends when it is told to`, () =>
      shakesHands(root, [program, ...argv]));
  }
});
