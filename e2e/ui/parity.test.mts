// The three ways to be told read one truth: the program, the server as other editors run it, and VS Code's Problems.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as lsp from 'vscode-languageserver/node';
import { readiness } from '../../server/src/lsp/protocol.ts';
import { root } from '../host/places.mts';
import { opened } from './opened.mts';
import { allProblems, type Problem } from './views.mts';
import { openFile, press, quickRows, runCommand } from './workbench.mts';

type Stage = 'draft' | 'ready';

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface CheckedDocument {
  readonly file: string;
  readonly template: string | null;
  /** With more than an editor is told at once: fixes, the template's line. */
  readonly findings: readonly Finding[];
}

const program = join(root, 'dist', 'cli.js');
const half = 'examples/tech-specs/offline-drafts.md';

describe('the program, the server and Problems find the same in the examples', () => {
  const workbench = opened();

  for (const stage of ['draft', 'ready'] as const) {
    it(`${stage}: the program and the server, with all places`, async () => {
      const documents = await checked(stage);
      assert.equal(documents.length, 3);
      assert.deepEqual(await servedFindings(documents, stage), documents.map(findingsOf));
    });

    it(`${stage}: the program and Problems`, async () => {
      const documents = await checked(stage);
      for (const { file } of documents) await openFile(workbench(), file.replace('examples/', ''));
      if (stage === 'ready') await makeReady();
      const expected = documents.flatMap(problemsOf).sort(inOrder);
      const found = await allProblems(workbench(), `${stage} as the program`, (all) =>
        isSame(Array.from(all), expected),
      );
      assert.deepEqual(found.sort(inOrder), expected);
    });
  }

  async function makeReady(): Promise<void> {
    await openFile(workbench(), half.replace('examples/', ''));
    await runCommand(workbench(), 'Tech Spec: Check Readiness');
    await quickRows(workbench());
    await press(workbench(), 'Escape');
  }
});

async function checked(stage: Stage): Promise<readonly CheckedDocument[]> {
  const args = [program, 'check', '--format', 'json', '--stage', stage, 'examples'];
  // It ends with 1 where there are errors.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root }).catch((ended) => ended);
  return JSON.parse(stdout).documents;
}

/** What `tech-spec lsp --stdio` finds, a document after the other. */
async function servedFindings(documents: readonly CheckedDocument[], stage: Stage): Promise<Finding[][]> {
  const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = lsp.createMessageConnection(
    new lsp.StreamMessageReader(child.stdout),
    new lsp.StreamMessageWriter(child.stdin),
  );
  connection.listen();
  try {
    const rootUri = pathToFileURL(root).href;
    const capabilities: lsp.ClientCapabilities = { textDocument: { diagnostic: {} } };
    await connection.sendRequest(lsp.InitializeRequest.type, { processId: process.pid, rootUri, capabilities });
    await connection.sendNotification(lsp.InitializedNotification.type, {});
    const all: Finding[][] = [];
    for (const { file } of documents) {
      const uri = pathToFileURL(join(root, file)).href;
      const text = await readFile(join(root, file), 'utf8');
      const opening = { textDocument: { uri, languageId: 'markdown', version: 1, text } };
      await connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, opening);
      await connection.sendRequest(readiness.method, { uri, stage });
      const report = await connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } });
      assert.equal(report.kind, 'full');
      all.push(report.items.map(toFinding));
    }
    await connection.sendRequest(lsp.ShutdownRequest.type);
    await connection.sendNotification(lsp.ExitNotification.type);
    return all;
  } finally {
    connection.dispose();
    child.kill();
  }
}

function toFinding({ code, severity = 1, message, range: { start, end } }: lsp.Diagnostic): Finding {
  return {
    rule: String(code),
    severity: ['', 'error', 'warning', 'information', 'hint'][severity] ?? '',
    message: String(message),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function findingsOf({ findings }: CheckedDocument): Finding[] {
  return findings.map(({ rule, severity, message, line, column, endLine, endColumn }) => {
    return { rule, severity, message, line, column, endLine, endColumn };
  });
}

/** As Problems says it, where there is no end, and no hint. */
function problemsOf({ file, findings }: CheckedDocument): Problem[] {
  return findings.flatMap(({ rule, severity, message, line, column }) => {
    if (severity === 'hint') return [];
    const said = severity === 'information' ? 'info' : (severity as 'error' | 'warning');
    return [{ file: basename(file), severity: said, message, source: 'tech-spec', code: rule, line, column }];
  });
}

function inOrder(a: Problem, b: Problem): number {
  return (
    a.file.localeCompare(b.file) ||
    a.line - b.line ||
    a.code.localeCompare(b.code) ||
    a.message.localeCompare(b.message)
  );
}

function isSame(found: Problem[], expected: readonly Problem[]): boolean {
  return JSON.stringify(found.sort(inOrder).map(wordsOf)) === JSON.stringify(expected.map(wordsOf));
}

function wordsOf({ file, severity, message, code, line, column }: Problem): readonly unknown[] {
  return [file, severity, message, code, line, column];
}
