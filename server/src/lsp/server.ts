/** The language server, in no particular world: each request gets its context, asks the core, and converts. */
import * as lsp from 'vscode-languageserver';
import * as core from '../core/index.ts';
import { startActions } from './actions.ts';
import { liesIn } from './addresses.ts';
import { startAids } from './aids.ts';
import { builtinAt, builtinText } from './builtin.ts';
import { type Capabilities, capabilitiesOf, serverCapabilitiesFor } from './capabilities.ts';
import { localDate, startCompletion } from './completion.ts';
import { startDiagnostics } from './diagnostics.ts';
import { startFeatures } from './features.ts';
import { hostFor, type OwnHost } from './host.ts';
import { logError, quietly } from './isolate.ts';
import { tooLate } from './lifetime.ts';
import { startNewSpec } from './new-spec.ts';
import { type OutlineChanged, outlineChanged, templateTrouble } from './protocol.ts';
import { startRequests } from './requests.ts';
import { SettingsCache } from './settings.ts';
import { startSpecs } from './specs.ts';
import { startTemplateRequests } from './template-requests.ts';
import { Templates, type Trouble } from './templates.ts';
import { watchTemplates } from './watch.ts';
import { Workspace } from './workspace.ts';

export interface ServerOptions {
  /** In place of ours, for tests. */
  readonly rules?: readonly core.Rule[];
  /** In place of the clock, for tests: such as `2026-11-23`. */
  readonly today?: () => string;
}

/** Serves a client until the connection ends. Without a host of its own it asks the client for every file. */
export function startServer(
  connection: lsp.Connection,
  host?: OwnHost,
  { rules = core.rules, today = localDate }: ServerOptions = {},
): void {
  let isServing = false;
  connection.onInitialize((params) => {
    // To serve twice is to have every document twice.
    if (isServing) throw new lsp.ResponseError(lsp.ErrorCodes.InvalidRequest, 'A server is initialized once');
    isServing = true;
    const capabilities = capabilitiesOf(params);
    serve(connection, params, capabilities, host, { rules, today });
    return { capabilities: serverCapabilitiesFor(capabilities), serverInfo: { name: 'Tech Spec' } };
  });
  connection.onRequest((method) => {
    if (method === tooLate) return new lsp.ResponseError(lsp.ErrorCodes.InvalidRequest, 'The server is shut down');
    return isServing
      ? new lsp.ResponseError(lsp.ErrorCodes.MethodNotFound, `There is no ${method}`)
      : new lsp.ResponseError(lsp.ErrorCodes.ServerNotInitialized, 'A server is initialized first');
  });
  connection.listen();
}

