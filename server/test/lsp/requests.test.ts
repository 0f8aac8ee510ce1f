// Our own requests: what views and commands of a client of ours ask for.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as protocol from '../../src/lsp/protocol.ts';
import { type Client, type ClientOptions, folder, planUri, pushClient, withClient } from './client.ts';

const shape = `${folder}/docs/shape.md`;
const template =
  '## Goals\n\nSay why, in 1-2 sentences.\n\n## Risks\n\nSay what could go wrong.\n\n## Costs (optional)\n\nSay how much.\n';
const plan = '# Plan\n\n## Goals\n\nShip it.\n';
const notes = `${folder}/notes.md`;
const uri = planUri;

function withPlan(text: string, run: (client: Client) => Promise<void>, options: ClientOptions = {}): Promise<void> {
  const files = new Map([[shape, template]]);
  return withClient({ files, settings: { template: 'docs/shape.md' }, ...options }, async (client) => {
    await client.open(text);
    await run(client);
  });
}

describe('techSpec/outline', () => {
  it('is every section of the template with its state, the missing ones too', () =>
    withPlan(plan, async (client) => {
      const outline = await client.request(protocol.outline, { uri });
      ok(outline);
      deepEqual(
        { ...outline, sections: undefined },
        {
          version: 1,
          stage: 'draft',
          template: { name: 'shape.md', uri: shape },
          progress: { done: 1, of: 2 },
          sections: undefined,
        },
      );
      deepEqual(
        outline.sections.map(({ name, status, required, limit }) => [name, status, required, limit]),
        [
          ['Goals', 'done', true, '1-2 sentences'],
          ['Risks', 'missing', true, null],
          ['Costs', 'missing', false, null],
        ],
      );
      deepEqual(outline.sections[0]?.heading, { start: { line: 2, character: 0 }, end: { line: 2, character: 8 } });
      equal(outline.sections[1]?.range, null);
      equal(outline.sections[1]?.guidance, 'Say what could go wrong.');
    }));

  it('says of each section whether it is still to come, which nothing is in a ready document', () =>
    withPlan('# Plan\n\n## Risks\n\nNone.\n', async (client) => {
      const toCome = async () =>
        (await client.request(protocol.outline, { uri }))?.sections.map((section) => [section.name, section.toCome]);
      deepEqual(await toCome(), [
        ['Goals', false],
        ['Risks', true],
        ['Costs', true],
      ]);
      await client.request(protocol.readiness, { uri, stage: 'ready' });
      deepEqual(await toCome(), [
        ['Goals', false],
        ['Risks', false],
        ['Costs', false],
      ]);
    }));

  it('is null for what is no spec, and for what is not open', () =>
    withPlan(plan, async (client) => {
      await client.open('# Milk\n', notes);
      equal(await client.request(protocol.outline, { uri: notes }), null);
      equal(await client.request(protocol.outline, { uri: `${folder}/nowhere.md` }), null);
    }));
});

describe('techSpec/insertSections', () => {
  const asked = { uri, body: 'guidance', force: false } as const;

  it('puts in what is owed, and selects the first guidance in the text as edited', () =>
    withPlan(plan, async (client) => {
      const found = await client.request(protocol.insertSections, { ...asked, paths: null });
      deepEqual(
        found?.edits.map(({ newText }) => newText.trim()),
        ['## Risks\n\nSay what could go wrong.'],
      );
      equal(found?.version, 1);
      deepEqual(found?.selection, { start: { line: 8, character: 0 }, end: { line: 8, character: 24 } });
    }));

  it('puts in what is named, as not applicable where that is wanted', () =>
    withPlan(plan, async (client) => {
      const found = await client.request(protocol.insertSections, {
        ...asked,
        body: 'not-applicable',
        paths: ['Costs'],
      });
      match(found?.edits[0]?.newText ?? '', /## Costs.*\n\nN\/A – /);
      equal(found?.edits.length, 1);
    }));

  it('touches what is no spec only by force, and then brings the whole template', () =>
    withPlan(plan, async (client) => {
      await client.open('# Milk\n\n## When\n\nNow.\n', notes);
      equal(await client.request(protocol.insertSections, { ...asked, uri: notes, paths: null }), null);
      const found = await client.request(protocol.insertSections, { ...asked, uri: notes, paths: null, force: true });
      match(found?.edits.map(({ newText }) => newText).join('') ?? '', /## Goals(.|\n)*## Risks(.|\n)*## Costs/);
    }));
});

describe('techSpec/openSection', () => {
  it('is the next one that is not answered, around the end', () =>
    withPlan('## Goals\n\n## Risks\n\nNone.\n', async (client) => {
      const found = await client.request(protocol.openSection, {
        uri,
        position: { line: 4, character: 0 },
        direction: 'next',
      });
      equal(found?.name, 'Goals');
      equal(found?.missing, false);
    }));

  it('is null where nothing is left', () =>
    withPlan('## Goals\n\nShip it.\n\n## Risks\n\nNone.\n\n## Costs\n\nN/A\n', async (client) => {
      const position = { line: 0, character: 0 };
      equal(await client.request(protocol.openSection, { uri, position, direction: 'previous' }), null);
    }));
});

describe('techSpec/readiness', () => {
  it('says what is left, strictly, and has the diagnostics asked for again', () =>
    withPlan(
      plan,
      async (client) => {
        equal((await client.pull()).items[0]?.severity, 3);
        const found = await client.request(protocol.readiness, { uri, stage: 'ready' });
        deepEqual(found?.progress, { done: 1, of: 2 });
        deepEqual(
          found?.findings.map(({ rule, severity, section }) => [rule, severity, section]),
          [['missing-section', 'error', 'Risks']],
        );
        await client.until('workspace/diagnostic/refresh');
        await client.until('techSpec/outlineChanged');
        equal((await client.pull()).items[0]?.severity, 1);
        equal((await client.request(protocol.outline, { uri }))?.stage, 'ready');
      },
      { initializationOptions: { files: true } },
    ));

  it('holds until the document is closed', () =>
    withPlan(plan, async (client) => {
      await client.request(protocol.readiness, { uri, stage: 'ready' });
      await client.change(2, `${plan}\nMore.\n`);
      equal((await client.pull()).items[0]?.severity, 1);
      await client.close();
      await client.open(plan);
      equal((await client.pull()).items[0]?.severity, 3);
    }));

  it('can be taken back', () =>
    withPlan(plan, async (client) => {
      await client.request(protocol.readiness, { uri, stage: 'ready' });
      const found = await client.request(protocol.readiness, { uri, stage: 'draft' });
      equal(found?.findings[0]?.severity, 'information');
    }));

  it('is sent to a client that does not ask, although it waits for a save', () =>
    withPlan(
      plan,
      async (client) => {
        await client.pushed(([first]) => first?.severity === 3);
        await client.change(2, `${plan}\nMore.\n`);
        await client.request(protocol.readiness, { uri, stage: 'ready' });
        await client.pushed(([first]) => first?.severity === 1);
      },
      { capabilities: pushClient, settings: { template: 'docs/shape.md', run: 'onSave' } },
    ));
});
