// The Specs view's request: which files are specs and how far each is, as opening them would tell, and without being in anybody's way.
import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import * as lsp from 'vscode-languageserver/node';
import { rules } from '../../src/core/index.ts';
import * as protocol from '../../src/lsp/protocol.ts';
import { type SpecSummary, specs } from '../../src/lsp/protocol-specs.ts';
import { brokenRule } from './broken-rule.ts';
import { type Client, type ClientOptions, folder, planUri, settingsChanged, withClient } from './client.ts';

const shape = `${folder}/docs/shape.md`;
const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what could go wrong.\n\n## Costs\n\nSay how much.\n';
/** `Risks` is empty, `Costs` says nothing, and neither is one more heading. */
const half = '# Night trains\n\n## Goals\n\nSleep.\n\n## Risks\n\n## Costs\n\nTBD\n\n## Costs\n\nFew.\n';
const whole = '# Trams\n\n## Goals\n\nRide.\n\n## Risks\n\nNone.\n\n## Costs\n\nN/A\n';
const notes = '# Notes\n\nMilk.\n';

/** Files at paths in the folder, under a template of three sections. */
function withFiles(
  texts: Readonly<Record<string, string | Error>>,
  run: (client: Client, files: Map<string, string | Error>) => Promise<void>,
  options: ClientOptions = {},
): Promise<void> {
  const files = new Map(
    Object.entries({ 'docs/shape.md': template, ...texts }).map(([path, text]) => [at(path), text]),
  );
  return withClient({ settings: { template: 'docs/shape.md' }, ...options, files }, (client) => run(client, files));
}

function at(path: string): string {
  return `${folder}/${path}`;
}

function ask(client: Client, ...paths: readonly string[]): Promise<readonly SpecSummary[]> {
  return client.request(specs, { uris: paths.map(at) });
}

async function titles(client: Client, ...paths: readonly string[]): Promise<readonly (string | null)[]> {
  return (await ask(client, ...paths)).map(({ title }) => title);
}

