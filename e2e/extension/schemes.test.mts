// Markdown that is nobody's file, however much it looks like a spec: old versions, what programs print, cells of notebooks.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, openText, techSpec, until } from './workbench.mts';

const half =
  '# Night trains\n\n## Summary:\n\nTrains run at night.\n\n## Scope:\n\nTBD\n\n## APIs:\n\nNone.\n\n## Testing:\n\nBy hand.\n\n## Deployment:\n\nN/A\n';

describe('Markdown of other schemes', () => {
  before(techSpec);
  afterEach(closeAll);

  for (const scheme of ['review', 'output', 'comment']) {
    it(`${scheme}: has no findings and no outline`, async () => {
      const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
        provideTextDocumentContent: () => half,
      });
      try {
        const uri = vscode.Uri.from({ scheme, path: '/tech-specs/night-trains.tech-spec.md' });
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.languages.setTextDocumentLanguage(document, 'markdown');
        const editor = await vscode.window.showTextDocument(document, { preview: false });
        assert.deepEqual([document.languageId, document.getText()], ['markdown', half]);
        assert.deepEqual(await shown(), []);
        await othersAreChecked();
        assert.deepEqual(findings(editor), []);
      } finally {
        provider.dispose();
      }
    });
  }

  it('cells of notebooks: have no findings', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, half, 'markdown');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    const { document } = notebook.cellAt(0);
    await vscode.window.showNotebookDocument(notebook);
    assert.deepEqual([document.languageId, document.getText()], ['markdown', half]);
    assert.deepEqual(await shown(), []);
    await othersAreChecked();
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});

/** Resolves when the same text, untitled and opened later, has findings: whatever came before it has been asked about. */
async function othersAreChecked(): Promise<void> {
  const editor = await openText(half);
  await until(
    'findings',
    () => findings(editor),
    (lines) => lines.includes('unfinished-section: ## Scope:'),
  );
}

/** What the outline lists. */
async function shown(): Promise<readonly string[]> {
  const { outline, settled } = await techSpec();
  await settled();
  return (await outline.getChildren()) ?? [];
}
