// Completion: what VS Code is given where sections, front matter and common shapes are written.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, openText, remove, spec, techSpec, until, writeFile } from './workbench.mts';

const shapes = ['user story', 'API endpoint', 'migration note', 'open question'];
const template =
  '---\nstatus: draft|final\ndate: YYYY-MM-DD\nowner: <who>\n---\n\n## Aims\n\nSay why.\n\n## Steps\n\nSay which.\n';

describe('completion in a spec', () => {
  before(techSpec);
  afterEach(closeAll);

  it('offers the sections still to write after #, then the shapes, the one that fits the section first', async () => {
    const editor = await openText(spec('## Summary:\n\nTrains run at night.\n\n## APIs:\n\n#'));
    const found = await offered(editor, '#', '#');
    assert.deepEqual(labels(found), [
      ...['Scope', 'Data model', 'User Stories', 'Implementation Details', 'Security/Privacy', 'Testing'],
      ...['Open Questions', 'Deployment'],
      ...['API endpoint', 'user story', 'migration note', 'open question'],
    ]);
    assert.ok(found.every(({ preselect }) => !preselect));
  });

  it('puts a shape in as a snippet, one level below its section', async () => {
    const editor = await openText(spec('## Summary:\n\nTrains run at night.\n\n## APIs:\n\n#'));
    const shape = (await offered(editor, '#', '#')).find(({ label }) => label === 'API endpoint');
    assert.match(await take(editor, shape), /\n## APIs:\n\n### GET \/drafts\/\{id\}\n\nGives one draft/);
  });

  it('leaves the snippets on a blank line to VS Code, which lists them by itself', async () => {
    const editor = await openText(spec('## Summary:\n\nTrains run at night.\n\n## User Stories:\n\n'));
    const all = await everything(editor, '## User Stories:\n\n');
    for (const shape of shapes) {
      const same = all.filter(({ label, detail }) => `${nameOf(label)} ${detail}`.includes(shape));
      assert.ok(same.length <= 1, `${shape} is listed ${same.length} times`);
    }
    assert.deepEqual(
      labels(all).filter((label) => shapes.includes(label)),
      [],
    );
  });

  it('offers the template’s front matter', async () => {
    const editor = await openText('---\ntitle: "Tech spec: Night trains"\nlabels:\n---\n\n## Summary:\n');
    assert.deepEqual(labels(await offered(editor, 'labels:', ':')), ['tech spec']);
  });

  it('is silent after a colon in the text', async () => {
    const editor = await openText(spec('## Scope:\n\nIn scope:'));
    assert.deepEqual(labels(await offered(editor, 'In scope:', ':')), []);
  });
});

describe('completion under a template with front matter of its own', () => {
  before(techSpec);
  afterEach(async () => {
    await closeAll();
    await remove('stations');
  });

  it('offers keys, choices and the day that it is', async () => {
    const configuration = JSON.stringify({ specs: [{ files: '*.md', template: 'shape/plan.md' }] });
    await writeFile('stations/.tech-spec.json', configuration);
    await writeFile('stations/shape/plan.md', template);
    await writeFile('stations/night.md', '---\nstatus: \n\n---\n\n## Aims\n');
    const editor = await openFile('stations/night.md');
    assert.deepEqual(labels(await offered(editor, 'status: ')), ['draft', 'final']);
    const keys = await offered(editor, 'status: \n');
    assert.deepEqual(labels(keys), ['date', 'owner']);
    assert.ok(keys[0]);
    assert.equal(keys[0].detail, 'required · date');
    const { insertText } = keys[0];
    assert.match(typeof insertText === 'object' ? insertText.value : '', /^date: \$\{0:\d{4}-\d\d-\d\d\}$/);
  });

  it('offers the whole of it on the first line', async () => {
    const configuration = JSON.stringify({ specs: [{ files: '*.md', template: 'shape/plan.md' }] });
    await writeFile('stations/first/.tech-spec.json', configuration);
    await writeFile('stations/first/shape/plan.md', template);
    await writeFile('stations/first/night.md', '---\n\n## Aims\n');
    const editor = await openFile('stations/first/night.md');
    const block = (await offered(editor, '---')).find(({ label }) => label === 'Front matter');
    assert.equal(block?.detail, 'status, date, owner');
  });
});

/** All that is listed behind some words, whoever offers it. */
async function everything(
  { document }: vscode.TextEditor,
  words: string,
  trigger?: string,
): Promise<readonly vscode.CompletionItem[]> {
  const { outline, settled } = await techSpec();
  // Nothing is offered before the server runs.
  await until('the outline of a spec', async () => {
    await settled();
    return ((await outline.getChildren()) ?? []).length;
  });
  const at = document.getText().lastIndexOf(words);
  assert.ok(0 <= at, `“${words}” stands in the document`);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(at + words.length),
    trigger,
  );
  return list.items;
}

/** Ours, in the order of the list: nobody else sorts by four digits. */
async function offered(
  editor: vscode.TextEditor,
  words: string,
  trigger?: string,
): Promise<readonly vscode.CompletionItem[]> {
  const found = (await everything(editor, words, trigger)).filter(({ sortText = '' }) => /^\d{4}$/.test(sortText));
  return found.toSorted((one, other) => Number(one.sortText) - Number(other.sortText));
}

async function take(editor: vscode.TextEditor, item: vscode.CompletionItem | undefined): Promise<string> {
  const { insertText, range } = item ?? {};
  assert.ok(insertText instanceof vscode.SnippetString && range instanceof vscode.Range);
  assert.ok(await editor.insertSnippet(insertText, range));
  return editor.document.getText();
}

function labels(items: readonly vscode.CompletionItem[]): readonly string[] {
  return items.map(({ label }) => nameOf(label));
}

function nameOf(label: vscode.CompletionItem['label']): string {
  return typeof label === 'string' ? label : label.label;
}
