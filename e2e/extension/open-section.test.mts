// Stepping from one section that is still to be written to the next.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, moveTo, openText, selected, selectionsAreBack, spec, techSpec } from './workbench.mts';

const text = spec(`## Summary:

Trains run at night.

## Scope:

Define the scope of the project, including what is within scope and what is out of scope.

## Data model:

`);

describe('Next and Previous Open Section', () => {
  before(techSpec);
  afterEach(closeAll);

  it('selects the guidance to type over', async () => {
    const editor = await openText(text);
    await moveTo(editor, 'Trains');
    await vscode.commands.executeCommand('techSpec.nextOpenSection');
    assert.match(selected(editor), /^Define the scope.*out of scope\.$/);
  });

  it('goes on to the empty place under a heading', async () => {
    const editor = await openText(text);
    await moveTo(editor, 'Define');
    await vscode.commands.executeCommand('techSpec.nextOpenSection');
    await selectionsAreBack();
    await vscode.commands.executeCommand('techSpec.nextOpenSection');
    const { line } = editor.selection.active;
    assert.equal(editor.document.lineAt(line).text, '');
    assert.equal(editor.document.lineAt(line - 2).text, '## Data model:');
  });

  it('goes back', async () => {
    const editor = await openText(text);
    await moveTo(editor, '## Data model');
    await vscode.commands.executeCommand('techSpec.previousOpenSection');
    assert.match(selected(editor), /^Define the scope/);
  });

  it('has a key that VS Code leaves free', async () => {
    const defaults = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const bound = Array.from(defaults.getText().matchAll(/"key": "(.*)",[^{]*?"command": "(.*)"/g));
    const ours = bound.filter(([, , command]) => command?.startsWith('techSpec.')).map(([, key]) => key);
    assert.equal(ours.length, 2);
    const others = bound.filter(([, key, command]) => ours.includes(key) && !command?.startsWith('techSpec.'));
    assert.deepEqual(others, []);
  });
});
