/** Edits → what a client applies, with the cursor placed where it can. */
import type * as lsp from 'vscode-languageserver';
import type * as core from '../../core/index.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Context } from '../workspace.ts';
import { type Lines, toRange } from './places.ts';

/** Edits of one document at one version; `selection` is in the text as edited, and is kept only where the client can place it. */
export function toWorkspaceEdit(
  { uri, version, document }: Pick<Context, 'uri' | 'version' | 'document'>,
  { edits, selection, preview, title }: Pick<core.Fix, 'edits' | 'selection' | 'preview'> & { readonly title: string },
  capabilities: Capabilities,
): lsp.WorkspaceEdit {
  const sorted = inOrder(edits);
  const plain = sorted.map((edit) => toTextEdit(document, edit));
  if (!capabilities.documentChanges) return { changes: { [uri]: plain } };
  if (preview === true && capabilities.previewsEdits) {
    const edits = plain.map((edit) => ({ ...edit, annotationId: previewed }));
    const changeAnnotations = { [previewed]: { label: title, needsConfirmation: true } };
    return { documentChanges: [{ textDocument: { uri, version }, edits }], changeAnnotations };
  }
  const held = capabilities.snippetEdits && selection !== undefined ? holderOf(sorted, selection) : undefined;
  const changes = plain.map((edit, index) => (index === held?.index ? toSnippetEdit(edit, held.within) : edit));
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}

const previewed = 'preview';

/** Ascending, and insertions at one offset in the order given, as LSP applies them too. */
export function inOrder(edits: readonly core.Edit[]): readonly core.Edit[] {
  return Array.from(edits).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

export function toTextEdit(document: Lines, { span, newText }: core.Edit): lsp.TextEdit {
  return { range: toRange(document, span), newText };
}

/** The edit whose new text the selection lies in, and where in it. */
function holderOf(sorted: readonly core.Edit[], { start, end }: core.Span) {
  let moved = 0;
  for (const [index, { span, newText }] of sorted.entries()) {
    const from = span.start + moved;
    if (from <= start && end <= from + newText.length)
      return { index, within: { start: start - from, end: end - from } };
    moved += newText.length - (span.end - span.start);
  }
  return undefined;
}

function toSnippetEdit({ range, newText }: lsp.TextEdit, within: core.Span): lsp.SnippetTextEdit {
  return { range, snippet: { kind: 'snippet', value: toSnippet(newText, within) } };
}

/** A text as a snippet with places to fill in, which ends with a part of it selected. Holes and selection do not overlap. */
export function toSnippet(text: string, selection: core.Span, holes: readonly core.Hole[] = []): string {
  const stops = holes.map(({ span, choices }, index) => ({ span, stop: toTabStop(index + 1, choices) }));
  const { start, end } = selection;
  const last = { span: selection, stop: start === end ? '$0' : `\${0:${escaped(text.slice(start, end))}}` };
  let snippet = '';
  let at = 0;
  for (const { span, stop } of [...stops, last].sort((a, b) => a.span.start - b.span.start)) {
    snippet += escaped(text.slice(at, span.start)) + stop;
    at = span.end;
  }
  return snippet + escaped(text.slice(at));
}

function toTabStop(number: number, choices: readonly string[]): string {
  const [words = ''] = choices;
  if (1 < choices.length)
    return `\${${number}|${choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
  return words === '' ? `\${${number}}` : `\${${number}:${escaped(words)}}`;
}

function escaped(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}
