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
          findings.map(({ section: _, templateLine: __, fixes: ___, ...finding }) => finding),
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
        document?.findings.map(({ section: _, templateLine: __, fixes: ___, ...finding }) => finding),
        await foundByServer('/home/tea/', file, text, 'ready'),
      );
    });
  }
});

describe('the program goes by the configuration as the server does', () => {
  const config = {
    specs: [
      {
        files: 'plans/*.md',
        template: ['long.md', 'short.md'],
        sections: { Goals: { aliases: 'Aims', reason: true }, Costs: { maxWords: 2 }, Dates: { required: false } },
        rules: { 'empty-section': 'warning' },
        ready: { status: 'Final' },
      },
    ],
    rules: { 'missing-section': 'hint', 'empty-section': 'off' },
  };
  const files = {
    '.tech-spec.json': JSON.stringify(config),
    'long.md': '## Goals\n\n## Costs\n\n## Risks\n\n## Dates\n',
    'short.md': '## Goals\n\n## Milk\n',
  };
  for (const status of ['Draft', 'Final']) {
    it(`for a document in status ${status}`, async () => {
      const text = `---\nstatus: ${status}\n---\n\n## Aims\n\nN/A\n\n## Costs\n\nTea and milk.\n\n## Sugar\n`;
      const file = 'plans/tea.md';
      const [document] = documentsOf(await inFolder({ ...files, [file]: text }, ['check', '-f', 'json', file]));
      equal(document?.template, 'long.md');
      equal(document?.findings.length, 3);
      deepEqual(
        document?.findings.map(({ section: _, templateLine: __, fixes: ___, ...finding }) => finding),
        await foundByServer('/home/tea/', file, text, undefined, files),
      );
    });
  }
});

async function foundByServer(
  folder: string,
  file: string,
  text: string,
  stage: 'draft' | 'ready' | undefined,
  files: Readonly<Record<string, string>> = {},
) {
  const uri = pathToFileURL(join(folder, file)).href;
  let diagnostics: readonly lsp.Diagnostic[] = [];
  const there = Object.entries(files).map(
    ([path, content]) => [pathToFileURL(join(folder, path)).href, content] as const,
  );
  await withClient({ folders: [pathToFileURL(folder).href], files: new Map(there) }, async (client) => {
    await client.open(text, uri);
    if (stage !== undefined) await client.request(readiness, { uri, stage });
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
