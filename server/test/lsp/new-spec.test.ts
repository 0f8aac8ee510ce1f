// What New Tech Spec asks for: templates to choose from, and a text that is recognised as following the one it starts from.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { builtinUri } from '../../src/lsp/protocol.ts';
import { type NewSpec, type NewSpecParams, newSpec, newSpecTemplates } from '../../src/lsp/protocol-new-spec.ts';
import { type Client, folder, withClient } from './client.ts';
import { goals, risks, templateOf, trouble, withConfiguration } from './configured.ts';

const shape = `${folder}/docs/shape.md`;
const template =
  '## Goals\n\nSay why, in 1-2 sentences.\n\n## Risks\n\nSay what could go wrong.\n\n## Costs (optional)\n\nSay how much.\n';
const decisions = 'tech-spec:/architecture-decision-record.md';
const untitled = 'untitled:Untitled';
const asked: NewSpecParams = { title: 'Plan B', instructions: 'omit', template: null };
const withShape = { files: new Map([[shape, template]]), settings: { template: 'docs/shape.md' } };

describe('techSpec/newSpecTemplates', () => {
  it('are the built-in ones, where there is nothing else, the one in force first', () =>
    withClient({}, async (client) => {
      const found = await client.request(newSpecTemplates, {});
      deepEqual(found, [
        {
          uri: builtinUri,
          name: 'Technical Specification',
          path: null,
          sections:
            'Summary · Scope · Data model · User Stories · Implementation Details · APIs · Security/Privacy · Testing · Open Questions · Deployment',
          isInForce: true,
        },
        {
          uri: decisions,
          name: 'Architecture decision record',
          path: null,
          sections: 'Context · Criteria · Options · Decision · Consequences · Review · References',
          isInForce: false,
        },
      ]);
    }));

  it('are those of the entries, the setting, the workspace’s own, and the built-in ones, each once', () => {
    const own = `${folder}/.github/ISSUE_TEMPLATE/tech-spec.md`;
    const files = new Map([
      [own, goals],
      [shape, template],
    ]);
    const specs = [
      { files: 'a/*.md', template: ['rfc.md', 'docs/shape.md'] },
      { files: 'b/*.md', template: 'adr.md' },
    ];
    return withConfiguration(
      { specs },
      async (client) => {
        deepEqual(await paths(client), [
          'rfc.md in force',
          'docs/shape.md',
          'adr.md',
          '.github/ISSUE_TEMPLATE/tech-spec.md',
          builtinUri,
          decisions,
        ]);
        // Where an entry speaks of the folder, its template is in force.
        equal((await paths(client, `${folder}/b`))[0], 'adr.md in force');
      },
      { files, settings: { template: 'docs/shape.md' } },
    );
  });

  it('are without those that cannot be read, and that is not told', () =>
    withConfiguration({ specs: [{ files: '*.md', template: 'none.md' }] }, async (client) => {
      deepEqual(await paths(client), [builtinUri, decisions]);
      equal(client.of(trouble).length, 0);
    }));

  it('are the others, too, while the configuration is broken', () =>
    withConfiguration('{ "spec": [] }', async (client) => {
      deepEqual(await paths(client), [builtinUri, decisions]);
    }));
});

