/** `--since`: what may be wrong with a revision, a repository, a clone; what is missing comes with the command that gets it. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository, TestRepository } from './repository.ts';
import { json, newIn, started, template, whole, withoutRisks } from './since.ts';
import type { Ran } from './terminal.ts';

describe('tech-spec check --since: what may be wrong', () => {
  const words = (ran: Ran) => {
    deepEqual({ code: ran.code, out: ran.out }, { code: 2, out: '' });
    return ran.errors;
  };

  it('a revision that is not there', () =>
    inRepository(async (repository) => {
      started(repository);
      equal(
        words(await repository.run([...json, 'nowhere', 'docs'])),
        'tech-spec: --since: “nowhere” names no commit\n',
      );
    }));

  it('a revision that looks like an option', () =>
    inRepository(async (repository) => {
      started(repository);
      for (const option of ['--output=x', '-h', '--exec=x', '--all']) {
        const said = words(await repository.run([...json.slice(0, -1), `--since=${option}`, 'docs']));
        equal(said, `tech-spec: --since: “${option}” names no commit\n`);
      }
    }));

  it('a revision that is a range, a file or nothing', () =>
    inRepository(async (repository) => {
      started(repository);
      for (const wrong of ['HEAD..HEAD', 'HEAD:template.md', '', 'HEAD --all', 'HEAD\nHEAD']) {
        match(words(await repository.run([...json.slice(0, -1), `--since=${wrong}`, 'docs'])), /names no commit\n$/);
      }
    }));

  it('no commit yet', () =>
    inRepository(async (repository) => {
      repository.write('template.md', template);
      repository.write('docs/a.md', whole);
      equal(words(await repository.run([...json, 'HEAD', 'docs'])), 'tech-spec: --since: “HEAD” names no commit\n');
    }));

  it('no repository', () =>
    inRepository(async (repository) => {
      started(repository);
      rmSync(join(repository.folder, '.git'), { recursive: true });
      const said = words(await repository.run([...json, 'HEAD', 'docs']));
      equal(said, 'tech-spec: --since: this folder is in no git repository\n');
    }));

  it('no git', () =>
    inRepository(async (repository) => {
      started(repository);
      const ran = await repository.run([...json, 'HEAD', 'docs'], { environment: { PATH: repository.folder } });
      equal(words(ran), 'tech-spec: --since: git is needed for this, and is not installed\n');
    }));

  it('a document outside of the repository', () =>
    inRepository(async (repository) => {
      started(repository);
      const { folder } = repository;
      renameSync(join(folder, 'docs/a.md'), join(folder, '../a.md'));
      const said = words(await repository.run([...json, 'HEAD', '../a.md']));
      equal(said, 'tech-spec: --since: “../a.md” lies outside of the repository\n');
    }));

  it('histories that have nothing in common', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.git('checkout', '--quiet', '--orphan', 'other');
      repository.commit('2020-01-02');
      match(words(await repository.run([...json, 'main', 'docs'])), /“main” and HEAD have no commit in common\n$/);
    }));

  it('a repository of somebody else is told how it can be trusted, and is then', () =>
    inRepository(async (repository) => {
      started(repository);
      const others = { environment: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } };
      const said = words(await repository.run([...json, 'HEAD', 'docs'], others));
      match(said, /belongs to somebody else\. .*git config --global --add safe\.directory '.*'\n$/);
      repository.git('config', '--global', '--add', 'safe.directory', repository.folder);
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'], others)), []);
    }));
});

describe('tech-spec check --since in a shallow clone', () => {
  async function inShallowClone(use: (clone: TestRepository) => Promise<void>): Promise<void> {
    await inRepository(async (origin) => {
      started(origin);
      origin.commit('2020-01-02', { 'docs/a.md': withoutRisks });
      origin.git('checkout', '--quiet', '-b', 'ours');
      origin.commit('2020-01-03', { 'docs/b.md': '## Goals\n\nTBD\n\n## Costs\n\nA kettle.\n' });
      const clone = new TestRepository(join(origin.folder, '../clone'));
      origin.git('clone', '--quiet', '--depth=1', '--branch=ours', `file://${origin.folder}`, clone.folder);
      await use(clone);
    });
  }

  it('that lacks the revision the advice gets it', () =>
    inShallowClone(async (clone) => {
      const ran = await clone.run([...json, 'origin/main', 'docs']);
      equal(ran.code, 2);
      match(ran.errors, /“origin\/main” is not in this clone, which is shallow\. To get it: git fetch/);
      clone.git(...adviceIn(ran));
      deepEqual(newIn(await clone.run([...json, 'origin/main', 'docs'])), ['docs/b.md: unfinished-section Goals']);
    }));

  it('that has it and not where it parted the advice gets the rest', () =>
    inShallowClone(async (clone) => {
      clone.git('fetch', '--quiet', '--depth=1', 'origin', '+main:refs/remotes/origin/main');
      const ran = await clone.run([...json, 'origin/main', 'docs']);
      equal(ran.code, 2);
      clone.git(...adviceIn(ran));
      deepEqual(newIn(await clone.run([...json, 'origin/main', 'docs'])), ['docs/b.md: unfinished-section Goals']);
    }));

  it('that reaches back far enough is enough', () =>
    inShallowClone(async (clone) => {
      clone.git('fetch', '--quiet', '--depth=2', 'origin', 'ours');
      deepEqual(newIn(await clone.run([...json, 'HEAD~1', 'docs'])), ['docs/b.md: unfinished-section Goals']);
    }));

  function adviceIn({ errors }: Ran): readonly string[] {
    const [, advice = ''] = /To get it: git (.*)\n$/.exec(errors) ?? [];
    doesNotMatch(advice, /["'`$;|&]/);
    return advice.split(' ');
  }
});