describe('techSpec/specs', () => {
  it('is a few numbers of each spec, in the order asked', () =>
    withFiles({ 'b.md': whole, 'a.md': half }, async (client) => {
      const common = { template: { name: 'shape.md', uri: shape }, stage: 'draft' };
      deepEqual(await ask(client, 'b.md', 'a.md'), [
        {
          uri: at('b.md'),
          title: 'Trams',
          ...common,
          progress: { done: 3, of: 3 },
          counts: { error: 0, warning: 0, information: 0 },
        },
        {
          uri: at('a.md'),
          title: 'Night trains',
          ...common,
          progress: { done: 2, of: 3 },
          counts: { error: 0, warning: 2, information: 1 },
        },
      ]);
    }));

  it('leaves out what is no spec, a template, too large, no text, unreadable, not there, or not the workspace’s', () => {
    const texts = {
      'notes.md': notes,
      'README.md': half,
      'none.md': `<!-- tech-spec: none -->\n\n${half}`,
      'large.md': `${half}\n${'Much to say. '.repeat(900_000)}\n`,
      'binary.md': `\0${half}`,
      'broken.md': new Error('permission denied'),
      'last.md': whole,
    };
    return withFiles(texts, async (client, files) => {
      files.set('file:///elsewhere/plan.md', half);
      const uris = [...Object.keys(texts), 'docs/shape.md', 'nowhere.md'].map(at);
      const found = await client.request(specs, { uris: ['no address', 'file:///elsewhere/plan.md', ...uris] });
      deepEqual(
        found.map(({ uri }) => uri),
        [at('last.md')],
      );
    });
  });

  it('says the built-in template’s name, and where it can be opened', () =>
    withFiles(
      { 'plan.tech-spec.md': '---\ntitle: "Tech spec: Night trains"\n---\n\n## Summary:\n\nSleep.\n' },
      async (client) => {
        const [found] = await ask(client, 'plan.tech-spec.md');
        equal(found?.title, 'Night trains');
        equal(found?.template.uri, protocol.builtinUri);
        deepEqual(found?.progress, { done: 1, of: 10 });
      },
      { settings: {} },
    ));

  it('follows the configuration, its templates and its word on what is ready', () => {
    const config = {
      specs: [
        { files: 'rfcs/*.md', template: 'docs/shape.md', ready: { status: ['accepted'] } },
        { files: 'adrs/*.md', template: 'adr.md', rules: { 'empty-section': 'warning' } },
      ],
    };
    const texts = {
      '.tech-spec.json': JSON.stringify(config),
      'adr.md': '## Decision\n\nSay which.\n',
      'rfcs/1.md': `---\nstatus: accepted\n---\n\n${half}`,
      'rfcs/README.md': half,
      'adrs/1.md': '## Decision\n',
      'notes.md': half,
    };
    return withFiles(texts, async (client) => {
      const found = await ask(client, 'rfcs/1.md', 'rfcs/README.md', 'adrs/1.md', 'notes.md');
      deepEqual(
        found.map(({ template, stage, counts }) => [template.uri, stage, counts.error, counts.warning]),
        [
          [shape, 'ready', 1, 2],
          [at('adr.md'), 'draft', 0, 0],
        ],
      );
    });
  });

  for (const stage of ['draft', 'ready'] as const) {
    it(`counts what opening the document reports: ${stage}`, () => {
      const config = { specs: [{ files: '*.md', template: 'docs/shape.md', ready: { state: ['done'] } }] };
      const text = `---\nstate: ${stage === 'ready' ? 'done' : 'open'}\n---\n\n${half}\n## More\n\nSay why.\n`;
      return withFiles({ '.tech-spec.json': JSON.stringify(config), 'tech-spec-plan.md': text }, async (client) => {
        const [closed] = await ask(client, 'tech-spec-plan.md');
        await client.open(text);
        const { items } = await client.pull();
        const count = (severity: lsp.DiagnosticSeverity) => items.filter((item) => item.severity === severity).length;
        deepEqual(closed?.counts, { error: count(1), warning: count(2), information: count(3) });
        ok(items.length);
        const outline = await client.request(protocol.outline, { uri: planUri });
        deepEqual(closed?.progress, outline?.progress);
        equal(closed?.stage, stage);
        deepEqual(await ask(client, 'tech-spec-plan.md'), [closed]);
      });
    });
  }

  it('takes an open document as it is in the editor, at the stage that it was switched to', () =>
    withFiles({ 'tech-spec-plan.md': whole }, async (client) => {
      await client.open(half);
      await client.request(protocol.readiness, { uri: planUri, stage: 'ready' });
      const [found] = await ask(client, 'tech-spec-plan.md');
      deepEqual([found?.title, found?.stage, found?.counts.error], ['Night trains', 'ready', 1]);
      await client.change(2, half.replace('Night', 'Day'));
      deepEqual(await titles(client, 'tech-spec-plan.md'), ['Day trains']);
      await client.close();
      deepEqual(await titles(client, 'tech-spec-plan.md'), ['Trams']);
    }));

  it('reads a file anew each time', () =>
    withFiles({ 'a.md': half }, async (client, files) => {
      deepEqual(await titles(client, 'a.md'), ['Night trains']);
      files.set(at('a.md'), whole);
      deepEqual(await titles(client, 'a.md'), ['Trams']);
      files.delete(at('a.md'));
      deepEqual(await titles(client, 'a.md'), []);
    }));

  it('reads through a client that alone can read, several files at once', () =>
    withFiles(
      { 'a.md': half, 'b.md': whole, 'c.md': new Error('offline') },
      async (client) => {
        deepEqual(await titles(client, 'a.md', 'c.md', 'b.md'), ['Night trains', 'Trams']);
        const asked = client.received.filter(({ method }) => method === protocol.readText.method);
        const documents = asked.map(({ params }) => params.uri).filter((uri) => /\/[abc]\.md$/.test(uri));
        deepEqual(documents, [at('a.md'), at('c.md'), at('b.md')]);
      },
      { ownFiles: false, initializationOptions: { files: true } },
    ));

  it('goes on when a rule throws', () =>
    withFiles(
      { 'a.md': half },
      async (client) => {
        ok(total(await ask(client, 'a.md')));
        ok(client.of('window/logMessage').some(({ message }) => /broken-rule failed on .*a\.md/.test(message)));
      },
      { rules: [brokenRule, ...rules] },
    ));
});

