/** Explain This Template: what the server understood, as a read-only page beside the document. */
import * as vscode from 'vscode';
import { type ExplainParams, explain } from '../../server/src/lsp/protocol.ts';
import type { CurrentSpec } from './current-spec.ts';
import type { Parts } from './parts.ts';
import type { Server } from './server.ts';
import { openDocument, tell } from './tell.ts';

export const explanationScheme = 'tech-spec-explanation';

export interface Explanations extends vscode.Disposable {
  /** Those that are open are asked for anew. */
  refresh(): void;
}

/** Texts of the pages; asked for anew when the server's answers may differ. */
export function serveExplanations(server: Server): Explanations {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  function refresh(): void {
    const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === explanationScheme);
    for (const { uri } of open) changed.fire(uri);
  }
  async function provideTextDocumentContent({ query }: vscode.Uri): Promise<string> {
    const explained = server.running ? await server.ask(explain, JSON.parse(query) as ExplainParams) : null;
    return explained?.markdown ?? vscode.l10n.t('There is nothing to explain: the file cannot be read.');
  }
  const provider = { onDidChange: changed.event, provideTextDocumentContent };
  const registered = [
    changed,
    server.onDidChange(refresh),
    vscode.workspace.onDidSaveTextDocument(refresh),
    vscode.workspace.registerTextDocumentContentProvider(explanationScheme, provider),
  ];
  return { refresh, dispose: () => vscode.Disposable.from(...registered).dispose() };
}

/** `argument` is the file that a menu was opened on; else it is the active one. */
export async function explainTemplate({ server, current, explanations }: Parts, argument: unknown): Promise<void> {
  const uri = argument instanceof vscode.Uri ? argument : fileToExplain(current);
  if (uri === undefined) {
    tell('information', vscode.l10n.t('Open a specification or a template first.'), openDocument());
    return;
  }
  await server.started();
  explanations.refresh();
  const asked: ExplainParams = { uri: uri.toString(), as: 'document' };
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const page = vscode.Uri.from({
    scheme: explanationScheme,
    // The name of its tab.
    path: `/${vscode.l10n.t('{0} explained', name)}.md`,
    query: JSON.stringify(asked),
  });
  await vscode.workspace.openTextDocument(page);
  try {
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  } catch {
    // The built-in Markdown extension may be switched off.
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}

/** A preview has no editor: then it is the document followed before. */
function fileToExplain({ document }: CurrentSpec): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  return active === undefined || active.scheme === explanationScheme ? document?.uri : active;
}
