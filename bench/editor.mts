/** A language server as an editor drives it over stdio: opened, typed into, asked for diagnostics. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as rpc from 'vscode-jsonrpc/node';

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

interface Initialized {
  readonly capabilities: { readonly textDocumentSync?: number | { readonly change?: number } };
}

export interface Editor {
  readonly pid: number;
  open(uri: string, text: string): Promise<void>;
  /** Replaces a part of a line. A server that takes whole texts only is sent those, as an editor would. */
  type(uri: string, line: number, from: number, to: number, text: string): Promise<void>;
  /** How many diagnostics there are for the document as it is now. */
  diagnostics(uri: string): Promise<number>;
  close(): Promise<void>;
}

/** Resolves when the server has answered `initialize`. It is asked for diagnostics, never told: nothing waits for a timer. */
export async function start({ command, args }: Program, folder: string): Promise<Editor> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], cwd: folder });
  const connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(child.stdout),
    new rpc.StreamMessageWriter(child.stdin),
  );
  connection.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) =>
    items.map(() => null),
  );
  connection.onRequest(() => null);
  connection.onUnhandledNotification(() => {});
  connection.listen();
  const rootUri = `file://${folder}`;
  const { capabilities } = await connection.sendRequest<Initialized>('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true, workspaceFolders: true } },
  });
  await connection.sendNotification('initialized', {});
  const sync = capabilities.textDocumentSync;
  const isIncremental = (typeof sync === 'object' ? sync.change : sync) === 2;
  const documents = new Map<string, { version: number; lines: string[] }>();
  return {
    pid: child.pid!,
    async open(uri, text) {
      documents.set(uri, { version: 1, lines: text.split('\n') });
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
    },
    async type(uri, line, from, to, text) {
      const document = documents.get(uri)!;
      const before = document.lines[line]!;
      document.version += 1;
      document.lines[line] = before.slice(0, from) + text + before.slice(to);
      const range = { start: { line, character: from }, end: { line, character: to } };
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: document.version },
        contentChanges: [isIncremental ? { range, text } : { text: document.lines.join('\n') }],
      });
    },
    async diagnostics(uri) {
      const report = await connection.sendRequest<{ readonly items?: readonly unknown[] }>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      return report.items?.length ?? 0;
    },
    close: () => end(connection, child),
  };
}

async function end(connection: rpc.MessageConnection, child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  await connection.sendRequest('shutdown').catch(() => {});
  await connection.sendNotification('exit').catch(() => {});
  connection.dispose();
  child.stdin?.end();
  await exited;
}
