// The Specs view: what it lists and when it looks, and that it keeps up with files, templates and typing.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  openFile,
  pathIn,
  remove,
  replace,
  techSpec,
  until,
  withoutSaving,
  writeFile,
} from './workbench.mts';

/** A folder for each test: VS Code tells of a file some time after it changed. */
let home = '';
let homes = 0;

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay which.\n';
const half = '# Night trains\n\n## Goals\n\nSleep.\n\n## Risks\n';
const whole = '# Day trains\n\n## Goals\n\nLook.\n\n## Risks\n\nNone.\n';

describe('Specs', () => {
  before(techSpec);
  beforeEach(() => {
    home = `specs-${(homes += 1)}`;
  });
  afterEach(async () => {
    await closeAll();
    await remove(home);
  });

  it('looks for nothing before somebody wants to see it', async () => {
    const { specs } = await techSpec();
    await specs.settled();
    assert.deepEqual(await specs.tree.getChildren(), []);
    await show();
    await listed('Technical Specification', 'the examples', (rows) => 2 <= rows.length);
  });

  it('lists specs by template and by path, each with how far it is, and nothing that is no spec', async () => {
    await writeTeam({ 'rfcs/10.md': half, 'rfcs/2.md': whole, 'rfcs/README.md': half, 'notes.md': half });
    const rows = await listed(`${home} RFC`, 'two specs', (all) => all.length === 2);
    assert.deepEqual(rows, [`Day trains: 2/2 · ${home}/rfcs/2.md`, `Night trains: 1/2 · ${home}/rfcs/10.md`]);
    const group = await groupCalled(`${home} RFC`);
    assert.equal(group?.description, '2 specs');
    assert.equal(group?.collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
  });

  it('says to whoever listens all that is to be seen', async () => {
    await writeTeam({ 'rfcs/1.md': half, 'rfcs/2.md': `---\nstatus: accepted\n---\n\n${half}` });
    await listed(`${home} RFC`, 'two specs', (rows) => rows.length === 2);
    const group = await groupCalled(`${home} RFC`);
    assert.deepEqual(group?.accessibilityInformation, { label: `${home} RFC, 2 specs`, role: 'treeitem' });
    const [draft, ready] = await itemsOf(`${home} RFC`);
    assert.deepEqual(draft?.accessibilityInformation, {
      label: `Night trains, 1 of 2 sections answered, 1 info, ${home}/rfcs/1.md`,
      role: 'treeitem',
    });
    assert.deepEqual(ready?.accessibilityInformation, {
      label: `Night trains, 1 of 2 sections answered, ready, 1 error, ${home}/rfcs/2.md`,
      role: 'treeitem',
    });
  });

  it('has plain words as tooltips, and colours for what claims to be ready alone', async () => {
    await writeTeam({ 'rfcs/1.md': half, 'rfcs/2.md': whole, 'rfcs/3.md': `---\nstatus: accepted\n---\n\n${half}` });
    await listed(`${home} RFC`, 'three specs', (rows) => rows.length === 3);
    const items = await itemsOf(`${home} RFC`);
    assert.deepEqual(
      items.map(({ iconPath }) => lookOf(iconPath)),
      [
        ['color-mode', 'icon.foreground'],
        ['pass-filled', 'testing.iconPassed'],
        ['error', 'problemsErrorIcon.foreground'],
      ],
    );
    assert.equal(
      items[2]?.tooltip,
      `${home}/rfcs/3.md\n1 of 2 sections answered\n1 error\nChecked as ready\nTemplate: ${home} RFC (${home}/rfc.md)`,
    );
    // VS Code would colour what is said to be a file.
    assert.ok(items.every(({ resourceUri }) => resourceUri === undefined));
  });

  it('calls a spec without a title by its file, and tells templates of one name by their paths', async () => {
    const config = JSON.stringify({ specs: [{ files: '*.md', template: 'shape.template' }] });
    for (const team of ['a', 'b']) {
      await writeFile(`${home}/${team}/shape.template`, template);
      await writeFile(`${home}/${team}/.tech-spec.json`, config);
      await writeFile(`${home}/${team}/plan.md`, '## Goals\n\nSleep.\n');
    }
    const groups = await until('two groups', groupItems, (all) => called(all, 'shape.template').length === 2);
    assert.deepEqual(
      called(groups, 'shape.template').map(({ description }) => description),
      [`1 spec · ${home}/a/shape.template`, `1 spec · ${home}/b/shape.template`],
    );
    assert.deepEqual(await rowsOf('shape.template'), [`plan.md: 1/2 · ${home}/a/plan.md`]);
  });

  it('opens a spec as a preview', async () => {
    await writeTeam({ 'rfcs/1.md': half });
    await listed(`${home} RFC`, 'a spec', (rows) => rows.length === 1);
    const [item] = await itemsOf(`${home} RFC`);
    assert.ok(item?.command);
    await vscode.commands.executeCommand(item.command.command, ...(item.command.arguments ?? []));
    await until('the spec is open', () => vscode.window.activeTextEditor?.document.uri.toString(), isAt('rfcs/1.md'));
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview, true);
  });

  it('follows files that come, change, are renamed and go', async () => {
    await writeTeam({ 'rfcs/1.md': half });
    await listed(`${home} RFC`, 'a spec', (rows) => rows.length === 1);
    await writeFile(`${home}/rfcs/2.md`, half);
    await listed(`${home} RFC`, 'another', (rows) => rows.length === 2);
    await writeFile(`${home}/rfcs/2.md`, whole);
    await listed(`${home} RFC`, 'it is answered', (rows) => rows[1] === `Day trains: 2/2 · ${home}/rfcs/2.md`);
    await rename(`${home}/rfcs/2.md`, `${home}/rfcs/0.md`);
    await listed(`${home} RFC`, 'it is first', (rows) => rows[0] === `Day trains: 2/2 · ${home}/rfcs/0.md`);
    await remove(`${home}/rfcs/0.md`);
    await listed(`${home} RFC`, 'it is gone', (rows) => rows.length === 1);
    await writeFile(`${home}/rfcs/1.md`, '<!-- tech-spec: none -->\n');
    await until(
      'the group is gone',
      () => groupCalled(`${home} RFC`),
      (group) => group === undefined,
    );
  });

  it('follows folders that are renamed and go', async () => {
    await writeTeam({ 'rfcs/deep/1.md': half, 'rfcs/deep/2.md': whole });
    await listed(`${home} RFC`, 'two specs', (rows) => rows.length === 2);
    await rename(`${home}/rfcs/deep`, `${home}/rfcs/low`);
    const isLow = (rows: readonly string[]) => rows.length === 2 && rows.every((row) => row.includes('/low/'));
    await listed(`${home} RFC`, 'both are in the other folder', isLow);
    await remove(`${home}/rfcs/low`);
    await until(
      'the group is gone',
      () => groupCalled(`${home} RFC`),
      (group) => group === undefined,
    );
  });

  it('leaves out what VS Code is told to leave out, also when it is told later', async () => {
    await writeTeam({ 'rfcs/1.md': half, 'rfcs/low/2.md': half, 'rfcs/node_modules/3.md': half });
    await listed(`${home} RFC`, 'two specs', (rows) => rows.length === 2);
    const files = vscode.workspace.getConfiguration('files');
    await files.update('exclude', { '**/low': true }, vscode.ConfigurationTarget.Workspace);
    await listed(`${home} RFC`, 'one spec', (rows) => rows.length === 1);
    await files.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    await listed(`${home} RFC`, 'both specs', (rows) => rows.length === 2);
  });

  it('follows a template and a configuration that change', async () => {
    await writeTeam({ 'rfcs/1.md': whole });
    await listed(`${home} RFC`, '2/2', ([row]) => row?.includes('2/2') === true);
    await writeFile(`${home}/rfc.md`, named(`${template}\n## Costs\n\nSay how much.\n`));
    await listed(`${home} RFC`, '2/3', ([row]) => row?.includes('2/3') === true);
    await remove(`${home}/.tech-spec.json`);
    await until(
      'nothing follows it',
      () => groupCalled(`${home} RFC`),
      (group) => group === undefined,
    );
  });

  it('follows the typing', async () => {
    await writeTeam({ 'rfcs/1.md': half });
    await listed(`${home} RFC`, '1/2', ([row]) => row?.includes('1/2') === true);
    const editor = await openFile(`${home}/rfcs/1.md`);
    await replace(editor, '## Risks\n', '## Risks\n\nNone.\n');
    await listed(`${home} RFC`, '2/2', ([row]) => row?.includes('2/2') === true);
  });

  it('goes back to the file where what was typed is not kept', async () => {
    await withoutSaving(async () => {
      await writeTeam({ 'rfcs/1.md': half });
      await replace(await openFile(`${home}/rfcs/1.md`), '## Risks\n', '## Risks\n\nNone.\n');
      await listed(`${home} RFC`, '2/2', ([row]) => row?.includes('2/2') === true);
      await closeAll();
      await listed(`${home} RFC`, '1/2', ([row]) => row?.includes('1/2') === true);
    });
  });

  it('follows the stage that a document is switched to', async () => {
    await writeTeam({ 'rfcs/1.md': whole });
    await listed(`${home} RFC`, 'a draft', ([row]) => row === `Day trains: 2/2 · ${home}/rfcs/1.md`);
    await openFile(`${home}/rfcs/1.md`);
    await vscode.commands.executeCommand('techSpec.checkReadiness');
    await listed(`${home} RFC`, 'ready', ([row]) => row === `Day trains: 2/2 · ready · ${home}/rfcs/1.md`);
  });

  it('asks for nothing while it is hidden, and for what changed once it is seen again', async () => {
    await writeTeam({ 'rfcs/1.md': half });
    await listed(`${home} RFC`, '1/2', ([row]) => row?.includes('1/2') === true);
    await vscode.commands.executeCommand('workbench.view.search');
    const editor = await openFile(`${home}/rfcs/1.md`);
    await replace(editor, '## Risks\n', '## Risks\n\nNone.\n');
    const { settled, specs, status } = await techSpec();
    await settled();
    await specs.settled();
    assert.equal(status.text, '2/2');
    assert.match((await rowsOf(`${home} RFC`))[0] ?? '', /1\/2/);
    await show();
    await listed(`${home} RFC`, '2/2', ([row]) => row?.includes('2/2') === true);
  });

  it('asks the server that takes the place of another', async () => {
    await writeTeam({ 'rfcs/1.md': half });
    await listed(`${home} RFC`, 'a spec', (rows) => rows.length === 1);
    const restarted = vscode.commands.executeCommand('techSpec.restartServer');
    await writeFile(`${home}/rfcs/2.md`, whole);
    await vscode.commands.executeCommand('techSpec.specs.refresh');
    await restarted;
    await listed(`${home} RFC`, 'both specs', (rows) => rows.length === 2);
  });
});

