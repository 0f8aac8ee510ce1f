/** `tech-spec new`: which document is started, where it goes, and what it never does. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtinTemplate } from '../../src/core/index.ts';
import { newSpec } from '../../src/lsp/protocol-new-spec.ts';
import { withClient } from '../lsp/client.ts';
import { type Files, inFolder, type Ran, runIn, withFolder } from './terminal.ts';

const template = 'Keep it short.\n\n**Delete the text above**\n\n# Title\n\n## Goals\n\nSay why the project exists.\n';
const configured: Files = {
  '.tech-spec.json': '{ "specs": [{ "files": "docs/specs/*.md", "template": "docs/template.md" }] }',
  'docs/template.md': template,
};

interface Started extends Ran {
  /** Below the folder, those that were not there before. */
  readonly made: Readonly<Record<string, string>>;
}

function start(files: Files, argv: readonly string[], below = ''): Promise<Started> {
  return withFolder(files, async (folder) => {
    const ran = await runIn(join(folder, below), ['new', ...argv]);
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .filter((path) => !(path in files));
    return { ...ran, made: Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])) };
  });
}

describe('tech-spec new', () => {
  it('writes what the built-in template starts, named by its title, and prints where', async () => {
    const { code, out, errors, made } = await start({}, ['Offline', 'drafts']);
    deepEqual({ code, out, errors }, { code: 0, out: 'offline-drafts.tech-spec.md\n', errors: '' });
    const expected = builtinTemplate.replace('title: "Tech spec: "', 'title: "Tech spec: Offline drafts"');
    deepEqual(made, { 'offline-drafts.tech-spec.md': expected });
  });

  it('writes what an editor would', async () => {
    const { out } = await inFolder({}, ['new', 'Plan: “B”', '--no-instructions', '--no-guidance', '--dry-run']);
    await withClient({}, async (client) => {
      const target = 'file:///work/plan-b.tech-spec.md';
      const asked = { title: 'Plan: “B”', instructions: 'omit', guidance: 'ghost', template: null, target } as const;
      equal(out, (await client.request(newSpec, asked))?.text);
    });
  });

  it('starts from the configured template, where its documents lie', async () => {
    const { out, made } = await start(configured, ['Tea', '--no-instructions']);
    equal(out, 'docs/specs/tea.tech-spec.md\n');
    deepEqual(made, { 'docs/specs/tea.tech-spec.md': '# Tea\n\n## Goals\n\nSay why the project exists.\n' });
  });

  it('stays in a folder that has specs', async () => {
    const files = { ...configured, 'docs/specs/old/': '' };
    equal((await start({ ...configured, 'docs/specs/a.md': '' }, ['Tea'], 'docs/specs')).out, 'tea.tech-spec.md\n');
    match((await start(files, ['Tea'], 'docs')).out, /^specs\/tea\.tech-spec\.md\n$/);
  });

  it('lies beside the one document that the configuration names', async () => {
    const files = {
      ...configured,
      '.tech-spec.json': '{ "specs": [{ "files": "docs/design.md", "template": "docs/template.md" }] }',
    };
    const { made } = await start(files, ['Tea']);
    match(made['docs/tea.tech-spec.md'] ?? '', /^<!-- tech-spec: template=template\.md -->$/m);
  });

  it('says itself which template it follows, where nothing else would', async () => {
    const { made } = await start(configured, ['Tea', '--out', 'notes']);
    match(made['notes/tea.tech-spec.md'] ?? '', /^<!-- tech-spec: template=\.\.\/docs\/template\.md -->$/m);
  });

  it('starts from the template that is named, where documents of that one lie', async () => {
    const entries = [
      { files: 'specs/*.md', template: 'docs/template.md' },
      { files: 'adr/*.md', template: 'builtin:architecture-decision-record' },
      { files: 'rfcs/**/*.md', template: 'docs/rfc.md' },
    ];
    const files = {
      ...configured,
      'docs/rfc.md': '## Motivation\n\nSay why.\n',
      '.tech-spec.json': JSON.stringify({ specs: entries }),
    };
    const outs = [];
    for (const name of ['builtin:architecture-decision-record', 'docs/rfc.md', './docs/template.md']) {
      outs.push((await start(files, ['Tea', '-t', name])).out);
    }
    deepEqual(outs, ['adr/tea.tech-spec.md\n', 'rfcs/tea.tech-spec.md\n', 'specs/tea.tech-spec.md\n']);
  });

  it('takes a file’s name, and any folder', async () => {
    equal((await start({}, ['Tea', '--out', 'a/b/plan.md'])).out, 'a/b/plan.md\n');
    equal((await start({}, ['Tea', '--out', 'a/b'])).out, 'a/b/tea.tech-spec.md\n');
  });

  it('prints the text and writes nothing where it is only tried', async () => {
    const { code, out, errors, made } = await start({ 'shape.md': template }, ['Tea', '-t', 'shape.md', '-n']);
    match(out, /^# Tea\n/m);
    deepEqual({ code, errors, made }, { code: 0, errors: 'tea.tech-spec.md\n', made: {} });
  });
});

describe('tech-spec new never writes over a file', () => {
  it('but counts up where the title is taken', async () => {
    const files = { 'tea.tech-spec.md': 'a', 'tea-2.tech-spec.md': 'b' };
    equal((await start(files, ['Tea'])).out, 'tea-3.tech-spec.md\n');
  });

  it('but refuses where it is named', async () => {
    await withFolder({ 'plan.md': 'mine\n' }, async (folder) => {
      const { code, out, errors } = await runIn(folder, ['new', 'Tea', '--out', 'plan.md']);
      deepEqual({ code, out, errors }, { code: 2, out: '', errors: 'tech-spec: “plan.md” is there already\n' });
      equal(readFileSync(join(folder, 'plan.md'), 'utf8'), 'mine\n');
    });
  });
});

describe('tech-spec new from a template without a place for the title', () => {
  const row = '- Name: (fill me in)\n\n## Goals\n\nSay why.\n\n## Risks\n';

  it('says so', async () => {
    const { code, errors, made } = await start({ 'a.md': row }, ['Tea', '-t', 'a.md']);
    deepEqual({ code, made: Object.keys(made) }, { code: 0, made: ['tea.tech-spec.md'] });
    equal(errors, 'tech-spec: the template has no place for the title: it names the file only\n');
  });
  it('says nothing where the title is in it as it is', async () => {
    equal((await start({ 'a.md': `# Tea\n\n${row}` }, ['Tea', '-t', 'a.md'])).errors, '');
  });
});

describe('tech-spec new is 2, and nothing is written', () => {
  const cases: readonly (readonly [string, Files, readonly string[], RegExp])[] = [
    ['without a title', {}, [], /missing required argument 'TITLE'/],
    ['for a title without words', {}, ['///'], /a title has words in it/],
    ['for an empty title', {}, ['', '--out', 'a.md'], /a title has words in it/],
    ['for a file that is no Markdown', {}, ['Tea', '--out', 'docs/x.txt'], /“docs\/x\.txt” is no Markdown file/],
    ['for a template that is not there', {}, ['Tea', '-t', 'none.md'], /template “none\.md” cannot be read/],
    ['for a built-in one that is not there', {}, ['Tea', '-t', 'builtin:rfc'], /template “builtin:rfc”/],
    ['for one without sections', { 'a.md': 'Tea.\n' }, ['Tea', '-t', 'a.md'], /template “a\.md” /],
    ['for a broken configuration', { '.tech-spec.json': '{' }, ['Tea'], /\.tech-spec\.json/],
    ['where a file is in the way of the folder', { a: '' }, ['Tea', '--out', 'a/b'], /“a\/b”/],
  ];
  for (const [name, files, argv, error] of cases) {
    it(name, async () => {
      const { code, out, errors, made } = await start(files, argv);
      deepEqual({ code, out, made }, { code: 2, out: '', made: {} });
      match(errors, error);
    });
  }
});

describe('a folder of the configuration that is a link', () => {
  it('leads nowhere outside of the repository', () =>
    withFolder({ 'elsewhere/': '', 'work/.git/': '' }, async (root) => {
      const folder = join(root, 'work');
      mkdirSync(join(folder, 'docs'));
      for (const [path, text] of Object.entries(configured)) writeFileSync(join(folder, path), text);
      symlinkSync(join(root, 'elsewhere'), join(folder, 'docs/specs'));
      const { code, errors } = await runIn(folder, ['new', 'Tea']);
      equal(code, 2);
      match(errors, /“docs\/specs\/tea\.tech-spec\.md” lies outside of the repository: name the folder with --out/);
      deepEqual(readdirSync(join(root, 'elsewhere')), []);
      equal((await runIn(folder, ['new', 'Tea', '--out', 'docs/specs'])).code, 0);
    }));
});

describe('a template that lies below the file’s folder', () => {
  it('is found again by check', async () => {
    await withFolder({ 'a/shape.md': template }, async (folder) => {
      const { out } = await runIn(folder, ['new', 'Tea', '-t', 'a/shape.md', '--no-instructions']);
      equal(existsSync(join(folder, out.trim())), true);
      match((await runIn(folder, ['check', out.trim()])).out, /a\/shape\.md:7/);
    });
  });
});
