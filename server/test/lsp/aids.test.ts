// What is shown beside the author's words: inlays, lenses, and the way to the template.
import { deepEqual, equal, match } from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver/node';
import { builtinUri } from '../../src/lsp/protocol.ts';
import {
  at,
  type Client,
  type ClientOptions,
  folder,
  likeVsCode,
  planUri,
  pushClient,
  settingsChanged,
  withClient,
} from './client.ts';

const shape = `${folder}/docs/shape.md`;
const template =
  '## Goals\n\nSay why, in 1-2 sentences.\n\n## Risks\n\nSay what could go wrong.\n\n## Costs\n\nSay how much.\n';
const plan = '# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n\n';
const document = { textDocument: { uri: planUri } };
const whole = { ...document, range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
const ours = { initializationOptions: { files: true } };

function withPlan(
  settings: Record<string, unknown>,
  run: (client: Client) => Promise<void>,
  options: ClientOptions = {},
) {
  const files = new Map([[shape, template]]);
  return withClient({ files, settings: { template: 'docs/shape.md', ...settings }, ...options }, async (client) => {
    await client.open(plan);
    await run(client);
  });
}

describe('inlays', () => {
  const labels = async (client: Client, range = whole.range): Promise<string[]> => {
    const found: lsp.InlayHint[] = await client.ask('textDocument/inlayHint', { ...document, range });
    return found.map(({ label, position: { line, character } }) => `${line}:${character} ${label}`);
  };
  const limit = '2:8 1/2 sentences';
  const guidance = '8:0 Say what could go wrong.';

  it('say how long an answer is, and what is asked for where there is none', () =>
    withPlan({}, async (client) => deepEqual(await labels(client), [limit, guidance])));

  it('are set off from what they stand behind, and have all of it as tooltip', () =>
    withPlan({}, async (client) => {
      const [first, second]: lsp.InlayHint[] = await client.ask('textDocument/inlayHint', whole);
      deepEqual([first?.paddingLeft, second?.paddingLeft], [true, undefined]);
      deepEqual(first?.tooltip, { kind: 'markdown', value: '1-2 sentences' });
      deepEqual(second?.tooltip, { kind: 'markdown', value: 'Say what could go wrong.' });
    }));

  it('are those of the range', () =>
    withPlan({}, async (client) => {
      deepEqual(await labels(client, { ...at(0), end: { line: 3, character: 0 } }), [limit]);
      deepEqual(await labels(client, { start: { line: 5, character: 0 }, end: { line: 9, character: 0 } }), [guidance]);
    }));

  for (const [setting, left] of [
    [{ guidance: false }, [limit]],
    [{ limits: false }, [guidance]],
    [{ guidance: 'no' }, [limit, guidance]],
  ] as const) {
    it(`with ${JSON.stringify(setting)} are ${left.length}`, () =>
      withPlan({ inlayHints: setting }, async (client) => deepEqual(await labels(client), left)));
  }

  it('are none in what is no spec', () =>
    withPlan({}, async (client) => {
      const uri = `${folder}/README.md`;
      await client.open(plan, uri);
      deepEqual(await client.ask('textDocument/inlayHint', { ...whole, textDocument: { uri } }), []);
    }));

  it('are to be asked for again when the settings change', () => {
    const workspace = {
      ...likeVsCode.workspace,
      inlayHint: { refreshSupport: true },
      codeLens: { refreshSupport: true },
    };
    return withPlan(
      {},
      async (client) => {
        await settingsChanged(client);
        await client.until('workspace/inlayHint/refresh');
        await client.until('workspace/codeLens/refresh');
      },
      { capabilities: { ...likeVsCode, workspace } },
    );
  });
});

describe('a client that cannot be told to ask again', () => {
  it('is not told', () =>
    withPlan({}, async (client) => {
      await settingsChanged(client);
      await client.until('workspace/diagnostic/refresh');
      deepEqual([...client.of('workspace/inlayHint/refresh'), ...client.of('workspace/codeLens/refresh')], []);
    }));

  it('that is told of diagnostics has hints, lenses and definitions all the same', () =>
    withPlan(
      { codeLens: true },
      async (client) => {
        equal((await client.ask('textDocument/inlayHint', whole)).length, 2);
        equal((await client.ask('textDocument/codeLens', document)).length, 2);
        equal((await client.ask('textDocument/definition', { ...document, position: at(6, 4).start })).length, 1);
      },
      { capabilities: pushClient },
    ));
});

describe('lenses', () => {
  const lenses = (client: Client): Promise<lsp.CodeLens[]> => client.ask('textDocument/codeLens', document);

  it('are off unless somebody wants them', () => withPlan({}, async (client) => deepEqual(await lenses(client), [])));

  it('run commands of a client of ours', () =>
    withPlan(
      { codeLens: true },
      async (client) => {
        equal(client.capabilities.executeCommandProvider, undefined);
        deepEqual(
          (await lenses(client)).map(({ command, range }) => [range.start.line, command?.title, command?.command]),
          [
            [0, '1/3 sections', 'techSpec.showTemplateActions'],
            [0, 'Insert missing', 'techSpec.insertTemplate'],
          ],
        );
      },
      ours,
    ));

  it('of any other client have a command that the server runs', () =>
    withPlan({ codeLens: true }, async (client) => {
      const [progress, insert] = await lenses(client);
      equal(progress?.command?.command, '');
      deepEqual(client.capabilities.executeCommandProvider?.commands, [insert?.command?.command]);
      await client.ask('workspace/executeCommand', insert?.command);
      const { edit } = await client.until('workspace/applyEdit');
      const [change] = edit.documentChanges;
      deepEqual(change.textDocument, { uri: planUri, version: 1 });
      match(change.edits[0].newText, /## Costs\n\nSay how much\./);
    }));

  it('say nothing of inserting to a client that takes no edits', () => {
    const { applyEdit: _, ...workspace } = likeVsCode.workspace ?? {};
    const capabilities = { ...likeVsCode, workspace };
    return withPlan(
      { codeLens: true },
      async (client) => {
        deepEqual(
          (await lenses(client)).map(({ command }) => command?.title),
          ['1/3 sections'],
        );
        equal(client.capabilities.executeCommandProvider, undefined);
      },
      { capabilities },
    );
  });

  it('of what is not open insert nothing', () =>
    withPlan({ codeLens: true }, async (client) => {
      const command = client.capabilities.executeCommandProvider?.commands[0];
      equal(await client.ask('workspace/executeCommand', { command, arguments: [`${folder}/absent.md`] }), null);
      equal(await client.ask('workspace/executeCommand', { command }), null);
      equal(await client.ask('workspace/executeCommand', { command: 'other', arguments: [planUri] }), null);
      deepEqual(client.of('workspace/applyEdit'), []);
    }));
});

describe('a definition', () => {
  const on = (line: number) => ({ ...document, position: { line, character: 4 } });

  it('leads from a heading to the template’s', () =>
    withPlan({}, async (client) => {
      const found = await client.ask('textDocument/definition', on(6));
      deepEqual(found, [{ uri: shape, range: { start: { line: 4, character: 0 }, end: { line: 4, character: 8 } } }]);
    }));

  it('says which words lead there, where the client can take that', () => {
    const textDocument = { ...likeVsCode.textDocument, definition: { linkSupport: true } };
    return withPlan(
      {},
      async (client) => {
        const [link]: lsp.LocationLink[] = await client.ask('textDocument/definition', on(6));
        equal(link?.targetUri, shape);
        deepEqual(link?.originSelectionRange, { start: { line: 6, character: 0 }, end: { line: 6, character: 8 } });
      },
      { capabilities: { ...likeVsCode, textDocument } },
    );
  });

  it('is none elsewhere', () =>
    withPlan({}, async (client) => equal(await client.ask('textDocument/definition', on(4)), null)));

  it('leads to the built-in template where the client can show that, else nowhere', async () => {
    const built = async (capabilities: lsp.ClientCapabilities) => {
      let found: lsp.Location[] | null = null;
      await withClient({ capabilities }, async (client) => {
        await client.open('## Summary:\n\nTrains run at night.\n');
        found = await client.ask('textDocument/definition', on(0));
      });
      return found as lsp.Location[] | null;
    };
    deepEqual(
      (await built(likeVsCode))?.map(({ uri, range }) => [uri, range.start.line]),
      [[builtinUri, 22]],
    );
    const { textDocumentContent: _, ...workspace } = likeVsCode.workspace ?? {};
    equal(await built({ ...likeVsCode, workspace }), null);
  });
});

describe('a hover', () => {
  const hover = async (client: Client): Promise<string> =>
    (await client.ask('textDocument/hover', { ...document, position: { line: 6, character: 4 } })).contents.value;

  it('leads to the template’s file', () =>
    withPlan({}, async (client) => {
      match(await hover(client), /\[line 5\]\(file:\/\/\/folder\/docs\/shape\.md#L5\)/);
    }));

  it('has no other link, whatever the template’s file is called', async () => {
    const issue = `${folder}/.github/ISSUE_TEMPLATE/tech-spec-x)%20[y](command:z).md`;
    await withClient({ files: new Map([[issue, template]]) }, async (client) => {
      await client.open(plan);
      match(await hover(client), /\[line 5\]\(file:[^()<>\s]*\.md#L5\)\*$/);
    });
  });

  it('leads there by the one command that it may run, in a client of ours', () =>
    withPlan(
      {},
      async (client) => match(await hover(client), /\[line 5\]\(command:techSpec\.goToTemplate\?%5B4%5D\)/),
      ours,
    ));
});
