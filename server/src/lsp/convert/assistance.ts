/** Hovers. */
import * as lsp from 'vscode-languageserver';
import type * as core from '../../core/index.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Context } from '../workspace.ts';
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
