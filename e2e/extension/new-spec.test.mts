// How a spec begins: a new document or file, and the template put into one that is there.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  findings,
  openText,
  pathIn,
  remove,
  selected,
  techSpec,
  until,
  withSetting,
  writeFile,
} from './workbench.mts';

describe('New Tech Spec', () => {
  before(techSpec);
  afterEach(closeAll);

  it('opens an untitled document with the title in it', async () => {
    const { document } = await newSpec('Night trains');
    assert.ok(document.isUntitled);
    assert.equal(document.languageId, 'markdown');
    assert.match(
      document.getText(),
      /^---\n[\s\S]*title: "Tech spec: Night trains"[\s\S]*## Summary:[\s\S]*## Deployment:/,
    );
  });

  it('selects the first guidance, to be typed over', async () => {
    assert.match(selected(await newSpec('Night trains')), /^Provide a short \(1-2 sentences\) overview.*goals\.$/);
  });

  it('keeps the instructions unless they are to be left out', async () => {
    const kept = await newSpec('Night trains');
    assert.match(kept.document.getText(), /Delete the text above/);
    const omitted = await withSetting('newSpec.instructions', 'omit', () => newSpec('Night trains'));
    assert.doesNotMatch(omitted.document.getText(), /Delete the text above/);
    assert.match(selected(omitted), /^Provide a short/);
  });

  it('is recognised, and told softly what is to come', async () => {
    const editor = await newSpec('Night trains');
    await until(
      'the summary is told',
      () => findings(editor),
      (found) => found.includes('leftover-guidance: ## Summary:'),
    );
    const all = vscode.languages.getDiagnostics(editor.document.uri);
    assert.ok(all.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
  });

  it('asks for the title, and does nothing when that is cancelled', async () => {
    const count = vscode.workspace.textDocuments.length;
    const done = vscode.commands.executeCommand('techSpec.newSpec');
    // The answer to a question that is not asked yet would be lost: it is given until the command ends.
    await answer('workbench.action.closeQuickOpen', done);
    assert.equal(vscode.workspace.textDocuments.length, count);
  });

  describe('with a folder', () => {
    afterEach(() => remove('designs'));

    it('writes a file that is named by the title', async () => {
      const { document } = await inFolder('designs/new', () => newSpec('Größe & Gewicht: v2'));
      assert.equal(document.uri.toString(), pathIn('designs/new/größe-gewicht-v2.tech-spec.md').toString());
      assert.equal(document.isDirty, false);
      assert.match(document.getText(), /title: "Tech spec: Größe & Gewicht: v2"/);
    });

    it('never overwrites one', async () => {
      const mine = await writeFile('designs/night-trains.tech-spec.md', 'Mine.\n');
      const { document } = await inFolder('designs', () => newSpec('Night trains'));
      assert.equal(document.uri.toString(), pathIn('designs/night-trains-2.tech-spec.md').toString());
      assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(mine)), 'Mine.\n');
    });

    it('loses nothing where the folder is a file', async () => {
      await writeFile('designs', 'Not a folder.\n');
      const editor = await inFolder('designs', () => newSpec('Night trains'));
      assert.ok(editor.document.isUntitled);
      assert.match(selected(editor), /^Provide a short/);
    });

    it('writes to no folder outside of the workspace', async () => {
      const { document } = await inFolder('../elsewhere', () => newSpec('Night trains'));
      assert.ok(document.isUntitled);
      await assert.rejects(Promise.resolve(vscode.workspace.fs.stat(pathIn('../elsewhere'))));
    });
  });
});

describe('Insert Template', () => {
  before(techSpec);
  afterEach(closeAll);

  it('puts only what is missing into a document that has text', async () => {
    const before = '# Night trains\n\n## Summary:\n\nTrains run at night.\n\n## Testing\n\nBy hand.\n';
    const editor = await openText(before);
    await vscode.commands.executeCommand('techSpec.insertTemplate');
    const text = editor.document.getText();
    const titles = text.match(/^## .*$/gm)?.map((line) => line.replace(/^## |:$/g, ''));
    assert.deepEqual(titles, ten);
    for (const line of before.split('\n')) assert.ok(text.includes(line), line);
    assert.match(selected(editor), /^Define the scope/);
  });

  it('is undone in one step', async () => {
    const before = '# Night trains\n\n## Summary:\n\nTrains run at night.\n';
    const editor = await openText(before);
    await vscode.commands.executeCommand('techSpec.insertTemplate');
    assert.notEqual(editor.document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('puts the whole template into an empty document', async () => {
    const editor = await openText('\n');
    const done = vscode.commands.executeCommand('techSpec.insertTemplate');
    await answer('workbench.action.acceptSelectedQuickOpenItem', done);
    assert.match(editor.document.getText(), /^---\nname:[\s\S]*## Deployment:/);
    assert.match(selected(editor), /^Provide a short/);
  });
});

const ten = [
  'Summary',
  'Scope',
  'Data model',
  'User Stories',
  'Implementation Details',
  'APIs',
  'Security/Privacy',
  'Testing',
  'Open Questions',
  'Deployment',
];

async function newSpec(title: string): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('techSpec.newSpec', { title });
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor;
}

async function inFolder<Result>(path: string, run: () => Promise<Result>): Promise<Result> {
  return await withSetting('newSpec.folder', path, run);
}

/** Answers whatever a command asks, until it is done. */
async function answer(how: string, command: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const done = Promise.resolve(command).finally(() => {
    isDone = true;
  });
  await until('the command ends', async () => {
    await vscode.commands.executeCommand(how);
    return isDone;
  });
  await done;
}
