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
import { createPresence, NoServer } from './presence.ts';
import { setAside } from './set-aside.ts';
import { type StartOptions, startOptions } from './start-options.ts';
import { openSettings, ours, reasonOf, tell, tellNoServer } from './tell.ts';
import { watchdog } from './watchdog.ts';

/** Loads what talks to the server: the protocol's library is most of our code. */
export type LoadClient = () => Promise<MakeClient>;

export type MakeClient = (needs: ClientNeeds) => ClientAndServer;

export interface ClientNeeds {
  readonly options: StartOptions;
  readonly middleware: Middleware;
  readonly log: vscode.LogOutputChannel;
  /** A start has begun, by us or by the library: what comes of it. */
  readonly starts: (start: Promise<void>) => void;
  /** What it is told does not reach it: it is dead, or as good as dead. */
  readonly unreachable: () => void;
  /** The server ended by itself, just now, be it while it started. */
  readonly failed: () => void;
  /** It did so too often, and is not started again. */
  readonly gaveUp: () => void;
}

export interface ClientAndServer {
  readonly client: BaseLanguageClient;
  /** Ends the server without asking it. The client notices, as when it ends by itself. */
  readonly kill: () => void;
  /** Ends both for good, whatever state they are in, and what of the server is still to come. Rejects where it did not end by being asked. */
  readonly end: () => Promise<void>;
}

export interface Server extends vscode.Disposable {
  /** Waits for a server that is starting, too. Rejects where the request fails, with a `NoServer` where there is none. */
  ask<Params, Result>(
    request: Request<Params, Result>,
    params: Params,
    token?: vscode.CancellationToken,
  ): Promise<Result>;
  /** Whether documents like this one are the server's to read. */
  covers(document: vscode.TextDocument): boolean;
  /** Ends the server, whatever state it is in, and starts a new one. Rejects with a `NoServer` where that does not start. */
  restart(): Promise<void>;
  readonly running: boolean;
  /** Why it neither runs nor is waited for, in words for people. */
  readonly trouble: string | undefined;
  /** Resolves when it runs, whoever starts it. Rejects with a `NoServer` where that takes too long, or it does not start. */
  started(): Promise<void>;
  /** A document was opened, changed or closed, and the server has been told. */
  readonly onDidSend: vscode.Event<vscode.TextDocument>;
  /** Its answers may differ for another reason than typing: it started, stopped, or says so. Of one document, or where none is named of all. */
  readonly onDidChange: vscode.Event<string | undefined>;
}

