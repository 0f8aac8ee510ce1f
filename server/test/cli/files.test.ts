/** Which files are meant by what is named, and which of them are specs. */
import { deepEqual, equal } from 'node:assert/strict';
import { documentsOf, type Files, inFolder, type Surroundings } from './terminal.ts';

const note = '# Note\n';
const builtinSpec = '## Summary\n\nTea for all.\n\n## Scope\n\nTea.\n';

async function filesOf(
  files: Files,
  names: readonly string[],
  surroundings?: Surroundings,
): Promise<readonly string[]> {
  return documentsOf(await inFolder(files, ['check', '-f', 'json', ...names], surroundings)).map(({ file }) => file);
}

/** Each document as `file: template`. */
async function templatesOf(files: Files, names: readonly string[] = [], surroundings?: Surroundings) {
  const ran = await inFolder(files, ['check', '-f', 'json', ...names], surroundings);
  return documentsOf(ran).map(({ file, template }) => `${file}: ${template}`);
}

describe('files named', () => {
  const tree = {
    'a.md': note,
    'b/c.md': note,
    'b/d.txt': note,
    '.hidden/e.md': note,
    'node_modules/f/g.md': note,
    'b/node_modules/h.md': note,
  };

  it('none: all documents below the folder, without hidden folders and node_modules', async () => {
    deepEqual(await filesOf(tree, []), ['a.md', 'b/c.md']);
  });

  it('a folder: the documents below it', async () => {
    deepEqual(await filesOf(tree, ['./b/']), ['b/c.md']);
  });

  it('a hidden folder, by its name', async () => {
    deepEqual(await filesOf(tree, ['.hidden']), ['.hidden/e.md']);
  });

  it('a folder further up', async () => {
    deepEqual(await filesOf(tree, ['..'], { folder: 'b' }), ['../a.md', '../b/c.md']);
  });

  it('a glob', async () => {
    deepEqual(await filesOf(tree, ['**/{a,c}.md']), ['a.md', 'b/c.md']);
  });

  it('a glob with exceptions', async () => {
    deepEqual(await filesOf(tree, ['**/*.md', '!b']), ['a.md']);
  });

  it('a file of any ending, by its name', async () => {
    deepEqual(await filesOf(tree, ['b/d.txt']), ['b/d.txt']);
  });

  it('a file that is called like a glob', async () => {
    deepEqual(await filesOf({ 'a[1].md': note, 'a1.md': note }, ['a[1].md']), ['a[1].md']);
  });

  it('a file that is called like an option, behind --', async () => {
    deepEqual(await filesOf({ '--a.md': note }, ['--', '--a.md']), ['--a.md']);
  });

  it('twice: listed once, sorted', async () => {
    deepEqual(await filesOf(tree, ['b/c.md', 'a.md', '.', './a.md']), ['a.md', 'b/c.md']);
  });
});

const halfOfBuiltin = ['Summary', 'Scope', 'Data model', 'Testing', 'Deployment']
  .map((title) => `## ${title}\n\nTea.\n`)
  .join('\n');

