// `.tech-spec.json` in VS Code: what is wrong in it is underlined, and open documents follow it at once.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, findings, openFile, remove, replace, techSpec, until, writeFile } from './workbench.mts';

/** A folder for each test: VS Code goes on for a while with the text of a file that was there before. */
const folders = ['north', 'east', 'south'] as const;
const configurationIn = (folder: (typeof folders)[number]) => `${folder}/.tech-spec.json`;
const entry = (template: string) => JSON.stringify({ specs: [{ files: 'plans/*.md', template }] });

describe('.tech-spec.json', () => {
  before(techSpec);
  afterEach(async () => {
    await closeAll();
    for (const folder of folders) await remove(folder);
  });

  it('says which template counts, and open documents follow it as soon as it is there, changes, and goes', async () => {
    await writeFile('north/plans/goals.md', '## Goals\n\nSay why.\n');
    await writeFile('north/plans/risks.md', '## Risks\n\nSay what may go wrong.\n');
    await writeFile('north/plans/night-trains.md', '## Goals\n');
    const editor = await openFile('north/plans/night-trains.md');
    await writeFile(configurationIn('north'), entry('plans/goals.md'));
    await until('the empty goals', () => findings(editor), isOnly('empty-section: ## Goals'));
    await writeFile(configurationIn('north'), entry('plans/risks.md'));
    await until('the missing risks', () => findings(editor), isOnly('missing-section: ## Goals'));
    await remove(configurationIn('north'));
    await until(
      'nothing',
      () => findings(editor),
      (lines) => lines.length === 0,
    );
  });

  it('has what is wrong in it underlined while it is typed, by us and by its schema', async () => {
    await writeFile(configurationIn('east'), '{ "specs": [] }\n');
    const editor = await openFile(configurationIn('east'));
    await replace(editor, 'specs', 'spec');
    await until('a problem', () => findings(editor), isOnly('configuration-problem: "spec"'));
    const all = await until(
      'the problem of the schema',
      () => vscode.languages.getDiagnostics(editor.document.uri),
      (found) => found.some(({ source }) => source !== 'tech-spec'),
    );
    assert.match(all.map(({ message }) => message).join('\n'), /Did you mean “specs”\?/);
    await replace(editor, 'spec', 'specs');
    await until(
      'nothing',
      () => findings(editor),
      (lines) => lines.length === 0,
    );
  });

  it('is completed by its schema', async () => {
    await writeFile(configurationIn('south'), '{\n  "rules": {\n    ""\n  }\n}\n');
    const { document } = await openFile(configurationIn('south'));
    // VS Code takes its time to read again a file that was open before.
    const at = await until(
      'the text on disk',
      () => document.getText().indexOf('""'),
      (found) => found !== -1,
    );
    const place = document.positionAt(at + 1);
    const labels = await until(
      'completions',
      async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          place,
        );
        return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      },
      (found) => found.includes('missing-section'),
    );
    assert.ok(labels.includes('front-matter'));
  });
});

function isOnly(finding: string): (found: readonly string[]) => boolean {
  return (found) => found.length === 1 && found[0] === finding;
}
