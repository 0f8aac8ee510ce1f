/** `--since`: what a change made worse, and nothing of what was so before. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository, TestRepository } from './repository.ts';
import { documentsOf, type Ran } from './terminal.ts';

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n\n## Costs\n\nSay how much.\n';
const whole = '## Goals\n\nWarm hands.\n\n## Risks\n\nN/A\n\n## Costs\n\nA kettle.\n';
const withoutRisks = '## Goals\n\nWarm hands.\n\n## Costs\n\nA kettle.\n';
const json = ['check', '-f', 'json', '-t', 'template.md', '--since'];

/** Documents with what is new in each: `file: rule section, …`. */
function newIn(ran: Ran): readonly string[] {
  equal(ran.errors, '');
  return documentsOf(ran).map(({ file, findings }) =>
    `${file}: ${findings.map(({ rule, section }) => `${rule} ${section}`).join(', ')}`.trim(),
  );
}

/** Two documents, one of them without its risks. */
function started(repository: TestRepository): void {
  repository.commit('2020-01-01', { 'template.md': template, 'docs/a.md': whole, 'docs/b.md': withoutRisks });
}

describe('tech-spec check --since', () => {
  it('says nothing of what was so before', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.commit('2020-01-02', { 'docs/b.md': `${withoutRisks}\nAnd a cup.\n` });
      const ran = await repository.run([...json, 'HEAD~1', 'docs']);
      deepEqual(newIn(ran), ['docs/b.md:']);
      equal(ran.code, 0);
    }));

  it('says what a commit made worse', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.commit('2020-01-02', { 'docs/b.md': '## Goals\n\nTBD\n\n## Costs\n\nA kettle.\n' });
      deepEqual(newIn(await repository.run([...json, 'HEAD~1', 'docs'])), ['docs/b.md: unfinished-section Goals']);
    }));

  it('says what is not committed made worse, staged or not', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.write('docs/a.md', withoutRisks);
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), ['docs/a.md: missing-section Risks']);
      repository.git('add', '--all');
      const ran = await repository.run([...json, 'HEAD', 'docs']);
      deepEqual(newIn(ran), ['docs/a.md: missing-section Risks']);
      equal(ran.code, 1);
    }));

  it('says all of a new document, tracked or not', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.write('docs/c.md', withoutRisks);
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), ['docs/c.md: missing-section Risks']);
      repository.git('add', '--all');
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), ['docs/c.md: missing-section Risks']);
    }));

  it('knows a renamed document again', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.git('mv', 'docs/b.md', 'docs/c d.md');
      repository.write('docs/c d.md', `${withoutRisks}\nAnd a cup.\n`);
      repository.git('add', '--all');
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), ['docs/c d.md:']);
      repository.commit('2020-01-02');
      deepEqual(newIn(await repository.run([...json, 'HEAD~1', 'docs'])), ['docs/c d.md:']);
    }));

  it('takes what another branch did since for nothing of ours', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.git('checkout', '--quiet', '-b', 'ours');
      repository.commit('2020-01-02', { 'docs/a.md': withoutRisks });
      repository.git('checkout', '--quiet', 'main');
      repository.commit('2020-01-03', { 'docs/b.md': whole });
      repository.git('checkout', '--quiet', 'ours');
      deepEqual(newIn(await repository.run([...json, 'main', 'docs'])), ['docs/a.md: missing-section Risks']);
    }));

  it('judges both texts by today’s template and by the severities asked for', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.commit('2020-01-02', {
        'template.md': `${template}\n## Owners\n\nSay who.\n`,
        'docs/a.md': withoutRisks,
      });
      const ran = await repository.run([...json, 'HEAD~1', '--rule', 'missing-section=warning', 'docs']);
      deepEqual(newIn(ran), ['docs/a.md: missing-section Risks']);
      equal(ran.code, 0);
    }));

  it('says so when nothing has changed, and is 0', () =>
    inRepository(async (repository) => {
      started(repository);
      const ran = await repository.run(['check', '-t', 'template.md', '--since', 'HEAD', 'docs']);
      deepEqual(ran, { code: 0, out: 'No document has changed since HEAD\n', errors: '' });
    }));

  it('sums up what has changed', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.write('docs/a.md', withoutRisks);
      repository.write('docs/b.md', `${withoutRisks}\nAnd a cup.\n`);
      const { out } = await repository.run(['check', '-t', 'template.md', '--since', 'HEAD', 'docs']);
      match(out, /\n2 specs changed since HEAD: 1 error\n$/);
    }));

  it('compares what is on standard input with the file of its name', () =>
    inRepository(async (repository) => {
      started(repository);
      const ran = await repository.run([...json, 'HEAD', '--stdin', '--stdin-filename', 'docs/b.md'], {
        input: withoutRisks.replace('A kettle.', 'TODO'),
      });
      deepEqual(newIn(ran), ['docs/b.md: unfinished-section Costs']);
    }));

  it('works from a folder below the repository’s', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.write('docs/a.md', withoutRisks);
      const ran = await repository.run(['check', '-f', 'json', '-t', '../template.md', '--since', 'HEAD'], {
        folder: 'docs',
      });
      deepEqual(newIn(ran), ['a.md: missing-section Risks']);
    }));

  it('knows line ends that only the work tree has', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.write('docs/b.md', withoutRisks.replaceAll('\n', '\r\n'));
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), []);
    }));

  it('knows a document that was taken out of the index and stayed where it was', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.git('rm', '--quiet', '--cached', 'docs/b.md');
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), []);
    }));

  it('knows a document in the middle of a merge', () =>
    inRepository(async (repository) => {
      started(repository);
      repository.git('checkout', '--quiet', '-b', 'ours');
      repository.commit('2020-01-02', { 'docs/b.md': withoutRisks.replace('kettle', 'pot') });
      repository.git('checkout', '--quiet', 'main');
      repository.commit('2020-01-03', { 'docs/b.md': withoutRisks.replace('kettle', 'cup') });
      try {
        repository.git('merge', 'ours');
      } catch {
        // A conflict is what was wanted.
      }
      match(repository.git('status', '--short'), /^UU docs\/b\.md/m);
      // What was missing before is not new; the line of equals signs of a conflict makes a heading.
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), ['docs/b.md: empty-section Costs']);
    }));

  it('counts repeated findings one by one', () =>
    inRepository(async (repository) => {
      started(repository);
      const twice = (text: string) => `${text}\n## Costs\n\nMore.\n`;
      repository.commit('2020-01-02', { 'docs/a.md': twice(whole) });
      repository.write('docs/a.md', twice(twice(whole)));
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), ['docs/a.md: duplicate-section Costs']);
    }));

  it('leaves what lies in a submodule to its own repository', () =>
    inRepository(async (repository) => {
      started(repository);
      const inner = new TestRepository(join(repository.folder, '../inner'));
      execSync(`mkdir '${inner.folder}'`);
      inner.git('init', '--quiet');
      inner.commit('2020-01-01', { 'c.md': withoutRisks });
      repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'docs/inner');
      repository.commit('2020-01-02');
      repository.write('docs/inner/c.md', '## Goals\n\nTea.\n');
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), []);
    }));
});

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
