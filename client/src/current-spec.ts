/** The document that the outline and the status bar speak of, and what the server says of it now. */
import * as vscode from 'vscode';
import { type Outline, outline as outlineRequest } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

export interface CurrentSpec extends vscode.Disposable {
  /** The Markdown document worked on, be it a spec or not. */
  readonly document: vscode.TextDocument | undefined;
  /** The one worked on last, for as long as it is open: it may be behind another tab. */
  readonly last: vscode.TextDocument | undefined;
  /** Undefined where the document is no spec. Of an older text for as long as the answer for the new one is on its way. */
  readonly outline: Outline | undefined;
  /** The document is a spec, and the editor it is in is the active one. */
  readonly isActive: boolean;
  readonly onDidChange: vscode.Event<void>;
  /** Resolves when `outline` is that of the document's text as it is then. Rejects with a `NoServer` where nobody can say. */
  settled(): Promise<void>;
}

/** Asks when the document changes, one request at a time: what is typed meanwhile is asked about once, after the answer. */
export function followCurrentSpec(server: Server): CurrentSpec {
  const changed = new vscode.EventEmitter<void>();
  let document = documentToFollow(server, undefined);
  let last = document;
  let outline: Outline | undefined;
  let running: Promise<void> | undefined;
  let isStale = false;

  function refresh(): Promise<void> {
    isStale = true;
    running ??= askWhileStale().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function askWhileStale(): Promise<void> {
    while (isStale) {
      isStale = false;
      const asked = document;
      const answer = await ask(asked);
      if (asked === document) show(answer);
    }
  }

  async function ask(asked: vscode.TextDocument | undefined): Promise<Outline | undefined> {
    if (asked === undefined || asked.isClosed || !server.running) return undefined;
    // What goes wrong is in the log already, and the next keystroke asks again.
    return (await server.ask(outlineRequest, { uri: asked.uri.toString() }).catch(() => null)) ?? undefined;
  }

  function show(answer: Outline | undefined): void {
    outline = answer;
    setContext('techSpec.hasDocument', document !== undefined);
    setContext('techSpec.isMarkdown', document !== undefined);
    setContext('techSpec.isSpec', isActive());
    setContext('techSpec.isReady', answer?.stage === 'ready');
    // Once there was a spec the view stays: a tree that comes and goes with every tab makes the Explorer jump.
    if (answer !== undefined) setContext('techSpec.hasSpec', true);
    changed.fire();
  }

  function isBehind(): boolean {
    return outline !== undefined && document !== undefined && outline.version < document.version;
  }

  function isActive(): boolean {
    const active = vscode.window.activeTextEditor?.document;
    // Whoever reads the output still works on the spec beside it.
    return outline !== undefined && (active === document || active?.uri.scheme === 'output');
  }

  function follow(): void {
    document = documentToFollow(server, document);
    last = document ?? last;
    refresh();
  }

  const watching = [
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeVisibleTextEditors(follow),
    server.onDidChange(follow),
    server.onDidSend((sent) => {
      // A document that has just become Markdown is not followed yet.
      if (sent === document || sent === vscode.window.activeTextEditor?.document) follow();
    }),
  ];
  refresh();

  return {
    get document() {
      return document;
    },
    get last() {
      return last?.isClosed === false ? last : undefined;
    },
    get outline() {
      return outline;
    },
    get isActive() {
      return isActive();
    },
    onDidChange: changed.event,
    async settled() {
      do {
        await server.started();
        await refresh();
      } while (!server.running || isBehind());
    },
    dispose: () => vscode.Disposable.from(...watching, changed).dispose(),
  };
}

/** The active editor's document; where that is none of ours (code, a preview, a panel), the one before it for as long as it can be seen. */
function documentToFollow(server: Server, previous: vscode.TextDocument | undefined): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active !== undefined && server.covers(active)) return active;
  const seen = vscode.window.visibleTextEditors.map(({ document }) => document);
  return seen.find((document) => document === previous && server.covers(document));
}

function setContext(key: string, value: boolean): void {
  vscode.commands.executeCommand('setContext', key, value);
}
