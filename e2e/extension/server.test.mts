// What outlives a restart of the server, and what the server is started with.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, openText, replace, techSpec, until, withSetting } from './workbench.mts';

const half =
  '## Summary:\n\nTrains run at night.\n\n## Scope:\n\nTBD\n\n## APIs:\n\nNone.\n\n## Testing:\n\nBy hand.\n\n## Deployment:\n\nN/A\n';

describe('the server', () => {
  before(techSpec);
  afterEach(closeAll);

  it('goes on after a restart as if nothing had been', async () => {
    const editor = await openText(half);
    const before = await until(
      'findings',
      () => findings(editor),
      (lines) => 0 < lines.length,
    );
    await vscode.commands.executeCommand('techSpec.restartServer');
    await until(
      'the same findings',
      () => findings(editor),
      (lines) => lines.join() === before.join(),
    );
    await replace(editor, 'TBD', 'Trains only.');
    await until(
      'fewer',
      () => findings(editor),
      (lines) => lines.length === before.length - 1,
    );
  });

  it('survives two restarts at once', async () => {
    const editor = await openText(half);
    const restart = () => vscode.commands.executeCommand('techSpec.restartServer');
    await Promise.all([restart(), restart()]);
    await until(
      'findings',
      () => findings(editor),
      (lines) => 0 < lines.length,
    );
  });

  it('gives symbols only where the built-in outline is not enough', async () => {
    const editor = await openText(half);
    const roots = async () => {
      // Undefined where nobody knows of any yet.
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      return (symbols ?? []).filter(({ name }) => name.includes('Summary')).length;
    };
    await until('one provider', roots, (count) => count === 1);
    await withSetting('outline.symbols', 'on', () => until('two providers', roots, (count) => count === 2));
    await until('one provider again', roots, (count) => count === 1);
  });

  it('shows the built-in template, read-only', async () => {
    // It comes from the server, which may just be starting.
    const uri = vscode.Uri.parse('tech-spec:/tech-spec.md');
    const open = () => vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
    const document = await until('a document', open);
    assert.match(document?.getText() ?? '', /^---\nname: Technical Specification\n[\s\S]*## Deployment:/);
    assert.notEqual(vscode.workspace.fs.isWritableFileSystem('tech-spec'), true);
  });
});
