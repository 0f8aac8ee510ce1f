// The server as a process: it starts, answers, and ends with its client.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as lsp from 'vscode-languageserver/node';

const entry = fileURLToPath(new URL('../../src/node/server-process.ts', import.meta.url));

describe('the process', () => {
  it('speaks over stdio, and ends without an error when it is asked to', async () => {
    const child = spawn(process.execPath, ['--import=tsx', entry, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const errors: string[] = [];
    child.stderr.on('data', (data) => errors.push(String(data)));
    const ended = once(child, 'exit');
    const connection = lsp.createMessageConnection(
      new lsp.StreamMessageReader(child.stdout),
      new lsp.StreamMessageWriter(child.stdin),
      lsp.NullLogger,
    );
    connection.listen();
    const { capabilities }: lsp.InitializeResult = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
    });
    ok(capabilities.diagnosticProvider);
    await connection.sendNotification('initialized', {});
    const textDocument = {
      uri: 'untitled:Untitled-1',
      languageId: 'markdown',
      version: 1,
      text: '## Summary\n\n## Scope\n\n## APIs\n\n## Testing\n\n## Deployment\n',
    };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    const report: lsp.FullDocumentDiagnosticReport = await connection.sendRequest('textDocument/diagnostic', {
      textDocument,
    });
    ok(report.items.some(({ code }) => code === 'empty-section'));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    deepEqual(await ended, [0, null]);
    equal(errors.join(''), '');
  });
});
