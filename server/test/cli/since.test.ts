/** `--since`: what a change made worse, and nothing of what was so before. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { execSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository, TestRepository } from './repository.ts';
import { json, newIn, started, template, whole, withoutRisks } from './since.ts';

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
      match(out, /\n2 specs changed since HEAD: 1 error\n4 of 6 sections answered\n$/);
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
      // What was missing before is not new, and the line of equals signs of a conflict makes no heading.
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), ['docs/b.md:']);
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

  it('says nothing of a link that led nowhere before', () =>
    inRepository(async (repository) => {
      started(repository);
      symlinkSync('none', join(repository.folder, 'docs/link.md'));
      const before = await repository.run([...json, 'HEAD', 'docs']);
      equal(before.code, 2);
      repository.commit('2020-01-02');
      deepEqual(newIn(await repository.run([...json, 'HEAD', 'docs'])), []);
    }));
});
