/** Puts the template into a document: all of it where there is nothing yet, else the sections that are missing. */
import * as vscode from 'vscode';
import { insertSections, newSpec } from '../../server/src/lsp/protocol.ts';
import { editorOf, insert, select, toRange } from './editing.ts';
import { askTitle, expectTemplate, instructions } from './new-spec.ts';
import { activeEditor, type Parts } from './parts.ts';
import { tell } from './tell.ts';

export async function insertTemplate(parts: Parts): Promise<void> {
  const editor = activeEditor(parts);
  if (editor === undefined) return;
  if (editor.document.getText().trim() === '') return await insertWhole(parts, editor);
  if (await insertMissing(parts, editor, null)) return;
  tell('information', vscode.l10n.t('Every section of the template is there already.'));
}

/** One section, from the outline. */
export async function insertSection(parts: Parts, document: vscode.TextDocument, path: string): Promise<void> {
  await insertMissing(parts, await editorOf(document), [path]);
}

async function insertWhole({ server }: Parts, editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const title = await askTitle('');
  if (title === undefined) return;
  const { text, selection } = await server
    .ask(newSpec, { title, instructions: instructions(document.uri), template: null })
    .then(expectTemplate);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  if (await editor.edit((builder) => builder.replace(all, text))) select(editor, toRange(selection));
}

/** False where there was nothing to insert. Whoever types meanwhile makes the edits stale: they are asked for again, a few times. */
async function insertMissing(
  { server }: Parts,
  editor: vscode.TextEditor,
  paths: readonly string[] | null,
): Promise<boolean> {
  const uri = editor.document.uri.toString();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const insertion = await server
      .ask(insertSections, { uri, paths, body: 'guidance', force: true })
      .then(expectTemplate);
    if (insertion.edits.length === 0) return false;
    if (await insert(editor, insertion)) return true;
  }
  throw new Error(vscode.l10n.t('the document is changing'));
}
