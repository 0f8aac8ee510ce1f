/** What may be wrong with what the program is given: each says one clear thing, and keeps nobody else from being checked. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { documentsOf, type Files, foundIn, inFolder } from './terminal.ts';

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n';
const spec = '## Goals\n\nWarm hands.\n';
const files: Files = { 'template.md': template, 'tea.md': spec };
const json = ['check', '--format', 'json', '--template', 'template.md'];

describe('a template that cannot be one', () => {
  const cases: readonly (readonly [string, Files, string])[] = [
    ['is not there', {}, 'template “template.md” cannot be read: there is no such file'],
    ['is a folder', { 'template.md/': '' }, 'template “template.md” cannot be read: it is a folder'],
    ['is empty', { 'template.md': ' \n\n' }, 'template “template.md” is empty'],
    [
      'has no sections',
      { 'template.md': 'Write well.\n' },
      'template “template.md” has no sections: no heading in it names one',
    ],
    ['is not text', { 'template.md': new Uint8Array([35, 32, 0, 1, 2]) }, 'template “template.md” is not text'],
  ];
  for (const [what, given, words] of cases) {
    it(`because it ${what}: one message, 2, no findings`, async () => {
      const ran = await inFolder({ 'tea.md': spec, ...given }, [...json, 'tea.md']);
      deepEqual(ran, { code: 2, out: '', errors: `tech-spec: ${words}\n` });
    });
  }

  it('and is the repository’s own is told once, however many documents would follow it', async () => {
    const own = { '.github/ISSUE_TEMPLATE/tech-spec.md': '', 'a.tech-spec.md': spec, 'b.tech-spec.md': spec };
    const ran = await inFolder(own, ['check', '-f', 'json']);
    equal(ran.code, 2);
    equal(ran.errors.split('\n').length, 2);
    match(ran.errors, /^tech-spec: .*“\.github\/ISSUE_TEMPLATE\/tech-spec\.md” is empty/i);
    deepEqual(foundIn(ran), []);
  });

  it('and is named by a document is told with the document’s name', async () => {
    const ran = await inFolder({ 'tea.md': '<!-- tech-spec: template=gone.md -->\n\n## Goals\n' }, ['check', 'tea.md']);
    equal(ran.code, 2);
    match(ran.errors, /tea\.md.*“gone\.md” cannot be read: there is no such file/);
  });

  it('and lies outside of the workspace is not read', async () => {
    const ran = await inFolder(
      {
        'template.md': template,
        'inner/.git/': '',
        'inner/tea.md': '<!-- tech-spec: template=../template.md -->\n\n## Goals\n',
      },
      ['check', '-f', 'json', 'tea.md'],
      { folder: 'inner' },
    );
    equal(ran.code, 2);
    match(ran.errors, /“\.\.\/template\.md” lies outside of the workspace/);
    deepEqual(foundIn(ran), ['1:1 template-problem']);
  });

  it('and lies outside by way of a link is not read', async () => {
    const ran = await inFolder(
      {
        'template.md': template,
        'inner/.git/': '',
        'inner/tea.md': '<!-- tech-spec: template=link.md -->\n\n## Goals\n',
      },
      ['check', '-f', 'json', 'tea.md'],
      { folder: 'inner', prepare: (root) => symlinkSync(join(root, 'template.md'), join(root, 'inner/link.md')) },
    );
    equal(ran.code, 2);
    deepEqual(foundIn(ran), ['1:1 template-problem']);
  });
});

describe('a document that cannot be one', () => {
  it('because there is none of that name is 2, and the others are checked', async () => {
    const ran = await inFolder(files, [...json, 'gone.md', 'tea.md']);
    deepEqual(
      { code: ran.code, errors: ran.errors, found: foundIn(ran) },
      { code: 2, errors: 'tech-spec: no such file: “gone.md”\n', found: ['1:1 missing-section'] },
    );
  });

  it('because no file matches is 2', async () => {
    const ran = await inFolder(files, [...json, 'docs/**/*.md']);
    deepEqual(
      { code: ran.code, errors: ran.errors },
      { code: 2, errors: 'tech-spec: no file matches “docs/**/*.md”\n' },
    );
  });

  it('because the folder has none is 2', async () => {
    const ran = await inFolder({ 'docs/': '' }, ['check', 'docs']);
    deepEqual(ran, { code: 2, out: '', errors: 'tech-spec: no Markdown document in “docs”\n' });
  });

  it('because its links lead nowhere is 2, and the others are checked', async () => {
    const circle = (root: string) => symlinkSync('loop.md', join(root, 'loop.md'));
    const ran = await inFolder(files, [...json, 'loop.md', 'tea.md'], { prepare: circle });
    equal(ran.code, 2);
    match(ran.errors, /^tech-spec: .*“loop\.md”/);
    deepEqual(foundIn(ran), ['1:1 missing-section']);
  });

  it('because it is a pipe or a device is told, and not waited for', async () => {
    const ran = await inFolder(files, [...json, '/dev/null', 'specs'], {
      prepare: (root) => {
        mkdirSync(join(root, 'specs'));
        execFileSync('mkfifo', [join(root, 'specs/pipe.md')]);
      },
    });
    equal(ran.code, 2);
    const why = 'cannot be read: it is a pipe or a device, not a file';
    equal(ran.errors, `tech-spec: “/dev/null” ${why}\ntech-spec: “specs/pipe.md” ${why}\n`);
  });

  it('because it is called as others call standard input is told how to have that', async () =>
    equal(
      (await inFolder(files, [...json, '-'])).errors,
      'tech-spec: no such file: “-”; for standard input: --stdin\n',
    ));

  it('because it is not text is told, and 2', async () => {
    const ran = await inFolder({ ...files, 'photo.md': new Uint8Array([137, 80, 78, 71, 0, 0]) }, [
      ...json,
      'photo.md',
    ]);
    equal(ran.code, 2);
    equal(ran.errors, 'tech-spec: “photo.md” is not text\n');
    deepEqual(documentsOf(ran), [{ file: 'photo.md', template: null, answered: null, findings: [] }]);
  });

  it('and is the only one leaves nothing to sum up', async () => {
    equal((await inFolder({ 'photo.md': new Uint8Array([0]) }, ['check', 'photo.md'])).out, '');
  });

  it('because it is not text is passed over where it was only met', async () => {
    const ran = await inFolder({ 'photo.md': new Uint8Array([137, 80, 78, 71, 0, 0]) }, ['check', '-f', 'json']);
    deepEqual({ code: ran.code, errors: ran.errors }, { code: 0, errors: '' });
  });
});

