// What the Spec Outline's entries list, what can be done with them, and what is left when only open ones are shown.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openText, select, spec, techSpec, until } from './workbench.mts';

const text = spec(
  '## Summary:\n\nTrains run at night.\n\n## User Stories:\n\n- As a rider, I want a bed\n- As a guard, I want a list\n\n## APIs:\n\nTBD\n\n## Testing:\n\nN/A\n',
);

describe('an entry of the Spec Outline', () => {
  before(techSpec);
  afterEach(async () => {
    await vscode.commands.executeCommand('techSpec.outline.showAll');
    await closeAll();
  });

  it('lists what its section lists, folded', async () => {
    await openText(text);
    const stories = await entry('User Stories');
    assert.equal(stories.item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.deepEqual(await labels(stories.id), ['As a rider, I want a bed', 'As a guard, I want a list']);
    const [rider] = await items(stories.id);
    assert.deepEqual(rider?.item.accessibilityInformation, { label: 'As a rider, I want a bed', role: 'treeitem' });
  });

  it('leads to what it lists', async () => {
    const editor = await openText(text);
    const [, guard] = await items((await entry('User Stories')).id);
    const { command } = guard?.item ?? {};
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '- As a guard, I want a list');
  });

  it('says what can be done with it', async () => {
    await openText(text);
    const states = (await items()).map(({ item }) => `${item.label}: ${item.contextValue}`);
    assert.deepEqual(states.slice(0, 6), [
      'Summary: written',
      'Scope: missing takesNotApplicable',
      'Data model: missing takesNotApplicable',
      'User Stories: written',
      'Implementation Details: missing takesNotApplicable',
      'APIs: written takesNotApplicable',
    ]);
  });

  it('is open, or is left out where only those are wanted', async () => {
    await openText(text);
    await vscode.commands.executeCommand('techSpec.outline.showOpen');
    assert.deepEqual(await labels(), [
      'Scope',
      'Data model',
      'Implementation Details',
      'APIs',
      'Security/Privacy',
      'Open Questions',
      'Deployment',
    ]);
    await vscode.commands.executeCommand('techSpec.outline.showAll');
    assert.equal((await labels()).length, 10);
  });
});

describe('Mark Section Not Applicable', () => {
  before(techSpec);
  afterEach(closeAll);

  it('answers the section at the cursor, undone in one step', async () => {
    const editor = await openText(text);
    await entry('APIs');
    await moveBehind(editor, 'TBD');
    await vscode.commands.executeCommand('techSpec.markNotApplicable');
    assert.match(editor.document.getText(), /## APIs:\n\nN\/A – \n\n## Testing:/);
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, 'N/A – ');
    assert.equal(editor.selection.active.character, 6);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('puts in one that is missing, from the outline', async () => {
    const editor = await openText(text);
    await vscode.commands.executeCommand('techSpec.markNotApplicable', (await entry('Scope')).id);
    assert.match(editor.document.getText(), /at night\.\n\n## Scope:\n\nN\/A – \n\n## User Stories:/);
    await until(
      'it is answered',
      () => labelOf('Scope'),
      (label) => label === 'Scope, not applicable',
    );
  });

  for (const words of ['at night', 'As a rider']) {
    it(`leaves “${words}” alone`, async () => {
      const editor = await openText(text);
      await moveBehind(editor, words);
      await vscode.commands.executeCommand('techSpec.markNotApplicable');
      assert.equal(editor.document.getText(), text);
    });
  }
});

interface Shown {
  readonly id: string;
  readonly item: vscode.TreeItem;
}

async function items(parent?: string): Promise<readonly Shown[]> {
  const { outline, settled } = await techSpec();
  await settled();
  const ids = (await outline.getChildren(parent)) ?? [];
  return await Promise.all(ids.map(async (id) => ({ id, item: await outline.getTreeItem(id) })));
}

async function labels(parent?: string): Promise<readonly string[]> {
  return (await items(parent)).map(({ item }) => String(item.label));
}

async function entry(name: string): Promise<Shown> {
  const found = (await items()).find(({ item }) => item.label === name);
  assert.ok(found, `${name} is listed`);
  return found;
}

async function labelOf(name: string): Promise<string | undefined> {
  return (await entry(name)).item.accessibilityInformation?.label;
}

async function moveBehind(editor: vscode.TextEditor, words: string): Promise<void> {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words) + words.length);
  await select(editor, at);
}
