/** `tech-spec lsp`: the language server for editors that start one themselves. */
import { runServer } from '../server.ts';

/** What the protocol's library looks for in the arguments of the process. */
const transports = ['--stdio', '--node-ipc', '--pipe', '--socket'];

/** Returns when the server listens; the process ends with its client. */
export function lspCommand(): void {
  const isChosen = process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport)));
  if (!isChosen) process.argv.push('--stdio');
  runServer();
}
