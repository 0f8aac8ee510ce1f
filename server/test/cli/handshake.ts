/** A server in a process of its own, met as an editor meets it, and told to end. */
import { deepEqual, match } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

/** Starts `node` with these arguments in a folder; fails unless the server says what it can, and ends when it is told to. */
export async function shakesHands(folder: string, argv: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, argv, { cwd: folder });
  const ended = once(child, 'close');
  const writer = new StreamMessageWriter(child.stdin);
  const answered = new Promise<string>((resolve) => {
    new StreamMessageReader(child.stdout).listen((message) => {
      if ('id' in message && message.id === 1) resolve(JSON.stringify(message));
    });
  });
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  await writer.write({ jsonrpc: '2.0', id: 1, method: 'initialize', params } as never);
  match(await answered, /"hoverProvider"/);
  await writer.write({ jsonrpc: '2.0', id: 2, method: 'shutdown' } as never);
  await writer.write({ jsonrpc: '2.0', method: 'exit' } as never);
  deepEqual(await ended, [0, null]);
}
