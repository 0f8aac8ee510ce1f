// What a client does wrong, out of order, or not at all: the server answers what it can, and goes on.
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as lsp from 'vscode-languageserver/node';
import { defineRule } from '../../src/core/rules/rule.ts';
import { at, type Client, folder, likeVsCode, planUri, pushClient, withClient } from './client.ts';

const plan = '# Plan\n\n## Summary\n\nShip it.\n';
const position = { line: 2, character: 4 };

/** Answers as long as it lives. */
async function isAlive(client: Client): Promise<void> {
  const uri = `${folder}/tech-spec-alive.md`;
  await client.open(plan, uri);
  ok(await client.ask('techSpec/outline', { uri }));
}

describe('a bare client', () => {
  const bare = { capabilities: {}, folders: [] } as const;

  it('is sent diagnostics, without what it does not know', () =>
    withClient(bare, async (client) => {
      await client.open(plan);
      const [first] = await client.pushed((diagnostics) => 0 < diagnostics.length);
      equal(first?.code, 'missing-section');
      equal(first?.relatedInformation, undefined);
      equal(first?.tags, undefined);
      deepEqual(client.of('client/registerCapability'), []);
      deepEqual(client.of('workspace/configuration'), []);
    }));

  it('gets fixes with their edits', () =>
    withClient(bare, async (client) => {
      await client.open(plan);
      const [first] = await client.actions(at(2));
      equal(first?.title, 'Insert section “Scope”');
      const edits = first?.edit?.changes?.[planUri] ?? [];
      equal(edits.length, 1);
      ok(edits[0]?.newText.includes('## Scope'));
    }));

  it('gets completion and hover in plain words', () =>
    withClient(bare, async (client) => {
      await client.open(`${plan}\n##`);
      const [first] = await client.ask('textDocument/completion', {
        textDocument: { uri: planUri },
        position: { line: 6, character: 2 },
      });
      equal(first.insertTextFormat, 1);
      equal(first.documentation.kind, 'plaintext');
      const { contents } = await client.ask('textDocument/hover', { textDocument: { uri: planUri }, position });
      equal(contents.kind, 'plaintext');
    }));

  for (const [name, introduction] of [
    ['does not say what it can do', [{ processId: null, rootUri: null }]],
    ['says null of what it can do', [{ capabilities: null }]],
    ['says nothing at all of itself', []],
  ] as const) {
    it(`is served where it ${name}`, () =>
      withClient({ introduction }, async (client) => {
        await client.open(plan);
        const [first] = await client.pushed((diagnostics) => 0 < diagnostics.length);
        equal(first?.code, 'missing-section');
      }));
  }

  it('is told of UTF-16, which every client knows', () =>
    withClient(bare, async ({ capabilities }) => equal(capabilities.positionEncoding, 'utf-16')));
});

describe('an unknown document', () => {
  for (const uri of [`${folder}/nowhere.md`, 'untitled:Untitled-7', 'no address', '::', '']) {
    it(`is answered with nothing: ${uri || 'an empty address'}`, () =>
      withClient({}, async (client) => {
        const textDocument = { uri };
        deepEqual((await client.pull(uri)).items, []);
        deepEqual(await client.actions(at(0), undefined, uri), []);
        deepEqual(await client.ask('textDocument/completion', { textDocument, position }), []);
        equal(await client.ask('textDocument/hover', { textDocument, position }), null);
        deepEqual(await client.ask('textDocument/documentSymbol', { textDocument }), []);
        deepEqual(await client.ask('textDocument/foldingRange', { textDocument }), []);
        deepEqual(await client.ask('textDocument/semanticTokens/full', { textDocument }), { data: [] });
        for (const method of ['outline', 'readiness', 'openSection', 'insertSections']) {
          equal(await client.ask(`techSpec/${method}`, { uri, position, paths: null }), null);
        }
        await isAlive(client);
      }));
  }
});

describe('a message that makes no sense', () => {
  it('is survived: documents closed twice, opened twice, changed while closed, saved unseen', () =>
    withClient({}, async (client) => {
      await client.close();
      await client.change(2, 'x');
      await client.save();
      await client.open(plan);
      await client.open(`${plan}\n## Scope\n\nSmall.\n`);
      await client.close();
      await client.close();
      deepEqual((await client.pull()).items, []);
      await isAlive(client);
    }));

  it('is survived: parameters of another shape', () =>
    withClient({}, async (client) => {
      await client.open(plan);
      for (const method of ['textDocument/hover', 'textDocument/codeAction', 'techSpec/outline', 'techSpec/newSpec']) {
        await client.ask(method, {}).catch(() => {});
      }
      await client.ask('techSpec/noSuchRequest', {}).catch(() => {});
      await client.tell('techSpec/noSuchNotification', {});
      await client.tell('workspace/didChangeWatchedFiles', {});
      await client.tell('workspace/didChangeConfiguration', { settings: 7 });
      await client.change(2, 'x', { start: { line: 99, character: 99 }, end: { line: -1, character: -1 } });
      await isAlive(client);
    }));

  it('is survived: a document with an odd address', () =>
    withClient({}, async (client) => {
      for (const uri of ['untitled:Untitled-1', 'no address', '::', '', 'file:///c%3A/x%zz.md']) {
        await client.open(plan, uri);
        await client.pull(uri);
      }
      await isAlive(client);
    }));
});

