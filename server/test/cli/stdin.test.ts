/** `--stdin`: a text without a file, under the name it would have. */
import { deepEqual, equal } from 'node:assert/strict';
import { documentsOf, type Files, inFolder } from './terminal.ts';

const files: Files = {
  'template.md': '## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n',
  'half.md': '# Tea\n',
};
const half = '# Tea\n\n## Goals\n\nTBD\n';
const withTemplate = ['check', '--template', 'template.md'];

describe('tech-spec check: standard input', () => {
  it('is checked under the name it is given', async () => {
    const ran = await inFolder(files, [...withTemplate, '-f', 'json', '--stdin', '--stdin-filename', 'docs/tea.md'], {
      input: half,
    });
    deepEqual(
      documentsOf(ran).map(({ file, findings }) => [file, findings.length]),
      [['docs/tea.md', 2]],
    );
  });

  it('is recognised by that name', async () => {
    const argv = ['check', '-f', 'json', '--stdin', '--stdin-filename', 'tech-specs/tea.md'];
    equal(documentsOf(await inFolder({}, argv, { input: '## Summary\n\nTea.\n' }))[0]?.template, 'built-in');
  });

  it('takes no files beside it', async () => {
    equal((await inFolder(files, ['check', '--stdin', 'half.md'])).code, 2);
  });
});
