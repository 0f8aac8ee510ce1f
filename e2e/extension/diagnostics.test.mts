// What is underlined and when, in files, in untitled documents, and not in what is no spec.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  findings,
  moveTo,
  openFile,
  openText,
  remove,
  replace,
  spec,
  techSpec,
  until,
  withoutSaving,
  withSetting,
  writeFile,
} from './workbench.mts';

const half =
  '# Night trains\n\n## Summary:\n\nTrains run at night.\n\n## Scope:\n\nTBD\n\n## APIs:\n\nNone.\n\n## Testing:\n\nBy hand.\n\n## Deployment:\n\nN/A\n';

describe('findings', () => {
  before(techSpec);
  afterEach(closeAll);

  it('come for a file', async () => {
    const editor = await openFile('tech-specs/offline-drafts.md');
    const found = await until(
      'findings',
      () => findings(editor),
      (lines) => 0 < lines.length,
    );
    assert.ok(found.includes('misnamed-section: ## Data Models:'), found.join('\n'));
    assert.ok(found.includes('unfinished-section: ## APIs:'), found.join('\n'));
  });

  it('come for an untitled document', async () => {
    const editor = await openText(half);
    await until(
      'the scope is unfinished',
      () => findings(editor),
      (lines) => lines.includes('unfinished-section: ## Scope:'),
    );
  });

  it('each are shown once, with a link to the rule', async () => {
    const editor = await openText(half);
    await until(
      'findings',
      () => findings(editor),
      (lines) => 0 < lines.length,
    );
    const all = vscode.languages.getDiagnostics(editor.document.uri);
    const pictures = all.map(({ message, range }) => `${range.start.line}: ${message}`);
    assert.deepEqual(pictures, Array.from(new Set(pictures)));
    for (const { code } of all) {
      assert.ok(typeof code === 'object' && /^https:\/\/.*\/docs\/rules\/[\w-]+/.test(code.target.toString()));
    }
  });

  it('go when they are mended', async () => {
    const editor = await openText(half);
    const isUnfinished = (lines: readonly string[]) => lines.includes('unfinished-section: ## Scope:');
    await until('a finding', () => findings(editor), isUnfinished);
    await replace(editor, 'TBD', 'Trains only.');
    await until(
      'none',
      () => findings(editor),
      (lines) => !isUnfinished(lines),
    );
  });

  it('go with their document', async () => {
    const editor = await openText(half);
    await until(
      'findings',
      () => findings(editor),
      (lines) => 0 < lines.length,
    );
    await closeAll();
    await until(
      'none',
      () => findings(editor),
      (lines) => lines.length === 0,
    );
  });

  it('go when the document is no longer Markdown', async () => {
    const editor = await openText(half);
    await until(
      'findings',
      () => findings(editor),
      (lines) => 0 < lines.length,
    );
    await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await until(
      'none',
      () => findings(editor),
      (lines) => lines.length === 0,
    );
  });

  it('are none for a README and for a finished spec', async () => {
    const { settled } = await techSpec();
    const readme = await openFile('README.md');
    await settled();
    const finished = await openFile('tech-specs/profile-pictures.md');
    await settled();
    // One that has findings is opened last: when they are there, the others have been asked about.
    const last = await openText(half);
    await until(
      'findings',
      () => findings(last),
      (lines) => 0 < lines.length,
    );
    assert.deepEqual([findings(readme), findings(finished)], [[], []]);
  });

  it('wait for the document to be saved where that is wanted', async () => {
    const waiting = () =>
      withSetting('run', 'onSave', async () => {
        await writeFile('tech-specs/night-trains.md', half);
        const editor = await openFile('tech-specs/night-trains.md');
        const isUnfinished = (lines: readonly string[]) => lines.includes('unfinished-section: ## Scope:');
        await until('a finding', () => findings(editor), isUnfinished);
        await replace(editor, 'TBD', 'Trains only.');
        const { settled } = await techSpec();
        await settled();
        assert.ok(isUnfinished(findings(editor)));
        await editor.document.save();
        await until(
          'none',
          () => findings(editor),
          (lines) => !isUnfinished(lines),
        );
      });
    await withoutSaving(waiting);
    await remove('tech-specs/night-trains.md');
  });

  it('are left out where the settings say so', async () => {
    const editor = await openText(half);
    const isUnfinished = (lines: readonly string[]) => lines.includes('unfinished-section: ## Scope:');
    await until('a finding', () => findings(editor), isUnfinished);
    await withSetting('rules', { 'unfinished-section': 'off' }, async () => {
      await until(
        'none',
        () => findings(editor),
        (lines) => 0 < lines.length && !isUnfinished(lines),
      );
    });
    await until('the finding again', () => findings(editor), isUnfinished);
  });

  it('are mended by quick fixes', async () => {
    const editor = await openText(spec('## Summary:\n\nTrains run at night.\n\n## APIs:\n\nNone.\n'));
    await until(
      'the scope is missing',
      () => findings(editor),
      (lines) => lines.includes('missing-section: ## Summary:'),
    );
    await moveTo(editor, '## Summary');
    // Asked again: VS Code gives up on a request when another extension joins in meanwhile.
    const insert = await until('the fix', async () => {
      const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        editor.selection,
        vscode.CodeActionKind.QuickFix.value,
        10,
      );
      return offered.find(({ title }) => title === 'Insert section “Scope”');
    });
    assert.ok(insert?.edit);
    assert.ok(await vscode.workspace.applyEdit(insert.edit));
    assert.match(editor.document.getText(), /at night\.\n\n## Scope:\n\n[\s\S]*\n\n## APIs:/);
  });
});
