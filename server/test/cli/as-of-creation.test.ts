/** `--as-of-creation`: a document owes what its template asked for on the day it was added. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { join } from 'node:path';
import { inRepository, TestRepository } from './repository.ts';
import { documentsOf, type Ran } from './terminal.ts';

const goals = '## Goals\n\nSay why.\n';
const risks = '## Risks\n\nSay what may go wrong.\n';
const costs = '## Costs\n\nSay how much.\n';
const whole = '## Goals\n\nWarm hands.\n\n## Risks\n\nN/A\n';
const half = '## Goals\n\nWarm hands.\n';
const json = ['check', '-f', 'json', '-t', 'template.md', '--as-of-creation'];

/** Documents with what is found in each: `file: rule severity message, …`. */
function foundIn(ran: Ran): readonly string[] {
  equal(ran.errors, '');
  return documentsOf(ran).map(({ file, findings }) =>
    `${file}: ${findings.map(({ rule, section, message }) => `${rule} ${section ?? message}`).join(', ')}`.trim(),
  );
}

function drift(day: string, what: string): string {
  return `template-drift Since ${day}, when this document was added, its template has gained ${what}`;
}

describe('tech-spec check --as-of-creation', () => {
  it('judges each document by the template of its day', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': goals, 'docs/a.md': half });
      repository.commit('2020-02-01', { 'template.md': `${goals}\n${risks}` });
      repository.commit('2020-03-01', { 'docs/b.md': whole, 'docs/c.md': half });
      repository.commit('2020-04-01', { 'template.md': `${goals}\n${risks}\n${costs}` });
      repository.write('docs/d.md', half);
      const ran = await repository.run([...json, 'docs']);
      deepEqual(foundIn(ran), [
        `docs/a.md: ${drift('2020-01-01', '“Risks” and “Costs”')}`,
        `docs/b.md: ${drift('2020-03-01', '“Costs”')}`,
        'docs/c.md: missing-section Risks',
        'docs/d.md: missing-section Risks, missing-section Costs',
      ]);
      equal(ran.code, 1);
    }));

  it('is 0 where all documents keep to the template of their day', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': goals, 'docs/a.md': half });
      repository.commit('2020-02-01', { 'template.md': `${goals}\n${risks}` });
      equal((await repository.run(['check', '-t', 'template.md', 'docs'])).code, 1);
      equal(
        (await repository.run(['check', '-t', 'template.md', '--as-of-creation', '--max-warnings', '0', 'docs'])).code,
        0,
      );
    }));

  it('knows the day of a document that was moved and edited later', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': goals, 'drafts/a b.md': `${half}\nA long story of tea.\n` });
      repository.commit('2020-02-01', { 'template.md': `${goals}\n${risks}` });
      repository.git('mv', 'drafts/a b.md', 'c.md');
      repository.commit('2020-03-01');
      repository.git('mv', 'c.md', 'd.md');
      repository.commit('2020-04-01', { 'd.md': `${half}\nA long story of tea.\n\nMilk first.\n` });
      deepEqual(foundIn(await repository.run([...json, 'd.md'])), [`d.md: ${drift('2020-01-01', '“Risks”')}`]);
    }));

  it('knows the template that was moved later, under its name of the day', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', {
        'old/0000.md': `${goals}\nIn so many words as you need.\n`,
        'docs/a.md': half,
      });
      repository.git('mv', 'old/0000.md', 'template.md');
      repository.commit('2020-02-01');
      repository.commit('2020-03-01', { 'docs/b.md': half });
      repository.commit('2020-04-01', { 'template.md': `${goals}\n${risks}` });
      deepEqual(foundIn(await repository.run([...json, 'docs'])), [
        `docs/a.md: ${drift('2020-01-01', '“Risks”')}`,
        `docs/b.md: ${drift('2020-03-01', '“Risks”')}`,
      ]);
    }));

  it('takes the first template for documents that are older than it', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'docs/a.md': half });
      repository.commit('2020-02-01', { 'template.md': goals });
      repository.commit('2020-03-01', { 'template.md': `${goals}\n${risks}` });
      deepEqual(foundIn(await repository.run([...json, 'docs'])), [`docs/a.md: ${drift('2020-01-01', '“Risks”')}`]);
    }));

  it('takes a document that was deleted and written anew for a new one', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': goals, 'docs/a.md': half });
      repository.git('rm', '--quiet', 'docs/a.md');
      repository.commit('2020-02-01', { 'template.md': `${goals}\n${risks}` });
      repository.commit('2020-03-01', { 'docs/a.md': half });
      deepEqual(foundIn(await repository.run([...json, 'docs'])), ['docs/a.md: missing-section Risks']);
    }));

  it('takes the day on which a branch added a document, not that of its merge', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': goals });
      repository.git('checkout', '--quiet', '-b', 'ours');
      repository.commit('2020-02-01', { 'docs/a.md': half });
      repository.git('checkout', '--quiet', 'main');
      repository.commit('2020-03-01', { 'template.md': `${goals}\n${risks}` });
      repository.git('merge', '--quiet', '--no-edit', 'ours');
      deepEqual(foundIn(await repository.run([...json, 'docs'])), [`docs/a.md: ${drift('2020-02-01', '“Risks”')}`]);
    }));

  it('says nothing of history where the template has not changed, or is the built-in one', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': `${goals}\n${risks}`, 'docs/a.md': half });
      deepEqual(foundIn(await repository.run([...json, 'docs'])), ['docs/a.md: missing-section Risks']);
      repository.commit('2020-01-02', { 'tea.tech-spec.md': '## Summary\n\nTea.\n' });
      const ran = await repository.run(['check', '-f', 'json', '--as-of-creation', 'tea.tech-spec.md']);
      equal(documentsOf(ran)[0]?.findings.length, 9);
    }));

  it('counts sections by the template that counts', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': goals, 'docs/a.md': half });
      repository.commit('2020-02-01', { 'template.md': `${goals}\n${risks}` });
      match(
        (await repository.run(['check', '-t', 'template.md', '--as-of-creation', 'docs'])).out,
        /\n {2}1 of 1 section/,
      );
    }));

  it('with --since says what a change made worse by that template', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': goals, 'docs/a.md': half, 'docs/b.md': half });
      repository.commit('2020-02-01', { 'template.md': `${goals}\n${risks}` });
      repository.commit('2020-03-01', { 'docs/a.md': '## Goals\n\nTBD\n', 'docs/b.md': '# Tea\n\nWarm hands.\n' });
      deepEqual(foundIn(await repository.run([...json, '--since', 'HEAD~1', 'docs'])), [
        'docs/a.md: unfinished-section Goals',
        'docs/b.md: missing-section Goals',
      ]);
    }));

  it('needs a history that reaches back, and says how to get it', () =>
    inRepository(async (origin) => {
      origin.commit('2020-01-01', { 'template.md': goals, 'docs/a.md': half });
      origin.commit('2020-02-01', { 'template.md': `${goals}\n${risks}` });
      const clone = new TestRepository(join(origin.folder, '../clone'));
      origin.git('clone', '--quiet', '--depth=1', `file://${origin.folder}`, clone.folder);
      const ran = await clone.run([...json, 'docs']);
      deepEqual({ code: ran.code, out: ran.out }, { code: 2, out: '' });
      match(ran.errors, /^tech-spec: --as-of-creation: this clone is shallow, .* To get it: git fetch --unshallow\n$/);
      clone.git('fetch', '--quiet', '--unshallow');
      deepEqual(foundIn(await clone.run([...json, 'docs'])), [`docs/a.md: ${drift('2020-01-01', '“Risks”')}`]);
    }));

  it('needs the texts of that day, and says how to get them', () =>
    inRepository(async (origin) => {
      origin.git('config', 'uploadpack.allowFilter', 'true');
      origin.commit('2020-01-01', { 'template.md': goals, 'docs/a.md': half });
      origin.commit('2020-02-01', { 'template.md': `${goals}\n${risks}` });
      const clone = new TestRepository(join(origin.folder, '../clone'));
      origin.git('clone', '--quiet', '--filter=blob:none', `file://${origin.folder}`, clone.folder);
      const ran = await clone.run([...json, 'docs']);
      equal(ran.code, 2);
      match(ran.errors, /this clone is a partial one, .* To get them: git fetch --refetch --no-filter\n$/);
      clone.git('fetch', '--quiet', '--refetch', '--no-filter');
      deepEqual(foundIn(await clone.run([...json, 'docs'])), [`docs/a.md: ${drift('2020-01-01', '“Risks”')}`]);
    }));

  it('needs a repository', () =>
    inRepository(async (repository) => {
      repository.write('../beside/template.md', goals);
      repository.write('../beside/docs/a.md', half);
      const ran = await new TestRepository(join(repository.folder, '../beside')).run([...json, 'docs']);
      deepEqual(ran, {
        code: 2,
        out: '',
        errors: 'tech-spec: --as-of-creation: this folder is in no git repository\n',
      });
    }));
});

