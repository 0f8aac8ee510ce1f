// Random documents, told to the server in a process, to the one in a worker and to the program: they find the same.
import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../../src/core/index.ts';
import { documentsOf, inFolder } from '../cli/terminal.ts';
import { anySpec, anyText, times } from '../random.ts';
import { buildServer, initialize, open, withBuilt } from './built-server.ts';
import { withWorker } from './built-worker.ts';
import { likeVsCode } from './client.ts';

before('is built', buildServer);

describe('process, worker and program', function () {
  this.timeout(0);

  it('find the same in random documents', async () => {
    const texts = someTexts(120 * times);
    const byProgram = await foundByProgram(texts);
    const byProcess: unknown[] = [];
    await withBuilt(async (server) => {
      await initialize(server);
      for (const [at, text] of texts.entries()) {
        const uri = `file:///nowhere/${nameOf(at)}`;
        open(server, uri, text);
        byProcess.push(toFound(await server.ask('textDocument/diagnostic', { textDocument: { uri } })));
      }
    });
    const byWorker: unknown[] = [];
    await withWorker(async ({ ask, tell }) => {
      await ask('initialize', { processId: null, rootUri: null, capabilities: likeVsCode });
      tell('initialized', {});
      for (const [at, text] of texts.entries()) {
        const uri = `file:///nowhere/${nameOf(at)}`;
        tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
        byWorker.push(toFound(await ask('textDocument/diagnostic', { textDocument: { uri } })));
      }
    });
    for (const [at, text] of texts.entries()) {
      deepEqual(byWorker[at], byProcess[at], `The worker, of ${JSON.stringify(text)}`);
      deepEqual(byProgram[at], byProcess[at], `The program, of ${JSON.stringify(text)}`);
    }
    ok(times * 200 < byProcess.flat().length, `${byProcess.flat().length} findings were compared`);
  });
});

/** What can lie on a disk, where no half of a character can, and what a text editor opens. */
function someTexts(count: number): readonly string[] {
  const { seed } = fc.readConfigureGlobal();
  const text = fc.oneof({ weight: 3, arbitrary: anySpec(core.builtinTemplate) }, anyText());
  const texts = fc.sample(text, { numRuns: count, ...(seed !== undefined && { seed }) });
  return texts.map((each) =>
    each
      .replaceAll(/\p{Surrogate}/gu, '')
      .replaceAll('\0', '')
      .replace(/^\ufeff/, ''),
  );
}

function nameOf(at: number): string {
  return `${String(at).padStart(5, '0')}.tech-spec.md`;
}

async function foundByProgram(texts: readonly string[]): Promise<readonly unknown[]> {
  const files = Object.fromEntries(texts.map((text, at) => [nameOf(at), text]));
  const ran = await inFolder(files, ['check', '-f', 'json', '--stage', 'draft']);
  const documents = new Map(documentsOf(ran).map(({ file, findings }) => [file, findings]));
  return texts.map((_, at) =>
    (documents.get(nameOf(at)) ?? []).map(({ rule, message, line, column, endLine, endColumn }) => [
      rule,
      message,
      [line, column, endLine, endColumn],
    ]),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: whatever came over the wire
function toFound({ items }: any): readonly unknown[] {
  // biome-ignore lint/suspicious/noExplicitAny: whatever came over the wire
  return items.map(({ code, message, range: { start, end } }: any) => [
    code,
    message,
    [start.line + 1, start.character + 1, end.line + 1, end.character + 1],
  ]);
}
