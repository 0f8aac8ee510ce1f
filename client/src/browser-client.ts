/** The web's client, whose server is a worker. Loaded behind the activation. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type Message,
  type MessageTransports,
  State,
} from 'vscode-languageclient/browser';
import { endPolitely } from './ending.ts';
import { optionsFor } from './options.ts';
import type { ClientNeeds, MakeClient } from './server.ts';

export function clientsOf(context: vscode.ExtensionContext): MakeClient {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js');
  return (needs) => {
    const client = new WorkerClient(start, needs);
    let worker: Worker | undefined;
    let reader: WorkerReader | undefined;
    /** Of a copy of its script, which VS Code keeps for as long as it has an address. */
    let forgetAddress = () => {};
    let isEnded = false;
    return { client, kill, end };

    /** A new worker at every start: a client that is restarted must not be given the dead one. A worker never ends by itself. */
    async function start(): Promise<MessageTransports> {
      terminate();
      const address = await addressOf(script);
      forgetAddress = () => URL.revokeObjectURL(address);
      if (isEnded) {
        forgetAddress();
        throw new vscode.CancellationError();
      }
      worker = new Worker(address, { name: 'Tech Spec' });
      // Until it says something its script may still be to be read.
      worker.addEventListener('message', forgetAddress, { once: true });
      reader = new WorkerReader(worker);
      return { reader, writer: new WorkerWriter(worker) };
    }

    function terminate(): void {
      forgetAddress();
      worker?.terminate();
    }

    function kill(): void {
      terminate();
      reader?.close();
    }

    /** One that does not run cannot be asked to end, and its worker may be still to come. */
    async function end(): Promise<void> {
      isEnded = true;
      try {
        if (client.isRunning()) await endPolitely(client, kill);
      } finally {
        kill();
      }
    }
  };
}

class WorkerClient extends LanguageClient {
  readonly #needs: ClientNeeds;

  constructor(server: () => Promise<MessageTransports>, needs: ClientNeeds) {
    super(
      'techSpec',
      'Tech Spec',
      server,
      optionsFor(needs, () => this),
    );
    this.#needs = needs;
  }

  /** The library calls it, too: behind a failure, and whenever it sends anything, which begins nothing. */
  override start(): Promise<void> {
    const isBegun = this.state !== State.Stopped;
    const start = super.start();
    if (!isBegun) this.#needs.starts(start);
    return start;
  }

  /** What fails is told by what needs it, with a way out. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** VS Code starts no worker from an extension on a remote machine; from a copy of its script it does. */
async function addressOf(script: vscode.Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/**
 * Closes when the worker fails, so that the client starts anew, as it does for a process. The library's own classes call it
 * an error of theirs, upon which the client gives up.
 */
class WorkerReader extends BrowserMessageReader {
  protected override fireError(): void {
    this.fireClose();
  }

  /** A worker that is terminated says nothing of it. */
  close(): void {
    this.fireClose();
  }
}

class WorkerWriter extends BrowserMessageWriter {
  /** What could not be written is counted; a failure of the worker is not, and the reader tells of it. */
  protected override fireError(error: unknown, message?: Message, count?: number): void {
    if (count !== undefined) super.fireError(error, message, count);
  }
}
