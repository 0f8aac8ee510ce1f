/** The question for a new spec's title. */
import * as vscode from 'vscode';

export interface TitleQuestion {
  /** The name of the template that was chosen, where one was. */
  readonly template?: string | undefined;
  /** What was typed before. */
  readonly value?: string;
  /** It offers another template, too. */
  readonly offersAnother?: boolean;
}

export interface TitleAnswer {
  /** Empty leaves the title as the template has it. */
  readonly title: string;
  /** Another template is to be chosen before. */
  readonly wantsAnother: boolean;
}

/** Undefined where the question was cancelled. */
export function askTitle({
  template,
  value = '',
  offersAnother = false,
}: TitleQuestion): Promise<TitleAnswer | undefined> {
  const box = vscode.window.createInputBox();
  box.title = template === undefined ? vscode.l10n.t('New Tech Spec') : vscode.l10n.t('New Tech Spec: {0}', template);
  box.prompt = vscode.l10n.t('What it is about, in a few words');
  box.placeholder = vscode.l10n.t('Title');
  box.value = value;
  box.valueSelection = [value.length, value.length];
  // Who has chosen a template may want to read it.
  box.ignoreFocusOut = template !== undefined;
  const another = { iconPath: new vscode.ThemeIcon('book'), tooltip: vscode.l10n.t('Use Another Template …') };
  if (offersAnother) box.buttons = [another];
  return new Promise((resolve) => {
    const answer = (wantsAnother: boolean) => {
      resolve({ title: box.value.trim(), wantsAnother });
      box.hide();
    };
    box.onDidAccept(() => answer(false));
    box.onDidTriggerButton(() => answer(true));
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
