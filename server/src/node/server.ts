/** The language server as a process, over IPC, a pipe or stdio, as its arguments say. */
import { setFlagsFromString } from 'node:v8';
import { createConnection } from 'vscode-languageserver/node';
import { logError, stackOf } from '../lsp/isolate.ts';
import { startServer } from '../lsp/server.ts';
import { untilShutdown } from '../lsp/shutdown.ts';
import { fileHost } from './files.ts';
import { guardStreams, wholeMessages } from './stdio.ts';

/**
 * Percent by which the memory in use may grow before all of it is looked through. Engines wait until it has doubled: with many
 * specs open a server would hold twice what it needs, and looking through it more often takes no more time in all.
 */
const mostGrowth = 40;

/** Returns when it listens; the process ends with its client. */
export function runServer(): void {
  setFlagsFromString(`--heap-growing-percent=${mostGrowth}`);
  const isStdio = process.argv.includes('--stdio');
  const connection = isStdio
    ? createConnection(process.stdin, wholeMessages(process.stdout), untilShutdown())
    : createConnection(untilShutdown());
  // What nobody caught must not take the server down: one lost answer is better than all.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => logError(connection, stackOf(error)));
  }
  if (isStdio) {
    guardStreams(process.stdin, process.stdout, (why) => process.stderr.write(why));
    // What a library logs must not come between two messages.
    globalThis.console = new console.Console(process.stderr, process.stderr);
  }
  startServer(connection, fileHost());
}
