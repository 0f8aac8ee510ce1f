// `.tech-spec.json` in the editor: whose template a document follows by it, and what a new one starts from.
import { deepEqual, equal, match } from 'node:assert/strict';
import { type Client, folder } from './client.ts';
import {
  changeConfiguration,
  codesOf,
  goals,
  rfc,
  risks,
  templateOf,
  trouble,
  withConfiguration,
} from './configured.ts';

describe('by the configuration a document follows', () => {
  it('the template of the first entry that its path fits', () =>
    withConfiguration(
      {
        specs: [
          { files: 'rfcs/0001*.md', template: 'adr.md' },
          { files: 'rfcs/*.md', template: 'rfc.md' },
        ],
      },
      async (client) => {
        await client.open('Tea.\n', rfc);
        equal(await templateOf(client), `${folder}/adr.md`);
        await client.open('Tea.\n', `${folder}/rfcs/0002-sugar.md`);
        equal(await templateOf(client, `${folder}/rfcs/0002-sugar.md`), `${folder}/rfc.md`);
      },
    ));

  it('none where no entry speaks of it, however much it looks like a spec', () =>
    withConfiguration({ specs: [{ files: 'rfcs/*.md', template: 'rfc.md' }] }, async (client) => {
      await client.open('## Summary\n\n## Scope\n', `${folder}/tech-spec-plan.md`);
      equal(await templateOf(client, `${folder}/tech-spec-plan.md`), null);
    }));

  it('none where `!` takes it out, unless a later entry speaks of it', () => {
    const specs = [{ files: ['rfcs/*.md', '!rfcs/0001*'], template: 'rfc.md' }];
    return withConfiguration({ specs }, async (client, files) => {
      await client.open('Tea.\n', rfc);
      equal(await templateOf(client), null);
      await changeConfiguration(client, files, { specs: [...specs, { files: 'rfcs/*.md', template: 'adr.md' }] });
      await client.until('workspace/diagnostic/refresh');
      equal(await templateOf(client), `${folder}/adr.md`);
    });
  });

  it('none where it is a README or template among the documents, unless the pattern spells its name', () =>
    withConfiguration(
      {
        specs: [
          { files: ['rfcs/*.md', 'keps/*/README.md'], template: 'rfc.md' },
          { files: '*.md', template: ['adr.md'] },
        ],
      },
      async (client) => {
        for (const [path, template] of [
          ['rfcs/README.md', null],
          ['rfcs/0000-template.md', null],
          ['adr.md', null],
          ['keps/1/README.md', `${folder}/rfc.md`],
          ['rfcs/0572-template-engine.md', `${folder}/rfc.md`],
        ] as const) {
          await client.open('Tea.\n', `${folder}/${path}`);
          equal(await templateOf(client, `${folder}/${path}`), template, path);
        }
      },
    ));

  it('the one that it names itself', () =>
    withConfiguration(
      { specs: [{ files: 'rfcs/*.md', template: 'rfc.md', rules: { 'missing-section': 'hint' } }] },
      async (client) => {
        await client.open('<!-- tech-spec: template=../adr.md -->\n\nTea.\n', rfc);
        equal(await templateOf(client), `${folder}/adr.md`);
        deepEqual(await codesOf(client), ['missing-section 4']);
      },
    ));

  it('the nearest configuration, which alone counts', () => {
    const near = `${folder}/rfcs/.tech-spec.json`;
    const files = new Map([[near, JSON.stringify({ specs: [{ files: '*.md', template: '../adr.md' }] })]]);
    return withConfiguration(
      { specs: [{ files: 'rfcs/*.md', template: 'rfc.md' }] },
      async (client) => {
        await client.open('Tea.\n', rfc);
        equal(await templateOf(client), `${folder}/adr.md`);
      },
      { files },
    );
  });

  it('the setting’s template where it speaks of no specs, and how loud rules are by both', () =>
    withConfiguration(
      { rules: { 'missing-section': 'off' } },
      async (client) => {
        const uri = `${folder}/tech-spec-plan.md`;
        await client.open(`${goals.replace('Say why.', '')}\n`, uri);
        equal(await templateOf(client, uri), `${folder}/both.md`);
        deepEqual(await codesOf(client, uri), ['empty-section 3']);
      },
      {
        files: new Map([[`${folder}/both.md`, `${goals}\n${risks}`]]),
        settings: { template: 'both.md', rules: { 'missing-section': 'error', 'empty-section': 'error' } },
      },
    ));

  it('its template in place of the setting’s', () =>
    withConfiguration(
      { specs: [{ files: 'rfcs/*.md', template: 'rfc.md' }] },
      async (client) => {
        await client.open('Tea.\n', rfc);
        equal(await templateOf(client), `${folder}/rfc.md`);
      },
      { settings: { template: 'adr.md' } },
    ));

  it('the repository’s own issue template where the entry names none', () => {
    const own = `${folder}/.github/ISSUE_TEMPLATE/tech-spec.yml`;
    const form = 'name: Spec\nbody:\n  - type: textarea\n    attributes:\n      label: Goals\n';
    return withConfiguration(
      { specs: [{ files: 'rfcs/*.md' }] },
      async (client) => {
        await client.open('Tea.\n', rfc);
        equal(await templateOf(client), own);
      },
      { files: new Map([[own, form]]) },
    );
  });

  it('of several templates the one that it answers to', () =>
    withConfiguration({ specs: [{ files: 'rfcs/*.md', template: ['rfc.md', 'adr.md'] }] }, async (client) => {
      await client.open('## Risks\n', rfc);
      equal(await templateOf(client), `${folder}/adr.md`);
      await client.change(2, 'Tea.\n', undefined, rfc);
      equal(await templateOf(client), `${folder}/rfc.md`);
    }));

  it('the template that it looks like, while it has no place yet', () =>
    withConfiguration(
      {
        specs: [
          { files: 'rfcs/*.md', template: 'gone.md' },
          { files: 'adrs/*.md', template: ['rfc.md', 'adr.md'] },
        ],
      },
      async (client) => {
        await client.open('## Risks\n', 'untitled:Untitled-1');
        equal(await templateOf(client, 'untitled:Untitled-1'), `${folder}/adr.md`);
        await client.open('## Milk\n', 'untitled:Untitled-2');
        equal(await templateOf(client, 'untitled:Untitled-2'), null);
        deepEqual(client.of(trouble), []);
      },
    ));

  it('what the entry says of its sections, rules and readiness', () =>
    withConfiguration(
      {
        specs: [
          {
            files: 'rfcs/*.md',
            template: 'both.md',
            sections: { Goals: { required: false }, Risks: { aliases: ['Dangers'] } },
            rules: { 'section-level': 'off' },
            ready: { status: 'Final' },
          },
        ],
      },
      async (client) => {
        await client.open('---\nstatus: Draft\n---\n\n# Tea\n\n### Dangers\n', rfc);
        deepEqual(await codesOf(client), ['empty-section 3']);
        await client.change(2, '---\nstatus: final\n---\n\n# Tea\n\n### Dangers\n', undefined, rfc);
        deepEqual(await codesOf(client), ['empty-section 1']);
        await client.ask('techSpec/readiness', { uri: rfc, stage: 'draft' });
        deepEqual(await codesOf(client), ['empty-section 3']);
      },
      { files: new Map([[`${folder}/both.md`, `${goals}\n${risks}`]]) },
    ));
});

describe('a new spec starts from', () => {
  const specs = [
    { files: 'rfcs/*.md', template: 'rfc.md' },
    { files: ['adrs/**/*.md'], template: 'adr.md', sections: { Risks: { required: false } } },
  ];
  const start = async (client: Client, near?: string) => {
    const params = { title: '', instructions: 'omit', template: null, ...(near && { near }) };
    return (await client.ask('techSpec/newSpec', params))?.text ?? null;
  };

  it('the template of the entry of its place or folder, else of the first', () =>
    withConfiguration({ specs }, async (client) => {
      match(await start(client), /Goals/);
      match(await start(client, `${folder}/adrs/0001.md`), /Risks/);
      match(await start(client, `${folder}/adrs`), /Risks/);
      match(await start(client, `${folder}/adrs/2026`), /Risks/);
      match(await start(client, `${folder}/notes`), /Goals/);
    }));

  it('none while the configuration is broken', () =>
    withConfiguration('{', async (client) => {
      equal(await start(client), null);
      match((await client.until(trouble)).message, /^\.tech-spec\.json:1:2: /);
    }));
});