describe('“since” in .tech-spec.json', () => {
  const configuration = (since: string, more: object = {}) =>
    JSON.stringify({ specs: [{ files: 'docs/*.md', template: 'template.md', since, ...more }] });

  async function found(since: string, more?: object): Promise<readonly string[]> {
    return inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': goals, 'docs/a.md': half });
      repository.commit('2020-02-01', { 'docs/b.md': half, '.tech-spec.json': configuration(since, more) });
      repository.commit('2020-03-01', { 'template.md': `${goals}\n${risks}` });
      return foundIn(await repository.run(['check', '-f', 'json', 'docs']));
    });
  }

  it('judges documents added before by the template of their day', async () => {
    deepEqual(await found('2020-01-15'), [
      `docs/a.md: ${drift('2020-01-01', '“Risks”')}`,
      'docs/b.md: missing-section Risks',
    ]);
  });

  it('means those added on that day by today’s', async () => {
    deepEqual(await found('2020-01-01'), ['docs/a.md: missing-section Risks', 'docs/b.md: missing-section Risks']);
  });

  it('keeps the configuration’s word on sections, then as now', async () => {
    deepEqual(await found('2021-01-01', { sections: { Goals: { maxWords: 1 } } }), [
      `docs/a.md: ${drift('2020-01-01', '“Risks”')}, overlong-section Goals`,
      `docs/b.md: ${drift('2020-02-01', '“Risks”')}, overlong-section Goals`,
    ]);
    deepEqual(await found('2021-01-01', { sections: { Risks: { required: false } } }), ['docs/a.md:', 'docs/b.md:']);
  });

  it('is no reason to take a document back to a heading that today’s has otherwise', () =>
    inRepository(async (repository) => {
      const entry = configuration('2021-01-01');
      repository.commit('2020-01-01', { 'template.md': '# Goals\n\nSay why.\n\n# Risks\n\nSay what.\n' });
      repository.commit('2020-02-01', {
        'docs/a.md': '# Goals\n\nTea.\n\n# Risks\n\nHot.\n',
        '.tech-spec.json': entry,
      });
      repository.commit('2020-03-01', { 'template.md': `${goals}\n${risks}\n${costs}`, 'docs/a.md': whole });
      deepEqual(foundIn(await repository.run(['check', '-f', 'json', 'docs'])), [
        `docs/a.md: ${drift('2020-02-01', '“Costs”')}`,
      ]);
      equal((await repository.run(['fix', '--dry-run', 'docs'])).out, '');
    }));

  it('is explained, with the day of the document', () =>
    inRepository(async (repository) => {
      repository.commit('2020-01-01', { 'template.md': goals, 'docs/a.md': half });
      repository.commit('2020-02-01', {
        'template.md': `${goals}\n${risks}`,
        '.tech-spec.json': configuration('2020-02-01'),
      });
      repository.commit('2020-03-01', { 'docs/b.md': half });
      const explained = async (file: string) => (await repository.run(['explain', file])).out;
      match(
        await explained('docs/a.md'),
        /before 2020-02-01 .* editors go by today’s\.\nThis one was added on 2020-01-01: /,
      );
      match(await explained('docs/b.md'), /\nToday’s counts for this one\.\n/);
    }));

  it('needs the history too, and says who asks for it', () =>
    inRepository(async (origin) => {
      origin.commit('2020-01-01', {
        'template.md': goals,
        'docs/a.md': half,
        '.tech-spec.json': configuration('2021-01-01'),
      });
      origin.commit('2020-02-01', { 'template.md': `${goals}\n${risks}` });
      const clone = new TestRepository(join(origin.folder, '../clone'));
      origin.git('clone', '--quiet', '--depth=1', `file://${origin.folder}`, clone.folder);
      const { code, errors } = await clone.run(['check', 'docs']);
      equal(code, 2);
      match(errors, /^tech-spec: “since” in the configuration: this clone is shallow, .*git fetch --unshallow\n$/);
    }));
});
