/** The server's standard streams: whole messages go out, and nothing between them. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { wholeMessages } from '../../src/node/stdio.ts';

describe('a message', () => {
  it('is written at once, header and body', async () => {
    const written: string[] = [];
    const output = new Writable({
      write(part: Uint8Array, _encoding, done) {
        written.push(new TextDecoder().decode(part));
        done();
      },
    });
    const writer = new StreamMessageWriter(wholeMessages(output));
    await writer.write({ jsonrpc: '2.0' });
    await writer.write({ jsonrpc: '2.0' });
    const message = 'Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}';
    deepEqual(written, [message, message]);
  });
});

describe('what a library logs', function () {
  this.timeout(30_000);

  it('goes to standard error, and parts no messages', async () => {
    const server = new URL('../../src/node/server.ts', import.meta.url);
    const script = `import(${JSON.stringify(server.href)}).then(({ runServer }) => { runServer(); console.log('by the way'); });`;
    const child = spawn(process.execPath, ['--import=tsx', '-e', script, '--', '--stdio'], { stdio: 'pipe' });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors += part;
    });
    const answered = new Promise<object>((resolve) => new StreamMessageReader(child.stdout).listen(resolve));
    const writer = new StreamMessageWriter(child.stdin);
    await writer.write({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    } as never);
    equal('result' in (await answered), true);
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
    match(errors, /by the way/);
  });
});
