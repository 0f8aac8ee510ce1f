/** Completions. */
import * as lsp from 'vscode-languageserver';
import type * as core from '../../core/index.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Context } from '../workspace.ts';
import { toMarkup } from './assistance.ts';
import { toSnippet } from './edits.ts';
import { toRange } from './places.ts';

const { Struct, Snippet, Property, Value } = lsp.CompletionItemKind;
const kinds = {
  section: Struct,
  shape: Snippet,
  block: Snippet,
  key: Property,
  value: Value,
} satisfies Record<core.Completion['kind'], lsp.CompletionItemKind>;

/** In the order given: editors sort by `sortText`. */
export function toCompletionItems(
  context: Context,
  completions: readonly core.Completion[],
  capabilities: Capabilities,
): lsp.CompletionItem[] {
  return completions.map((completion, order) => ({
    ...toCompletionItem(context, completion, capabilities),
    sortText: String(order).padStart(4, '0'),
  }));
}

function toCompletionItem(
  { document }: Context,
  { kind, label, detail, documentation, span, filter, newText, holes, selection }: core.Completion,
  { snippets, markdownCompletion }: Capabilities,
): lsp.CompletionItem {
  return {
    label,
    detail,
    ...(documentation !== '' && { documentation: toMarkup(documentation, markdownCompletion) }),
    kind: kinds[kind],
    filterText: filter,
    insertTextFormat: snippets ? lsp.InsertTextFormat.Snippet : lsp.InsertTextFormat.PlainText,
    textEdit: {
      range: toRange(document, span),
      newText: snippets ? toSnippet(newText, selection, holes) : newText,
    },
  };
}
