/** A document that is read in slices is what its text is, whoever types or asks meanwhile. */
import { equal } from 'node:assert/strict';
import 'vscode-languageserver/node';
import * as core from '../../src/core/index.ts';
import { OpenDocument } from '../../src/lsp/open-document.ts';
import { toldOf } from '../told.ts';

const text = `## Goals\n\n${'Words.\n\n'.repeat(40_000)}`;
const defined = '[a]: b\n\n';

/** What was read, and has a definition typed in front of it, which reaches all of it; what comes of it is being read. */
function reading() {
  const document = new OpenDocument('file:///plan.md', 'markdown', 1, text);
  equal(document.parsed.text, text);
  const type = (typed: string, removed = 0) =>
    document.update([{ range: spanOf(removed), text: typed }], document.version + 1);
  type(defined);
  return { document, type, read: document.read() };
}

function spanOf(removed: number) {
  return { start: { line: 0, character: 0 }, end: { line: removed, character: 0 } };
}

function isAsItsText({ parsed, lines }: OpenDocument): void {
  equal(parsed.text, lines.text);
  equal(toldOf(parsed), toldOf(core.parseDocument(lines.text)));
}

describe('a document that is being read in slices', () => {
  it('is read by all who wait for it', async () => {
    const { document, read } = reading();
    await Promise.all([read, document.read()]);
    isAsItsText(document);
  });

  it('has what is typed meanwhile taken in', async () => {
    const { document, type, read } = reading();
    type('# A\n\n');
    await read;
    isAsItsText(document);
  });

  it('may be asked for meanwhile', async () => {
    const { document, type, read } = reading();
    isAsItsText(document);
    type('# A\n\n');
    await read;
    isAsItsText(document);
  });

  it('may be asked for when all that was typed is taken back', async () => {
    const { document, type, read } = reading();
    type('', 2);
    equal(document.parsed.text, text);
    await read;
    isAsItsText(document);
  });
});
