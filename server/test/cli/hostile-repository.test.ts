/** A repository whose own configuration names programs: none of them is run, whatever is asked of the history. */
import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, sourcesIn } from '../sources.ts';
import { inRepository, type TestRepository } from './repository.ts';
import { documentsOf } from './terminal.ts';

const before = '## Goals\n\nSay why.\n';
const today = `${before}\n## Risks\n\nSay what may go wrong.\n`;
const whole = '## Goals\n\nWarm hands.\n';

/** Everything by which git can be made to start a program, as far as reading goes. The program leaves a mark. */
function makeHostile({ folder }: TestRepository): () => boolean {
  const mark = join(folder, '../mark');
  const program = join(folder, '../program');
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n`);
  chmodSync(program, 0o755);
  const hooks = join(folder, '.git/own-hooks');
  mkdirSync(hooks);
  for (const hook of ['post-index-change', 'post-checkout', 'fsmonitor-watchman', 'reference-transaction']) {
    writeFileSync(join(hooks, hook), `#!/bin/sh\necho "${hook}" >> '${mark}'\n`);
    chmodSync(join(hooks, hook), 0o755);
  }
  const settings = `
[core]
  fsmonitor = ${program}
  hooksPath = ${hooks}
  pager = ${program}
  editor = ${program}
  askPass = ${program}
  sshCommand = ${program}
  gitProxy = ${program}
  alternateRefsCommand = ${program}
[pager]
  log = ${program}
  diff = ${program}
  rev-list = ${program}
  diff-tree = ${program}
  cat-file = ${program}
[diff]
  external = ${program}
[diff "own"]
  command = ${program}
  textconv = ${program}
[filter "own"]
  clean = ${program}
  smudge = ${program}
  process = ${program}
  required = true
[merge "own"]
  driver = ${program}
[alias]
  rev-parse = !${program}
  merge-base = !${program}
  ls-files = !${program}
  diff-index = !${program}
  diff-tree = !${program}
  rev-list = !${program}
  cat-file = !${program}
[log]
  showSignature = true
[gpg]
  program = ${program}
[credential]
  helper = !${program}
[uploadpack]
  packObjectsHook = ${program}
[protocol "ext"]
  allow = always
[protocol "file"]
  allow = always
[remote "origin"]
  url = ext::${program} %S
  uploadpack = ${program}
  promisor = true
  partialclonefilter = blob:none
[extensions]
  partialClone = origin
[core]
  repositoryFormatVersion = 1
`;
  appendFileSync(join(folder, '.git/config'), settings);
  writeFileSync(join(folder, '.gitattributes'), '* filter=own diff=own merge=own\n');
  return () => existsSync(mark);
}

/** A document of the template's earlier day, and one that is changed. */
function started(repository: TestRepository): void {
  repository.commit('2020-01-01', { 'template.md': before, 'docs/a.md': whole });
  repository.commit('2020-01-02', { 'template.md': today });
  repository.write('docs/a.md', `${whole}\nAnd a cup.\n`);
}

describe('a repository that names programs', () => {
  it('would have them run by a git that heeds it', () =>
    inRepository(async (repository) => {
      started(repository);
      const isMarked = makeHostile(repository);
      spawnSync('git', ['-c', 'remote.origin.promisor=false', 'status'], { cwd: repository.folder });
      equal(isMarked(), true);
    }));

  it('has none run by --since', () =>
    inRepository(async (repository) => {
      started(repository);
      const isMarked = makeHostile(repository);
      const ran = await repository.run(['check', '-f', 'json', '-t', 'template.md', '--since', 'HEAD', 'docs']);
      deepEqual(
        { errors: ran.errors, found: documentsOf(ran).map(({ findings }) => findings.length), isMarked: isMarked() },
        { errors: '', found: [0], isMarked: false },
      );
    }));

  it('has none run by --as-of-creation', () =>
    inRepository(async (repository) => {
      started(repository);
      const isMarked = makeHostile(repository);
      const ran = await repository.run(['check', '-f', 'json', '-t', 'template.md', '--as-of-creation', 'docs']);
      deepEqual(
        {
          errors: ran.errors,
          found: documentsOf(ran).flatMap(({ findings }) => findings.map(({ rule }) => rule)),
          isMarked: isMarked(),
        },
        { errors: '', found: ['template-drift'], isMarked: false },
      );
    }));

  it('has none run to get what is not there', () =>
    inRepository(async (repository) => {
      started(repository);
      const isMarked = makeHostile(repository);
      const id = repository.git('rev-parse', 'HEAD:docs/a.md').trim();
      rmSync(join(repository.folder, '.git/objects', id.slice(0, 2), id.slice(2)));
      rmSync(join(repository.folder, '../mark'), { force: true });
      const ran = await repository.run(['check', '-f', 'json', '-t', 'template.md', '--since', 'HEAD', 'docs']);
      deepEqual({ code: ran.code, out: ran.out, isMarked: isMarked() }, { code: 2, out: '', isMarked: false });
    }));

  it('cannot put a program of its own in git’s place', () =>
    inRepository(async (repository) => {
      started(repository);
      const mark = join(repository.folder, '../mark');
      writeFileSync(join(repository.folder, 'git'), `#!/bin/sh\ntouch '${mark}'\n`);
      chmodSync(join(repository.folder, 'git'), 0o755);
      await repository.run(['check', '-t', 'template.md', '--since', 'HEAD', 'docs']);
      equal(existsSync(mark), false);
    }));
});

describe('programs', () => {
  it('are started by git.ts alone, which shuts out what a repository says of them', () => {
    const starters = sourcesIn('server/src', 'client/src').filter((source) =>
      importsOf(source).some(({ to }) => to === 'node:child_process'),
    );
    deepEqual(
      starters.map(({ path }) => path),
      ['server/src/node/git/git.ts'],
    );
  });
});
