// How a spec begins: a new document or file, and the template put into one that is there.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sections } from './sections.mts';
import {
  answer,
  closeAll,
  findings,
  openFile,
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
    const before = vscode.workspace.textDocuments;
    const done = vscode.commands.executeCommand('techSpec.newSpec');
    // The answer to a question that is not asked yet would be lost: it is given until the command ends.
    await answer('workbench.action.closeQuickOpen', done);
    // One of an earlier test may go meanwhile.
    assert.deepEqual(
      vscode.workspace.textDocuments.filter((document) => !before.includes(document)),
      [],
    );
  });

  it('starts from the template that is named, and is recognised as one of it', async () => {
    const { document, selection } = await newSpec({ title: 'Night trains run', template: decisions });
    assert.match(
      document.getText(),
      /^---\nstatus: [\s\S]*<!-- tech-spec: template=builtin:\S+ -->\n\n# Night trains run\n/,
    );
    assert.match(document.getText(selection), /^Say in two to five sentences/);
    await until('its template', templateName, (name) => name === 'Architecture decision record');
  });

  it('holds headings only where the guidance is a ghost, and the cursor is under the first', async () => {
    const { document, selection } = await ghost(() => newSpec('Night trains'));
    assert.match(document.getText(), /\n## Summary:\n\n\n\n## Scope:\n\n\n\n[\s\S]*## Deployment:\n\n\n$/);
    assert.ok(selection.isEmpty);
    assert.equal(document.lineAt(selection.active.line - 2).text, '## Summary:');
  });

  describe('with several templates of the team', () => {
    const config = '.tech-spec.json';
    const spec = 'tech-specs/offline-drafts.md';
    const isShown = () => vscode.window.tabGroups.activeTabGroup.activeTab?.label;

    before(async () => {
      await writeFile('choices/long.md', '## Goals\n\nSay why.\n');
      await writeFile('choices/short.md', '## Aims\n\nSay what for.\n');
      await writeFile('choices/plan.md', '## Aims\n\nTo travel by night.\n');
      const templates = '["choices/long.md", "choices/short.md"]';
      await writeFile(config, `{ "specs": [{ "files": "choices/*.md", "template": ${templates} }] }`);
      await openFile('choices/plan.md');
      await until('the configuration is noticed', templateName, (name) => name?.includes('short.md') === true);
      await closeAll();
    });
    after(async () => {
      await remove(config);
      await openFile('choices/plan.md');
      // Whoever comes next would be asked which.
      await until('that it is gone is noticed', isNoSpec);
      await closeAll();
      await remove('choices');
    });

    it('asks which, and shows each in a preview', async () => {
      await openFile(spec);
      const done = asking();
      await until('the first is shown', isShown, (label) => label === 'long.md');
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await until('the next is shown', isShown, (label) => label === 'short.md');
      assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview);
      await answer('workbench.action.acceptSelectedQuickOpenItem', done);
      assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^## Aims\n\nSay what for\.\n/);
      assert.ok(!labels().includes('short.md'));
    });

    it('shows what was shown before where that is cancelled', async () => {
      await openFile(spec);
      const done = asking();
      await until('the first is shown', isShown, (label) => label === 'long.md');
      await answer('workbench.action.closeQuickOpen', done);
      assert.deepEqual(labels(), ['offline-drafts.md']);
      assert.equal(isShown(), 'offline-drafts.md');
    });

    it('gives back a preview that was there', async () => {
      await vscode.window.showTextDocument(pathIn(spec), { preview: true });
      const done = asking();
      await until('the first is shown', isShown, (label) => label === 'long.md');
      await answer('workbench.action.closeQuickOpen', done);
      assert.deepEqual(labels(), ['offline-drafts.md']);
    });

    it('asks nothing where the title is known', async () => {
      assert.match((await newSpec('Night trains')).document.getText(), /^## Goals\n/);
    });
  });

  describe('with a folder', () => {
    afterEach(() => remove('designs'));

    it('writes a file to the folder that a menu was opened on, whatever the setting says', async () => {
      await vscode.workspace.fs.createDirectory(pathIn('designs/here'));
      await inFolder('designs/there', async () => {
        const done = vscode.commands.executeCommand('techSpec.newSpecInFolder', pathIn('designs/here'));
        await answer('workbench.action.acceptSelectedQuickOpenItem', done);
      });
      const file = pathIn('designs/here/new.tech-spec.md').toString();
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file);
      assert.deepEqual(await vscode.workspace.fs.readDirectory(pathIn('designs')), [
        ['here', vscode.FileType.Directory],
      ]);
    });

    it('loses nothing where the folder of a menu cannot be written to', async () => {
      const done = vscode.commands.executeCommand('techSpec.newSpec', await writeFile('designs', 'No folder.\n'));
      await answer('workbench.action.acceptSelectedQuickOpenItem', done);
      assert.ok(vscode.window.activeTextEditor?.document.isUntitled);
    });

    it('is of the template that it names, also when it is opened again', async () => {
      const made = await inFolder('designs', () => newSpec({ title: 'Night trains run', template: decisions }));
      const { uri } = made.document;
      await closeAll();
      await vscode.window.showTextDocument(uri, { preview: false });
      await until('its template', templateName, (name) => name === 'Architecture decision record');
    });

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
    assert.deepEqual(titles, sections);
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

  it('puts headings only into an empty document where the guidance is a ghost', async () => {
    const editor = await openText('\n');
    await ghost(async () => {
      const done = vscode.commands.executeCommand('techSpec.insertTemplate');
      await answer('workbench.action.acceptSelectedQuickOpenItem', done);
    });
    assert.match(editor.document.getText(), /\n## Testing:\n\n\n\n## Open Questions:\n/);
  });
});

const decisions = 'builtin:architecture-decision-record';

/** Of a title, or of what a key binding may say. */
async function newSpec(
  said: string | { readonly title: string; readonly template: string },
): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('techSpec.newSpec', typeof said === 'string' ? { title: said } : said);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor;
}

async function inFolder<Result>(path: string, run: () => Promise<Result>): Promise<Result> {
  return await withSetting('newSpec.folder', path, run);
}

async function ghost<Result>(run: () => Promise<Result>): Promise<Result> {
  return await withSetting('newSpec.guidance', 'ghost', run);
}

/** The command, which asks: for a while nobody answers. */
function asking(): Thenable<unknown> {
  return vscode.commands.executeCommand('techSpec.newSpec');
}

function labels(): readonly string[] {
  return vscode.window.tabGroups.activeTabGroup.tabs.map(({ label }) => label).sort();
}

async function isNoSpec(): Promise<boolean> {
  const { outline, settled } = await techSpec();
  await settled();
  return (await outline.getChildren())?.length === 0;
}

/** As the tooltip in the status bar has it. */
async function templateName(): Promise<string | undefined> {
  const { status, settled } = await techSpec();
  await settled();
  const words = status.tooltip instanceof vscode.MarkdownString ? status.tooltip.value.replaceAll('&nbsp;', ' ') : '';
  return /Template: (.*)/.exec(words)?.[1];
}
