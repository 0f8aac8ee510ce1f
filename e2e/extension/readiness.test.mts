// The strict stage, what it lists, and the way back.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, openFile, openText, select, techSpec, until } from './workbench.mts';

const half =
  '## Summary:\n\nTrains run at night.\n\n## Scope:\n\n## APIs:\n\nNone.\n\n## Testing:\n\nBy hand.\n\n## Deployment:\n\nN/A\n';

describe('Check Readiness', () => {
  before(techSpec);
  afterEach(closeAll);

  it('makes the check strict, and soft again', async () => {
    const editor = await openText(half);
    await until(
      'findings',
      () => findings(editor),
      (lines) => 0 < lines.length,
    );
    const list = vscode.commands.executeCommand('techSpec.checkReadiness');
    await until(
      'errors',
      () => errors(editor),
      (count) => 0 < count,
    );
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await list;
    await vscode.commands.executeCommand('techSpec.backToDraft');
    await until(
      'no errors',
      () => errors(editor),
      (count) => count === 0,
    );
  });

  it('lists what is left, and goes to what is chosen', async () => {
    const editor = await openText(half);
    await select(editor, new vscode.Position(4, 0));
    let isDone = false;
    const list = Promise.resolve(vscode.commands.executeCommand('techSpec.checkReadiness')).finally(() => {
      isDone = true;
    });
    await until('the list is answered', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    });
    await list;
    const { Error: error } = vscode.DiagnosticSeverity;
    const all = vscode.languages.getDiagnostics(editor.document.uri).filter(({ severity }) => severity === error);
    const [first] = all.map(({ range }) => range.start.line).sort((a, b) => a - b);
    assert.equal(editor.selection.active.line, first);
  });

  it('is said in the status bar for as long as it is strict', async () => {
    await openText(half);
    const { settled, status } = await techSpec();
    const shown = async () => {
      await settled();
      return status.text;
    };
    await until('a draft', shown, (text) => text === '4/10');
    const list = vscode.commands.executeCommand('techSpec.checkReadiness');
    await until('ready', shown, (text) => text === '4/10 · ready');
    assert.equal(status.accessibilityInformation?.label, '4 of 10 sections answered, Checked as ready');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await list;
    await vscode.commands.executeCommand('techSpec.backToDraft');
    await until('a draft again', shown, (text) => text === '4/10');
  });

  it('asks nothing of a finished spec', async () => {
    const editor = await openFile('tech-specs/profile-pictures.md');
    const { settled, status } = await techSpec();
    await settled();
    assert.equal(status.text, '10/10');
    await vscode.commands.executeCommand('techSpec.checkReadiness');
    assert.equal(errors(editor), 0);
    await vscode.commands.executeCommand('techSpec.backToDraft');
  });
});

function errors({ document }: vscode.TextEditor): number {
  const { Error: error } = vscode.DiagnosticSeverity;
  return vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === error).length;
}
