// What moves text is looked at first, where the client can show it.
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as lsp from 'vscode-languageserver/node';
import { likeVsCode } from './client.ts';
import { plan, resolve, titled, withPlan } from './planned.ts';

describe('a fix that moves text', () => {
  const swapped = '## Risks\n\nNone.\n\n## Goals\n\nShip it.\n\n## Costs\n\nLittle.\n';
  const previews: lsp.ClientCapabilities = {
    ...likeVsCode,
    workspace: {
      ...likeVsCode.workspace,
      workspaceEdit: { ...likeVsCode.workspace?.workspaceEdit, documentChanges: true, changeAnnotationSupport: {} },
    },
  };

  for (const title of ['Move “Risks” to its place', 'Put all sections in the template’s order']) {
    it(`is looked at before it is applied: ${title}`, () =>
      withPlan(
        swapped,
        async (client) => {
          const { edit } = await resolve(client, await titled(client, title, 0));
          deepEqual(edit?.changeAnnotations, { preview: { label: title, needsConfirmation: true } });
          const [change] = edit?.documentChanges ?? [];
          ok(change !== undefined && lsp.TextDocumentEdit.is(change));
          ok(0 < change.edits.length && change.edits.every((each) => 'annotationId' in each));
        },
        { capabilities: previews },
      ));
  }

  it('is applied at once where the client cannot show it first', () =>
    withPlan(
      swapped,
      async (client) => {
        const { edit } = await resolve(client, await titled(client, 'Move “Risks” to its place', 0));
        equal(edit?.changeAnnotations, undefined);
        ok(0 < (edit?.documentChanges?.length ?? 0));
      },
      {
        capabilities: {
          ...previews,
          workspace: { ...previews.workspace, workspaceEdit: { documentChanges: true } },
        },
      },
    ));

  it('is the only one: an insertion asks nothing', () =>
    withPlan(
      plan,
      async (client) => {
        const { edit } = await resolve(client, await titled(client, 'Insert section “Risks”'));
        equal(edit?.changeAnnotations, undefined);
      },
      { capabilities: previews },
    ));
});
