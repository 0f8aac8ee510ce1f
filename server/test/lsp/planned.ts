// A plan under a template of three sections, and its code actions by title.
import { ok } from 'node:assert/strict';
import * as lsp from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { at, type Client, type ClientOptions, folder, planUri, withClient } from './client.ts';

export const shape = `${folder}/docs/shape.md`;
const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what could go wrong.\n\n## Costs\n\nSay how much.\n';
export const plan = '# Plan\n\n## Goals\n\nShip it.\n\n## Team\n\nUs.\n';

export function withPlan(
  text: string,
  run: (client: Client) => Promise<void>,
  options: ClientOptions = {},
): Promise<void> {
  const files = new Map([[shape, template]]);
  return withClient({ files, settings: { template: 'docs/shape.md' }, ...options }, async (client) => {
    await client.open(text);
    await run(client);
  });
}

export async function titled(client: Client, title: string, line = 2): Promise<lsp.CodeAction> {
  const actions = await client.actions(at(line));
  const action = actions.find((each) => each.title === title);
  ok(action, `no “${title}” among ${actions.map((each) => each.title).join(', ')}`);
  return action;
}

export function resolve(client: Client, action: lsp.CodeAction): Promise<lsp.CodeAction> {
  return client.ask('codeAction/resolve', action);
}

/** The text with an action's edits; snippets stay as they are written. */
export function edited(text: string, { edit }: lsp.CodeAction): string {
  const [change] = edit?.documentChanges ?? [];
  ok(change !== undefined && lsp.TextDocumentEdit.is(change));
  const edits = change.edits.map((each) =>
    'snippet' in each ? { range: each.range, newText: each.snippet.value } : each,
  );
  return TextDocument.applyEdits(TextDocument.create(planUri, 'markdown', 1, text), edits);
}