describe('documents without --template', () => {
  it('follow the built-in template where their headings answer to it', async () => {
    deepEqual(await templatesOf({ 'plan.md': halfOfBuiltin }), ['plan.md: built-in']);
  });

  it('follow the repository’s own issue template where there is one', async () => {
    const own = '.github/ISSUE_TEMPLATE/2-tech_spec.md';
    deepEqual(
      await templatesOf({
        [own]: '## Goals\n\nSay why.\n\n## Risks\n\nSay what.\n',
        'tech-specs/tea.md': '## Goals\n\nTea.\n',
      }),
      [`tech-specs/tea.md: ${own}`],
    );
  });

  it('follow the built-in one in a folder tech-specs, also where that is where they are looked for', async () => {
    const files = { 'tech-specs/tea.md': '## Summary\n\nTea.\n', 'tech-specs/high/cake.md': '## Summary\n\nCake.\n' };
    deepEqual(await templatesOf(files, [], { folder: 'tech-specs' }), ['high/cake.md: built-in', 'tea.md: built-in']);
    deepEqual(await templatesOf(files, [], { folder: 'tech-specs/high' }), ['cake.md: null']);
  });

  it('may be specs in a folder templates that is where they are looked for', async () => {
    const files = { 'templates/tea.md': halfOfBuiltin };
    deepEqual(await templatesOf(files), ['templates/tea.md: null']);
    deepEqual(await templatesOf(files, [], { folder: 'templates' }), ['tea.md: built-in']);
  });

  it('follow the one of the repository they lie in, also from a folder below', async () => {
    const files = {
      '.git/': '',
      '.github/ISSUE_TEMPLATE/tech-spec.md': '## Goals\n\nSay why.\n',
      'docs/tech-specs/tea.md': '## Goals\n\nTea.\n',
    };
    deepEqual(await templatesOf(files, [], { folder: 'docs' }), [
      'tech-specs/tea.md: ../.github/ISSUE_TEMPLATE/tech-spec.md',
    ]);
  });

  it('follow the template that they name themselves', async () => {
    deepEqual(
      await templatesOf(
        { 'own.md': '## Goals\n\nSay why.\n', 'tea.md': '<!-- tech-spec: template=own.md -->\n\n# Tea\n' },
        ['tea.md'],
      ),
      ['tea.md: own.md'],
    );
  });

  it('follow none where they say so', async () => {
    deepEqual(await templatesOf({ 'a.tech-spec.md': `<!-- tech-spec: none -->\n\n${builtinSpec}` }), [
      'a.tech-spec.md: null',
    ]);
  });

  it('follow none where they are a README', async () => {
    deepEqual(await templatesOf({ 'tech-specs/README.md': builtinSpec }), ['tech-specs/README.md: null']);
  });

  it('follow none where they are a template, unless they are named', async () => {
    const { builtinTemplate } = await import('../../src/core/index.ts');
    deepEqual(await templatesOf({ 'templates/tech-spec.md': builtinTemplate }), ['templates/tech-spec.md: null']);
    deepEqual(await templatesOf({ 'templates/tech-spec.md': builtinTemplate }, ['templates/tech-spec.md']), [
      'templates/tech-spec.md: built-in',
    ]);
  });

  it('and of the repository’s own template are told apart when that is named', async () => {
    const own = '.github/ISSUE_TEMPLATE/tech-spec.md';
    const files = { [own]: '## Goals\n\nSay why.\n\n## Risks\n\nSay what.\n\n## Costs\n\nSay how much.\n' };
    deepEqual(await templatesOf(files, [own]), [`${own}: ${own}`]);
    deepEqual(await templatesOf(files, ['.github/**/*.md']), [`${own}: null`]);
  });
});

describe('documents with --template', () => {
  const files = { 't.md': '## Goals\n\nSay why.\n', 'README.md': note, 'docs/tea.md': note, 'docs/README.md': note };

  it('follow it, whatever they look like', async () => {
    deepEqual(await templatesOf(files, ['-t', 't.md', 'README.md', 'docs/tea.md']), [
      'README.md: t.md',
      'docs/tea.md: t.md',
    ]);
  });

  it('follow it below a folder, but for what never is a spec', async () => {
    deepEqual(await templatesOf(files, ['-t', 't.md', 'docs']), ['docs/README.md: null', 'docs/tea.md: t.md']);
  });

  it('and are the template itself, met in a folder, follow none', async () => {
    deepEqual(await templatesOf({ 't.md': '## Goals\n\nSay why.\n', 'tea.md': note }, ['-t', 't.md', '.']), [
      't.md: null',
      'tea.md: t.md',
    ]);
  });

  it('and say that they are no spec are none', async () => {
    deepEqual(await templatesOf({ ...files, 'tea.md': '<!-- tech-spec: none -->\n' }, ['-t', 't.md', 'tea.md']), [
      'tea.md: null',
    ]);
  });

  it('may follow one from outside of the folder', async () => {
    const { code } = await inFolder(
      { 't.md': '## Goals\n\nSay why.\n', 'in/tea.md': '## Goals\n\nTea.\n' },
      ['check', '-t', '../t.md', 'tea.md'],
      {
        folder: 'in',
      },
    );
    equal(code, 0);
  });
});
