// The template in force: explained, exchanged, and made of a file; what a click in the status bar offers.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openFile, openText, pathIn, remove, spec, techSpec, until, writeFile } from './workbench.mts';

const template = '# Plan\n\n## Aims\n\nIn 1-2 sentences.\n\n## Steps\n\nSay which.\n';
const plan = '# Night trains\n\n## Aims\n\nSleep on the way.\n\n## Steps\n\nBuy beds.\n';
const config = '.tech-spec.json';

describe('Explain This Template', () => {
  before(techSpec);
  afterEach(closeAll);

  it('shows which template a document follows and why, and what that asks for', async () => {
    await openFile('tech-specs/offline-drafts.md');
    await vscode.commands.executeCommand('techSpec.explainTemplate');
    const text = await explanation('offline-drafts');
    assert.match(text, /^# tech-specs\/offline\\?-drafts\.md is a spec of the built-in template/);
    assert.match(text, /- \*\*Summary\*\* \(line 23\): .*1-2 sentences/);
  });

  it('says why a document follows none', async () => {
    await openFile('README.md');
    await vscode.commands.executeCommand('techSpec.explainTemplate');
    assert.match(await explanation('README'), /is no spec\n/);
  });

  it('opens beside the document', async () => {
    await openFile('tech-specs/offline-drafts.md');
    await vscode.commands.executeCommand('techSpec.explainTemplate');
    await until(
      'two groups',
      () => vscode.window.tabGroups.all.length,
      (count) => count === 2,
    );
  });
});

describe('Use This File as a Template', () => {
  before(techSpec);
  afterEach(async () => {
    await closeAll();
    await remove(config);
    await remove('plans');
  });

  it('writes the configuration, and documents follow it at once', async () => {
    await writeFile('plans/plan-template.md', template);
    await writeFile('plans/night-trains.md', plan);
    await openFile('plans/plan-template.md');
    await chooseFirst('techSpec.useAsTemplate');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(pathIn(config)));
    assert.match(text, /\{ "files": "plans\/\*\.md", "template": "plans\/plan-template\.md" \}/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, pathIn(config).path);
    await openFile('plans/night-trains.md');
    await until('the new template', statusText, (words) => words === '2/2');
  });

  // In a folder of its own: VS Code goes on for a while with the text of a file that was there before.
  it('adds to the configuration that is there', async () => {
    await writeFile('plans/own/plan-template.md', template);
    await writeFile('plans/own/night-trains.md', plan);
    const there = `plans/${config}`;
    await writeFile(there, '{\n  "rules": { "section-order": "off" }\n}\n');
    await openFile('plans/own/plan-template.md');
    await chooseFirst('techSpec.useAsTemplate');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(pathIn(there)));
    assert.match(text, /"own\/plan-template\.md"[\s\S]*"section-order": "off"/);
  });
});

describe('a click in the status bar', () => {
  before(techSpec);
  afterEach(async () => {
    await closeAll();
    await remove('journeys');
  });

  it('asks what is to be done, the next open section first', async () => {
    const editor = await openText(spec('## Summary:\n\nTrains run at night.\n\n## Scope:\n\n## APIs:\n\nNone.\n'));
    const { status } = await techSpec();
    await until('the state of this document', statusText, (words) => words === '2/10');
    assert.equal(typeof status.command, 'string');
    await chooseFirst(String(status.command));
    const line = () => editor.document.lineAt(editor.selection.active.line).text;
    await until('the next open section', line, (text) => text === '## Scope:');
  });

  for (const [where, folders, offered] of [
    ['in a folder', vscode.workspace.workspaceFolders, true],
    ['without a folder', undefined, false],
  ] as const) {
    it(`${offered ? 'offers' : 'does not offer'} another template ${where}`, async () => {
      await openText(spec('## Summary:\n\nTrains run at night.\n'));
      const { showQuickPick } = vscode.window;
      const { workspace } = vscode;
      const real = Object.getOwnPropertyDescriptor(workspace, 'workspaceFolders') ?? {};
      const shown: string[] = [];
      try {
        Object.defineProperty(workspace, 'workspaceFolders', { configurable: true, get: () => folders });
        const show = (items: readonly vscode.QuickPickItem[]) => void shown.push(...items.map(({ label }) => label));
        Object.assign(vscode.window, { showQuickPick: show });
        await vscode.commands.executeCommand('techSpec.showTemplateActions');
      } finally {
        Object.defineProperty(workspace, 'workspaceFolders', real);
        vscode.window.showQuickPick = showQuickPick;
      }
      assert.equal(shown[0], 'Next Open Section');
      assert.equal(shown.includes('Use Another Template …'), offered);
    });
  }

  it('names the template in its tooltip', async () => {
    await openFile('tech-specs/offline-drafts.md');
    const { status, settled } = await techSpec();
    await settled();
    assert.ok(status.tooltip instanceof vscode.MarkdownString);
    assert.match(status.tooltip.value, /Template/);
  });

  it('lets another template be used, which the document then names', async () => {
    // No folder of another test: word that its configuration is gone may still be on its way.
    await writeFile('journeys/plan-template.md', template);
    await writeFile('journeys/night-trains.md', plan);
    const { document } = await openFile('journeys/night-trains.md');
    await chooseFirst('techSpec.useAnotherTemplate');
    const named = (text: string) => /^<!-- tech-spec: template=plan-template\.md -->\n/.test(text);
    await until('the document names it', () => document.getText(), named);
    await until('the new template', statusText, (words) => words === '2/2');
  });
});

/** Runs a command that asks, and takes the first answer. */
async function chooseFirst(command: string): Promise<void> {
  let isDone = false;
  const run = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => {
    isDone = true;
  });
  await until(`${command} is answered`, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isDone;
  });
  await run;
}

async function explanation(of: string): Promise<string> {
  const isIt = ({ scheme, path }: vscode.Uri) => scheme === 'tech-spec-explanation' && path.includes(of);
  const open = () => vscode.workspace.textDocuments.find(({ uri }) => isIt(uri));
  await until('an explanation', () => (open()?.getText() ?? '') !== '');
  return open()?.getText() ?? '';
}

async function statusText(): Promise<string> {
  const { status, settled } = await techSpec();
  await settled();
  return status.text;
}