/** `watch` watches over a server that starts or is asked, and tells of one that is stuck. */
export function createServer(loadClient: LoadClient, log: vscode.LogOutputChannel, watch = watchdog): Server {
  const sent = new vscode.EventEmitter<vscode.TextDocument>();
  const changed = new vscode.EventEmitter<string | undefined>();
  let started = startOptions();
  let isDisposed = false;
  /** The newest, of which there is none until it is loaded. */
  let served: ClientAndServer | undefined;
  let makeClient: MakeClient | undefined;
  // While it starts it cannot be asked for a sign of life.
  const presence = createPresence<BaseLanguageClient>(watch(() => new Promise(() => {}), late));
  const aside = setAside(watch(async () => served?.client.sendRequest(signOfLife.method), stuck));
  /** What is to be made is made with what holds by then, however often it is asked for before. */
  let isToBeMade = false;

  async function restart(): Promise<void> {
    if (isDisposed) throw new vscode.CancellationError();
    presence.starts();
    if (!isToBeMade) makeAfter(end());
    await presence.wait();
  }

  /** A client that is still starting, or failed to, refuses to stop; it is ended all the same. */
  async function end(): Promise<void> {
    const old = served;
    served = undefined;
    await old?.end().catch((error: unknown) => {
      if (!isDisposed) log.warn(`The old server did not end well: ${error}`);
    });
    aside.forget();
  }

  async function makeAfter(before: Promise<void>): Promise<void> {
    isToBeMade = true;
    try {
      await before;
      // It is loaded again where that failed: of an extension that is being updated a file may be missing for a moment.
      makeClient ??= await loadClient();
      make(makeClient);
    } catch (error) {
      notStarted(error);
    } finally {
      isToBeMade = false;
    }
  }

  function make(makeClient: MakeClient): void {
    // Nobody is left for whom to start a server.
    if (isDisposed) return;
    started = startOptions();
    let failures = 0;
    const made = makeClient({
      options: started,
      middleware: aside.middleware,
      log,
      starts(start) {
        const before = failures;
        // One that ended while it started is started anew by the library, until it gives up.
        start.catch((error: unknown) => {
          if (before === failures) refused(error);
        });
      },
      unreachable: ifNewest(unreachable),
      failed: ifNewest(() => {
        failures++;
        presence.starts();
        failed();
      }),
      gaveUp: ifNewest(() => {
        fails(vscode.l10n.t('Tech Spec has stopped, because its server failed several times.'));
        end();
      }),
    });
    served = made;
    const { client } = made;

    /** What is said of one that is being replaced, or is not asked any more, is said too late. */
    function ifNewest(act: () => void): () => void {
      return () => {
        if (made === served) act();
      };
    }

    function refused(error: unknown): void {
      if (made !== served) return;
      notStarted(error);
      end();
    }

    client.onDidChangeState(() => {
      if (client.isRunning() && made === served) presence.runs(client);
      changed.fire(undefined);
    });
    client.getFeature('textDocument/didOpen').onNotificationSent((event) => sent.fire(event.textDocument));
    client.getFeature('textDocument/didChange').onNotificationSent((event) => sent.fire(event.textDocument));
    client.getFeature('textDocument/didClose').onNotificationSent((event) => sent.fire(event.textDocument));
    client.onNotification(outlineChanged.method, ({ uri }: OutlineChanged) => changed.fire(uri ?? undefined));
    client.onNotification(templateTrouble.method, tellTemplateTrouble);
    client.onRequest(readText.method, textOf);
    client.onRequest(listFiles.method, filesIn);
    presence.starts();
    client.start().catch(() => {});
  }

  function unreachable(): void {
    log.error('The server cannot be reached, and is ended.');
    kill();
  }

  function stuck(): void {
    log.error('The server is stuck, and is ended.');
    kill();
  }

  /** From here all goes on as where it fails by itself. */
  function kill(): void {
    served?.kill();
  }

  function failed(): void {
    const uri = aside.failed();
    if (uri !== undefined) tellSetAside(uri);
  }

  /** It stays on the screen, and its buttons may be clicked when we are disposed of. */
  function tellSetAside(uri: vscode.Uri): void {
    const name = vscode.workspace.asRelativePath(uri);
    tell('warning', vscode.l10n.t('“{0}” is not checked any more, because the server failed over it twice.', name), {
      [vscode.l10n.t('Try Again')]: () => restart().catch(logged),
      [vscode.l10n.t('Show Output')]: ours('showOutput'),
    });
  }

  /** It may come all the same: it is not ended, so that on a machine where all takes long there is one in the end. */
  function late(): void {
    fails(vscode.l10n.t('Tech Spec has not started, because its server does not answer.'));
  }

  function notStarted(error: unknown): void {
    fails(vscode.l10n.t('Tech Spec has not started: {0}', reasonOf(error)));
  }

  function fails(message: string): void {
    // Whoever disposed of us wants to hear no more, and the log is gone.
    if (isDisposed) return;
    const trouble = new NoServer(message);
    presence.fails(trouble);
    log.error(message);
    tellNoServer(trouble);
    changed.fire(undefined);
  }

  function restartIfOutdated(): void {
    if (JSON.stringify(startOptions()) === JSON.stringify(started)) return;
    restart().catch(logged);
  }

  /** Whoever disposed of us wants to hear no more, and the log is gone. */
  function logged(error: unknown): void {
    if (!isDisposed) log.error(String(error));
  }

  makeAfter(turnOfTheHost());
  const watching = [
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('techSpec') && restartIfOutdated()),
    vscode.workspace.onDidChangeWorkspaceFolders(restartIfOutdated),
    vscode.extensions.onDidChange(restartIfOutdated),
  ];

  return {
    async ask(request, params, token) {
      const client = await presence.wait();
      // The library would take a token that is undefined for one more parameter.
      return await client.sendRequest(request.method, params, ...(token === undefined ? [] : [token]));
    },
    covers: (document) => 0 < vscode.languages.match(started.selector, document),
    restart,
    get running() {
      return presence.isThere;
    },
    get trouble() {
      return presence.trouble?.message;
    },
    async started() {
      await presence.wait();
    },
    onDidSend: sent.event,
    onDidChange: changed.event,
    dispose() {
      isDisposed = true;
      presence.fails(new vscode.CancellationError());
      vscode.Disposable.from(...watching, sent, changed).dispose();
      end();
    },
  };
}

/** To run the protocol's library takes longer than all else that is done at a start: what others wait for goes first. */
function turnOfTheHost(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
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
