/** What LSP shows beside the author's words: hints in the text, lenses above it, the way to the template. */
import * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { type Capabilities, insertMissingCommand } from './capabilities.ts';
import { toCodeLens, toDefinitions, toInlayHint } from './convert/aids.ts';
import { toWorkspaceEdit } from './convert/edits.ts';
import { toOffset, toSpan } from './convert/places.ts';
import { answering } from './isolate.ts';
import { sliced, wanting } from './slices.ts';
import type { Workspace } from './workspace.ts';

export function startAids(connection: lsp.Connection, workspace: Workspace, capabilities: Capabilities): void {
  connection.onDefinition(
    answering(connection, 'Definition', null, async ({ textDocument: { uri }, position }) => {
      const context = await workspace.contextOf(uri);
      if (context === undefined) return null;
      const found = core.definitions(context, toOffset(context.document, position));
      return toDefinitions(context, found, capabilities);
    }),
  );
  connection.languages.inlayHint.on(
    answering(connection, 'Inlays', [], async ({ textDocument: { uri }, range }, token) => {
      const context = await workspace.contextOf(uri);
      if (context === undefined) return [];
      const { inlays: wanted } = await workspace.settingsOf(uri);
      const steps = core.inlaysInSteps(context, toSpan(context.document, range), (kind) =>
        kind === 'guidance' ? wanted.guidance : wanted.limits,
      );
      const found = (await sliced(steps, wanting(token))) ?? [];
      return found.map((inlay) => toInlayHint(context, inlay, capabilities));
    }),
  );
  connection.onCodeLens(
    answering(connection, 'Lenses', [], async ({ textDocument: { uri } }) => {
      const { codeLens } = await workspace.settingsOf(uri);
      const context = codeLens ? await workspace.contextOf(uri) : undefined;
      if (context === undefined) return [];
      return core
        .lenses(context)
        .filter(({ kind }) => kind === 'progress' || capabilities.files || capabilities.appliesEdits)
        .map((lens) => toCodeLens(context, lens, capabilities));
    }),
  );
  if (capabilities.files || !capabilities.appliesEdits) return;
  connection.onExecuteCommand(
    answering(connection, 'A command', null, async ({ command, arguments: values }: lsp.ExecuteCommandParams) => {
      const uri: unknown = values?.[0];
      const context = command === insertMissingCommand && typeof uri === 'string' && (await workspace.contextOf(uri));
      if (!context) return null;
      const title = 'Insert missing sections';
      const inserted = core.insertion(context, core.isOwed, 'guidance');
      const edit = toWorkspaceEdit(context, { edits: inserted.edits, title }, { ...capabilities, snippetEdits: false });
      await connection.sendRequest(lsp.ApplyWorkspaceEditRequest.type, { label: title, edit });
      return null;
    }),
  );
}
