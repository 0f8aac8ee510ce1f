/** What editors draw of a document as a whole: symbols, folds, colours. */
import * as lsp from 'vscode-languageserver';
import type * as core from '../../core/index.ts';
import type { Capabilities } from '../capabilities.ts';
import * as protocol from '../protocol.ts';
import { type Lines, toRange } from './places.ts';

const states = {
  done: 'done',
  empty: 'empty',
  unfinished: 'unfinished',
  guidance: 'the template’s words',
  'not-applicable': 'not applicable',
  missing: 'missing',
  overlong: 'over the limit',
} satisfies Record<core.SectionStatus, string>;

/** Stops behind each. */
export function* toSymbols(document: Lines, symbols: readonly core.Symbol[]): core.Steps<lsp.DocumentSymbol[]> {
  const converted: lsp.DocumentSymbol[] = [];
  for (const { name, level, status, span, nameSpan, children } of symbols) {
    converted.push({
      // Editors refuse a symbol without a name.
      name: name.trim() === '' ? '#'.repeat(level) : name,
      kind: lsp.SymbolKind.String,
      ...(status !== undefined && { detail: states[status] }),
      range: toRange(document, span),
      selectionRange: toRange(document, nameSpan),
      children: yield* toSymbols(document, children),
    });
    yield;
  }
  return converted;
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

/** Stops at each. */
export function* toSemanticTokens({ lines }: Lines, tokens: readonly core.Token[]): core.Steps<lsp.SemanticTokens> {
  const builder = new lsp.SemanticTokensBuilder();
  for (const { span, kind } of tokens) {
    yield;
    const { line, character } = lines.positionAt(span.start);
    builder.push(line, character, span.end - span.start, tokenNumbers[kind], 0);
  }
  return builder.build();
}
