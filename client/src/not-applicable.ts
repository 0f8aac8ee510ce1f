/** Mark Section Not Applicable: “N/A”, with the cursor behind it for the reason. */
import * as vscode from 'vscode';
import { type Refusal, markNotApplicable as request } from '../../server/src/lsp/protocol.ts';
import { editorOf, insert } from './editing.ts';
import { activeEditor, type Parts } from './parts.ts';
import { ours, tell, tellNoSpec } from './tell.ts';

/** Of the section that `id` names in the outline, else of the one that the cursor is in. */
export async function markNotApplicable(parts: Parts, id: unknown): Promise<void> {
  const { current, server, view } = parts;
  await current.settled();
  const section = typeof id === 'string' ? view.entry(id)?.section : undefined;
  const isNamed = section !== undefined && current.document !== undefined;
  const editor = isNamed ? await editorOf(current.document) : await activeEditor(parts);
  if (editor === undefined) return;
  const uri = editor.document.uri.toString();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const { line, character } = editor.selection.active;
    // One that may be repeated has a path in common with others, and a place of its own.
    const at = section === undefined ? { line, character } : (section.heading?.start ?? { path: section.path });
    const answer = await server.ask(request, { uri, at });
    if (answer === null) return tellNoSpec();
    if ('refused' in answer) {
      tell('information', wordsOf(answer), { [vscode.l10n.t('Next Open Section')]: ours('nextOpenSection') });
      return;
    }
    if (await insert(editor, answer)) return;
  }
  throw new Error(vscode.l10n.t('the document is changing'));
}

function wordsOf({ refused, name }: Refusal): string {
  switch (refused) {
    case 'answered':
      return vscode.l10n.t('“{0}” has an answer already', name);
    case 'lead':
      return vscode.l10n.t('“N/A” is no answer in “{0}”: a specification says what it is for', name);
    case 'none':
      return vscode.l10n.t('The cursor is in no section of the template');
  }
}
