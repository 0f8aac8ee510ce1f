/** The server, seen from the editor: asked, restarted, and replaced where what it was started with no longer holds. */
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  State,
} from 'vscode-languageclient';
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
import { optionsFor, type StartOptions, startOptions } from './options.ts';
import { setAside } from './set-aside.ts';
import { openSettings, tell } from './tell.ts';
import { watchdog } from './watchdog.ts';

export type MakeClient = (options: LanguageClientOptions) => ClientAndServer;

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
  /** A document was opened, changed or closed, and the server has been told. */
  readonly onDidSend: vscode.Event<vscode.TextDocument>;
  /** Its answers may differ for another reason than typing: it started, stopped, or says so. Of one document, or where none is named of all. */
  readonly onDidChange: vscode.Event<string | undefined>;
}

export function createServer(makeClient: MakeClient, log: vscode.LogOutputChannel): Server {
  const sent = new vscode.EventEmitter<vscode.TextDocument>();
  const changed = new vscode.EventEmitter<string | undefined>();
  let started: StartOptions;
  let client: BaseLanguageClient;
  let kill: () => void;
  let last: Promise<void> = Promise.resolve();
  const aside = setAside(watchdog(() => client.sendRequest(signOfLife.method), stuck));

  function begin(): Promise<void> {
    started = startOptions();
    const { middleware } = aside;
    const handler = errorHandler(() => client, log, restart, failed);
    ({ client, kill } = makeClient({ ...optionsFor(started, log), middleware, errorHandler: handler }));
    client.onDidChangeState(() => changed.fire(undefined));
    client.getFeature('textDocument/didOpen').onNotificationSent((event) => sent.fire(event.textDocument));
    client.getFeature('textDocument/didChange').onNotificationSent((event) => sent.fire(event.textDocument));
    client.getFeature('textDocument/didClose').onNotificationSent((event) => sent.fire(event.textDocument));
    client.onNotification(outlineChanged.method, ({ uri }: OutlineChanged) => changed.fire(uri ?? undefined));
    client.onNotification(templateTrouble.method, tellTemplateTrouble);
    client.onRequest(readText.method, textOf);
    client.onRequest(listFiles.method, filesIn);
    return client.start();
  }

  /** One at a time: each waits for the one before it. */
  function restart(): Promise<void> {
    const next = last.then(async () => {
      // A client that is still starting, or failed to, refuses to stop; it is dropped all the same.
      await client.dispose().catch((error: unknown) => log.warn(`The old server did not end well: ${error}`));
      aside.forget();
      await begin();
    });
    last = next.catch(() => {});
    return next;
  }

  /** From here all goes on as where it fails by itself. */
  function stuck(): void {
    log.error('The server is stuck, and is ended.');
    kill();
  }

  function failed(): void {
    const uri = aside.failed();
    if (uri !== undefined) tellSetAside(uri, log, restart);
  }

  function restartIfOutdated(): void {
    if (JSON.stringify(startOptions()) === JSON.stringify(started)) return;
    restart().catch((error: unknown) => log.error(String(error)));
  }

  begin().catch((error: unknown) => log.error(String(error)));
  const watching = [
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('techSpec') && restartIfOutdated()),
    vscode.workspace.onDidChangeWorkspaceFolders(restartIfOutdated),
    vscode.extensions.onDidChange(restartIfOutdated),
  ];

  return {
    async ask(request, params, token) {
      await last;
      // The library would take a token that is undefined for one more parameter.
      return await client.sendRequest(request.method, params, ...(token === undefined ? [] : [token]));
    },
    covers: (document) => 0 < vscode.languages.match(started.selector, document),
    restart,
    get running() {
      return client.state === State.Running;
    },
    onDidSend: sent.event,
    onDidChange: changed.event,
    dispose() {
      vscode.Disposable.from(...watching, sent, changed).dispose();
      client.dispose().catch(() => {});
    },
  };
}

/** The library's own handling, which starts a server again four times; what it would say is said with a way out, and once. */
function errorHandler(
  client: () => BaseLanguageClient,
  log: vscode.LogOutputChannel,
  restart: () => Promise<void>,
  failed: () => void,
): ErrorHandler {
  let made: ErrorHandler | undefined;
  const usual = () => (made ??= client().createDefaultErrorHandler());
  return {
    async error(error, message, count) {
      const result = await usual().error(error, message, count);
      if (result.action === ErrorAction.Shutdown) tellServerGaveUp(log, restart);
      return { ...result, handled: true };
    },
    async closed() {
      failed();
      const result = await usual().closed();
      if (result.action === CloseAction.DoNotRestart) tellServerGaveUp(log, restart);
      return { ...result, handled: true };
    },
  };
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
