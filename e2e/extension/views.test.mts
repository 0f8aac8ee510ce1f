// What each view shows of five documents, from nothing to finished: what docs/views.md says.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fiveDocuments, viewsOf } from '../../scripts/five-documents.mts';
import { closeAll, pathIn, remove, techSpec, until, withSetting, writeFile } from './workbench.mts';

const file = 'tech-specs/five.tech-spec.md';

describe('the views', () => {
  before(techSpec);
  afterEach(async () => {
    await closeAll();
    await remove(file);
  });

  for (const name of ['empty', 'untouched', 'half-written', 'finished', 'broken'] as const) {
    it(`show of the ${name} document what docs/views.md says`, async () => {
      const [half, finished] = await Promise.all(['offline-drafts', 'profile-pictures'].map(textOf));
      const document = fiveDocuments(half ?? '', finished ?? '').find((each) => each.name === name);
      assert.ok(document);
      await writeFile(file, document.text);
      const shown = await vscode.window.showTextDocument(pathIn(file), { preview: false });
      await withSetting('codeLens', true, async () => {
        const expected = viewsOf(document);
        const isSame = (found: unknown) => JSON.stringify(found) === JSON.stringify(expected);
        const found = await until('the views', () => viewsNow(shown.document), isSame);
        assert.deepEqual(found, expected);
      });
    });
  }
});

async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(pathIn(`tech-specs/${name}.md`)));
}

/** In the same words, so that both can be compared. */
async function viewsNow({ uri, lineCount }: vscode.TextDocument): Promise<ReturnType<typeof viewsOf>> {
  const { outline, status, settled } = await techSpec();
  await settled();
  const ids = (await outline.getChildren()) ?? [];
  const items = await Promise.all(ids.map((id) => outline.getTreeItem(id)));
  const { Error: error, Warning: warning, Information: information } = vscode.DiagnosticSeverity;
  const problems = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'tech-spec');
  const count = (wanted: vscode.DiagnosticSeverity) => problems.filter(({ severity }) => severity === wanted).length;
  const all = new vscode.Range(0, 0, lineCount, 0);
  const [hints, lenses] = await Promise.all([
    vscode.commands.executeCommand<readonly vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, all),
    vscode.commands.executeCommand<readonly vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10),
  ]);
  return {
    // What is hidden keeps its words.
    statusBar: items.length === 0 ? '' : status.text,
    outline: items.map(({ accessibilityInformation }) => accessibilityInformation?.label ?? ''),
    problems: { error: count(error), warning: count(warning), information: count(information) },
    hints: hints.map(({ label }) => String(label)),
    lenses: lenses.map(({ command }) => command?.title ?? ''),
  };
}
