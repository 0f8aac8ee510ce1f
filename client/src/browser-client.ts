/** The web's client, whose server is a worker. Loaded behind the activation. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type Message,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { optionsFor } from './options.ts';
import type { MakeClient } from './server.ts';

export function clientsOf(context: vscode.ExtensionContext): MakeClient {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js');
  return (needs) => {
    const options = optionsFor(needs, () => client);
    const client: WorkerClient = new WorkerClient('techSpec', 'Tech Spec', start, options);
    let worker: Worker | undefined;
    let reader: WorkerReader | undefined;
    let isEnded = false;
    return { client, kill, end };

    /** A new worker at every start: a client that is restarted must not be given the dead one. A worker never ends by itself. */
    async function start(): Promise<MessageTransports> {
      worker?.terminate();
      const address = await addressOf(script);
      if (isEnded) throw new vscode.CancellationError();
      worker = new Worker(address, { name: 'Tech Spec' });
      reader = new WorkerReader(worker);
      return { reader, writer: new WorkerWriter(worker) };
    }

    function kill(): void {
      worker?.terminate();
      reader?.close();
    }

    /** One that does not run cannot be asked to end, and its worker may be still to come. */
    async function end(): Promise<void> {
      isEnded = true;
      try {
        if (client.isRunning()) await client.dispose();
      } finally {
        kill();
      }
    }
  };
}

class WorkerClient extends LanguageClient {
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
