/** Templates shown while somebody chooses between them: one at a time, and in the end the editors are as they were. */
import * as vscode from 'vscode';

export interface TemplatePreview {
  /** The focus stays where it is. What cannot be opened is not shown. */
  show(address: string): void;
  /** Closes what was opened, and shows what was shown before. */
  close(): Promise<void>;
}

export function templatePreview(): TemplatePreview {
  const before = shownIn(vscode.window.tabGroups.activeTabGroup);
  const opened = new Set<string>();
  let wanted: string | undefined;
  let last: Promise<void> = Promise.resolve();

  async function open(address: string): Promise<void> {
    // Whoever moves on quickly does not wait for what was passed by.
    if (address !== wanted) return;
    const uri = vscode.Uri.parse(address);
    if (!isOpen(uri)) opened.add(uri.toString());
    await vscode.window.showTextDocument(uri, { preview: true, preserveFocus: true });
  }

  return {
    show(address) {
      wanted = address;
      last = last.then(() => open(address)).catch(() => {});
    },
    async close() {
      wanted = undefined;
      await last;
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      const ours = tabs.filter((tab) => opened.has(addressOf(tab) ?? '') && !tab.isDirty && !wasKept(tab));
      await vscode.window.tabGroups.close(ours, true);
      const now = shownIn(vscode.window.tabGroups.activeTabGroup);
      if (before === undefined || now?.uri.toString() === before.uri.toString()) return;
      await vscode.commands.executeCommand('vscode.open', before.uri, { preview: before.isPreview });
    },
  };
}

interface Shown {
  readonly uri: vscode.Uri;
  readonly isPreview: boolean;
}

function shownIn({ activeTab }: vscode.TabGroup): Shown | undefined {
  const uri = activeTab && uriOf(activeTab);
  return uri && { uri, isPreview: activeTab.isPreview };
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.activeTabGroup.tabs.some((tab) => addressOf(tab) === uri.toString());
}

/** A preview that somebody made a tab of its own. */
function wasKept({ isPreview }: vscode.Tab): boolean {
  return !isPreview && vscode.workspace.getConfiguration('workbench.editor').get('enablePreview') !== false;
}

function addressOf(tab: vscode.Tab): string | undefined {
  return uriOf(tab)?.toString();
}

function uriOf({ input }: vscode.Tab): vscode.Uri | undefined {
  const hasUri =
    input instanceof vscode.TabInputText ||
    input instanceof vscode.TabInputCustom ||
    input instanceof vscode.TabInputNotebook;
  return hasUri ? input.uri : undefined;
}
