/** The web's client, whose server is a worker. Loaded behind the activation. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type Message,
} from 'vscode-languageclient/browser';
import { optionsFor } from './options.ts';
import type { MakeClient } from './server.ts';

export function clientsOf(context: vscode.ExtensionContext): MakeClient {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js');
  let worker: Worker | undefined;
  let reader: WorkerReader | undefined;
  // A new worker at every start: a client that is restarted must not be given the dead one. A worker never ends by itself.
  const start = async () => {
    worker?.terminate();
    worker = new Worker(await addressOf(script), { name: 'Tech Spec' });
    reader = new WorkerReader(worker);
    return { reader, writer: new WorkerWriter(worker) };
  };
  const kill = () => {
    worker?.terminate();
    reader?.close();
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return (needs) => {
    const options = optionsFor(needs, () => client);
    const client: LanguageClient = new LanguageClient('techSpec', 'Tech Spec', start, options);
    return { client, kill };
  };
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
