/** Use This File as a Template: what that would mean is shown before anything is written. */
import * as vscode from 'vscode';
import { proposeTemplate, type TemplateProposal } from '../../server/src/lsp/protocol.ts';
import { toRange } from './editing.ts';
import type { Parts } from './parts.ts';
import { openFolder, tell } from './tell.ts';

interface Choice extends vscode.QuickPickItem {
  /** True: ask again. */
  readonly go?: () => Promise<boolean>;
}

/** `argument` is the file that a menu was opened on; else it is the active one, or one that is asked for. */
export async function useAsTemplate({ server }: Parts, argument: unknown): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const uri = argument instanceof vscode.Uri ? argument : (active ?? (await askFile()));
  if (uri === undefined) return;
  let files: readonly string[] | null = null;
  for (let isOpen = true; isOpen; ) {
    const asked = { uri: uri.toString(), files };
    const proposal = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: title() },
      () => server.ask(proposeTemplate, asked),
    );
    if (proposal === null) {
      tell('information', vscode.l10n.t('A template must be a file in a folder that is open.'), openFolder());
      return;
    }
    const chosen = await vscode.window.showQuickPick(
      choicesOf(proposal, (patterns) => (files = patterns)),
      {
        title: title(),
        placeHolder: proposal.problem ?? vscode.l10n.t('Nothing is written yet: a finding leads to its place'),
      },
    );
    isOpen = (await chosen?.go?.()) === true;
  }
}

function title(): string {
  return vscode.l10n.t('Use This File as a Template');
}

/** Undefined where the question was cancelled. */
async function askFile(): Promise<vscode.Uri | undefined> {
  const filters = { [vscode.l10n.t('Templates')]: ['md', 'markdown', 'yml', 'yaml'] };
  const [uri] = (await vscode.window.showOpenDialog({ title: title(), openLabel: title(), filters })) ?? [];
  return uri;
}

function choicesOf(proposal: TemplateProposal, onPatterns: (patterns: readonly string[]) => void): Choice[] {
  const { configuration, files, findings, problem, summary } = proposal;
  const name = configuration.uri.slice(configuration.uri.lastIndexOf('/') + 1);
  const target = vscode.Uri.parse(configuration.uri);
  const write: Choice = {
    label: configuration.edit === null ? vscode.l10n.t('Write {0}', name) : vscode.l10n.t('Add to {0}', name),
    detail: summary,
    iconPath: new vscode.ThemeIcon('check'),
    go: async () => {
      await writeConfiguration(target, configuration);
      return false;
    },
  };
  const change: Choice = {
    label: vscode.l10n.t('Other Documents …'),
    detail: files.join(', '),
    iconPath: new vscode.ThemeIcon('edit'),
    go: async () => {
      const patterns = await askPatterns(files);
      if (patterns !== undefined) onPatterns(patterns);
      return true;
    },
  };
  const open: Choice = {
    label: vscode.l10n.t('Open {0}', name),
    iconPath: new vscode.ThemeIcon('go-to-file'),
    go: async () => {
      await vscode.window.showTextDocument(target);
      return false;
    },
  };
  const isThere = configuration.edit !== null || (problem !== null && configuration.text !== '');
  return [...(problem === null ? [write] : []), change, ...(isThere ? [open] : []), ...placesOf(findings)];
}

/** A click goes there, and ends the question. */
function placesOf(findings: TemplateProposal['findings']): Choice[] {
  if (findings.length === 0) return [];
  const places = findings.map(({ uri, path, range, message }) => ({
    // A document's own words are not to become icons.
    label: message.replaceAll('$(', '\\$('),
    description: path,
    iconPath: new vscode.ThemeIcon('warning'),
    go: async () => {
      await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection: toRange(range) });
      return false;
    },
  }));
  return [{ label: vscode.l10n.t('Found'), kind: vscode.QuickPickItemKind.Separator }, ...places];
}

/** Undefined where the question was cancelled. */
async function askPatterns(files: readonly string[]): Promise<readonly string[] | undefined> {
  const said = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('The documents that are to follow it, as patterns with commas between'),
    placeHolder: 'docs/specs/**/*.md',
    value: files.join(', '),
  });
  const patterns = said?.split(',').map((each) => each.trim());
  return patterns?.filter((each) => each !== '');
}

/** A file that is there gets the entry only, and is saved where it had been. */
async function writeConfiguration(uri: vscode.Uri, { edit, text }: TemplateProposal['configuration']): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  const before = edit === null ? undefined : await vscode.workspace.openTextDocument(uri);
  const wasDirty = before?.isDirty === true;
  if (edit === null) change.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  else change.replace(uri, toRange(edit.range), edit.newText);
  if (!(await vscode.workspace.applyEdit(change))) throw new Error(vscode.l10n.t('the file could not be written'));
  if (before !== undefined && !wasDirty) await before.save();
  await vscode.window.showTextDocument(uri);
}
