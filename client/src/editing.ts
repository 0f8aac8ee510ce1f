/** Places and edits of the protocol, in an editor. */
import * as vscode from 'vscode';
import type { Insertion, Range } from '../../server/src/lsp/protocol.ts';

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The editor that shows the document, or a new one for it; it gets the focus. */
export async function editorOf(document: vscode.TextDocument): Promise<vscode.TextEditor> {
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  return await vscode.window.showTextDocument(document, shown?.viewColumn);
}

export function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** One step to undo. False where the document is no longer the one that the edits were made for: nothing is changed then. */
export async function insert(editor: vscode.TextEditor, { version, edits, selection }: Insertion): Promise<boolean> {
  if (editor.document.version !== version) return false;
  const applied = await editor.edit((builder) => {
    for (const { range, newText } of edits) builder.replace(toRange(range), newText);
  });
  if (applied && selection !== null) select(editor, toRange(selection));
  return applied;
}
