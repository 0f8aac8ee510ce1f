// New Tech Spec where its file cannot be written: nothing is lost, and nothing is left half done.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FailingFiles } from './memory-files.mts';
import { answer, closeAll, techSpec } from './workbench.mts';

describe('New Tech Spec on a disk that fails', () => {
  const files = new FailingFiles();
  const shelf = vscode.Uri.from({ scheme: 'tech-spec-failing', path: '/shelf' });
  let registered: vscode.Disposable | undefined;

  before(async () => {
    await techSpec();
    registered = vscode.workspace.registerFileSystemProvider(shelf.scheme, files);
    files.writeFile(vscode.Uri.joinPath(shelf, 'mine.md'), new TextEncoder().encode('Mine.\n'));
  });
  afterEach(closeAll);
  after(() => registered?.dispose());

  for (const step of ['createDirectory', 'writeFile', 'rename'] as const) {
    it(`loses nothing where ${step} fails, and leaves nothing behind`, async () => {
      files.failing = step;
      // A folder that is there nobody creates.
      const folder = step === 'createDirectory' ? vscode.Uri.joinPath(shelf, 'new') : shelf;
      const done = vscode.commands.executeCommand('techSpec.newSpec', folder);
      await answer('workbench.action.acceptSelectedQuickOpenItem', done);
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document?.isUntitled);
      assert.match(document.getText(), /## Summary:[\s\S]*## Deployment:/);
      assert.deepEqual(files.readDirectory(shelf), [['mine.md', vscode.FileType.File]]);
    });
  }

  it('writes the file where nothing fails', async () => {
    files.failing = undefined;
    const done = vscode.commands.executeCommand('techSpec.newSpec', shelf);
    await answer('workbench.action.acceptSelectedQuickOpenItem', done);
    const names = files.readDirectory(shelf).map(([name]) => name);
    assert.deepEqual(names, ['mine.md', 'new.tech-spec.md']);
  });
});
