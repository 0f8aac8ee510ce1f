/** The web's entry: the server is a worker. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type TechSpec } from './activate.ts';

export function activate(context: vscode.ExtensionContext): TechSpec {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js');
  let worker: Worker | undefined;
  // A new worker at every start: a client that is restarted must not be given the dead one. A worker never ends by itself.
  const start = async () => {
    worker?.terminate();
    worker = new Worker(await addressOf(script), { name: 'Tech Spec' });
    return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(context, (options) => new LanguageClient('techSpec', 'Tech Spec', start, options));
}

/** VS Code starts no worker from an extension on a remote machine; from a copy of its script it does. */
async function addressOf(script: vscode.Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(script));
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}

/**
 * Closes when the worker fails. The library's own reader passes the error on and then waits for a dead worker for ever;
 * a closed connection makes the client start anew, as it does for a process.
 */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    worker.addEventListener('error', () => this.fireClose());
  }
}
