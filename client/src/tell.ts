/** What people must know, each with a way on. Nothing waits for an answer: a command is done when it has spoken. */
import * as vscode from 'vscode';
import { NoServer } from './presence.ts';

/** What a button says, and what it does. */
export type Ways = Readonly<Record<string, () => unknown>>;

/** Those on the screen: the same is not said twice at once. */
const shown = new Set<string>();

export function tell(kind: keyof typeof kinds, message: string, ways: Ways): void {
  if (shown.has(message)) return;
  shown.add(message);
  kinds[kind](message, ...Object.keys(ways)).then((chosen) => {
    shown.delete(message);
    if (chosen !== undefined) ways[chosen]?.();
  });
}

const kinds = {
  information: (message: string, ...buttons: string[]) => vscode.window.showInformationMessage(message, ...buttons),
  warning: (message: string, ...buttons: string[]) => vscode.window.showWarningMessage(message, ...buttons),
  error: (message: string, ...buttons: string[]) => vscode.window.showErrorMessage(message, ...buttons),
};

/** A command that could not do what it was asked. */
export function tellFailure(log: vscode.LogOutputChannel, error: unknown): void {
  // Whoever cancelled it knows, and so does who disposed of us.
  if (error instanceof vscode.CancellationError) return;
  if (error instanceof NoServer) {
    tellNoServer(error);
    return;
  }
  log.error(error instanceof Error ? error : String(error));
  const message = vscode.l10n.t('Tech Spec could not do that: {0}', reasonOf(error));
  tell('error', message, { [vscode.l10n.t('Show Output')]: ours('showOutput') });
}

/** There is no server, and why; that stands in the log already. */
export function tellNoServer({ message }: NoServer): void {
  tell('error', message, {
    [vscode.l10n.t('Restart Server')]: ours('restartServer'),
    [vscode.l10n.t('Show Output')]: ours('showOutput'),
  });
}

/** A command that needs a spec, in a document that is none. */
export function tellNoSpec(): void {
  tell('information', vscode.l10n.t('This document is no technical specification.'), {
    [vscode.l10n.t('Insert Template')]: ours('insertTemplate'),
  });
}

/** The template in force cannot be read. */
export function tellNoTemplate(): void {
  tell(
    'error',
    vscode.l10n.t('There is nothing to start from: the template in force cannot be read.'),
    openSettings('techSpec.template'),
  );
}

/** Buttons that lead to a Markdown document: one that is there, or a new one. */
export function openDocument(): Ways {
  return {
    [vscode.l10n.t('Go to File')]: () => vscode.commands.executeCommand('workbench.action.quickOpen', '.md'),
    [vscode.l10n.t('New Tech Spec')]: ours('newSpec'),
  };
}

/** A button that opens a folder. */
export function openFolder(): Ways {
  return { [vscode.l10n.t('Open Folder')]: () => vscode.commands.executeCommand('vscode.openFolder') };
}

/** A button that opens a setting of ours. */
export function openSettings(setting: string): Ways {
  const open = () => vscode.commands.executeCommand('workbench.action.openSettings', setting);
  return { [vscode.l10n.t('Open Settings')]: open };
}

/** What a button does: a command of ours, which is gone where it is clicked when we are disposed of. */
export function ours(command: string): () => unknown {
  return () => vscode.commands.executeCommand(`techSpec.${command}`).then(undefined, () => {});
}

/** An error in its own words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