/** The view in the side bar, in front of others. */
async function show(): Promise<void> {
  await vscode.commands.executeCommand('techSpec.specs.focus');
}

/** A template, a configuration that has it followed in `rfcs`, and files. */
async function writeTeam(files: Readonly<Record<string, string>>): Promise<void> {
  await show();
  const specs = [{ files: 'rfcs/**/*.md', template: 'rfc.md', ready: { status: ['accepted'] } }];
  await writeFile(`${home}/rfc.md`, named(template));
  await writeFile(`${home}/.tech-spec.json`, JSON.stringify({ specs }));
  for (const [path, text] of Object.entries(files)) await writeFile(`${home}/${path}`, text);
}

/** A template by a name that no other test has. */
function named(text: string): string {
  return `---\nname: ${home} RFC\nabout: For tests\n---\n\n${text}`;
}

function lookOf(icon: vscode.TreeItem['iconPath']): readonly unknown[] {
  assert.ok(icon instanceof vscode.ThemeIcon);
  return [icon.id, (icon.color as { readonly id?: string } | undefined)?.id];
}

function isAt(path: string): (uri: string | undefined) => boolean {
  return (uri) => uri === pathIn(`${home}/${path}`).toString();
}

async function groupItems(): Promise<readonly vscode.TreeItem[]> {
  const { tree, settled } = (await techSpec()).specs;
  await settled();
  const ids = (await tree.getChildren()) ?? [];
  return await Promise.all(ids.map((id) => tree.getTreeItem(id)));
}

