// A folder on no disk: what says which template counts, the template, and the specs are read through the editor alone.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files.mts';
import { closeAll, findings, replace, techSpec, until, withSetting } from './workbench.mts';

const scheme = 'tech-spec-memory';
const board = vscode.Uri.from({ scheme, path: '/board' });
/** One without a configuration. */
const depot = vscode.Uri.from({ scheme, path: '/depot' });
const at = (path: string) => vscode.Uri.joinPath(board, path);

const goals = '## Goals\n\nSay why.\n';
const costs = '## Costs\n\nSay how much.\n';
const plan = '# Night trains\n\n## Goals\n\nSleep on the way.\n';

describe('a folder on no disk', () => {
  const files = new MemoryFiles();
  let registered: vscode.Disposable | undefined;

  before(async () => {
    await techSpec();
    registered = vscode.workspace.registerFileSystemProvider(scheme, files);
    await write('templates/plan.md', `# Plan\n\n${goals}\n${costs}`);
    await write('templates/elsewhere.md', '## Risks\n');
    files.link(at('templates/link.md'), await vscode.workspace.fs.readFile(at('templates/elsewhere.md')));
    await write('.tech-spec.json', entry('plans/*.md', 'templates/plan.md'));
    // One for each test: VS Code goes on for a while with the text of a document that was just closed.
    for (const name of ['night-trains', 'day-trains', 'boats']) await write(`plans/${name}.md`, plan);
    await write('.github/ISSUE_TEMPLATE/tech-spec.md', '## Tracks\n\n## Trains\n', depot);
    await write('tech-spec-night-trains.md', '## Tracks\n\nTwo.\n', depot);
    await folders(() => vscode.workspace.updateWorkspaceFolders(1, 0, { uri: board }, { uri: depot }));
  });

  afterEach(closeAll);

  after(async () => {
    await folders(() => vscode.workspace.updateWorkspaceFolders(1, 2));
    registered?.dispose();
  });

  it('has the template that its configuration names', async () => {
    const editor = await open('plans/night-trains.md');
    await until('the missing costs', () => findings(editor), isOnly('missing-section: ## Goals'));
    await replace(editor, 'Sleep on the way.\n', `Sleep on the way.\n\n${costs.replace('how much', 'nothing')}`);
    await until(
      'nothing',
      () => findings(editor),
      (found) => found.length === 0,
    );
  });

  it('has its template and its configuration watched', async () => {
    const editor = await open('plans/day-trains.md');
    await until('the missing costs', () => findings(editor), isOnly('missing-section: ## Goals'));
    await write('templates/plan.md', `# Plan\n\n${goals}`);
    await until(
      'nothing',
      () => findings(editor),
      (found) => found.length === 0,
    );
    await write('templates/plan.md', `# Plan\n\n${goals}\n${costs}`);
    await until('the missing costs again', () => findings(editor), isOnly('missing-section: ## Goals'));
    await write('.tech-spec.json', entry('notes/*.md', 'templates/plan.md'));
    await until(
      'nothing',
      () => findings(editor),
      (found) => found.length === 0,
    );
    await write('.tech-spec.json', entry('plans/*.md', 'templates/plan.md'));
    await until('the missing costs at last', () => findings(editor), isOnly('missing-section: ## Goals'));
  });

  it('has no template that is a link, since nobody can say where that leads', async () => {
    const editor = await open('plans/boats.md');
    await until('the missing costs', () => findings(editor), isOnly('missing-section: ## Goals'));
    await write('.tech-spec.json', entry('plans/*.md', 'templates/link.md'));
    await until(
      'nothing',
      () => findings(editor),
      (found) => found.length === 0,
    );
    await write('.tech-spec.json', entry('plans/*.md', 'templates/elsewhere.md'));
    await until('the missing risks', () => findings(editor), isOnly('missing-section: # Night trains'));
  });

  it('follows its own issue template', async () => {
    const editor = await open('tech-spec-night-trains.md', depot);
    await until('the missing trains', () => findings(editor), isOnly('missing-section: ## Tracks'));
    const { status, settled } = await techSpec();
    await settled();
    assert.equal(status.text, '1/2');
  });

  it('gets a new spec as a file', async () => {
    await withSetting('newSpec.folder', 'designs', async () => {
      await open('tech-spec-night-trains.md', depot);
      await vscode.commands.executeCommand('techSpec.newSpec', { title: 'Day trains' });
      const uri = vscode.Uri.joinPath(depot, 'designs/day-trains.tech-spec.md');
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
      assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /^## /m);
    });
  });
});

async function open(path: string, folder = board): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, path), { preview: false });
}

/** What extensions see at once VS Code has yet to write down: before its word for it nothing is theirs to read. */
async function folders(change: () => boolean): Promise<void> {
  const changed = new Promise<void>((resolve) => {
    const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      listening.dispose();
      resolve();
    });
  });
  assert.ok(change());
  await changed;
}

async function write(path: string, text: string, folder = board): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
}

function entry(files: string, template: string): string {
  return JSON.stringify({ specs: [{ files, template }] });
}

function isOnly(finding: string): (found: readonly string[]) => boolean {
  return (found) => found.length === 1 && found[0] === finding;
}
