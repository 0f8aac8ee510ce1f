/** Next and Previous Open Section: selects what is to be typed over, around the document's end. */
import * as vscode from 'vscode';
import { openSection } from '../../server/src/lsp/protocol.ts';
import { select, toRange } from './editing.ts';
import { activeEditor, type Parts } from './parts.ts';
import { ours, tell, tellNoSpec } from './tell.ts';

export async function goToOpenSection(parts: Parts, direction: 'next' | 'previous'): Promise<void> {
  const editor = await activeEditor(parts);
  if (editor === undefined) return;
  const { start, end } = editor.selection;
  const { line, character } = direction === 'next' ? end : start;
  const uri = editor.document.uri.toString();
  const found = await parts.server.ask(openSection, { uri, position: { line, character }, direction });
  if (found === null) return await tellNoneIsOpen(parts);
  select(editor, toRange(found.selection));
  // In the status bar: whoever steps through sections is not to close a notification at each.
  if (found.missing)
    vscode.window.setStatusBarMessage(vscode.l10n.t('“{0}” is missing after this heading', found.name), 5000);
}

async function tellNoneIsOpen({ current }: Parts): Promise<void> {
  await current.settled();
  if (!current.isActive) return tellNoSpec();
  tell('information', vscode.l10n.t('Every section is answered.'), {
    [vscode.l10n.t('Check Readiness')]: ours('checkReadiness'),
  });
}