describe('techSpec/newSpec', () => {
  it('is what the template in force starts, with the first guidance to be typed over', () =>
    withClient(withShape, async (client) => {
      const made = await start(client, asked);
      match(made.text, /^## Risks$/m);
      equal(selectedIn(made), 'Say why, in 1-2 sentences.');
    }));

  it('is without guidance where an editor shows it, with the cursor where the first answer goes', () =>
    withClient(withShape, async (client) => {
      const made = await start(client, { ...asked, guidance: 'ghost' });
      equal(made.text, '## Goals\n\n\n\n## Risks\n\n\n\n## Costs (optional)\n\n\n');
      deepEqual(made.selection, { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } });
    }));

  it('is of the template that was chosen, by its address or by a name', () =>
    withClient({ files: withShape.files }, async (client) => {
      for (const chosen of [shape, 'docs/shape.md'])
        match((await start(client, { ...asked, template: chosen })).text, /^## Goals$/m);
      for (const chosen of [builtinUri, 'builtin:tech-spec'])
        match((await start(client, { ...asked, template: chosen })).text, /^## Summary:$/m);
      for (const chosen of [decisions, 'builtin:architecture-decision-record'])
        match((await start(client, { ...asked, template: chosen })).text, /^# Plan B$/m);
    }));

  it('is of the template in force where it will lie', () => {
    const other = 'file:///other';
    const files = new Map([[`${other}/.github/ISSUE_TEMPLATE/tech-spec.md`, '## Aims\n\nSay why.\n']]);
    return withClient({ files, folders: [folder, other] }, async (client) => {
      match((await start(client, asked)).text, /^## Summary:$/m);
      for (const near of [other, `${other}/plan.md`])
        match((await start(client, { ...asked, near })).text, /^## Aims$/m);
      match((await start(client, { ...asked, target: `${other}/plan.md` })).text, /^## Aims$/m);
    });
  });

  it('is nothing where the template is in trouble, and that is told', () =>
    withClient({ ...withShape, initializationOptions: { files: true } }, async (client) => {
      const none = `${folder}/none.md`;
      equal(await client.request(newSpec, { ...asked, template: none }), null);
      equal((await client.until(trouble)).uri, none);
    }));

  it('keeps what the configuration says may stay', () => {
    const sections = { Goals: { keep: true } };
    return withConfiguration({ specs: [{ files: 'a/*.md', template: 'rfc.md', sections }] }, async (client) => {
      for (const chosen of [null, 'rfc.md'])
        equal((await start(client, { ...asked, guidance: 'ghost', template: chosen })).text, goals);
    });
  });
});

describe('a new spec says that it follows a template', () => {
  const specs = [{ files: 'a/*.md', template: ['rfc.md', 'adr.md'] }];

  it('where nothing else says so, behind the front matter, and the selection goes along', () =>
    withClient({}, async (client) => {
      const made = await start(client, { ...asked, template: decisions, target: untitled });
      match(
        made.text,
        /^---\n[\s\S]*\n---\n\n<!-- tech-spec: template=builtin:architecture-decision-record -->\n\n# Plan B\n/,
      );
      match(selectedIn(made), /^Say in two to five sentences/);
      equal(await templateOf(await opened(client, made, untitled), untitled), decisions);
    }));

  it('not where it is recognised as it is', () =>
    withClient(withShape, async (client) => {
      for (const target of [untitled, `${folder}/plan.md`])
        equal((await start(client, { ...asked, target })).text, template);
    }));

  it('not where nobody said which document it is for', () =>
    withClient({}, async (client) => {
      equal((await start(client, { ...asked, template: decisions })).text.includes('<!--'), false);
    }));

  it('in a file by the way from there', () =>
    withConfiguration({ specs }, async (client) => {
      const target = `${folder}/notes/deep/plan.md`;
      const made = await start(client, { ...asked, target });
      match(made.text, /^<!-- tech-spec: template=\.\.\/\.\.\/rfc\.md -->\n\n## Goals\n/);
      equal(await templateOf(await opened(client, made, target), target), `${folder}/rfc.md`);
    }));

  it('not in a file that the configuration gives to it', () =>
    withConfiguration({ specs }, async (client) => {
      equal((await start(client, { ...asked, template: 'adr.md', target: `${folder}/a/plan.md` })).text, risks);
    }));

  it('in a document without a place by the way from the workspace folder, which leads to it from any place', () => {
    const files = new Map([[shape, template]]);
    return withClient({ files }, async (client) => {
      const made = await start(client, { ...asked, template: shape, target: untitled });
      match(made.text, /^<!-- tech-spec: template=docs\/shape\.md -->\n/);
      for (const uri of [untitled, `${folder}/plan.md`, `${folder}/a/b/plan.md`, `${folder}/docs/plan.md`])
        equal(await templateOf(await opened(client, made, uri), uri), shape, uri);
    });
  });

  it('of another workspace folder by the way in that', () => {
    const other = 'file:///other';
    const theirs = `${other}/docs/theirs.md`;
    return withClient({ files: new Map([[theirs, risks]]), folders: [folder, other] }, async (client) => {
      const made = await start(client, { ...asked, template: theirs, target: untitled });
      match(made.text, /^<!-- tech-spec: template=docs\/theirs\.md -->\n/);
      for (const uri of [untitled, `${other}/plans/plan.md`])
        equal(await templateOf(await opened(client, made, uri), uri), theirs, uri);
      // A document of the one folder cannot name what lies in the other.
      equal((await start(client, { ...asked, template: theirs, target: `${folder}/plan.md` })).text, risks);
    });
  });

  it('not where the path cannot stand in a comment', () => {
    const odd = `${folder}/my--template.md`;
    return withClient({ files: new Map([[odd, risks]]) }, async (client) => {
      equal((await start(client, { ...asked, template: odd, target: untitled })).text, risks);
    });
  });
});

/** Paths, or addresses of built-in ones. */
async function paths(client: Client, near?: string): Promise<readonly string[]> {
  const found = await client.request(newSpecTemplates, near === undefined ? {} : { near });
  return found.map(({ path, uri, isInForce }) => `${path ?? uri}${isInForce && path !== null ? ' in force' : ''}`);
}

async function start(client: Client, params: NewSpecParams): Promise<NewSpec> {
  const made = await client.request(newSpec, params);
  ok(made);
  return made;
}

function selectedIn({ text, selection: { start, end } }: NewSpec): string {
  return text.split('\n')[start.line]?.slice(start.character, end.character) ?? '';
}

async function opened(client: Client, { text }: NewSpec, uri: string): Promise<Client> {
  await client.open(text, uri);
  return client;
}