function called(items: readonly vscode.TreeItem[], label: string): readonly vscode.TreeItem[] {
  return items.filter((item) => item.label === label);
}

async function groupCalled(name: string): Promise<vscode.TreeItem | undefined> {
  return called(await groupItems(), name)[0];
}

/** The specs of the first template of that name. */
async function itemsOf(name: string): Promise<readonly vscode.TreeItem[]> {
  const { tree } = (await techSpec()).specs;
  const id = (await groupCalled(name))?.id;
  const children = id === undefined ? [] : ((await tree.getChildren(id)) ?? []);
  return await Promise.all(children.map((child) => tree.getTreeItem(child)));
}

async function rowsOf(name: string): Promise<readonly string[]> {
  return (await itemsOf(name)).map(({ label, description }) => `${label}: ${description}`);
}

async function listed(
  name: string,
  wish: string,
  holds: (rows: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return await until(wish, () => rowsOf(name), holds);
}

/** Waits until VS Code tells that the other is there: of what comes and goes before that it says nothing at all. */
async function rename(from: string, to: string): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  try {
    const come = new Promise<void>((resolve) =>
      watcher.onDidCreate((uri) => uri.toString() === pathIn(to).toString() && resolve()),
    );
    await vscode.workspace.fs.rename(pathIn(from), pathIn(to));
    await come;
  } finally {
    watcher.dispose();
  }
}
