/** The language server as a process, over IPC, a pipe or stdio, as its arguments say. */
import { createConnection } from 'vscode-languageserver/node';
import { logError, stackOf } from '../lsp/isolate.ts';
import { lifetime } from '../lsp/lifetime.ts';
import { startServer } from '../lsp/server.ts';
import { diskAside } from './disk-aside.ts';
import { fileHost } from './files.ts';
import { guardStreams, wholeMessages } from './stdio.ts';

/** Returns when it listens; the process ends with its client. */
export function runServer(): void {
  const isStdio = process.argv.includes('--stdio');
  const connection = isStdio
    ? createConnection(process.stdin, wholeMessages(process.stdout), lifetime())
    : createConnection(lifetime());
  // What nobody caught must not take the server down: one lost answer is better than all.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => logError(connection, stackOf(error)));
  }
  if (isStdio) {
    guardStreams(process.stdin, process.stdout, (why) => process.stderr.write(why));
    // What a library logs must not come between two messages.
    globalThis.console = new console.Console(process.stderr, process.stderr);
  }
  startServer(connection, fileHost(diskAside));
}
