/** Check Readiness: the strict stage for this document, and a list of what is left. */
import * as vscode from 'vscode';
import { type Readiness, readiness } from '../../server/src/lsp/protocol.ts';
import { select, toRange } from './editing.ts';
import { activeEditor, type Parts } from './parts.ts';
import { ours, tell, tellNoSpec } from './tell.ts';

type Finding = Readiness['findings'][number];

export interface Choice extends vscode.QuickPickItem {
  readonly go?: () => unknown;
  readonly place?: vscode.Range;
}

export async function checkReadiness(parts: Parts): Promise<void> {
  const editor = await activeEditor(parts);
  if (editor === undefined) return;
  const answer = await parts.server.ask(readiness, { uri: editor.document.uri.toString(), stage: 'ready' });
  if (answer === null) return tellNoSpec();
  const { findings, progress } = answer;
  if (findings.length === 0) return tellReady(progress);
  const choices: Choice[] = [
    ...choicesOf(editor, findings),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('Back to Draft'), iconPath: new vscode.ThemeIcon('discard'), go: () => backToDraft(parts) },
  ];
  const { selection, visibleRanges } = editor;
  const chosen = await vscode.window.showQuickPick(choices, {
    title: titleOf(answer),
    placeHolder: vscode.l10n.t('What is left: choose one to go there'),
    matchOnDescription: true,
    // The place is shown while its entry is; the cursor stays until one is chosen.
    onDidSelectItem: (choice: Choice) => {
      if (choice.place) editor.revealRange(choice.place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
  });
  await chosen?.go?.();
  if (chosen === undefined && editor.selection.isEqual(selection) && visibleRanges[0] !== undefined) {
    editor.revealRange(visibleRanges[0], vscode.TextEditorRevealType.AtTop);
  }
}

/** The soft stage again. */
export async function backToDraft(parts: Parts): Promise<void> {
  const editor = await activeEditor(parts);
  if (editor === undefined) return;
  const answer = await parts.server.ask(readiness, { uri: editor.document.uri.toString(), stage: 'draft' });
  if (answer === null) tellNoSpec();
}

function tellReady({ done, of }: Readiness['progress']): void {
  tell('information', vscode.l10n.t('Ready: {0} of {1} sections answered', done, of), {
    [vscode.l10n.t('Back to Draft')]: ours('backToDraft'),
  });
}

/** The loudest first, each group in the order of the document. */
export function choicesOf(editor: vscode.TextEditor, findings: readonly Finding[]): Choice[] {
  const groups = [
    { severity: 'error', label: vscode.l10n.t('Errors'), icon: 'error' },
    { severity: 'warning', label: vscode.l10n.t('Warnings'), icon: 'warning' },
    { severity: 'information', label: vscode.l10n.t('Information'), icon: 'info' },
    { severity: 'hint', label: vscode.l10n.t('Hints'), icon: 'lightbulb' },
  ] as const;
  return groups.flatMap(({ severity, label, icon }) => {
    const of = findings.filter((finding) => finding.severity === severity);
    const choices = of.map((finding) => choiceOf(editor, finding, icon));
    return choices.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...choices];
  });
}

function choiceOf(editor: vscode.TextEditor, { message, range }: Finding, icon: string): Choice {
  const place = toRange(range);
  return {
    // A document's own words are not to become icons.
    label: message.replaceAll('$(', '\\$('),
    description: vscode.l10n.t('line {0}', place.start.line + 1),
    iconPath: new vscode.ThemeIcon(icon),
    place,
    go: () => select(editor, new vscode.Range(place.start, place.start)),
  };
}

/** How far it is, and how much is left. */
export function titleOf({ progress: { done, of }, findings }: Readiness): string {
  const answered = vscode.l10n.t('{0} of {1} sections answered', done, of);
  const left =
    findings.length === 1 ? vscode.l10n.t('1 thing left') : vscode.l10n.t('{0} things left', findings.length);
  return `${answered} · ${left}`;
}
