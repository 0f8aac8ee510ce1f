/** Before a commit: the hooks that pre-commit reads, and one of git's own, each of which stops a real commit and lets the next one pass. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { inRepository, type TestRepository } from './repository.ts';
import { inFolder, withFolder } from './terminal.ts';
import { root } from './workflow.ts';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly language: string;
  readonly types: readonly string[];
}

const hooks: readonly Hook[] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));

const template = '## Goals\n\nSay why the project exists.\n\n## Risks\n\nSay what may go wrong.\n';
const configuration = '{ "specs": [{ "files": "specs/*.md", "template": "template.md" }] }';
const whole = '## Goals\n\nWarm hands.\n\n## Risks\n\nN/A\n';
const start = { '.tech-spec.json': configuration, 'template.md': template };

/** Where `tech-spec` is, installed from the package as it would be published. */
let programs = '';

describe('hooks before a commit', function () {
  this.timeout(120_000);
  let temporary: () => void = () => {};

  before('with the package installed', async () => {
    const build = spawnSync(process.execPath, ['scripts/build.mjs', 'cli'], { cwd: root, encoding: 'utf8' });
    equal(build.status, 0, `${build.stdout}${build.stderr}`);
    await new Promise<void>((ready, failed) => {
      const used = withFolder({ 'pack/': '', 'installed/': '' }, async (folder) => {
        install(folder);
        ready();
        await new Promise<void>((resolve) => {
          temporary = resolve;
        });
      });
      used.catch(failed);
    });
  });

  after(() => temporary());

  it('refuse a spec that lacks something, and let it pass when it is there', () =>
    inRepository(async (repository) => {
      preCommit(repository, 'tech-spec');
      const refused = commit(repository, { ...start, 'specs/tea.md': '## Goals\n\nWarm hands.\n' });
      equal(refused.status, 1);
      match(refused.stdout, /^specs\/tea\.md\n {2}1:1 {2}error {2}missing-section {2}Section “Risks” is missing/m);
      const passed = commit(repository, { 'specs/tea.md': whole });
      equal(passed.status, 0, passed.stdout);
      equal(repository.git('log', '--oneline').trim().split('\n').length, 1);
    }));

  it('say nothing of what is no spec, of templates and of other files, though they are named', () =>
    inRepository(async (repository) => {
      preCommit(repository, 'tech-spec', 'tech-spec-fix');
      const others = { 'README.md': '# Tea\n', 'notes/a b.md': '### Goals\n', 'a.txt': 'Tea\n', 'b.markdown': '# B\n' };
      const { status, stdout } = commit(repository, { ...start, ...others });
      deepEqual([status, stdout.replace(/^\[main [\s\S]*/, '')], [0, '']);
    }));

  it('mend what has one right answer, for the author to look at', () =>
    inRepository(async (repository) => {
      preCommit(repository, 'tech-spec-fix');
      const refused = commit(repository, { ...start, 'specs/tea.md': whole.replace('## Risks', '### Risks') });
      equal(refused.status, 1);
      match(refused.stdout, /^specs\/tea\.md: 1 fixed\n/m);
      match(refused.stdout, /^files were modified by this hook$/m);
      equal(readFileSync(join(repository.folder, 'specs/tea.md'), 'utf8'), whole);
      equal(commit(repository, {}).status, 0);
    }));

  it('mend, and do not mind what is still to be written', () =>
    inRepository(async (repository) => {
      preCommit(repository, 'tech-spec-fix');
      equal(commit(repository, { ...start, 'specs/tea.md': '## Goals\n\nWarm hands.\n' }).status, 0);
    }));

  it('tell only what the commit makes worse where that is wished for', () =>
    inRepository(async (repository) => {
      const old = '## Goals\n\nWarm hands.\n';
      repository.commit('2026-01-01', { ...start, 'specs/tea.md': old });
      preCommit(repository, 'tech-spec --since HEAD');
      equal(commit(repository, { 'specs/tea.md': `${old}\nAnd a cup.\n` }).status, 0);
      const refused = commit(repository, { 'specs/tea.md': old.replace('Warm hands.\n', '') });
      equal(refused.status, 1);
      match(refused.stdout, /^ +\d+:1 +error +empty-section/m);
      doesNotMatch(refused.stdout, /missing-section/);
    }));

  it('of git’s own do the same, as docs/ci.md has it', () =>
    inRepository(async (repository) => {
      const [, script = ''] =
        /<!-- hook -->\n+```sh\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/ci.md'), 'utf8')) ?? [];
      hook(repository, script);
      equal(commit(repository, { 'a.txt': 'No document at all\n' }).status, 0);
      const refused = commit(repository, { ...start, 'specs/-tea time.md': '## Goals\n\nWarm hands.\n' });
      equal(refused.status, 1);
      match(refused.stdout, /^specs\/-tea time\.md\n/m);
      const passed = commit(repository, { 'specs/-tea time.md': whole });
      equal(passed.status, 0, passed.stdout);
    }));

  it('are those that the page names', () => {
    const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
    deepEqual(Array.from(page.matchAll(/^ +- id: (\S+)$/gm), ([, id]) => id).sort(), hooks.map(({ id }) => id).sort());
  });

  /** As pre-commit does for `language: node`: the package, installed by itself. */
  function install(folder: string): void {
    const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', join(folder, 'pack')];
    const packed = spawnSync('npm', pack, { cwd: root, encoding: 'utf8' });
    equal(packed.status, 0, packed.stderr);
    const tarball = join(folder, 'pack', packed.stdout.trim());
    const add = ['install', '--global', '--prefix', join(folder, 'installed'), '--offline', '--no-audit', tarball];
    const added = spawnSync('npm', add, { cwd: folder, encoding: 'utf8' });
    equal(added.status, 0, added.stderr);
    programs = join(folder, 'installed', 'bin');
  }
});

describe('--only-specs', () => {
  it('passes by what is named and is a template or no spec, and finds the same in specs', async () => {
    const files = { ...start, 'README.md': '# Tea\n', 'specs/tea.md': '## Goals\n\nWarm hands.\n' };
    const quiet = await inFolder(files, ['check', '--only-specs', 'template.md', 'README.md']);
    deepEqual([quiet.code, quiet.out, quiet.errors], [0, '', '']);
    equal((await inFolder(files, ['check', 'template.md'])).code, 1);
    const loud = await inFolder(files, ['check', '--only-specs', 'template.md', 'specs/tea.md']);
    deepEqual([loud.code, loud.out.includes('missing-section')], [1, true]);
  });
});

/** As pre-commit runs its hooks, each with the arguments that stand behind its id: by the names of what is staged and of the type, and not content where files have changed. */
function preCommit(repository: TestRepository, ...ids: readonly string[]): void {
  const lines = ids.map((name) => {
    const [id, ...others] = name.split(' ');
    const { entry, args: usual = [], types, language } = hooks.find((each) => each.id === id) as Hook;
    const args = 0 < others.length ? others : usual;
    deepEqual([language, types], ['node', ['markdown']]);
    return `xargs -0 -r ${[entry, ...args].join(' ')} < "$names" || exit 1`;
  });
  const script = `#!/bin/sh
names="$(mktemp)"
git diff --cached --name-only --diff-filter=ACMRTUXB -z -- '*.md' '*.markdown' > "$names"
${lines.join('\n')}
git diff --quiet || { echo 'files were modified by this hook'; exit 1; }
`;
  hook(repository, script);
}

function hook(repository: TestRepository, script: string): void {
  const folder = join(repository.folder, '../hooks');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pre-commit'), script);
  chmodSync(join(folder, 'pre-commit'), 0o755);
  repository.git('config', 'core.hooksPath', folder);
  repository.git('config', 'user.name', 'Ann');
  repository.git('config', 'user.email', 'ann@example.org');
  repository.git('checkout', '--quiet', '-B', 'main');
}

/** `git commit` of these and of all that has changed. Both streams are told as one. */
function commit(repository: TestRepository, files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  repository.git('add', '--all');
  const { status, stdout, stderr } = spawnSync('git', ['commit', '-m', 'Tea'], {
    cwd: repository.folder,
    env: {
      PATH: [programs, process.env.PATH].join(delimiter),
      HOME: join(repository.folder, '..'),
      GIT_CONFIG_NOSYSTEM: '1',
    },
    encoding: 'utf8',
  });
  return { status, stdout: stderr + stdout };
}
