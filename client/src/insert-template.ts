/** Puts the template into a document: all of it where there is nothing yet, else the sections that are missing. */
import * as vscode from 'vscode';
import { insertSections } from '../../server/src/lsp/protocol.ts';
import { newSpec } from '../../server/src/lsp/protocol-new-spec.ts';
import { editorOf, insert, select, toRange } from './editing.ts';
import { wishesFor } from './new-spec.ts';
import { activeEditor, type Parts } from './parts.ts';
import { ours, tell, tellNoTemplate } from './tell.ts';
import { askTitle } from './title-box.ts';

export async function insertTemplate(parts: Parts): Promise<void> {
  const editor = await activeEditor(parts);
  if (editor === undefined) return;
  const isEmpty = editor.document.getText().trim() === '';
  await (isEmpty ? insertWhole(parts, editor) : insertMissing(parts, editor, null));
}

/** One section, from the outline. */
export async function insertSection(parts: Parts, document: vscode.TextDocument, path: string): Promise<void> {
  await insertMissing(parts, await editorOf(document), [path]);
}

async function insertWhole({ server }: Parts, editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const answer = await askTitle({});
  if (answer === undefined) return;
  const wishes = { title: answer.title, ...wishesFor(document.uri), template: null };
  const spec = await server.ask(newSpec, { ...wishes, target: document.uri.toString() });
  if (spec === null) return tellNoTemplate();
  const { text, selection } = spec;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  if (await editor.edit((builder) => builder.replace(all, text))) select(editor, toRange(selection));
}

/** Those of `paths`, or all. Whoever types meanwhile makes the edits stale: they are asked for again, a few times. */
async function insertMissing(
  { server }: Parts,
  editor: vscode.TextEditor,
  paths: readonly string[] | null,
): Promise<void> {
  const uri = editor.document.uri.toString();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const insertion = await server.ask(insertSections, { uri, paths, body: 'guidance', force: true });
    if (insertion === null) return tellNoTemplate();
    if (insertion.edits.length === 0) return tellNothingIsMissing();
    if (await insert(editor, insertion)) return;
  }
  throw new Error(vscode.l10n.t('the document is changing'));
}

function tellNothingIsMissing(): void {
  tell('information', vscode.l10n.t('Nothing is missing.'), {
    [vscode.l10n.t('Next Open Section')]: ours('nextOpenSection'),
  });
}
