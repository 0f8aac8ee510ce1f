/** Hovers and completions. */
import * as lsp from 'vscode-languageserver';
import type * as core from '../../core/index.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Context } from '../workspace.ts';
import { toSnippet } from './edits.ts';
import { toRange } from './places.ts';

/** A client of ours goes to the template in force by a command, the one that a hover may run; others open a file. */
export function lineLinkFor({ source: { uri } }: Context, { files }: Capabilities): core.LineLink {
  return (line) => {
    if (files) return `command:techSpec.goToTemplate?${encodeURIComponent(JSON.stringify([line]))}`;
    return uri?.startsWith('file:') ? `${uri.replace(ENDS_LINK, escapedByte)}#L${line + 1}` : undefined;
  };
}

/** What would end a link's address in Markdown; `encodeURIComponent` leaves brackets as they are. */
const ENDS_LINK = /[()<>\s\\]/g;

function escapedByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

export function toHover(
  { document }: Context,
  { span, markdown }: core.Hover,
  { markdownHover }: Capabilities,
): lsp.Hover {
  return { contents: toMarkup(markdown, markdownHover), range: toRange(document, span) };
}

export function toMarkup(value: string, isMarkdown: boolean): lsp.MarkupContent {
  return { kind: isMarkdown ? lsp.MarkupKind.Markdown : lsp.MarkupKind.PlainText, value };
}

export function toCompletionItem(
  { document }: Context,
  { label, detail, documentation, span, newText, selection, order }: core.Completion,
  capabilities: Capabilities,
): lsp.CompletionItem {
  // What is typed so far belongs to the filter, or typing the next mark would hide the item.
  const marks = document.text.slice(span.start, span.end).match(/^#*/)?.[0] ?? '';
  return {
    label,
    detail,
    documentation: toMarkup(documentation, capabilities.markdownCompletion),
    kind: lsp.CompletionItemKind.Struct,
    filterText: `${marks} ${label}`.trimStart(),
    sortText: String(order).padStart(4, '0'),
    insertTextFormat: capabilities.snippets ? lsp.InsertTextFormat.Snippet : lsp.InsertTextFormat.PlainText,
    textEdit: {
      range: toRange(document, span),
      newText: capabilities.snippets ? toSnippet(newText, selection) : newText,
    },
  };
}
