/** The language server as a process, over IPC, a pipe or stdio, as its arguments say. */
import { createConnection } from 'vscode-languageserver/node';
import { logError, stackOf } from '../lsp/isolate.ts';
import { startServer } from '../lsp/server.ts';
import { untilShutdown } from '../lsp/shutdown.ts';
import { fileHost } from './files.ts';
import { guardStreams } from './stdio.ts';

/** Returns when it listens; the process ends with its client. */
export function runServer(): void {
  const connection = createConnection(untilShutdown());
  // What nobody caught must not take the server down: one lost answer is better than all.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => logError(connection, stackOf(error)));
  }
  if (process.argv.includes('--stdio')) {
    guardStreams(process.stdin, process.stdout, (why) => process.stderr.write(why));
  }
  startServer(connection, fileHost());
}
