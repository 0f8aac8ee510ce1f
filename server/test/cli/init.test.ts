/** `tech-spec init`: what it finds, what it says of it, and what it writes. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from './repository.ts';
import { type Files, runIn, withFolder } from './terminal.ts';

const template = '# RFC\n\n## Goals\n\nSay why.\n\n## Risks\n\nSay what could go wrong.\n\n## Costs\n';
const good = '# One\n\n## Goals\n\nShip.\n\n## Risks\n\nNone.\n\n## Costs\n\nN/A\n';
const bad = '# Two\n\n## Goals\n\nShip.\n\n## Risks\n\n## Other\n\nMore.\n';
const team: Files = {
  '0000-template.md': template,
  'text/0001-one.md': good,
  'text/0002-two.md': bad,
  'README.md': '# Team\n',
};

const written = `{
  "specs": [
    { "files": "text/*.md", "template": "0000-template.md" }
  ]
}
`;

async function init(files: Files, ...argv: readonly string[]) {
  return withFolder(files, async (folder) => {
    const ran = await runIn(folder, ['init', ...argv]);
    const path = join(folder, '.tech-spec.json');
    return { ...ran, config: existsSync(path) ? readFileSync(path, 'utf8') : undefined };
  });
}

describe('tech-spec init', () => {
  it('says what it found in the newest documents, and writes the configuration', async () => {
    deepEqual(await init(team), {
      code: 0,
      errors: '',
      out: `0000-template.md, 3 sections; text/*.md, 2 documents; checked: 2 findings
  missing-section 1, empty-section 1
  text/0002-two.md:7:1  error  Section “Costs” is missing: the template asks for it after “Risks”
  text/0002-two.md:7:1  error  Section “Risks” is empty

Wrote .tech-spec.json. To check all that follows it: tech-spec check
`,
      config: written,
    });
  });

  it('writes what check then goes by', () =>
    withFolder(team, async (folder) => {
      await runIn(folder, ['init']);
      const { code, out } = await runIn(folder, ['check']);
      equal(code, 1);
      match(out, /^text\/0002-two\.md\n/m);
    }));

  it('writes nothing with --dry-run', async () => {
    const { code, out, config } = await init(team, '--dry-run');
    equal(code, 0);
    ok(out.endsWith(written));
    equal(config, undefined);
  });

  it('takes the template and the files that are named, without a search', async () => {
    const files = { ...team, 'notes/plan-template.txt': template, 'notes/a.md': good };
    const { code, config } = await init(files, '-t', 'notes/plan-template.txt', '--files', 'notes/*.md');
    equal(code, 0);
    match(config ?? '', /"files": "notes\/\*\.md", "template": "notes\/plan-template\.txt"/);
  });

  it('looks for the documents of a template that is named', async () => {
    const { config } = await init(team, '-t', '0000-template.md');
    equal(config, written);
  });

  it('gives templates of the same documents one entry', async () => {
    const short = '## Aims\n\n## Outcome\n';
    const files = {
      ...team,
      'short-template.md': short,
      'text/0003-three.md': '## Aims\n\nShip.\n\n## Outcome\n\nShipped.\n',
    };
    const { config, out } = await init(files);
    match(config ?? '', /\{ "files": "text\/\*\.md", "template": \["0000-template\.md", "short-template\.md"\] \}/);
    match(out, /^short-template\.md, 2 sections; text\/\*\.md, 3 documents; the 1 newest: no findings$/m);
  });

  it('finds forms among GitHub’s issue templates', async () => {
    const form = ['Goals', 'Risks', 'Costs']
      .map((label) => `  - type: input\n    attributes:\n      label: ${label}\n`)
      .join('');
    const files = {
      '.github/ISSUE_TEMPLATE/plan.yml': `name: Plan\ndescription: A plan\nbody:\n${form}`,
      'plans/a.md': good,
    };
    const { config } = await init(files);
    match(config ?? '', /"files": "plans\/\*\.md", "template": "\.github\/ISSUE_TEMPLATE\/plan\.yml"/);
  });

  it('names templates that nothing answers to, and goes on without them', async () => {
    const { out, config } = await init({ ...team, 'docs/bug-template.md': '## Steps\n\n## Version\n' });
    match(out, /^docs\/bug-template\.md has no document that answers to it$/m);
    equal(config, written);
  });

  it('names those that too few answer to, with how many there are', async () => {
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`text/${at + 20}.md`, good]));
    const bug = '## Steps\n\nRun.\n\n## Version\n\nOne.\n\n## Log\n\nNone.\n';
    const { out, config } = await init({ ...team, ...many, 'text/bug.md': bug, 'text/bug-template.md': bug });
    match(out, /^text\/bug-template\.md is answered to by 1 of \d+ documents: too few to go by$/m);
    equal(config, written);
  });

  it('takes a document about templates for a document', async () => {
    const about = { 'text/0006-template-engine.md': good, 'text/mail-template-editor.md': good };
    const { out, config } = await init({ ...team, ...about });
    equal(config, written);
    match(out, /^0000-template\.md, 3 sections; text\/\*\.md, 4 documents/m);
  });

  it('has the template first that most documents answer to', async () => {
    const rare = '# Bug\n\n## Steps\n\nRun it.\n\n## Version\n\nOne.\n';
    const { config } = await init({
      ...team,
      'text/0003-three.md': good,
      'text/0004-four.md': rare,
      '0000-template-bug.md': rare,
    });
    match(config ?? '', /"template": \["0000-template\.md", "0000-template-bug\.md"\]/);
  });

  it('takes a numbered document for a document, not for a template', async () => {
    const { config } = await init({ ...team, 'text/0000-zero.md': good });
    equal(config, written);
  });

  it('looks into nothing that .gitignore leaves out', async () => {
    const { code } = await init({ '.git/': '', '.gitignore': 'old/\n', 'old/template.md': template, 'old/a.md': good });
    equal(code, 2);
  });

  it('checks those that git’s history has as the newest', () =>
    inRepository(async (repository) => {
      repository.commit('2026-01-01', { 'template.md': template, 'text/z.md': bad });
      for (let day = 10; day < 20; day++) repository.commit(`2026-02-${day}`, { [`text/${day}.md`]: good });
      const { out } = await repository.run(['init', '--dry-run']);
      match(out, /^template\.md, 3 sections; text\/\*\.md, 11 documents; the 10 newest: no findings$/m);
    }));
});

describe('tech-spec init without a template', () => {
  it('says so, and what would be the built-in one', async () => {
    const { code, errors, config } = await init({ 'README.md': '# Team\n' });
    equal(code, 2);
    match(errors, /^tech-spec: no template found\. .* tech-spec init --builtin\n$/);
    equal(config, undefined);
  });

  it('writes that with --builtin', async () => {
    const { code, config } = await init({ 'README.md': '# Team\n' }, '--builtin');
    equal(code, 0);
    match(config ?? '', /\{ "files": "tech-specs\/\*\*\/\*\.md" \}/);
  });
});

describe('tech-spec init exits with 2 and writes nothing', () => {
  const failures: readonly [string, Files, readonly string[], RegExp][] = [
    [
      'in place of a configuration that is there',
      { ...team, '.tech-spec.json': '{}' },
      [],
      /is there already: .*--force/,
    ],
    ['for a template that is not there', team, ['-t', 'no.md'], /template “no\.md” cannot be read/],
    ['for a template without sections', { ...team, 'a.md': 'Hello.\n' }, ['-t', 'a.md'], /has no sections/],
    ['for a template outside of the folder', team, ['-t', '../template.md'], /template “\.\.\/template\.md”/],
    ['for a pattern that leads out', team, ['-t', '0000-template.md', '--files', '../*.md'], /leads out/],
    [
      'for a template that nothing answers to',
      { 'a-template.md': template },
      ['-t', 'a-template.md'],
      /--files says which/,
    ],
    ['for files without a template', team, ['--files', '*.md'], /--files needs --template/],
    ['for the built-in template and another', team, ['--builtin', '-t', 'a.md'], /--builtin takes no --template/],
  ];
  for (const [what, files, argv, complaint] of failures) {
    it(what, async () => {
      const { code, errors, config } = await init(files, ...argv);
      equal(code, 2);
      match(errors, complaint);
      equal(config, files['.tech-spec.json']);
    });
  }

  it('unless --force is given', async () => {
    const { code, config } = await init({ ...team, '.tech-spec.json': '{}' }, '--force');
    equal(code, 0);
    equal(config, written);
  });
});

describe('tech-spec init in a hostile repository', () => {
  it('reads nothing that a link leads out to', () =>
    withFolder({ 'work/a.md': good, 'secret-template.md': template }, async (folder) => {
      symlinkSync(join(folder, 'secret-template.md'), join(folder, 'work/template.md'));
      const { code, out } = await runIn(join(folder, 'work'), ['init']);
      equal(code, 2);
      equal(out, 'template.md cannot be read\n\n');
    }));

  it('writes nothing where a link in place of the configuration leads', () =>
    withFolder({ 'work/template.md': template, 'work/a.md': good, profile: 'mine' }, async (folder) => {
      symlinkSync(join(folder, 'profile'), join(folder, 'work/.tech-spec.json'));
      const { code, errors } = await runIn(join(folder, 'work'), ['init', '--force']);
      equal(code, 2);
      match(errors, /is no file, or a link/);
      equal(readFileSync(join(folder, 'profile'), 'utf8'), 'mine');
    }));
});
