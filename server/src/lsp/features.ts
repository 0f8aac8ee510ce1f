/** What LSP itself has a request for: each gets its context, asks the core, and converts. */
import type * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import type { Capabilities } from './capabilities.ts';
import { lineLinkFor, toHover } from './convert/assistance.ts';
import { toOffset } from './convert/places.ts';
import { toFlatSymbols, toFoldingRange, toSemanticTokens, toSymbols } from './convert/structure.ts';
import { answering } from './isolate.ts';
import { sliced, wanting } from './slices.ts';
import type { Workspace } from './workspace.ts';

export function startFeatures(connection: lsp.Connection, workspace: Workspace, capabilities: Capabilities): void {
  connection.onHover(
    answering(connection, 'Hover', null, async ({ textDocument: { uri }, position }) => {
      const context = await workspace.contextOf(uri);
      if (context === undefined) return null;
      const found = core.hover(context, toOffset(context.document, position), lineLinkFor(context, capabilities));
      return found === undefined ? null : toHover(context, found, capabilities);
    }),
  );
  connection.onDocumentSymbol(
    answering(connection, 'Symbols', [], async ({ textDocument: { uri } }, token) => {
      const context = await workspace.contextOf(uri);
      const document = context?.document ?? workspace.markdownOf(uri);
      if (document === undefined) return [];
      const found = await sliced(core.symbolsInSteps(document, context), wanting(token));
      const symbols = (await sliced(toSymbols(document, found ?? []), wanting(token))) ?? [];
      return capabilities.nestedSymbols ? symbols : toFlatSymbols(uri, symbols);
    }),
  );
  connection.onFoldingRanges(
    answering(connection, 'Folding', [], async ({ textDocument: { uri } }, token) => {
      const context = await workspace.contextOf(uri);
      if (context === undefined) return [];
      const found = await sliced(core.foldsInSteps(context.document, capabilities.mostFolds), wanting(token));
      return found?.map(toFoldingRange) ?? [];
    }),
  );
  connection.languages.semanticTokens.on(
    answering(connection, 'Colours', { data: [] }, async ({ textDocument: { uri } }, token) => {
      const context = await workspace.contextOf(uri);
      if (context === undefined) return { data: [] };
      const found = await sliced(core.tokensInSteps(context), wanting(token));
      const tokens = found && (await sliced(toSemanticTokens(context.document, found), wanting(token)));
      return tokens ?? { data: [] };
    }),
  );
}
