/** The language server as a process, over IPC, a pipe or stdio, as its arguments say. */
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { fileHost } from './files.ts';

/** Returns when it listens; the process ends with its client. */
export function runServer(): void {
  const connection = createConnection();
  // What nobody caught must not take the server down: one lost answer is better than all.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  }
  startServer(connection, fileHost());
}
