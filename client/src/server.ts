/** The server, seen from the editor: asked, restarted, and replaced where what it was started with no longer holds. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import {
  listFiles,
  type OutlineChanged,
  outlineChanged,
  type Request,
  readText,
  signOfLife,
  type TemplateTrouble,
  templateTrouble,
} from '../../server/src/lsp/protocol.ts';
import { filesIn, textOf } from './files.ts';
import { setAside } from './set-aside.ts';
import { type StartOptions, startOptions } from './start-options.ts';
import { openSettings, tell } from './tell.ts';
import { watchdog } from './watchdog.ts';

/** Loads what talks to the server: the protocol's library is most of our code. */
export type LoadClient = () => Promise<MakeClient>;

export type MakeClient = (needs: ClientNeeds) => ClientAndServer;

export interface ClientNeeds {
  readonly options: StartOptions;
  readonly middleware: Middleware;
  readonly log: vscode.LogOutputChannel;
  /** The server ended by itself, just now. */
  readonly failed: () => void;
  /** It did so too often, and is not started again. */
  readonly gaveUp: () => void;
}

export interface ClientAndServer {
  readonly client: BaseLanguageClient;
  /** Ends the server without asking it. The client notices, as when it ends by itself. */
  readonly kill: () => void;
}

export interface Server extends vscode.Disposable {
  /** Waits for a server that is starting. Rejects where it does not run, or the request fails. */
  ask<Params, Result>(
    request: Request<Params, Result>,
    params: Params,
    token?: vscode.CancellationToken,
  ): Promise<Result>;
  /** Whether documents like this one are the server's to read. */
  covers(document: vscode.TextDocument): boolean;
  /** Ends the server, whatever state it is in, and starts a new one. Rejects where that does not start. */
  restart(): Promise<void>;
  readonly running: boolean;
  /** Resolves when the one that we started last runs, or did not start. */
  started(): Promise<void>;
  /** A document was opened, changed or closed, and the server has been told. */
  readonly onDidSend: vscode.Event<vscode.TextDocument>;
  /** Its answers may differ for another reason than typing: it started, stopped, or says so. Of one document, or where none is named of all. */
  readonly onDidChange: vscode.Event<string | undefined>;
}

