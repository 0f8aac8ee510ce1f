/** Our types → LSP's, and back. The only file that names both. */
import * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import type { Capabilities } from './capabilities.ts';
import * as protocol from './protocol.ts';
import { rulePage } from './rule-page.ts';
import type { Context } from './workspace.ts';

type Lines = Pick<core.SpecDocument, 'lines'>;

export function toRange({ lines }: Lines, { start, end }: core.Span): lsp.Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toOffset({ lines }: Lines, position: lsp.Position): number {
  return lines.offsetAt(position);
}

export function toSpan({ lines }: Lines, { start, end }: lsp.Range): core.Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

const { Error: error, Warning: warning, Information: information, Hint: hint } = lsp.DiagnosticSeverity;
const severities = { error, warning, information, hint } satisfies Record<core.Severity, lsp.DiagnosticSeverity>;

/** Whatever is found in a document; `context` where a template asks for it. */
export function toDiagnostic(
  uri: string,
  document: Lines,
  finding: core.Finding,
  capabilities: Capabilities,
  context?: Context,
): lsp.Diagnostic {
  const { rule, severity, message, span, key } = finding;
  const related = capabilities.relatedInformation ? relatedTo(uri, document, finding, capabilities, context) : [];
  // Fading suits what is superfluous and harmless: anything louder must be seen.
  const isFaded = capabilities.diagnosticTags && rule === 'leftover-guidance' && severity === 'hint';
  return {
    range: toRange(document, span),
    severity: severities[severity],
    source: 'tech-spec',
    code: rule,
    ...(isRule(rule) && { codeDescription: { href: rulePage(rule) } }),
    message,
    data: { rule, key },
    ...(0 < related.length && { relatedInformation: related }),
    ...(isFaded && { tags: [lsp.DiagnosticTag.Unnecessary] }),
  };
}

/** Ids that are reserved have no page. */
function isRule(id: string): boolean {
  return core.rules.some((rule) => rule.id === id);
}

function relatedTo(
  uri: string,
  document: Lines,
  { spec, related = [] }: core.Finding,
  capabilities: Capabilities,
  context: Context | undefined,
): lsp.DiagnosticRelatedInformation[] {
  const notes = related.map(({ span, message }) => ({ location: { uri, range: toRange(document, span) }, message }));
  const template = context && templateUriOf(context, capabilities);
  if (spec === undefined || context === undefined || template === undefined) return notes;
  const range = toRange(context.source.schema.document, spec.heading);
  return [...notes, { location: { uri: template, range }, message: `The template asks for “${spec.name}” here` }];
}

function templateUriOf({ source }: Context, { showsBuiltin }: Capabilities): string | undefined {
  return source.uri ?? (showsBuiltin ? protocol.builtinUri : undefined);
}

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
function inOrder(edits: readonly core.Edit[]): readonly core.Edit[] {
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

/** A text as a snippet that ends at once, with a part of it selected. */
function toSnippet(text: string, { start, end }: core.Span): string {
  const [before, selected, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)].map(escaped);
  return `${before}${selected === '' ? '$0' : `\${0:${selected}}`}${after}`;
}

function escaped(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

export function toHover(
  { document }: Context,
  { span, markdown }: core.Hover,
  { markdownHover }: Capabilities,
): lsp.Hover {
  return { contents: toMarkup(markdown, markdownHover), range: toRange(document, span) };
}

function toMarkup(value: string, isMarkdown: boolean): lsp.MarkupContent {
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

const states = {
  done: 'done',
  empty: 'empty',
  unfinished: 'unfinished',
  guidance: 'the template’s words',
  'not-applicable': 'not applicable',
  missing: 'missing',
  overlong: 'over the limit',
} satisfies Record<core.SectionStatus, string>;

export function toSymbols(document: Lines, symbols: readonly core.Symbol[]): lsp.DocumentSymbol[] {
  return symbols.map(({ name, level, status, span, nameSpan, children }) => ({
    // Editors refuse a symbol without a name.
    name: name.trim() === '' ? '#'.repeat(level) : name,
    kind: lsp.SymbolKind.String,
    ...(status !== undefined && { detail: states[status] }),
    range: toRange(document, span),
    selectionRange: toRange(document, nameSpan),
    children: toSymbols(document, children),
  }));
}

/** For clients that know no tree. */
export function toFlatSymbols(
  uri: string,
  symbols: readonly lsp.DocumentSymbol[],
  parent?: string,
): lsp.SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(parent !== undefined && { containerName: parent }) },
    ...toFlatSymbols(uri, children, name),
  ]);
}

