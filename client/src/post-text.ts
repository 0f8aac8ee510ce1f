/** The text that is about to be posted, as a read-only document below the one it comes from, for as long as it is asked about. */
import * as vscode from 'vscode';

export const postScheme = 'tech-spec-post';

export interface PostTexts extends vscode.Disposable {
  /** Below the active editor: beside it, what asks at the top of the window would lie over its first lines. */
  show(title: string, body: string): Promise<ShownText>;
}

export interface ShownText {
  close(): Promise<void>;
}

export function servePostTexts(): PostTexts {
  const texts = new Map<string, string>();
  const registered = vscode.workspace.registerTextDocumentContentProvider(postScheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  let count = 0;
  return {
    async show(title, body) {
      // Its tab is named for the title; VS Code would show an older text again under the same address.
      const path = `/${title.replaceAll(/[/\\?#\s]+/g, ' ').trim() || '…'}.md`;
      const uri = vscode.Uri.from({ scheme: postScheme, path, query: String((count += 1)) });
      texts.set(uri.toString(), `${body}\n`);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.commands.executeCommand('workbench.action.newGroupBelow');
      await vscode.window.showTextDocument(document, { preserveFocus: true, preview: true });
      return {
        async close() {
          texts.delete(uri.toString());
          const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
          const ours = tabs.filter(
            ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
          );
          await vscode.window.tabGroups.close(ours, true);
        },
      };
    },
    dispose: () => registered.dispose(),
  };
}
