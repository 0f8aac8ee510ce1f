/** The program and the server are two readers of one truth: they find the same, at the same places, in the same words. */
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as lsp from 'vscode-languageserver';
import { readiness } from '../../src/lsp/protocol.ts';
import { withClient } from '../lsp/client.ts';
import { documentsOf, inFolder, runIn } from './terminal.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const stages = ['draft', 'ready'] as const;

const oddities: Readonly<Record<string, string>> = {
  'an empty document': '',
  'Windows line ends': '# Tea\r\n\r\n## Summary\r\n\r\nTBD\r\n\r\n## Scope\r\n',
  'columns behind emoji': '---\ntitle: "🫖🫖" [\n---\n\n## Summary:\n\n🫖 Tea for all.\n',
  'rules silenced in place': '<!-- tech-spec-disable missing-section -->\n\n## Summary\n\nTBD\n\n## Scope\n',
  'a template that is not there': '<!-- tech-spec: template=gone.md -->\n\n## Summary\n',
  'too much of it': `## Summary\n\n    ${'tea '.repeat(270_000)}\n`,
  'no spec by its own word': '<!-- tech-spec: none -->\n\n## Summary\n',
};

describe('the program finds what the server finds', () => {
  for (const stage of stages) {
    it(`in each of the examples, as a ${stage}`, async () => {
      const documents = documentsOf(await runIn(root, ['check', '-f', 'json', '--stage', stage, 'examples']));
      equal(documents.length, 3);
      for (const { file, findings } of documents) {
        const text = readFileSync(join(root, file), 'utf8');
        deepEqual(
          findings.map(({ section: _, ...finding }) => finding),
          await foundByServer(root, file, text, stage),
          file,
        );
      }
    });
  }

  for (const [what, text] of Object.entries(oddities)) {
    it(`in ${what}`, async () => {
      const file = 'tea.tech-spec.md';
      const [document] = documentsOf(await inFolder({ [file]: text }, ['check', '-f', 'json']));
      deepEqual(
        document?.findings.map(({ section: _, ...finding }) => finding),
        await foundByServer('/home/tea/', file, text, 'ready'),
      );
    });
  }
});

async function foundByServer(folder: string, file: string, text: string, stage: 'draft' | 'ready') {
  const uri = pathToFileURL(join(folder, file)).href;
  let diagnostics: readonly lsp.Diagnostic[] = [];
  await withClient({ folders: [pathToFileURL(folder).href] }, async (client) => {
    await client.open(text, uri);
    await client.request(readiness, { uri, stage });
    diagnostics = (await client.pull(uri)).items;
  });
  return diagnostics.map(({ code, severity, message, range: { start, end } }) => ({
    rule: code,
    severity: words.get(severity),
    message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  }));
}

const words = new Map<lsp.DiagnosticSeverity | undefined, string>([
  [lsp.DiagnosticSeverity.Error, 'error'],
  [lsp.DiagnosticSeverity.Warning, 'warning'],
  [lsp.DiagnosticSeverity.Information, 'information'],
  [lsp.DiagnosticSeverity.Hint, 'hint'],
]);
