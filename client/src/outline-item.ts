/** How a section looks in the tree: its state as icon, as words, and for who listens. */
import * as vscode from 'vscode';
import type { OutlineStatus } from '../../server/src/lsp/protocol.ts';
import type { Entry } from './outline-view.ts';

interface Look {
  readonly icon: string;
  readonly color: string;
  readonly words: string;
}

export function outlineItem({ id, section, children }: Entry): vscode.TreeItem {
  const { name, status, required, toCome } = section;
  const isOptional = status === 'missing' && !required;
  const { icon, color, words } = isOptional ? optional() : looks()[status];
  const { None, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, children.length === 0 ? None : Expanded);
  item.id = id;
  // What is still to come has no colour: nothing is late yet.
  const isQuiet = toCome && QUIET.has(status);
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(isQuiet ? 'icon.foreground' : color));
  item.description = status === 'done' ? '' : words;
  item.tooltip = tooltip(section, words);
  item.accessibilityInformation = { label: `${name}, ${words}`, role: 'treeitem' };
  item.contextValue = status === 'missing' ? 'missing' : 'written';
  const title = status === 'missing' ? vscode.l10n.t('Insert Section') : vscode.l10n.t('Go to Section');
  item.command = { command: 'techSpec.outline.open', title, arguments: [id] };
  return item;
}

const QUIET: ReadonlySet<OutlineStatus> = new Set(['empty', 'guidance', 'unfinished', 'missing']);

function looks(): Record<OutlineStatus, Look> {
  return {
    done: { icon: 'pass-filled', color: 'testing.iconPassed', words: vscode.l10n.t('answered') },
    'not-applicable': { icon: 'circle-slash', color: 'testing.iconPassed', words: vscode.l10n.t('not applicable') },
    empty: { icon: 'circle-large-outline', color: 'list.warningForeground', words: vscode.l10n.t('empty') },
    guidance: { icon: 'edit', color: 'list.warningForeground', words: vscode.l10n.t('template’s words') },
    unfinished: { icon: 'watch', color: 'list.warningForeground', words: vscode.l10n.t('unfinished') },
    overlong: { icon: 'warning', color: 'list.warningForeground', words: vscode.l10n.t('outside its limit') },
    missing: { icon: 'add', color: 'list.warningForeground', words: vscode.l10n.t('missing') },
  };
}

function optional(): Look {
  return { icon: 'add', color: 'disabledForeground', words: vscode.l10n.t('optional') };
}

/** Guidance is Markdown from a workspace: without HTML, without trust, and without images, which would be fetched. */
function tooltip({ name, guidance, limit }: Entry['section'], words: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString()
    .appendMarkdown('**')
    .appendText(name)
    .appendMarkdown('** · ')
    .appendText(words);
  if (limit !== null) text.appendMarkdown(' · ').appendText(limit);
  return text.appendMarkdown(`\n\n${guidance.replaceAll('![', '!\\[')}`);
}
