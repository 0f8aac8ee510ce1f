// The Spec Outline and the status bar: what they show, and what a click does.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, openText, replace, selected, spec, techSpec, until } from './workbench.mts';

const written = spec(
  '## Summary:\n\nTrains run at night.\n\n## Data model:\n\n## APIs:\n\nTBD\n\n## Testing:\n\nN/A\n',
);

describe('Spec Outline', () => {
  before(techSpec);
  afterEach(closeAll);

  it('lists every section of the template with its state, missing ones too', async () => {
    await openText(written);
    assert.deepEqual(await outline(), [
      'Summary: answered',
      'Scope: missing',
      'Data model: empty',
      'User Stories: missing',
      'Implementation Details: missing',
      'APIs: unfinished',
      'Security/Privacy: missing',
      'Testing: not applicable',
      'Open Questions: missing',
      'Deployment: missing',
    ]);
  });

  it('says a state to whoever listens, and nothing beside what is answered', async () => {
    await openText(written);
    const [summary, scope] = await items();
    assert.equal(summary?.accessibilityInformation?.label, 'Summary, answered');
    assert.equal(summary?.description, '');
    assert.equal(scope?.accessibilityInformation?.label, 'Scope, missing');
    assert.equal(scope?.description, 'missing');
  });

  it('gives the guidance and the limit as a tooltip that may run nothing', async () => {
    await openText(written);
    const tooltip = (await items())[0]?.tooltip;
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /1-2 sentences[\s\S]*overview of the project/);
    assert.match(tooltip.value.replaceAll('&nbsp;', ' '), /\*Line 23 of the template\*$/);
    assert.ok(!tooltip.isTrusted);
    assert.ok(!tooltip.supportHtml);
  });

  it('follows the typing', async () => {
    const editor = await openText(written);
    await replace(editor, 'TBD', 'GET /trains lists them.');
    await until('the APIs are answered', outline, (lines) => lines.includes('APIs: answered'));
  });

  it('goes to a section', async () => {
    const editor = await openText(written);
    await click('APIs');
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '## APIs:');
  });

  it('puts in a section that is missing, with its guidance selected', async () => {
    const editor = await openText(written);
    await click('Scope');
    assert.match(editor.document.getText(), /at night\.\n\n## Scope:\n\nDefine the scope.*\n\n## Data model:/);
    assert.match(selected(editor), /^Define the scope/);
    await until('the scope is there', outline, (lines) => lines.includes('Scope: template’s words'));
  });

  it('goes to a section though lines were inserted above it a moment ago', async () => {
    const editor = await openText(written);
    await outline();
    await editor.edit((builder) =>
      builder.insert(new vscode.Position(4, 0), '\n# Night trains\n\nBy the timetable team.\n'),
    );
    await click('APIs');
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '## APIs:');
  });

  it('is there as soon as a document is Markdown, and gone when it no longer is', async () => {
    const { document } = await openText(written);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await until('nothing', outline, (lines) => lines.length === 0);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await until('ten sections', outline, (lines) => lines.length === 10);
  });

  it('stays while code beside the spec is edited', async () => {
    await openText(written);
    const code = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'Notes.\n' });
    await vscode.window.showTextDocument(code, vscode.ViewColumn.Beside);
    assert.equal((await outline()).length, 10);
  });

  it('is empty for what is no spec', async () => {
    await openFile('README.md');
    assert.deepEqual(await outline(), []);
  });
});

describe('the status bar', () => {
  before(techSpec);
  afterEach(closeAll);

  it('says how many sections are answered, and by which template', async () => {
    await openText(written);
    const { status, settled } = await techSpec();
    await settled();
    assert.equal(status.text, '2/10');
    assert.equal(status.accessibilityInformation?.label, '2 of 10 sections answered');
    assert.ok(status.tooltip instanceof vscode.MarkdownString);
    assert.match(status.tooltip.value, /Technical.*Specification/);
  });

  it('is never coloured', async () => {
    await openText(written);
    const { status, settled } = await techSpec();
    await settled();
    assert.deepEqual([status.color, status.backgroundColor], [undefined, undefined]);
  });
});

async function ids(): Promise<readonly string[]> {
  const { outline: tree, settled } = await techSpec();
  await settled();
  return (await tree.getChildren()) ?? [];
}

async function items(): Promise<readonly vscode.TreeItem[]> {
  const { outline: tree } = await techSpec();
  return await Promise.all((await ids()).map((id) => tree.getTreeItem(id)));
}

async function outline(): Promise<readonly string[]> {
  const labels = (await items()).map(({ accessibilityInformation }) => accessibilityInformation?.label ?? '');
  return labels.map((label) => label.replace(', ', ': '));
}

/** As a click on the section does. */
async function click(name: string): Promise<void> {
  const item = (await items()).find(({ label }) => label === name);
  assert.ok(item?.command, `${name} is listed`);
  await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
}
