/** One version everywhere, and `npm version` as the one way to another, tried on a copy. */
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { released } from '../../../scripts/version.mts';
import { withFolder } from '../cli/terminal.ts';
import { home } from '../sources.ts';

const files = ['package.json', 'package-lock.json', 'client/package.json', 'server/package.json'];
const pages = ['README.md', 'docs/ci.md'];

/** Each version that a checkout names, by where it stands. */
function versionsIn(folder: string): ReadonlyMap<string, string> {
  const json = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const lock = json('package-lock.json');
  const locked = ['', 'client', 'server'].map((name) => [`lock:${name}`, lock.packages[name].version] as const);
  const own = files.map((path) => [path, json(path).version] as const);
  const named = pages.flatMap((path) => {
    const text = readFileSync(join(folder, path), 'utf8');
    const found = Array.from(text.matchAll(/(?:tech-spec\/tech-spec@v|\brev: v)(\d+\.\d+\.\d+)/g));
    return found.map(({ 1: version = '' }, at) => [`${path}:${at}`, version] as const);
  });
  return new Map([...own, ...locked, ...named]);
}

function headingsIn(folder: string): readonly string[] {
  const text = readFileSync(join(folder, 'CHANGELOG.md'), 'utf8');
  return Array.from(text.matchAll(/^## (.*)$/gm), ([, heading = '']) => heading);
}

describe('the version', () => {
  const { version } = JSON.parse(readFileSync(`${home}package.json`, 'utf8'));

  it('is the same wherever it stands', () => {
    const versions = versionsIn(home);
    ok(8 < versions.size);
    deepEqual([...new Set(versions.values())], [version]);
  });

  it('is the newest that the CHANGELOG tells of', () => {
    const [newest = '', before] = headingsIn(home);
    match(
      newest === 'Unreleased' ? `${before}` : newest,
      new RegExp(`^${version.replaceAll('.', '\\.')}(?: \\(\\d{4}-\\d\\d-\\d\\d\\))?$`),
    );
  });
});

describe('npm version', function () {
  this.timeout(120_000);

  it('brings all to the next version, with a heading and a tag', () =>
    withCopy('## Unreleased\n\n- Tea.\n', async (folder) => {
      const old = versionsIn(folder).get('package.json');
      const { status, stdout, stderr } = npm(folder, 'version', 'minor');
      equal(status, 0, `${stdout}${stderr}`);
      const [next = '', ...others] = new Set(versionsIn(folder).values());
      deepEqual(others, []);
      notEqual(next, old);
      match(headingsIn(folder)[0] ?? '', new RegExp(`^${next} \\(\\d{4}-\\d\\d-\\d\\d\\)$`));
      equal(git(folder, 'tag'), `v${next}\n`);
      equal(git(folder, 'status', '--porcelain', '--untracked-files=no'), '');
    }));

  it('changes nothing where the CHANGELOG has nothing to say', () =>
    withCopy('## 0.0.1\n\n- Tea.\n', async (folder) => {
      const { status, stderr } = npm(folder, 'version', 'minor');
      notEqual(status, 0);
      match(stderr, /the CHANGELOG says nothing under “Unreleased”/);
      equal(git(folder, 'status', '--porcelain', '--untracked-files=no'), '');
    }));
});

describe('what was unreleased', () => {
  it('is released under its version', () =>
    equal(
      released('# Changelog\n\n## Unreleased\n\n- Tea.\n\n## 0.1.0\n\n- Cups.\n', '0.2.0', '2026-01-31'),
      '# Changelog\n\n## 0.2.0 (2026-01-31)\n\n- Tea.\n\n## 0.1.0\n\n- Cups.\n',
    ));
});

/** A repository with all that names a version, and with a CHANGELOG of its own. */
function withCopy(changelog: string, use: (folder: string) => Promise<void>): Promise<void> {
  return withFolder({ '.gitignore': 'node_modules\n' }, async (folder) => {
    for (const path of [...files, ...pages, 'scripts/version.mts', '.npmrc'])
      cpSync(home + path, join(folder, path), { recursive: true });
    symlinkSync(`${home}node_modules`, join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'CHANGELOG.md'), `# Changelog\n\n${changelog}`);
    git(folder, 'init', '--quiet', '--initial-branch=main');
    git(folder, 'config', 'user.name', 'Somebody');
    git(folder, 'config', 'user.email', 'somebody@example.com');
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '--no-gpg-sign', '-m', 'Tea');
    await use(folder);
  });
}

function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  equal(status, 0, stderr);
  return stdout;
}

function npm(folder: string, ...args: readonly string[]) {
  // Windows starts `npm.cmd` through a shell only.
  return spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
}
