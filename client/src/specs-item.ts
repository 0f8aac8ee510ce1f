/** How specs and their templates look in the tree: what they are called, how far they are, and the same for who listens. */
import * as vscode from 'vscode';
import type { SpecSummary } from '../../server/src/lsp/protocol-specs.ts';
import { templateName } from './template-actions.ts';

/** A template with the specs that follow it, by path. */
export interface SpecGroup {
  readonly id: string;
  readonly template: SpecSummary['template'];
  /** Another template is called the same. */
  readonly isAmbiguous: boolean;
  readonly specs: readonly SpecSummary[];
}

/** By the templates' names. */
export function groupsOf(found: Iterable<SpecSummary>): readonly SpecGroup[] {
  const byTemplate = new Map<string, SpecSummary[]>();
  for (const summary of found) {
    const key = `template ${summary.template.uri ?? ''}`;
    const others = byTemplate.get(key);
    if (others === undefined) byTemplate.set(key, [summary]);
    else others.push(summary);
  }
  const groups = Array.from(byTemplate, ([id, specs]) => ({ id, template: specs[0]!.template, specs }));
  const named = (name: string) => groups.filter(({ template }) => template.name === name).length;
  return groups
    .map((group) => ({ ...group, specs: byPath(group.specs), isAmbiguous: 1 < named(group.template.name) }))
    .sort((a, b) => inOrder(a.template.name, b.template.name) || inOrder(a.id, b.id));
}

export function groupItem({ id, template, isAmbiguous, specs }: SpecGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(template.name, vscode.TreeItemCollapsibleState.Expanded);
  const count = specs.length === 1 ? vscode.l10n.t('1 spec') : vscode.l10n.t('{0} specs', specs.length);
  const path = isAmbiguous && template.uri !== null ? [pathOf(vscode.Uri.parse(template.uri))] : [];
  item.id = id;
  item.iconPath = new vscode.ThemeIcon('book');
  item.description = [count, ...path].join(' · ');
  item.tooltip = vscode.l10n.t('Template: {0}', templateName(template));
  item.accessibilityInformation = { label: [template.name, count, ...path].join(', '), role: 'treeitem' };
  return item;
}

export function specItem(summary: SpecSummary): vscode.TreeItem {
  const { template, stage, progress, counts } = summary;
  const uri = vscode.Uri.parse(summary.uri);
  const path = pathOf(uri);
  const label = summary.title ?? path.slice(path.lastIndexOf('/') + 1);
  const answered = vscode.l10n.t('{0} of {1} sections answered', progress.done, progress.of);
  const isReady = stage === 'ready';
  const ready = isReady ? [vscode.l10n.t('ready')] : [];
  const loud = countsOf({ ...counts, information: 0 });
  const all = countsOf(counts);
  const item = new vscode.TreeItem(label);
  item.id = summary.uri;
  item.iconPath = iconOf(summary);
  // The path comes last: it is the first to be cut off, and stands in the tooltip too.
  item.description = [`${progress.done}/${progress.of}`, ...ready, ...loud, path].join(' · ');
  item.tooltip = [
    path,
    answered,
    ...(0 < all.length ? [all.join(', ')] : []),
    isReady ? vscode.l10n.t('Checked as ready') : vscode.l10n.t('Checked as a draft'),
    vscode.l10n.t('Template: {0}', templateName(template)),
  ].join('\n');
  item.accessibilityInformation = { label: [label, answered, ...ready, ...all, path].join(', '), role: 'treeitem' };
  // VS Code's own command opens a preview, and beside the editor where Alt is held.
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Spec'), arguments: [uri] };
  return item;
}

/** Only what claims to be ready has a colour for what it lacks: a draft is not late. */
function iconOf({ stage, progress: { done, of }, counts }: SpecSummary): vscode.ThemeIcon {
  const icon = (name: string, color: string) => new vscode.ThemeIcon(name, new vscode.ThemeColor(color));
  if (stage === 'ready' && 0 < counts.error) return icon('error', 'problemsErrorIcon.foreground');
  if (stage === 'ready' && 0 < counts.warning) return icon('warning', 'problemsWarningIcon.foreground');
  if (done === of) return icon('pass-filled', 'testing.iconPassed');
  return icon(done === 0 ? 'circle-large-outline' : 'color-mode', 'icon.foreground');
}

function countsOf({ error, warning, information }: SpecSummary['counts']): readonly string[] {
  const words = [
    error === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', error),
    warning === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warning),
    information === 1 ? vscode.l10n.t('1 info') : vscode.l10n.t('{0} infos', information),
  ];
  const counts = [error, warning, information];
  return words.filter((_, at) => 0 < (counts[at] ?? 0));
}

function byPath(specs: readonly SpecSummary[]): readonly SpecSummary[] {
  const paths = new Map(specs.map((spec) => [spec, pathOf(vscode.Uri.parse(spec.uri))]));
  return specs.toSorted((a, b) => inOrder(paths.get(a) ?? '', paths.get(b) ?? ''));
}

function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** Made when it is needed: that takes longer than all else that is run of us before we are activated. */
let collator: Intl.Collator | undefined;

/** As people count: 2 before 10. */
function inOrder(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true });
  return collator.compare(a, b);
}