export function toFoldingRange({ startLine, endLine, kind }: core.Fold): lsp.FoldingRange {
  return { startLine, endLine, ...(kind === 'comment' && { kind: lsp.FoldingRangeKind.Comment }) };
}

const tokenNumbers = { section: 0, notApplicable: 1, unfinished: 2, placeholder: 3 } satisfies Record<
  core.TokenKind,
  number
>;

/** The nearest standard types, in the order of `tokenNumbers`. */
const standardTokens = [
  lsp.SemanticTokenTypes.class,
  lsp.SemanticTokenTypes.comment,
  lsp.SemanticTokenTypes.keyword,
  lsp.SemanticTokenTypes.variable,
];

export function legendFor({ ownTokens }: Pick<Capabilities, 'ownTokens'>): lsp.SemanticTokensLegend {
  return { tokenTypes: ownTokens ? Array.from(protocol.tokenTypes) : standardTokens, tokenModifiers: [] };
}

export function toSemanticTokens({ lines }: Lines, tokens: readonly core.Token[]): lsp.SemanticTokens {
  const builder = new lsp.SemanticTokensBuilder();
  for (const { span, kind } of tokens) {
    const { line, character } = lines.positionAt(span.start);
    builder.push(line, character, span.end - span.start, tokenNumbers[kind], 0);
  }
  return builder.build();
}

export function toOutline(context: Context, capabilities: Capabilities): protocol.Outline {
  const { version, stage, binding, source } = context;
  return {
    version,
    stage,
    template: { name: source.name, uri: templateUriOf(context, capabilities) ?? null },
    progress: core.progress(binding),
    sections: core.outline(context).map((item) => toOutlineSection(context, item)),
  };
}

function toOutlineSection(context: Context, item: core.OutlineItem): protocol.OutlineSection {
  const { document, stage } = context;
  const { spec, status, span, nameSpan, passedBy, children } = item;
  return {
    name: spec.name,
    path: spec.path,
    status,
    required: spec.required,
    toCome: stage === 'draft' && !passedBy,
    guidance: core.guidanceMarkdown(spec),
    limit: spec.limits[0]?.said ?? null,
    range: span === undefined ? null : toRange(document, span),
    heading: nameSpan === undefined ? null : toRange(document, nameSpan),
    children: children.map((child) => toOutlineSection(context, child)),
  };
}

export function toReadiness({ document, binding, findings }: Context): protocol.Readiness {
  return {
    progress: core.progress(binding),
    findings: findings.map(({ rule, severity, message, spec, span }) => ({
      rule,
      severity,
      message,
      section: spec?.name ?? null,
      range: toRange(document, span),
    })),
  };
}

/** The selection's lines are those of the text as edited. */
export function toInsertion(
  { version, document }: Pick<Context, 'version' | 'document'>,
  { edits, selection }: core.Insertion,
): protocol.Insertion {
  const edited = { lines: new core.LineIndex(core.applyEdits(document.text, edits)) };
  return {
    version,
    edits: inOrder(edits).map((edit) => toTextEdit(document, edit)),
    selection: selection === undefined ? null : toRange(edited, selection),
  };
}

export function toOpenSection(
  { document }: Context,
  { spec, selection, missing }: core.OpenSection,
): protocol.OpenSection {
  return { name: spec.name, selection: toRange(document, selection), missing };
}

export function toNewSpec({ text, selection }: core.Scaffold): protocol.NewSpec {
  return { text, selection: toRange({ lines: new core.LineIndex(text) }, selection) };
}
