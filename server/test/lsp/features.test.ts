// What LSP has a request for: hover, symbols, folding, colours.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver/node';
import { tokenTypes } from '../../src/lsp/protocol.ts';
import { type Client, type ClientOptions, folder, likeVsCode, planUri, withClient } from './client.ts';

const shape = `${folder}/docs/shape.md`;
const template =
  '## Goals\n\nSay why, in 1-2 sentences.\n\n## Risks\n\nSay what could go wrong.\n\n## Costs\n\nSay how much.\n';
const document = { textDocument: { uri: planUri } };

function withPlan(text: string, run: (client: Client) => Promise<void>, options: ClientOptions = {}): Promise<void> {
  const files = new Map([[shape, template]]);
  return withClient({ files, settings: { template: 'docs/shape.md' }, ...options }, async (client) => {
    await client.open(text);
    await run(client);
  });
}

function on(line: number, character: number) {
  return { ...document, position: { line, character } };
}

describe('hover', () => {
  it('on a heading shows what the template says about it', () =>
    withPlan('# Plan\n\n## Goals\n\nShip it.\n', async (client) => {
      const { contents, range } = await client.ask('textDocument/hover', on(2, 4));
      equal(contents.kind, 'markdown');
      match(contents.value, /Say why, in 1-2 sentences/);
      deepEqual(range, { start: { line: 2, character: 0 }, end: { line: 2, character: 8 } });
    }));

  it('elsewhere shows nothing, and nothing in what is no spec', () =>
    withPlan('## Goals\n\nShip it.\n', async (client) => {
      equal(await client.ask('textDocument/hover', on(2, 1)), null);
      const uri = `${folder}/README.md`;
      await client.open('## Goals\n', uri);
      equal(
        await client.ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 4 } }),
        null,
      );
    }));
});

describe('symbols', () => {
  const plan = '# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n\n## Team\n';

  it('are the headings, with the state of those that answer to the template', () =>
    withPlan(plan, async (client) => {
      deepEqual(client.capabilities.documentSymbolProvider, { label: 'Tech Spec' });
      const [root]: lsp.DocumentSymbol[] = await client.ask('textDocument/documentSymbol', document);
      deepEqual(
        root?.children?.map(({ name, detail }) => [name, detail]),
        [
          ['Goals', 'done'],
          ['Risks', 'empty'],
          ['Team', undefined],
        ],
      );
    }));

  it('have a name also where their heading has none', () =>
    withPlan('## Goals\n\n###\n', async (client) => {
      const [root]: lsp.DocumentSymbol[] = await client.ask('textDocument/documentSymbol', document);
      deepEqual(
        root?.children?.map(({ name }) => name),
        ['###'],
      );
    }));

  it('are a list for a client that knows no tree', () => {
    const { documentSymbol: _, ...textDocument } = likeVsCode.textDocument ?? {};
    return withPlan(
      plan,
      async (client) => {
        const found: lsp.SymbolInformation[] = await client.ask('textDocument/documentSymbol', document);
        deepEqual(
          found.map(({ name, containerName }) => [name, containerName]),
          [
            ['Plan', undefined],
            ['Goals', 'Plan'],
            ['Risks', 'Plan'],
            ['Team', 'Plan'],
          ],
        );
      },
      { capabilities: { ...likeVsCode, textDocument } },
    );
  });

  it('are not announced to an editor that has its own', () =>
    withPlan(plan, async ({ capabilities }) => equal(capabilities.documentSymbolProvider, undefined), {
      initializationOptions: { symbols: 'off' },
    }));
});

describe('folding', () => {
  it('is by section and comment', () =>
    withPlan('## Goals\n\nShip it.\n\n<!--\nLater.\n-->\n\n## Risks\n\nNone.\n', async (client) => {
      const folds: lsp.FoldingRange[] = await client.ask('textDocument/foldingRange', document);
      ok(folds.some(({ startLine, endLine, kind }) => startLine === 0 && 6 <= endLine && kind === undefined));
      ok(folds.some(({ startLine, endLine, kind }) => startLine === 4 && endLine === 6 && kind === 'comment'));
    }));

  it('is of as many as the editor shows', () => {
    const textDocument = { ...likeVsCode.textDocument, foldingRange: { rangeLimit: 2 } };
    return withPlan(
      '## Goals\n\nShip it.\n\n<!--\nLater.\n-->\n\n## Risks\n\nNone.\n',
      async (client) => {
        const folds: lsp.FoldingRange[] = await client.ask('textDocument/foldingRange', document);
        deepEqual(
          folds.map(({ startLine }) => startLine),
          [0, 4],
        );
      },
      { capabilities: { ...likeVsCode, textDocument } },
    );
  });
});

describe('semantic tokens', () => {
  const plan = '# Plan\n\n## Goals\n\nTBD\n\n## Risks\n\nN/A\n';

  /** As `line:column+length type`. */
  async function tokens(client: Client): Promise<readonly string[]> {
    const { data }: lsp.SemanticTokens = await client.ask('textDocument/semanticTokens/full', document);
    const legend = client.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const found: string[] = [];
    let [line, column] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4);
      column = down === 0 ? column + right : right;
      line += down;
      found.push(`${line}:${column}+${length} ${legend[type]}`);
    }
    return found;
  }

  it('are of standard types for a client that knows no other', () =>
    withPlan(plan, async (client) => {
      const found = await tokens(client);
      ok(
        found.some((token) => /^2:\d\+\d class$/.test(token)),
        found.join(),
      );
      ok(found.includes('4:0+3 keyword'));
      ok(found.includes('8:0+3 comment'));
    }));

  it('are of our own types for a client that maps them', () =>
    withPlan(
      plan,
      async (client) => {
        deepEqual(client.capabilities.semanticTokensProvider?.legend.tokenTypes, Array.from(tokenTypes));
        ok((await tokens(client)).includes('8:0+3 techSpecNotApplicable'));
      },
      { initializationOptions: { tokenTypes: 'own' } },
    ));

  it('are none in what is no spec', () =>
    withPlan(plan, async (client) => {
      const uri = `${folder}/README.md`;
      await client.open(plan, uri);
      deepEqual(await client.ask('textDocument/semanticTokens/full', { textDocument: { uri } }), { data: [] });
    }));
});
