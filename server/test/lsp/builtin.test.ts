// Built-in templates by name: where one can be named, where they can be opened, and that nobody gets one unasked.
import { deepEqual, equal, match } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import * as protocol from '../../src/lsp/protocol.ts';
import { folder, likeVsCode, withClient } from './client.ts';
import { codesOf, configuration, rfc, templateOf, trouble, withConfiguration } from './configured.ts';

const named = 'builtin:architecture-decision-record';
const address = 'tech-spec:/architecture-decision-record.md';
const record =
  '---\nstatus: accepted\ndate: 2026-03-01\n---\n\n# Tea\n\n## Context\n\nWe are thirsty.\n\n## Criteria\n\n- Hot\n\n## Options\n\nNone but tea.\n\n## Decision\n\nTea.\n';
const lacking = ['missing-section 3'];

describe('a built-in template is named', () => {
  it('by a document itself', () =>
    withClient({}, async (client) => {
      await client.open(`<!-- tech-spec: template=${named} -->\n\n${record}`, rfc);
      equal(await templateOf(client), address);
    }));

  it('by the configuration', () =>
    withConfiguration({ specs: [{ files: 'rfcs/*.md', template: named }] }, async (client) => {
      await client.open(record, rfc);
      equal(await templateOf(client), address);
      deepEqual(await codesOf(client), lacking);
    }));

  it('by the configuration beside files', () =>
    withConfiguration(
      { specs: [{ files: 'rfcs/*.md', template: ['rfc.md', named, 'builtin:tech-spec'] }] },
      async (client) => {
        await client.open(record, rfc);
        equal(await templateOf(client), address);
      },
    ));

  it('by the setting', () =>
    withClient({ settings: { template: named } }, async (client) => {
      await client.open(record, rfc);
      equal(await templateOf(client), address);
      deepEqual(await codesOf(client), lacking);
    }));

  it('where no folder is open', () =>
    withClient({ folders: [], settings: { template: named } }, async (client) => {
      await client.open(record, 'untitled:Untitled-1');
      equal(await templateOf(client, 'untitled:Untitled-1'), address);
    }));

  it('by the one that documents follow in any case, too', () =>
    withClient({ settings: { template: 'builtin:tech-spec' } }, async (client) => {
      await client.open('## Summary\n\nTea.\n');
      equal(await templateOf(client, `${folder}/tech-spec-plan.md`), protocol.builtinUri);
    }));

  it('when another template is to be used', () =>
    withClient({}, async (client) => {
      await client.open(record, rfc);
      const choices = await client.request(protocol.templateChoices, { uri: rfc });
      deepEqual(choices?.templates, [
        { uri: protocol.builtinUri, path: 'builtin:tech-spec' },
        { uri: address, path: named },
      ]);
      const edits = await client.request(protocol.useTemplate, { uri: rfc, template: address });
      match(edits?.edits[0]?.newText ?? '', /<!-- tech-spec: template=builtin:architecture-decision-record -->/);
    }));
});

describe('a built-in template that there is not', () => {
  const told = /“builtin:adr” is none of the built-in ones: builtin:tech-spec, builtin:architecture-decision-record$/;

  it('is told where the document names it', () =>
    withClient({}, async (client) => {
      await client.open(`<!-- tech-spec: template=builtin:adr -->\n\n${record}`, rfc);
      const { items } = await client.pull(rfc);
      deepEqual(
        items.map(({ code }) => code),
        ['template-problem'],
      );
      match(String(items[0]?.message), told);
    }));

  it('is told where the configuration names it', () =>
    withConfiguration({ specs: [{ files: 'rfcs/*.md', template: 'builtin:adr' }] }, async (client, files) => {
      await client.open(String(files.get(configuration)), configuration, 'json');
      match(String((await client.pull(configuration)).items[0]?.message), told);
    }));

  it('is told where the setting names it', () =>
    withClient({ settings: { template: 'builtin:adr' }, initializationOptions: { files: true } }, async (client) => {
      await client.open(record, rfc);
      deepEqual(await codesOf(client), []);
      match((await client.until(trouble)).message, /“builtin:adr” is none of the built-in ones: /);
    }));
});

describe('a built-in template', () => {
  it('can be read where it can be opened', () =>
    withClient({}, async (client) => {
      for (const [name, text] of core.builtinTemplates) {
        const uri = `tech-spec:/${name}.md`;
        deepEqual(await client.ask('workspace/textDocumentContent', { uri }), { text });
        const explained = await client.request(protocol.explain, { uri, as: 'template' });
        equal(explained?.title, `The built-in template builtin:${name}`);
      }
      deepEqual(await client.ask('workspace/textDocumentContent', { uri: 'tech-spec:/other.md' }), { text: '' });
    }));

  it('is no address for a client that cannot open it', () => {
    const { textDocumentContent: _, ...workspace } = likeVsCode.workspace ?? {};
    const options = { capabilities: { ...likeVsCode, workspace }, settings: { template: named } };
    return withClient(options, async (client) => {
      await client.open(record, rfc);
      deepEqual((await client.request(protocol.outline, { uri: rfc }))?.template, {
        name: 'Architecture decision record',
        uri: null,
      });
    });
  });

  it('other than the first is nobody’s who does not name it', () =>
    withClient({}, async (client) => {
      for (const path of ['docs/adr/0007-tea.md', 'docs/decisions/tea.md', 'adr/architecture-decision-record.md']) {
        const uri = `${folder}/${path}`;
        await client.open(record, uri);
        equal(await templateOf(client, uri), null, path);
        deepEqual(await codesOf(client, uri), [], path);
      }
    }));
});