describe('a document that is hard to read', () => {
  it('for its size has one finding that says so', async () => {
    const ran = await inFolder({ ...files, 'big.md': `${spec}\n${'Tea. '.repeat(2_200_000)}\n` }, [...json, 'big.md']);
    equal(ran.code, 0);
    deepEqual(foundIn(ran), ['1:1 too-large']);
    equal(documentsOf(ran)[0]?.findings[0]?.severity, 'information');
  });

  it('for its hundred thousand lines is checked', async () => {
    const ran = await inFolder({ ...files, 'long.md': `${spec}${'\n'.repeat(100_000)}` }, [...json, 'long.md']);
    deepEqual(foundIn(ran), ['1:1 missing-section']);
  });

  it('for its front matter is told of it once, and checked', async () => {
    const ran = await inFolder({ ...files, 'tea.md': `---\ntitle: [tea\n---\n\n${spec}` }, [...json, 'tea.md']);
    deepEqual(
      foundIn(ran)
        .map((found) => found.split(' ')[1])
        .sort(),
      ['front-matter', 'missing-section'],
    );
  });

  it('for its UTF-16 is checked, though it was only met, and not fixed', async () => {
    for (const order of ['le', 'be']) {
      const bytes = Buffer.from(`\ufeff${spec}`, 'utf16le');
      const wide = {
        '.tech-spec.json': '{"specs": [{"files": "tea.md", "template": "template.md"}]}',
        ...files,
        'tea.md': order === 'le' ? bytes : bytes.swap16(),
      };
      deepEqual(foundIn(await inFolder(wide, ['check', '-f', 'json', '.'])), ['1:1 missing-section']);
      const fixing = await inFolder(wide, ['fix', '--insert-missing', 'tea.md']);
      equal(fixing.errors, 'tech-spec: “tea.md” is not UTF-8, and is left as it is\n');
    }
  });

  it('for its byte order mark has its first heading', async () => {
    const ran = await inFolder({ ...files, 'tea.md': `\uFEFF${spec}` }, [...json, 'tea.md']);
    deepEqual(foundIn(ran), ['1:1 missing-section']);
  });

  it('for its line ends has its lines', async () => {
    for (const end of ['\r\n', '\r']) {
      const ran = await inFolder({ ...files, 'tea.md': `# Tea\n\n${spec}`.replaceAll('\n', end) }, [...json, 'tea.md']);
      deepEqual(foundIn(ran), ['3:1 missing-section'], JSON.stringify(end));
    }
  });

  it('for its odd encoding is still read', async () => {
    const latin1 = new Uint8Array([...new TextEncoder().encode('## Goals\n\nTh'), 0xe9, 10]);
    deepEqual(foundIn(await inFolder({ ...files, 'tea.md': latin1 }, [...json, 'tea.md'])), ['1:1 missing-section']);
  });

  it('for nothing being in it has every section to say so of', async () => {
    const ran = await inFolder({ ...files, 'tea.md': '' }, [...json, 'tea.md']);
    equal(ran.code, 1);
    deepEqual(foundIn(ran), ['1:1 missing-section', '1:1 missing-section']);
  });
});
