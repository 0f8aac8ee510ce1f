/** How a section looks in the tree: its state as icon, as words, and for who listens. */
import * as vscode from 'vscode';
import type { OutlineSection, OutlineStatus } from '../../server/src/lsp/protocol.ts';
import type { Entry } from './outline-entries.ts';

interface Look {
  readonly icon: string;
  readonly color: string;
  readonly words: string;
}

export function outlineItem(entry: Entry): vscode.TreeItem {
  const { id, section } = entry;
  return section === undefined ? listedItem(entry) : sectionItem(entry, section, id);
}

/** What a section lists: quiet, and a way there. */
function listedItem({ id, name, children }: Entry): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, children.length === 0 ? None : Collapsed);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon('circle-small-filled');
  item.tooltip = name;
  item.accessibilityInformation = { label: name, role: 'treeitem' };
  item.command = { command: 'techSpec.outline.open', title: vscode.l10n.t('Go to Section'), arguments: [id] };
  return item;
}

function sectionItem(entry: Entry, section: OutlineSection, id: string): vscode.TreeItem {
  const { name, status, required, toCome, takesNotApplicable } = section;
  const isOptional = status === 'missing' && !required;
  const { icon, color, words } = isOptional ? optional() : looks()[status];
  const item = new vscode.TreeItem(name, foldOf(entry, section));
  item.id = id;
  // What is still to come has no colour: nothing is late yet.
  const isQuiet = toCome && QUIET.has(status);
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(isQuiet ? 'icon.foreground' : color));
  item.description = status === 'done' ? '' : words;
  item.tooltip = tooltip(section, words);
  item.accessibilityInformation = { label: `${name}, ${words}`, role: 'treeitem' };
  // What can be done with it: the manifest's menus look for these words.
  const kind = status === 'missing' ? 'missing' : 'written';
  item.contextValue = takesNotApplicable ? `${kind} takesNotApplicable` : kind;
  const title = status === 'missing' ? vscode.l10n.t('Insert Section') : vscode.l10n.t('Go to Section');
  item.command = { command: 'techSpec.outline.open', title, arguments: [id] };
  return item;
}

/** The template's subsections are open to be seen; what a section lists is there for who looks for it. */
function foldOf({ children }: Entry, section: OutlineSection): vscode.TreeItemCollapsibleState {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  if (children.length === 0) return None;
  return section.entries.length < children.length ? Expanded : Collapsed;
}

const QUIET: ReadonlySet<OutlineStatus> = new Set(['empty', 'guidance', 'unfinished', 'missing']);

function looks(): Record<OutlineStatus, Look> {
  return {
    done: { icon: 'pass-filled', color: 'testing.iconPassed', words: vscode.l10n.t('answered') },
    'not-applicable': { icon: 'circle-slash', color: 'testing.iconPassed', words: vscode.l10n.t('not applicable') },
    empty: { icon: 'circle-large-outline', color: 'techSpec.openSection', words: vscode.l10n.t('empty') },
    guidance: { icon: 'edit', color: 'techSpec.openSection', words: vscode.l10n.t('template’s words') },
    unfinished: { icon: 'watch', color: 'techSpec.openSection', words: vscode.l10n.t('unfinished') },
    overlong: { icon: 'warning', color: 'techSpec.openSection', words: vscode.l10n.t('outside its limit') },
    missing: { icon: 'add', color: 'techSpec.openSection', words: vscode.l10n.t('missing') },
  };
}

function optional(): Look {
  return { icon: 'add', color: 'disabledForeground', words: vscode.l10n.t('optional') };
}

/** Guidance is Markdown from a workspace: without HTML, without trust, and without images, which would be fetched. */
function tooltip({ name, guidance, limit, line }: OutlineSection, words: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString()
    .appendMarkdown('**')
    .appendText(name)
    .appendMarkdown('** · ')
    .appendText(words);
  if (limit !== null) text.appendMarkdown(' · ').appendText(limit);
  text.appendMarkdown(`\n\n${guidance.replaceAll('![', '!\\[')}\n\n*`);
  return text.appendText(vscode.l10n.t('Line {0} of the template', line + 1)).appendMarkdown('*');
}
