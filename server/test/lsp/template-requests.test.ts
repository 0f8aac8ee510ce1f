// Requests about templates themselves: explained, proposed, exchanged.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import * as protocol from '../../src/lsp/protocol.ts';
import { type Client, type ClientOptions, folder, planUri as uri, withClient } from './client.ts';

const template = '# RFC\n\n## Goals\n\nIn 1-2 sentences.\n\n## Risks\n\nSay which.\n\n## Costs\n';
const good = '# One\n\n## Goals\n\nShip.\n\n## Risks\n\nNone.\n\n## Costs\n\nN/A\n';
const shape = `${folder}/docs/shape-template.md`;
const config = `${folder}/.tech-spec.json`;

/** Files come from the client, as on the web. */
function withFiles(
  files: Readonly<Record<string, string>>,
  run: (client: Client) => Promise<void>,
  options: ClientOptions = {},
): Promise<void> {
  const map = new Map(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  const asked = { files: map, ownFiles: false, initializationOptions: { files: true } };
  return withClient({ ...asked, ...options }, run);
}

const team = {
  'docs/shape-template.md': template,
  'docs/one.md': good,
  'docs/two.md': '# Two\n\n## Goals\n\nShip.\n\n## Risks\n',
};

describe('techSpec/explain', () => {
  it('is why a document follows its template, and what that asks for', () =>
    withFiles(
      team,
      async (client) => {
        await client.open(good);
        const found = await client.request(protocol.explain, { uri, as: 'document' });
        match(found?.title ?? '', /plan\.md is a spec of docs\/shape-template\.md$/);
        match(found?.markdown ?? '', /^# .*\n\nThe setting techSpec\\\.template|The setting techSpec\.template/);
        match(found?.markdown ?? '', /^- \*\*Goals\*\* \(line 3\): the lead section/m);
      },
      { settings: { template: 'docs/shape-template.md' } },
    ));

  it('names the rules that are otherwise loud, and by whose word', () =>
    withFiles(
      {
        ...team,
        '.tech-spec.json':
          '{ "specs": [{ "files": "*.md", "template": "docs/shape-template.md", "rules": { "section-order": "hint" } }] }',
      },
      async (client) => {
        await client.open(good);
        const found = await client.request(protocol.explain, { uri, as: 'document' });
        match(
          found?.markdown ?? '',
          /Rule section-order is “hint” by .*tech-spec\.json, not “off” as the setting has it/,
        );
        match(found?.markdown ?? '', /Rule section-level is “off” by the setting techSpec\.rules/);
      },
      { settings: { rules: { 'section-order': 'off', 'section-level': 'off' } } },
    ));

  it('is why a document is no spec', () =>
    withFiles(team, async (client) => {
      await client.open('# Milk\n');
      const found = await client.request(protocol.explain, { uri, as: 'document' });
      match(found?.title ?? '', /is no spec$/);
    }));

  it('is what a template says, open or not', () =>
    withFiles(team, async (client) => {
      const found = await client.request(protocol.explain, { uri: shape, as: 'template' });
      equal(found?.title, 'docs/shape-template.md as a template');
      match((await client.request(protocol.explain, { uri: shape, as: 'document' }))?.title ?? '', /as a template$/);
    }));

  it('is what the built-in one says', () =>
    withFiles(team, async (client) => {
      const found = await client.request(protocol.explain, { uri: protocol.builtinUri, as: 'template' });
      match(found?.markdown ?? '', /^# The built-in template builtin:tech-spec\n[\s\S]*\*\*Summary\*\* \(line 23\)/);
    }));

  it('is null for what cannot be read', () =>
    withFiles(team, async (client) => {
      equal(await client.request(protocol.explain, { uri: `${folder}/none.md`, as: 'template' }), null);
    }));
});

describe('techSpec/proposeTemplate', () => {
  const asked = { uri: shape, files: null };

  it('is which documents would follow it, what is found in them, and the file that would be written', () =>
    withFiles(team, async (client) => {
      const found = await client.request(protocol.proposeTemplate, asked);
      equal(found?.summary, 'docs/shape-template.md, 3 sections; docs/*.md, 2 documents; checked: 2 findings');
      deepEqual(
        found?.findings.map(({ path, message }) => `${path}: ${message}`),
        [
          'docs/two.md: Section “Costs” is missing: the template asks for it after “Risks”',
          'docs/two.md: Section “Risks” is empty',
        ],
      );
      equal(found?.findings[0]?.uri, `${folder}/docs/two.md`);
      deepEqual(found?.configuration, {
        uri: config,
        edit: null,
        text: core.configurationText([{ files: ['docs/*.md'], templates: ['docs/shape-template.md'] }]),
      });
      equal(found?.problem, null);
    }));

  it('takes the patterns that it is given', () =>
    withFiles({ ...team, 'rfcs/a.md': good }, async (client) => {
      const found = await client.request(protocol.proposeTemplate, { uri: shape, files: ['rfcs/*.md'] });
      deepEqual(found?.files, ['rfcs/*.md']);
      match(found?.summary ?? '', /1 document; checked: no findings$/);
    }));

  it('adds an entry to the configuration that is there', () =>
    withFiles({ ...team, '.tech-spec.json': '{ "rules": { "section-order": "off" } }' }, async (client) => {
      const found = await client.request(protocol.proposeTemplate, asked);
      ok(found?.configuration.edit);
      deepEqual(core.parseConfig(found.configuration.text).problems, []);
      match(found.configuration.text, /"docs\/shape-template\.md"[\s\S]*"section-order"/);
    }));

  it('goes by the configuration as it stands in the editor', () =>
    withFiles({ ...team, '.tech-spec.json': '{}' }, async (client) => {
      await client.open('{\n  "rules": {}\n}\n', config, 'json');
      const found = await client.request(protocol.proposeTemplate, asked);
      match(found?.configuration.text ?? '', /"rules": \{\}/);
    }));

  const problems: readonly [string, Readonly<Record<string, string>>, RegExp][] = [
    ['nothing answers to it', { 'docs/shape-template.md': template }, /^No document answers to it/],
    ['the configuration is broken', { ...team, '.tech-spec.json': '{' }, /has to be mended first$/],
    [
      'the configuration names it already',
      { ...team, '.tech-spec.json': '{\n"specs": [{ "files": "*.md",\n"template": "docs/shape-template.md" }] }' },
      /names it already, on line 3$/,
    ],
  ];
  for (const [what, files, problem] of problems) {
    it(`says that ${what}`, () =>
      withFiles(files, async (client) => {
        match((await client.request(protocol.proposeTemplate, asked))?.problem ?? '', problem);
      }));
  }

  it('is null for what lies in no folder of the workspace', () =>
    withFiles(team, async (client) => {
      equal(await client.request(protocol.proposeTemplate, { uri: 'file:///elsewhere/a.md', files: null }), null);
    }));
});

describe('techSpec/templateChoices', () => {
  it('are the configuration’s templates, those that are likely, and the built-in ones', () =>
    withFiles(
      { ...team, '.tech-spec.json': '{\n"specs": [\n{ "files": "*.md", "template": "docs/one.md" }] }' },
      async (client) => {
        const found = await client.request(protocol.templateChoices, { uri });
        deepEqual(
          found?.templates.map(({ path }) => path),
          ['docs/one.md', 'docs/shape-template.md', 'builtin:tech-spec', 'builtin:architecture-decision-record'],
        );
        deepEqual(found?.configuration, { uri: config, line: 2 });
      },
    ));

  it('are without the document itself, and name no configuration where there is none', () =>
    withFiles(team, async (client) => {
      const found = await client.request(protocol.templateChoices, { uri: shape });
      equal(
        found?.templates.some((each) => each.uri === shape),
        false,
      );
      equal(found?.configuration, null);
    }));
});

describe('techSpec/useTemplate', () => {
  it('puts in the directive, with the way from the document', () =>
    withFiles(team, async (client) => {
      const deep = `${folder}/plans/2026/one.md`;
      await client.open('# One\n', deep);
      const found = await client.request(protocol.useTemplate, { uri: deep, template: shape });
      equal(found?.edits[0]?.newText.trim(), '<!-- tech-spec: template=../../docs/shape-template.md -->');
      equal(found?.version, 1);
    }));

  it('puts it in the place of the one that is there, and the document follows it', () =>
    withFiles(team, async (client) => {
      await client.open(`<!-- tech-spec: none -->\n\n${good}`);
      const found = await client.request(protocol.useTemplate, { uri, template: shape });
      const [edit] = found?.edits ?? [];
      ok(edit);
      await client.change(2, edit.newText, edit.range);
      equal((await client.request(protocol.outline, { uri }))?.template.uri, shape);
    }));

  it('says that the document is no spec', () =>
    withFiles(team, async (client) => {
      await client.open(good);
      const found = await client.request(protocol.useTemplate, { uri, template: null });
      equal(found?.edits[0]?.newText.trim(), '<!-- tech-spec: none -->');
    }));

  it('is null for a path that cannot stand in a comment, and for what is not open', () =>
    withFiles(team, async (client) => {
      equal(await client.request(protocol.useTemplate, { uri, template: shape }), null);
      await client.open(good);
      equal(await client.request(protocol.useTemplate, { uri, template: `${folder}/a--b.md` }), null);
    }));
});
