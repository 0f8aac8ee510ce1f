/** The status bar: how much is written, by which template. Plain, and only where a spec is the active document, or nobody can say whether one is. */
import * as vscode from 'vscode';
import type { CurrentSpec } from './current-spec.ts';
import type { Server } from './server.ts';
import { templateName } from './template-actions.ts';

export function createStatus(current: CurrentSpec, server: Server): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('techSpec.progress', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Tech Spec Progress');
  item.command = 'techSpec.showTemplateActions';
  // Disposed with the item that it writes to: the emitter goes with `current`.
  current.onDidChange(() => show(item, current, server));
  return item;
}

function show(item: vscode.StatusBarItem, current: CurrentSpec, { trouble }: Server): void {
  if (trouble !== undefined && current.document !== undefined) {
    showTrouble(item, trouble);
    return;
  }
  const { outline, isActive } = current;
  if (outline === undefined || !isActive) {
    item.hide();
    return;
  }
  const { done, of } = outline.progress;
  const answered = vscode.l10n.t('{0} of {1} sections answered', done, of);
  const isReady = outline.stage === 'ready';
  const stage = isReady ? vscode.l10n.t('Checked as ready') : vscode.l10n.t('Checked as a draft');
  // A draft is the usual: only what is checked strictly says so.
  item.text = isReady ? vscode.l10n.t('{0}/{1} · ready', done, of) : `${done}/${of}`;
  item.accessibilityInformation = { label: isReady ? `${answered}, ${stage}` : answered };
  item.tooltip = new vscode.MarkdownString()
    .appendText(answered)
    .appendMarkdown('\n\n')
    .appendText(vscode.l10n.t('Template: {0}', templateName(outline.template)))
    .appendMarkdown('\n\n')
    .appendText(stage);
  item.show();
}

/** A click asks for the template's actions, is refused, and so tells it with ways out. */
function showTrouble(item: vscode.StatusBarItem, trouble: string): void {
  item.text = '$(warning) Tech Spec';
  item.accessibilityInformation = { label: trouble };
  item.tooltip = trouble;
  item.show();
}