export function createServer(loadClient: LoadClient, log: vscode.LogOutputChannel): Server {
  const sent = new vscode.EventEmitter<vscode.TextDocument>();
  const changed = new vscode.EventEmitter<string | undefined>();
  let started = startOptions();
  let isDisposed = false;
  /** The newest, of which there is none until it is loaded. */
  let served: ClientAndServer | undefined;
  let makeClient: MakeClient | undefined;
  let isFirst = true;
  let made = turnOfTheHost().then(load);
  const first = made.then(({ client }) => client.start());
  let newest = first;
  let last: Promise<unknown> = made
    .catch(() => {})
    .finally(() => {
      isFirst = false;
    });
  const aside = setAside(watchdog(async () => served?.client.sendRequest(signOfLife.method), stuck));

  /** Loads it again where that failed: of an extension that is being updated a file may be missing for a moment. */
  async function load(): Promise<ClientAndServer> {
    makeClient ??= await loadClient();
    return make(makeClient);
  }

  function make(makeClient: MakeClient): ClientAndServer {
    // Nobody is left for whom to start a server.
    if (isDisposed) throw new vscode.CancellationError();
    started = startOptions();
    const gaveUp = () => tellServerGaveUp(log, restart);
    served = makeClient({ options: started, middleware: aside.middleware, log, failed, gaveUp });
    const { client } = served;
    client.onDidChangeState(() => changed.fire(undefined));
    client.getFeature('textDocument/didOpen').onNotificationSent((event) => sent.fire(event.textDocument));
    client.getFeature('textDocument/didChange').onNotificationSent((event) => sent.fire(event.textDocument));
    client.getFeature('textDocument/didClose').onNotificationSent((event) => sent.fire(event.textDocument));
    client.onNotification(outlineChanged.method, ({ uri }: OutlineChanged) => changed.fire(uri ?? undefined));
    client.onNotification(templateTrouble.method, tellTemplateTrouble);
    client.onRequest(readText.method, textOf);
    client.onRequest(listFiles.method, filesIn);
    return served;
  }

  /** One at a time: each waits for the one before it. */
  function restart(): Promise<void> {
    // What is being loaded starts with what holds by then.
    if (isFirst) return first;
    const next = last.then(async () => {
      // A client that is still starting, or failed to, refuses to stop; it is dropped all the same.
      await served?.client.dispose().catch((error: unknown) => log.warn(`The old server did not end well: ${error}`));
      aside.forget();
      made = load();
      await (await made).client.start();
    });
    newest = next;
    last = next.catch(() => {});
    return next;
  }

  /** From here all goes on as where it fails by itself. */
  function stuck(): void {
    log.error('The server is stuck, and is ended.');
    served?.kill();
  }

  function failed(): void {
    const uri = aside.failed();
    if (uri !== undefined) tellSetAside(uri, log, restart);
  }

  function restartIfOutdated(): void {
    if (JSON.stringify(startOptions()) === JSON.stringify(started)) return;
    restart().catch(logged);
  }

  /** Whoever disposed of us wants to hear no more, and the log is gone. */
  function logged(error: unknown): void {
    if (!isDisposed) log.error(String(error));
  }

  first.catch(logged);
  const watching = [
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('techSpec') && restartIfOutdated()),
    vscode.workspace.onDidChangeWorkspaceFolders(restartIfOutdated),
    vscode.extensions.onDidChange(restartIfOutdated),
  ];

  return {
    async ask(request, params, token) {
      await last;
      const { client } = await made;
      // The library would take a token that is undefined for one more parameter.
      return await client.sendRequest(request.method, params, ...(token === undefined ? [] : [token]));
    },
    covers: (document) => 0 < vscode.languages.match(started.selector, document),
    restart,
    get running() {
      return served?.client.isRunning() ?? false;
    },
    started: () => newest.catch(() => {}),
    onDidSend: sent.event,
    onDidChange: changed.event,
    dispose() {
      isDisposed = true;
      vscode.Disposable.from(...watching, sent, changed).dispose();
      served?.client.dispose().catch(() => {});
    },
  };
}

/** To run the protocol's library takes longer than all else that is done at a start: what others wait for goes first. */
function turnOfTheHost(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function tellSetAside(uri: vscode.Uri, log: vscode.LogOutputChannel, restart: () => Promise<void>): void {
  const name = vscode.workspace.asRelativePath(uri);
  tell('warning', vscode.l10n.t('“{0}” is not checked any more, because the server failed over it twice.', name), {
    [vscode.l10n.t('Try Again')]: () => restart().catch((error: unknown) => log.error(String(error))),
    [vscode.l10n.t('Show Output')]: () => log.show(),
  });
}

function tellServerGaveUp(log: vscode.LogOutputChannel, restart: () => Promise<void>): void {
  tell('error', vscode.l10n.t('Tech Spec has stopped, because its server failed several times.'), {
    [vscode.l10n.t('Restart Server')]: () => restart().catch((error: unknown) => log.error(String(error))),
    [vscode.l10n.t('Show Output')]: () => log.show(),
  });
}

/** A template that cannot be read, or a configuration, with what mends it. */
function tellTemplateTrouble({ kind, message, uri }: TemplateTrouble): void {
  const open = () => vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri ?? ''));
  if (kind === 'configuration') {
    tell('warning', message, { [vscode.l10n.t('Open Configuration')]: open });
    return;
  }
  const template = uri === null ? {} : { [vscode.l10n.t('Open Template')]: open };
  tell('warning', message, { ...template, ...openSettings('techSpec.template') });
}
