/** The program as npm would publish it: packed, installed into an empty folder, and used from there. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../../../scripts/files-in.mts';
import { type Packed, packProgram } from '../../../scripts/package.mts';
import { shakesHands } from '../cli/handshake.ts';
import { home } from '../sources.ts';

/** Of the tarball, in KB, so that nothing big slips in unseen. */
const budget = 350;
const { version, engines } = JSON.parse(readFileSync(`${home}package.json`, 'utf8'));
const spec = '## Summary:\n\nTea for two.\n\n## Scope:\n\n- A pot.\n\n## User Stories:\n\n';

type Ended = SpawnSyncReturns<string>;

describe('the npm package', function () {
  this.timeout(120_000);

  const folder = mkdtempSync(join(tmpdir(), 'tech-spec-npm-'));
  let packed: Packed | undefined;

  before('is packed and installed', () => {
    succeeds(started(home, process.execPath, ['scripts/build.mjs', 'cli']));
    packed = packProgram();
    mkdirSync(join(folder, 'specs'));
    writeFileSync(join(folder, 'specs/tea.tech-spec.md'), spec);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    succeeds(started(folder, 'npm', ['install', packed.file, '--offline', '--no-audit', '--no-fund', '--cache=cache']));
  });

  after('is gone', () => rmSync(folder, { recursive: true, force: true }));

  it('holds the program with its parts, and nothing else', async () => {
    const files = filesIn(join(folder, 'node_modules/tech-spec'));
    deepEqual(
      files.filter((path) => !path.startsWith('dist/cli/')),
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'THIRD-PARTY-NOTICES.txt',
        'dist/cli-thread.js',
        'dist/cli.js',
        'dist/package.json',
        'docs/tech-spec.schema.json',
        'package.json',
        'snippets/sections.json',
        'snippets/shapes.json',
      ],
    );
    deepEqual(
      files.filter((path) => /\.(?:ts|map|mts)$|test/.test(path)),
      [],
    );
    deepEqual(
      readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['tech-spec'],
    );
  });

  it('is small', () => {
    const size = statSync(packed?.file ?? '').size / 1024;
    ok(size <= budget, `${size.toFixed(0)} KB`);
  });

  it('says what it is, and what it needs', () => {
    const manifest = JSON.parse(readFileSync(join(packed?.folder ?? '', 'package.json'), 'utf8'));
    const { name, license, dependencies, scripts, private: hidden } = manifest;
    deepEqual(
      { name, license, dependencies, scripts, hidden, version: manifest.version, engines: manifest.engines },
      {
        name: 'tech-spec',
        license: 'MIT',
        dependencies: undefined,
        scripts: undefined,
        hidden: undefined,
        version,
        engines: { node: engines.node },
      },
    );
  });

  it('passes on the licences of what is bundled in it', () => {
    const notices = readFileSync(join(packed?.folder ?? '', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    const { dependencies } = JSON.parse(readFileSync(`${home}server/package.json`, 'utf8'));
    for (const name of [...Object.keys(dependencies), 'mdurl', 'entities', 'vscode-jsonrpc'])
      match(notices, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });

  it('checks a document, and tells its version', async () => {
    const checked = npx(folder, 'check', 'specs');
    match(checked.stdout, /9:1 +error +empty-section +Section “User Stories” is empty/);
    deepEqual([checked.status, checked.stderr], [1, '']);
    equal(npx(folder, '--version').stdout, `${version}\n`);
  });

  it('has the language server', () =>
    shakesHands(folder, [join(folder, 'node_modules/tech-spec/dist/cli.js'), 'lsp', '--stdio']));
});

/** As its user would, with nothing to be fetched. */
function npx(folder: string, ...args: readonly string[]): Ended {
  return started(folder, 'npx', ['--offline', '--no-install', 'tech-spec', ...args]);
}

function started(folder: string, program: string, args: readonly string[]): Ended {
  // Windows starts `npm.cmd` through a shell only.
  const shell = process.platform === 'win32' && program !== process.execPath;
  return spawnSync(program, args, { cwd: folder, encoding: 'utf8', shell });
}

function succeeds({ status, stdout, stderr }: Ended): void {
  equal(status, 0, `${stdout}${stderr}`);
}
