/** Lines and columns of the JSON report: one-based, in UTF-16 units. */
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { documentsOf, inFolder } from './terminal.ts';

const withTemplate = ['check', '--template', 'template.md'];

describe('tech-spec check: places', () => {
  it('counts columns in UTF-16 units, from one', async () => {
    const text = '## 🫖 Goals\n\n🫖 [whom] and 茶 [whom]\n';
    const ran = await inFolder({ 'template.md': '## 🫖 Goals\n\nFor [whom].\n', 'tea.md': text }, [
      ...withTemplate,
      '--format',
      'json',
      'tea.md',
    ]);
    const places = documentsOf(ran)[0]?.findings.map(({ line, column, endLine, endColumn }) => [
      line,
      column,
      endLine,
      endColumn,
    ]);
    deepEqual(places, [
      [3, 4, 3, 10],
      [3, 17, 3, 23],
    ]);
  });

  it('ends a heading behind an emoji where it ends', async () => {
    const ran = await inFolder({ 'template.md': '## 🫖 Goals\n', 'tea.md': '# Tea\n\n## 🫖 Goals\n' }, [
      ...withTemplate,
      '--format',
      'json',
      'tea.md',
    ]);
    const [finding] = documentsOf(ran)[0]?.findings ?? [];
    deepEqual([finding?.rule, finding?.line, finding?.column, finding?.endColumn], ['empty-section', 3, 1, 12]);
  });

  it('of the built-in template untouched has its title, its instructions, and each of its ten sections once', async () => {
    const text = readFileSync(new URL('../../../templates/tech-spec.md', import.meta.url), 'utf8');
    const ran = await inFolder({ 'untouched.tech-spec.md': text }, ['check', '--format', 'json']);
    const found = documentsOf(ran)[0]?.findings ?? [];
    deepEqual(
      found.map(({ line, rule, severity }) => `${line} ${severity} ${rule}`),
      [
        '4 warning front-matter',
        '9 warning leftover-guidance',
        ...[23, 27, 31, 35, 39, 48, 52, 56, 60, 64].map((line) => `${line} error leftover-guidance`),
      ],
    );
    equal(ran.code, 1);
  });
});