describe('a check', () => {
  it('of a document that is closed meanwhile is dropped', () => {
    const seen: string[] = [];
    const watcher = defineRule({
      id: 'watching-rule',
      severity: 'error',
      docs: { summary: 'Finds.', why: 'To be seen.', examples: [] },
      *check({ document }) {
        seen.push(document.text);
        yield { span: { start: 0, end: 0 }, message: 'Found', key: '', data: undefined };
      },
    });
    return withClient({ capabilities: pushClient, rules: [watcher] }, async (client) => {
      await Promise.all([client.open(plan), client.close(), client.open(`${plan}\nMore.\n`)]);
      await client.pushed((diagnostics) => 0 < diagnostics.length);
      deepEqual(seen, [`${plan}\nMore.\n`]);
    });
  });

  it('that is cancelled is answered as such', () =>
    withClient({}, async (client) => {
      await client.open(plan);
      const ask = client.ask('textDocument/diagnostic', { textDocument: { uri: planUri } });
      // The client numbers its requests from 0, and has sent one before.
      await client.tell('$/cancelRequest', { id: 1 });
      await ask.then(
        ({ kind }) => equal(kind, 'full'),
        ({ code }) => equal(code, lsp.LSPErrorCodes.RequestCancelled),
      );
      ok(0 < (await client.pull()).items.length);
    }));

  it('whose client fails to say its settings goes by the default ones', () =>
    withClient(
      {
        settings: new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error('no');
            },
          },
        ),
      },
      async (client) => {
        await client.open(plan);
        ok(0 < (await client.pull()).items.length);
      },
    ));
});

describe('changes', () => {
  it('of many places at once are each in the text that the one before left', () =>
    withClient({}, async (client) => {
      await client.open('# Plan\r\n\r\n## Sumary\r\n\r\n🎯🎯 Ship it.\r\n');
      await client.tell('textDocument/didChange', {
        textDocument: { uri: planUri, version: 2 },
        contentChanges: [
          { range: { start: { line: 2, character: 5 }, end: { line: 2, character: 5 } }, text: 'm' },
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: 'First.\r\n\r\n' },
          { range: { start: { line: 6, character: 2 }, end: { line: 6, character: 4 } }, text: '🚀' },
        ],
      });
      const { sections } = await client.ask('techSpec/outline', { uri: planUri });
      equal(sections[0].status, 'done');
      deepEqual(sections[0].range, { start: { line: 4, character: 0 }, end: { line: 7, character: 0 } });
    }));

  it('whose range is null are of the whole text', () =>
    withClient({}, async (client) => {
      await client.open('# Plan\n');
      const whole = { range: null, text: '## Summary\n\nShip it.\n' };
      await client.tell('textDocument/didChange', {
        textDocument: { uri: planUri, version: 2 },
        contentChanges: [whole],
      });
      const { sections } = await client.ask('techSpec/outline', { uri: planUri });
      equal(sections[0].status, 'done');
    }));

  it('of folders are followed', () =>
    withClient(
      { files: new Map([['file:///other/.github/ISSUE_TEMPLATE/tech-spec.md', '## Goals\n']]) },
      async (client) => {
        const uri = 'file:///other/tech-spec-plan.md';
        await client.open('## Goals\n', uri);
        equal(await client.ask('techSpec/outline', { uri }), null);
        await client.tell('workspace/didChangeWorkspaceFolders', {
          event: { added: [{ uri: 'file:///other', name: 'other' }], removed: [] },
        });
        await client.until('workspace/diagnostic/refresh');
        equal((await client.ask('techSpec/outline', { uri })).template.name, 'tech-spec.md');
      },
    ));
});

describe('the announcement', () => {
  it('is all there is to say of folders: some editors warn of what is registered beside it', () =>
    withClient({ capabilities: { workspace: { workspaceFolders: true } } }, async (client) => {
      await client.open('## Goals\n');
      await client.ask('textDocument/hover', { textDocument: { uri: planUri }, position: at(0).start });
      equal(client.capabilities.workspace?.workspaceFolders?.changeNotifications, true);
      deepEqual(client.of('client/registerCapability'), []);
    }));

  it('is made for a client that says half of what it can', () => {
    const codeAction = { dataSupport: true, resolveSupport: {} } as lsp.CodeActionClientCapabilities;
    return withClient({ capabilities: { textDocument: { codeAction } } }, async ({ capabilities }) =>
      deepEqual(capabilities.codeActionProvider, {
        codeActionKinds: ['quickfix', 'source.fixAll.techSpec'],
        resolveProvider: false,
      }),
    );
  });

  it('fits what the client said', () =>
    withClient({ capabilities: { ...likeVsCode, workspace: {} } }, async ({ capabilities }) => {
      equal(capabilities.workspace?.textDocumentContent, undefined);
      deepEqual(capabilities.codeActionProvider, {
        codeActionKinds: ['quickfix', 'source.fixAll.techSpec'],
        resolveProvider: true,
      });
    }));
});
