/** `tech-spec explain`: which template and why, or why none; what was understood; a rule's page. */
import { equal, match, ok } from 'node:assert/strict';
import { rules } from '../../src/core/index.ts';
import { type Files, inFolder } from './terminal.ts';

const template = '# RFC\n\n## Goals\n\nIn 1-2 sentences.\n\n## Costs (optional)\n';
const config = `{
  "specs": [
    {
      "files": ["rfcs/*.md", "!rfcs/old-*.md"],
      "template": "rfcs/template.md",
      "sections": { "Costs": { "required": true } },
      "rules": { "section-order": "off" },
      "ready": { "status": ["final"] }
    }
  ]
}
`;
const team: Files = { '.tech-spec.json': config, 'rfcs/template.md': template };

async function explained(files: Files, ...argv: readonly string[]): Promise<string> {
  const { code, out, errors } = await inFolder(files, ['explain', ...argv]);
  equal(errors, '');
  equal(code, 0);
  return out;
}

describe('tech-spec explain DOCUMENT', () => {
  it('prints the entry of the configuration, its lines, what it changes and what was understood', async () => {
    equal(
      await explained({ ...team, 'rfcs/one.md': '---\nstatus: final\n---\n\n# One\n' }, 'rfcs/one.md'),
      `rfcs/one.md is a spec of rfcs/template.md
Its path fits “rfcs/*.md”, .tech-spec.json:4.
The template is named there: “rfcs/template.md”, .tech-spec.json:5.
It is ready, as “status” in its front matter says.
Rule section-order is “off” by .tech-spec.json.

Read as, by line
     2 sections, from its headings
  1  title “RFC”  not owed

Sections, by line
  3  Goals  the lead section: “N/A” is no answer here; at most 2 sentences, from “1-2 sentences”
  7  Costs  required by .tech-spec.json:6, where the template has it optional, from “(optional)”
`,
    );
  });

  it('says which of several templates it is, and by what', async () => {
    const two = '{ "specs": [{ "files": "*.md", "template": ["a/long.md", "a/short.md"] }] }';
    const files = { '.tech-spec.json': two, 'a/long.md': '## Goals\n\n## Costs\n', 'a/short.md': '## Aims\n' };
    const out = await explained({ ...files, 'one.md': '## Aims\n' }, 'one.md');
    match(out, /^one\.md is a spec of a\/short\.md\n/);
    match(out, /^Of the 2 templates there it is the one with the most sections in the document: 1\.$/m);
  });

  it('says that the document names its template itself', async () => {
    const out = await explained(
      { 'one.md': '# One\n\n<!-- tech-spec: template=t.md -->\n', 't.md': template },
      'one.md',
    );
    match(out, /^one\.md is a spec of t\.md\nThe document names its template itself, on line 3\.\n/);
  });

  it('says by what a document was recognised that nothing is written of', async () => {
    const out = await explained({ 'tech-specs/one.md': '# One\n\n## Summary\n' }, 'tech-specs/one.md');
    match(out, /^tech-specs\/one\.md is a spec of the built-in template “Technical Specification”\n/);
    match(out, /^The document is recognised by its file’s name or folder, /m);
  });

  it('says that the template is the repository’s own issue template', async () => {
    const files = { '.git/': '', '.github/ISSUE_TEMPLATE/tech-spec.md': '## Goals\n', 'one.md': '## Goals\n' };
    match(await explained(files, 'one.md'), /^The template is the workspace’s own issue template/m);
  });
});

describe('tech-spec explain for what is no spec', () => {
  it('says which pattern takes it out', async () => {
    equal(
      await explained({ ...team, 'rfcs/old-one.md': '# One\n' }, 'rfcs/old-one.md'),
      'rfcs/old-one.md is no spec\n“!rfcs/old-*.md” takes it out, .tech-spec.json:4.\n',
    );
  });

  it('says that no entry fits', async () => {
    equal(
      await explained({ ...team, 'one.md': '# One\n' }, 'one.md'),
      'one.md is no spec\nNo entry of .tech-spec.json fits its path.\n',
    );
  });

  it('says how few of its headings answer', async () => {
    match(
      await explained({ 'one.md': '# One\n\n## Summary\n' }, 'one.md'),
      /^one\.md is no spec\nOf the 10 sections that the built-in template .* asks for, 1 is there: too few to tell\.\n/,
    );
  });

  it('says that the document says so', async () => {
    match(await explained({ 'one.md': '<!-- tech-spec: none -->\n' }, 'one.md'), /says so itself, on line 1\.\n$/);
  });

  it('says that READMEs are none', async () => {
    match(await explained({ 'README.md': '# One\n' }, 'README.md'), /^README\.md is no spec\nREADMEs, /);
  });

  it('says what is wrong with the configuration', async () => {
    match(
      await explained({ ...team, '.tech-spec.json': '{ "spec": [] }', 'rfcs/one.md': '# One\n' }, 'rfcs/one.md'),
      /^rfcs\/one\.md cannot be checked\n.*“spec”/,
    );
  });
});

describe('tech-spec explain TEMPLATE', () => {
  it('tells what its documents owe', async () => {
    match(await explained(team, 'rfcs/template.md'), /^rfcs\/template\.md as a template\n\nRead as/);
  });

  it('reads whatever file --template names as one', async () => {
    match(
      await explained({ 'one.md': '# One\n\n## Goals\n' }, '--template', 'one.md'),
      /^Sections, by line\n {2}3 {2}Goals\n/m,
    );
  });

  it('reads a form', async () => {
    const form = 'name: Bug\ndescription: A bug\nbody:\n  - type: input\n    attributes:\n      label: Version\n';
    match(await explained({ 'bug.yml': form }, 'bug.yml'), /from its fields, as a GitHub issue form/);
  });

  it('says why one has no sections', async () => {
    match(
      await explained({ 'config.yml': 'a: b\n' }, 'config.yml'),
      /^config\.yml as a template\nIt has no sections: /,
    );
  });
});

describe('tech-spec explain RULE', () => {
  for (const { id, docs } of rules) {
    it(`prints the page of ${id}`, async () => {
      const page = await explained({}, id);
      ok(page.startsWith(`# ${id}\n\n${docs.summary}\n`));
    });
  }

  it('prints what a reserved id is about', async () => {
    match(await explained({}, 'template-drift'), /^# template-drift\n\nA template that has gained/);
  });
});

describe('tech-spec explain exits with 2', () => {
  const failures: readonly [string, readonly string[], RegExp][] = [
    [
      'for a rule that is misspelt, and names the one that is near',
      ['misng-section'],
      /Did you mean missing-section\?\n$/,
    ],
    ['for a folder', ['.'], /is a folder: name a document/],
    ['for the configuration itself', ['.tech-spec.json'], /is the configuration: name a document/],
    ['without anything to explain', [], /name a document, a template or a rule/],
    ['for a document and --template', ['one.md', '--template', 'one.md'], /name either a document or, by --template, /],
    [
      'for a configuration that is not there',
      ['rfcs/template.md', '--config', 'no.json'],
      /configuration “no\.json” cannot be read/,
    ],
  ];
  for (const [what, argv, complaint] of failures) {
    it(what, async () => {
      const { code, out, errors } = await inFolder(team, ['explain', ...argv]);
      equal(code, 2);
      equal(out, '');
      match(errors, complaint);
    });
  }
});
