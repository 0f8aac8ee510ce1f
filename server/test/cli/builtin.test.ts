/** Built-in templates by name on the command line, in documents and in the configuration: as the editor has them. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { documentsOf, type Files, foundIn, inFolder } from './terminal.ts';

const named = 'builtin:architecture-decision-record';
const record =
  '---\nstatus: accepted\ndate: 2026-03-01\n---\n\n# Tea\n\n## Context\n\nWe are thirsty.\n\n## Criteria\n\n- Hot\n\n## Options\n\nNone but tea.\n\n## Decision\n\nTea.\n';
const lacking = ['20:1 missing-section'];
const unknown =
  'template “builtin:adr” is none of the built-in ones: builtin:tech-spec, builtin:architecture-decision-record';

async function check(files: Files, ...argv: readonly string[]) {
  return inFolder(files, ['check', '--format', 'json', ...argv]);
}

describe('a built-in template is named', () => {
  it('by --template', async () => {
    const ran = await check({ 'tea.md': record }, '--template', named, 'tea.md');
    deepEqual(foundIn(ran), lacking);
    equal(documentsOf(ran)[0]?.template, named);
    const text = await inFolder({ 'tea.md': record }, ['check', '-t', named, 'tea.md']);
    match(text.out, /Section “Consequences” is missing.* built-in template, line 31$/m);
  });

  it('by --template for standard input', async () => {
    const ran = await inFolder({}, ['check', '--format', 'json', '--stdin', '-t', named], { input: record });
    deepEqual(foundIn(ran), lacking);
  });

  it('by the document itself', async () => {
    const ran = await check({ 'tea.md': `<!-- tech-spec: template=${named} -->\n\n${record}` });
    equal(documentsOf(ran)[0]?.template, named);
  });

  it('by the configuration', async () => {
    const config = `{ "specs": [{ "files": "docs/*.md", "template": "${named}" }] }`;
    const ran = await check({ '.tech-spec.json': config, 'docs/tea.md': record });
    deepEqual(foundIn(ran), lacking);
  });

  it('by explain', async () => {
    for (const argv of [[named], ['-t', named]]) {
      const { code, out } = await inFolder({}, ['explain', ...argv]);
      equal(code, 0);
      match(out, /^The built-in template builtin:architecture-decision-record\n\nRead as, by line\n {5}8 sections/);
    }
  });

  it('by init', async () => {
    const { code, out } = await inFolder({ 'docs/tea.md': record }, ['init', '--dry-run', '-t', named]);
    equal(code, 0);
    match(out, /^builtin:architecture-decision-record, 8 sections; docs\/\*\.md, 1 document; checked: 1 finding$/m);
    match(out, /\{ "files": "docs\/\*\.md", "template": "builtin:architecture-decision-record" \}/);
  });
});

describe('a built-in template that there is not', () => {
  it('is told where an option names it', async () => {
    for (const argv of [
      ['check', '-t', 'builtin:adr', 'tea.md'],
      ['explain', '-t', 'builtin:adr'],
      ['explain', 'builtin:adr'],
      ['init', '-t', 'builtin:adr'],
    ]) {
      const { code, errors } = await inFolder({ 'tea.md': record }, argv);
      equal(code, 2);
      equal(errors, `tech-spec: ${unknown}\n`);
    }
  });

  it('is told where a document names it', async () => {
    const { code, errors } = await check(
      { 'tea.md': `<!-- tech-spec: template=builtin:adr -->\n\n${record}` },
      'tea.md',
    );
    equal(code, 2);
    match(errors, /“tea\.md” is not checked: Template “builtin:adr” is none of the built-in ones: /);
  });

  it('is told where the configuration names it', async () => {
    const config = '{ "specs": [{ "files": "*.md", "template": "builtin:adr" }] }';
    const { code, errors } = await check({ '.tech-spec.json': config, 'tea.md': record });
    equal(code, 2);
    match(errors, /\.tech-spec\.json:1:\d+: Template “builtin:adr” is none of the built-in ones: /);
  });
});

describe('without a name', () => {
  it('the first one is the default, and no document is taken for one of another', async () => {
    const ran = await check({ 'docs/adr/0001-tea.md': record, 'tech-specs/tea.md': '## Summary\n\nTea.\n' });
    deepEqual(
      documentsOf(ran).map(({ file, template }) => `${file}: ${template}`),
      ['docs/adr/0001-tea.md: null', 'tech-specs/tea.md: built-in'],
    );
  });
});

describe('a template that a document names', () => {
  it('is looked for in the document’s folder, then in the repository’s', async () => {
    const named = (path: string) => `<!-- tech-spec: template=${path} -->\n\n# Tea\n`;
    const files = {
      '.git/': '',
      'docs/shape.md': '## Goals\n\nSay why.\n',
      'a/docs/shape.md': '## Aims\n\nSay why.\n',
      'a/near.md': named('docs/shape.md'),
      'b/far.md': named('docs/shape.md'),
      'b/none.md': named('docs/none.md'),
    };
    const ran = await check(files, 'a/near.md', 'b/far.md', 'b/none.md');
    deepEqual(
      documentsOf(ran).map(({ file, template }) => `${file}: ${template}`),
      ['a/near.md: a/docs/shape.md', 'b/far.md: docs/shape.md', 'b/none.md: null'],
    );
    match(ran.errors, /Template “b\/docs\/none\.md” cannot be read: there is no such file/);
  });
});