describe('the settings of files that are looked at', () => {
  it('are asked for all at once, for each folder, and are not kept', () =>
    withFiles({ 'a.md': half, 'b.md': whole, 'deep/c.md': half }, async (client) => {
      for (const round of [1, 2, 3]) {
        equal((await ask(client, 'a.md', 'deep/c.md', 'b.md')).length, 3);
        const asked = client.of('workspace/configuration');
        equal(asked.length, round);
        const scopes = asked.at(-1).items.map(({ scopeUri }: { readonly scopeUri: string }) => scopeUri);
        deepEqual(scopes.sort(), [at('a.md'), at('deep/c.md')]);
      }
    }));

  it('are those in force then', () => {
    const settings: Record<string, unknown> = { template: 'docs/shape.md' };
    const soften = { 'empty-section': 'off', 'duplicate-section': 'off', 'unfinished-section': 'off' };
    return withFiles(
      { 'a.md': half },
      async (client) => {
        ok(total(await ask(client, 'a.md')));
        settings.rules = soften;
        await settingsChanged(client);
        equal(total(await ask(client, 'a.md')), 0);
      },
      { settings },
    );
  });

  it('are as sent by a client that cannot be asked', () =>
    withFiles(
      { 'a.md': half },
      async (client) => {
        deepEqual(await titles(client, 'a.md'), []);
        await client.tell('workspace/didChangeConfiguration', {
          settings: { techSpec: { template: 'docs/shape.md' } },
        });
        deepEqual(await titles(client, 'a.md'), ['Night trains']);
      },
      { capabilities: {} },
    ));
});

describe('a long list of files', () => {
  const paths = Array.from({ length: 60 }, (_, number) => `${number}.md`);
  /** Takes longer than a slice of time. */
  const long = `${half}${'Many words of which each is looked at.\n\n'.repeat(2500)}`;
  const texts = Object.fromEntries(paths.map((path) => [path, long]));

  it('is in nobody’s way: what is asked meanwhile is answered first', () =>
    withFiles(texts, async (client) => {
      await client.open(half);
      const order: string[] = [];
      const scan = ask(client, ...paths).then(() => order.push('specs'));
      const hover = { textDocument: { uri: planUri }, position: { line: 2, character: 4 } };
      await client.ask('textDocument/hover', hover).then((found) => order.push(found === null ? 'nothing' : 'hover'));
      await client.request(protocol.outline, { uri: planUri }).then(() => order.push('outline'));
      await scan;
      deepEqual(order, ['hover', 'outline', 'specs']);
    }));

  it('is left where it is when it is cancelled', () =>
    withFiles(
      texts,
      async (client) => {
        const stop = new lsp.CancellationTokenSource();
        const scan = client.request(specs, { uris: paths.map(at) }, stop.token);
        await client.until(protocol.readText.method, ({ uri }) => uri === at('0.md'));
        stop.cancel();
        await rejects(scan, { code: lsp.LSPErrorCodes.RequestCancelled });
        ok(client.of(protocol.readText.method).length < paths.length);
        equal((await ask(client, '0.md')).length, 1);
      },
      { ownFiles: false, initializationOptions: { files: true } },
    ));
});

describe('techSpec/outlineChanged', () => {
  const told = 'techSpec/outlineChanged';
  const ofOurs = { initializationOptions: { files: true } };

  it('names the document whose stage changed, or whose file is there again, and none where it may be any', () =>
    withFiles(
      {},
      async (client) => {
        await client.open(half);
        await client.request(protocol.readiness, { uri: planUri, stage: 'ready' });
        await client.until(told, ({ uri }) => uri === planUri);
        await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: planUri, type: 3 }] });
        await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: planUri, type: 1 }] });
        await client.until(told, () => client.of(told).filter(({ uri }) => uri === planUri).length === 2);
        await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: shape, type: 2 }] });
        await client.until(told, ({ uri }) => uri === null);
      },
      ofOurs,
    ));
});

function total(found: readonly SpecSummary[]): number {
  return found.reduce((sum, { counts }) => sum + counts.error + counts.warning + counts.information, 0);
}
