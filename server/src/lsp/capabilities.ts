/** What the client can do, and what we announce because of it. */
import * as lsp from 'vscode-languageserver';
import { configurationName } from './configurations.ts';
import { legendFor } from './convert/structure.ts';
import { builtinUri, type InitializationOptions } from './protocol.ts';

/** Decided once, when the client introduces itself. */
export interface Capabilities {
  /** It asks for diagnostics: then none are ever sent unasked. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesTokens: boolean;
  readonly refreshesInlays: boolean;
  readonly refreshesLenses: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
  /** Edits of code actions may be worked out when one is chosen. */
  readonly resolvesEdits: boolean;
  /** It takes `workspace/applyEdit`. */
  readonly appliesEdits: boolean;
  /** Edits may name the version they are made for. */
  readonly documentChanges: boolean;
  /** Edits of code actions may place the cursor. */
  readonly snippetEdits: boolean;
  /** Edits can ask to be looked at before they are applied. */
  readonly previewsEdits: boolean;
  /** Completions may place the cursor. */
  readonly snippets: boolean;
  readonly markdownHover: boolean;
  readonly markdownCompletion: boolean;
  readonly nestedSymbols: boolean;
  /** No more folds than these are shown; undefined where it does not say. */
  readonly mostFolds: number | undefined;
  /** Definitions may say which words lead to them. */
  readonly definitionLinks: boolean;
  /** It answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly relativePatterns: boolean;
  readonly tellsOfFolders: boolean;
  readonly showsDocuments: boolean;
  /** It can open the built-in template under `builtinUri`. */
  readonly showsBuiltin: boolean;
  /** It asks us for texts of its own scheme. */
  readonly asksForTexts: boolean;
  /** It wants symbols: an editor may have headings of its own. */
  readonly symbols: boolean;
  /** It is a client of ours: it reads files for us, and takes our notifications. */
  readonly files: boolean;
  /** It knows our own token types. */
  readonly ownTokens: boolean;
  /** It lists our snippets by itself. */
  readonly ownSnippets: boolean;
}

/** Reads whatever a client sends: all of it is optional, and none of it is trusted to have the right shape. */
export function capabilitiesOf({ capabilities, initializationOptions }: lsp.InitializeParams): Capabilities {
  const { textDocument, workspace, window } = capabilities ?? {};
  const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  const { codeAction, completion, hover } = textDocument ?? {};
  const options: InitializationOptions = isObject(initializationOptions) ? initializationOptions : {};
  const asksForTexts = workspace?.textDocumentContent !== undefined;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesInlays: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    diagnosticTags: diagnostics?.tagSupport !== undefined,
    resolvesEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties?.includes('edit') === true,
    appliesEdits: workspace?.applyEdit === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    previewsEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    snippets: completion?.completionItem?.snippetSupport === true,
    markdownHover: hover?.contentFormat?.includes('markdown') === true,
    markdownCompletion: completion?.completionItem?.documentationFormat?.includes('markdown') === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    mostFolds: countOf(textDocument?.foldingRange?.rangeLimit),
    definitionLinks: textDocument?.definition?.linkSupport === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    tellsOfFolders: workspace?.workspaceFolders === true,
    showsDocuments: window?.showDocument?.support === true,
    showsBuiltin: asksForTexts || options.builtinTemplate === true,
    asksForTexts,
    symbols: options.symbols !== 'off',
    files: options.files === true,
    ownTokens: options.tokenTypes === 'own',
    ownSnippets: options.snippets === 'editor',
  };
}

/** Its documents, their configuration and their folders: only these are told of when they go. */
const markdownFiles: lsp.FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.{md,markdown}', matches: 'file' } },
    { pattern: { glob: `**/${configurationName}`, matches: 'file' } },
    { pattern: { glob: '**/*', matches: 'folder' } },
  ],
};

export function serverCapabilitiesFor(client: Capabilities): lsp.ServerCapabilities {
  return {
    positionEncoding: lsp.PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: lsp.TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'tech-spec', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    codeActionProvider: {
      codeActionKinds: [lsp.CodeActionKind.QuickFix, fixAllKind],
      resolveProvider: client.resolvesEdits,
    },
    completionProvider: { triggerCharacters: ['#', ':'], resolveProvider: false },
    hoverProvider: true,
    definitionProvider: true,
    inlayHintProvider: true,
    codeLensProvider: {},
    // A client of ours has a command of its own for it.
    ...(!client.files && client.appliesEdits && { executeCommandProvider: { commands: [insertMissingCommand] } }),
    foldingRangeProvider: true,
    semanticTokensProvider: { legend: legendFor(client), full: true },
    ...(client.symbols && { documentSymbolProvider: { label: 'Tech Spec' } }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didRename: markdownFiles, didDelete: markdownFiles },
      ...(client.asksForTexts && { textDocumentContent: { schemes: [builtinUri.slice(0, builtinUri.indexOf(':'))] } }),
    },
  };
}

/** For clients that are not ours: puts in all that is missing. Its argument is the document’s address. */
export const insertMissingCommand = 'techSpec.insertMissing';

/** Under `source.fixAll`, so that editors can run it on save. */
export const fixAllKind = `${lsp.CodeActionKind.SourceFixAll}.techSpec`;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && 0 < value ? value : undefined;
}
