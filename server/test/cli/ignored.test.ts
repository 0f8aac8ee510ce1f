/** What a folder or a glob means where ignore files have a say: what git leaves out is nobody's document. */
import { deepEqual } from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { documentsOf, type Files, inFolder, type Surroundings } from './terminal.ts';

const note = '# Note\n';

async function filesOf(files: Files, names: readonly string[] = [], surroundings?: Surroundings) {
  return documentsOf(await inFolder(files, ['check', '-f', 'json', ...names], surroundings)).map(({ file }) => file);
}

describe('.gitignore', () => {
  const tree = { '.git/': '', 'a.md': note, 'out/b.md': note, 'docs/c.md': note, 'docs/out/d.md': note };

  it('leaves out what it names, at any depth', async () => {
    deepEqual(await filesOf({ ...tree, '.gitignore': 'out/\n' }), ['a.md', 'docs/c.md']);
  });

  it('leaves it out of a glob too', async () => {
    deepEqual(await filesOf({ ...tree, '.gitignore': 'out/\n' }, ['**/*.md']), ['a.md', 'docs/c.md']);
  });

  it('speaks of paths from where it lies', async () => {
    deepEqual(await filesOf({ ...tree, '.gitignore': '/out/\n' }), ['a.md', 'docs/c.md', 'docs/out/d.md']);
  });

  it('further down outdoes the one above', async () => {
    const files = { ...tree, '.gitignore': '*.md\n', 'docs/.gitignore': '!c.md\n' };
    deepEqual(await filesOf(files), ['docs/c.md']);
  });

  it('takes back what it left out, but nothing below a folder that is left out', async () => {
    const files = { ...tree, '.gitignore': 'docs/*\n!docs/c.md\nout/\n!out/b.md\n' };
    deepEqual(await filesOf(files), ['a.md', 'docs/c.md']);
  });

  it('above the folder counts, up to the repository’s', async () => {
    const files = {
      'in/.git/': '',
      '.gitignore': '*.md\n',
      'in/.gitignore': 'a.md\n',
      'in/docs/a.md': note,
      'in/docs/b.md': note,
    };
    deepEqual(await filesOf(files, [], { folder: 'in/docs' }), ['b.md']);
  });

  it('outside of a repository counts where it lies', async () => {
    deepEqual(await filesOf({ 'a.md': note, 'b.md': note, '.gitignore': 'b.md\n' }), ['a.md']);
  });

  it('has no say in a file that is named', async () => {
    deepEqual(await filesOf({ ...tree, '.gitignore': '*.md\n' }, ['out/b.md']), ['out/b.md']);
  });

  it('has no say in a folder that is named', async () => {
    deepEqual(await filesOf({ ...tree, '.gitignore': 'out/\n' }, ['out']), ['out/b.md']);
  });

  it('is not kept busy by a pattern of nothing but stars', async () => {
    const name = 'a'.repeat(120);
    const files = { '.git/': '', [`${name}.md`]: note, '.gitignore': `${'*a'.repeat(60)}b\n` };
    deepEqual(await filesOf(files), [`${name}.md`]);
  });
});

describe('a folder', () => {
  it('means documents of either ending, in small letters or capitals', async () => {
    deepEqual(await filesOf({ 'a.MD': note, 'b.markdown': note, 'c.txt': note }), ['a.MD', 'b.markdown']);
  });

  it('means links to documents, and does not follow links to folders', async () => {
    const links = (root: string) => {
      symlinkSync('docs/a.md', join(root, 'link.md'));
      symlinkSync('.', join(root, 'docs/circle'));
    };
    deepEqual(await filesOf({ 'docs/a.md': note }, [], { prepare: links }), ['docs/a.md', 'link.md']);
  });

  it('with a link that leads nowhere is told of it where it is named, and the others are checked', async () => {
    const dead = (root: string) => symlinkSync('nowhere.md', join(root, 'dead.md'));
    for (const [names, code, errors, files] of [
      [[], 0, '', ['a.md', 'dead.md']],
      [['a.md', 'dead.md'], 2, 'tech-spec: no such file: “dead.md”\n', ['a.md']],
    ] as const) {
      const ran = await inFolder({ 'a.md': note }, ['check', '-f', 'json', ...names], { prepare: dead });
      deepEqual(
        { code: ran.code, errors: ran.errors, files: documentsOf(ran).map(({ file }) => file) },
        { code, errors, files },
      );
    }
  });

  it('hides what only a glob shows that names it: hidden folders and node_modules', async () => {
    const files = { '.github/a.md': note, 'node_modules/b/c.md': note, 'd.md': note };
    deepEqual(await filesOf(files, ['**/*.md']), ['d.md']);
    deepEqual(await filesOf(files, ['.github/*.md', 'node_modules/**/*.md']), ['.github/a.md', 'node_modules/b/c.md']);
    deepEqual(await filesOf(files, ['{.github,docs}/*.md']), ['.github/a.md']);
  });

  it('without documents is no trouble with --no-error-on-unmatched', async () => {
    const ran = await inFolder({ 'docs/': '' }, ['check', '--no-error-on-unmatched', 'docs', 'rfcs/*.md', 'gone.md']);
    deepEqual({ code: ran.code, errors: ran.errors }, { code: 0, errors: '' });
  });
});
