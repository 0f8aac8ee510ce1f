// What the suites do in the editor, and how they wait: for a state, with a deadline, never for a time.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TechSpec } from '../../client/src/activate.ts';

/** The extension, and what it lets others read. */
export async function techSpec(): Promise<TechSpec> {
  const extension = vscode.extensions.getExtension<TechSpec>('tech-spec.tech-spec');
  assert.ok(extension, 'the extension is installed');
  return await extension.activate();
}

/** Resolves with the first answer that satisfies; rejects, saying what was there instead, after the deadline. */
export async function until<State>(
  wish: string,
  look: () => State | Thenable<State>,
  satisfies: (state: State) => boolean = Boolean,
): Promise<State> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const state = await look();
    if (satisfies(state)) return state;
    if (deadline < Date.now()) assert.fail(`${wish}, but there is ${JSON.stringify(state, undefined, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The workspace's folder: a copy of `examples/`. */
export function folder(): vscode.WorkspaceFolder {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'a folder is open');
  return first;
}

export function pathIn(path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder().uri, path);
}

export async function openFile(path: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(pathIn(path), { preview: false });
}

/** An untitled document. Each has a name of its own: VS Code gives a name's next document the text of one that is not quite gone. */
export async function openText(content: string): Promise<vscode.TextEditor> {
  const name = `Text ${(texts += 1)}.md`;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'untitled', path: name }));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  assert.ok(await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), content)));
  await select(editor, new vscode.Position(0, 0));
  // The window says a moment later which editor is the active one.
  await until('it is the active one', () => vscode.window.activeTextEditor?.document === document);
  return editor;
}

let texts = 0;

export async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(pathIn(path), new TextEncoder().encode(text));
  return pathIn(path);
}

/** Of files in the workspace, absent ones included. */
export async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(pathIn(path), { recursive: true }).then(undefined, () => {});
}

/** Closes all editors, and asks about nothing. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await vscode.commands.executeCommand('notifications.clearAll');
  while (vscode.window.tabGroups.all.some(({ tabs }) => 0 < tabs.length)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

/** A document of the built-in template, however little of it there is. */
export function spec(text: string): string {
  return `---\ntitle: "Tech spec: Night trains"\nlabels: tech spec\n---\n\n${text}`;
}

/** `rule: words underlined` of our findings, in the order of the document. */
export function findings({ document }: vscode.TextEditor): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'tech-spec')
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ code, range }) => `${codeOf(code)}: ${document.getText(range)}`);
}

/** What the selection holds. */
export function selected({ document, selection }: vscode.TextEditor): string {
  return document.getText(selection);
}

/** Puts the cursor before the first of some words. */
export async function moveTo(editor: vscode.TextEditor, words: string): Promise<void> {
  const at = editor.document.getText().indexOf(words);
  assert.ok(0 <= at, `“${words}” stands in the document`);
  await select(editor, editor.document.positionAt(at));
}

/** Puts the cursor somewhere. */
export async function select(editor: vscode.TextEditor, position: vscode.Position): Promise<void> {
  editor.selection = new vscode.Selection(position, position);
  await selectionsAreBack();
}

/**
 * What was selected has come back from the window, which answers in the order that it is told: until then its word of one
 * selection takes back the next, for a moment in which a command may look.
 */
export async function selectionsAreBack(): Promise<void> {
  await vscode.commands.executeCommand('setContext', 'techSpec.test', true);
}

/** Replaces the first of some words, as typing would. */
export async function replace(editor: vscode.TextEditor, words: string, by: string): Promise<void> {
  const { document } = editor;
  const at = document.getText().indexOf(words);
  assert.ok(0 <= at, `“${words}” stands in the document`);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
  assert.ok(await editor.edit((builder) => builder.replace(range, by)));
}

/** Sets a setting of the workspace for as long as `run` takes. */
export async function withSetting<Result>(name: string, value: unknown, run: () => Promise<Result>): Promise<Result> {
  const { Workspace } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration('techSpec').update(name, value, Workspace);
  try {
    return await run();
  } finally {
    await vscode.workspace.getConfiguration('techSpec').update(name, undefined, Workspace);
  }
}

/** In a browser VS Code saves by itself, a second after the last keystroke. */
export async function withoutSaving<Result>(run: () => Promise<Result>): Promise<Result> {
  const { Workspace } = vscode.ConfigurationTarget;
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', Workspace);
  try {
    return await run();
  } finally {
    await vscode.workspace.getConfiguration('files').update('autoSave', undefined, Workspace);
  }
}

function codeOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Answers whatever a command asks, until it is done. */
export async function answer(how: string, command: Thenable<unknown>): Promise<void> {
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
