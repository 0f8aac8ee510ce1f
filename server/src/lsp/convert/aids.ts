/** Inlays, lenses, and the way to the template. */
import type * as lsp from 'vscode-languageserver';
import type * as core from '../../core/index.ts';
import { type Capabilities, insertMissingCommand } from '../capabilities.ts';
import type { Context } from '../workspace.ts';
import { toMarkup } from './assistance.ts';
import { templateUriOf, toRange } from './places.ts';

export function toInlayHint(
  { document }: Context,
  { at, text, tooltip, isBehind }: core.Inlay,
  { markdownHover }: Capabilities,
): lsp.InlayHint {
  return {
    position: document.lines.positionAt(at),
    label: text,
    tooltip: toMarkup(tooltip, markdownHover),
    ...(isBehind && { paddingLeft: true }),
  };
}

/** A client of ours has commands for them; others have one that the server runs, and show the progress only. */
export function toCodeLens(
  { uri, document }: Context,
  { span, kind, title }: core.Lens,
  { files }: Capabilities,
): lsp.CodeLens {
  const commands = files
    ? {
        progress: { title, command: 'techSpec.showTemplateActions' },
        'insert-missing': { title, command: 'techSpec.insertTemplate' },
      }
    : {
        progress: { title, command: '' },
        'insert-missing': { title, command: insertMissingCommand, arguments: [uri] },
      };
  return { range: toRange(document, span), command: commands[kind] };
}

/** Null where there are none, or the client cannot open the template. */
export function toDefinitions(
  context: Context,
  definitions: readonly core.Definition[],
  capabilities: Capabilities,
): lsp.Location[] | lsp.LocationLink[] | null {
  const uri = templateUriOf(context, capabilities);
  if (uri === undefined || definitions.length === 0) return null;
  const template = context.source.schema.document;
  const places = definitions.map(({ from, spec }) => ({ from, range: toRange(template, spec.heading) }));
  if (!capabilities.definitionLinks) return places.map(({ range }) => ({ uri, range }));
  return places.map(({ from, range }) => ({
    originSelectionRange: toRange(context.document, from),
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}