function serve(
  connection: lsp.Connection,
  params: lsp.InitializeParams,
  capabilities: Capabilities,
  own: OwnHost | undefined,
  { rules, today }: Required<ServerOptions>,
): void {
  const folders = new Set(foldersOf(params));
  const watch = watchTemplates(connection, capabilities);
  const settings = new SettingsCache(
    connection,
    capabilities,
    rules.map(({ id }) => id),
  );
  const host = hostFor(connection, capabilities, own);
  const templates = new Templates({
    host,
    folders: () => Array.from(folders),
    tell: quietly(connection, 'Telling of a template', (trouble: Trouble) => tell(connection, capabilities, trouble)),
    watch: watch.add,
  });
  const log = (message: string) => logError(connection, message);
  const workspace = new Workspace({ settings, templates, rules, log });
  const diagnostics = startDiagnostics(connection, workspace, capabilities);

  startActions(connection, workspace, capabilities);
  startCompletion(connection, workspace, capabilities, today);
  startFeatures(connection, workspace, capabilities);
  startAids(connection, workspace, capabilities);
  startRequests({ connection, workspace, templates, settings, capabilities, staged: tellAll });
  startNewSpec({ connection, templates, settings, folders: () => Array.from(folders) });
  startTemplateRequests({ connection, workspace, templates, host, folders: () => Array.from(folders) });
  startSpecs({ connection, workspace, settings, capabilities, host, folders: () => Array.from(folders) });
  workspace.documents.listen(connection);

  /** Of one document, or of all. */
  function tellAll(uri?: string): void {
    diagnostics.refresh();
    if (capabilities.refreshesTokens) refreshTokens(undefined);
    if (capabilities.refreshesInlays) refreshInlays(undefined);
    if (capabilities.refreshesLenses) refreshLenses(undefined);
    if (capabilities.files) notifyOutline({ uri: uri ?? null });
  }
  const refreshTokens = quietly(connection, 'Refreshing colours', () => connection.languages.semanticTokens.refresh());
  const refreshInlays = quietly(connection, 'Refreshing inlays', () => connection.languages.inlayHint.refresh());
  const refreshLenses = quietly(connection, 'Refreshing lenses', () =>
    connection.sendRequest(lsp.CodeLensRefreshRequest.type),
  );
  const notifyOutline = quietly(connection, 'Telling of the outline', (changed: OutlineChanged) =>
    connection.sendNotification(outlineChanged.method, changed),
  );

  function readAgain(): void {
    workspace.forgetReadings();
    tellAll();
  }

  function templatesMayHaveChanged(uris: readonly string[]): void {
    const known = uris.filter((uri) => templates.knows(uri));
    if (known.length === 0) return;
    for (const uri of known) templates.forget(uri);
    readAgain();
  }

  connection.onInitialized(
    quietly(connection, 'Starting', async () => {
      watch.start();
      if (!capabilities.registersConfiguration) return;
      await connection.client.register(lsp.DidChangeConfigurationNotification.type, { section: 'techSpec' });
    }),
  );
  connection.onDidChangeConfiguration(
    quietly(connection, 'Reading settings', ({ settings: sent }) => {
      settings.changed(sent);
      templates.forgetAll();
      readAgain();
    }),
  );
  connection.onDidChangeWatchedFiles(
    quietly(connection, 'Noticing files', ({ changes }) => {
      for (const { uri, type } of changes) {
        if (type === lsp.FileChangeType.Deleted) drop(uri);
        else if (workspace.documents.get(uri)?.isGone) comeBack(uri);
      }
      templatesMayHaveChanged(changes.map(({ uri }) => uri));
    }),
  );
  if (capabilities.tellsOfFolders) {
    // Not by `connection.workspace`: it would register for what is announced already, and some editors warn of that.
    connection.onNotification(
      lsp.DidChangeWorkspaceFoldersNotification.type,
      quietly(connection, 'Noticing folders', ({ event: { added, removed } }: lsp.DidChangeWorkspaceFoldersParams) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) folders.add(uri);
        templates.forgetAll();
        readAgain();
      }),
    );
  }
  const noticeGone = quietly(connection, 'Noticing files', (uris: readonly string[]) => {
    for (const uri of uris) for (const open of workspace.documents.keys()) if (liesIn(open, uri)) drop(open);
    templatesMayHaveChanged(uris);
  });
  connection.workspace.onDidDeleteFiles(({ files }) => noticeGone(files.map(({ uri }) => uri)));
  connection.workspace.onDidRenameFiles(({ files }) => noticeGone(files.map(({ oldUri }) => oldUri)));

  function drop(uri: string): void {
    workspace.documents.get(uri)?.markGone(true);
    diagnostics.drop(uri);
  }

  /** As when another branch is checked out: its editor need not notice. */
  function comeBack(uri: string): void {
    workspace.documents.get(uri)?.markGone(false);
    tellAll(uri);
  }

  // Nobody tells: what happened on the disk meanwhile is noticed when a document is opened.
  if (!capabilities.registersWatchers) {
    workspace.documents.onDidOpen(() => {
      templates.forgetAll();
      workspace.forgetReadings();
    });
  }
  workspace.documents.onDidSave(({ document }) => {
    document.saved();
    templatesMayHaveChanged([document.uri]);
  });
  workspace.documents.onDidClose(({ document }) => settings.forget(document.uri));
  connection.workspace.textDocumentContent.on(({ uri }) => ({ text: builtinText(builtinAt(uri) ?? '') ?? '' }));
}

/** A client of ours offers what to do about it; any other one shows the words. */
async function tell(connection: lsp.Connection, capabilities: Capabilities, trouble: Trouble): Promise<void> {
  const { kind, message, uri } = trouble;
  if (capabilities.files)
    return connection.sendNotification(templateTrouble.method, { kind, message, uri: uri ?? null });
  if (uri === undefined || !capabilities.showsDocuments) {
    await connection.window.showWarningMessage(message);
    return;
  }
  const open = { title: kind === 'template' ? 'Open Template' : 'Open Configuration' };
  const chosen = await connection.window.showWarningMessage(message, open);
  if (chosen?.title === open.title) await connection.window.showDocument({ uri, takeFocus: true });
}

function foldersOf({ workspaceFolders, rootUri }: lsp.InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
