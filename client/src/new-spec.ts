/** New Tech Spec: a title, and the template is there with its first guidance selected, to be typed over. */
import * as vscode from 'vscode';
import { newSpec as newSpecRequest } from '../../server/src/lsp/protocol.ts';
import { select, toRange } from './editing.ts';
import type { Parts } from './parts.ts';
import { createSpecFile } from './spec-file.ts';
import { openSettings, reasonOf, tell, tellNoTemplate } from './tell.ts';

/** `argument` may hold the title, for a key binding or a task that knows it: `{ "title": "…" }`. */
export async function newSpec({ server, current, view, log }: Parts, argument: unknown): Promise<void> {
  const title = titleIn(argument) ?? (await askTitle());
  if (title === undefined) return;
  const place = await placeForSpecs();
  if (place === undefined) return;
  const kept = instructions(place.folder?.uri);
  const spec = await server.ask(newSpecRequest, { title, instructions: kept, template: null });
  if (spec === null) return tellNoTemplate();
  const { text, selection } = spec;
  const document = await documentWith(text, title, place, log);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await current.settled();
  await view.introduce();
  select(editor, toRange(selection));
}

/** Undefined where the question was cancelled; empty leaves the title as the template has it. */
export async function askTitle(): Promise<string | undefined> {
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Tech Spec'),
    prompt: vscode.l10n.t('What is to be built, in a few words'),
    placeHolder: vscode.l10n.t('Title'),
  });
  return title?.trim();
}

/** What is to become of the block above the template's delete marker. */
export function instructions(scope: vscode.Uri | undefined): 'keep' | 'omit' {
  return vscode.workspace.getConfiguration('techSpec', scope).get('newSpec.instructions') === 'omit' ? 'omit' : 'keep';
}

interface Place {
  readonly folder: vscode.WorkspaceFolder | undefined;
  /** In the folder; empty for an untitled document. */
  readonly path: string;
}

/** Undefined where the question was cancelled. */
async function placeForSpecs(): Promise<Place | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const active = vscode.window.activeTextEditor?.document.uri;
  const near = active && vscode.workspace.getWorkspaceFolder(active);
  const candidates = near !== undefined ? [near] : folders;
  const isWanted = candidates.some((folder) => pathIn(folder) !== '');
  if (!isWanted) return { folder: near ?? folders[0], path: '' };
  const folder = candidates.length === 1 ? candidates[0] : await vscode.window.showWorkspaceFolderPick();
  return folder && { folder, path: pathIn(folder) };
}

function pathIn(folder: vscode.WorkspaceFolder): string {
  return vscode.workspace.getConfiguration('techSpec', folder).get('newSpec.folder', '').trim();
}

/** A file where one is wanted and can be; else an untitled document, so that nothing is lost. */
async function documentWith(
  text: string,
  title: string,
  { folder, path }: Place,
  log: vscode.LogOutputChannel,
): Promise<vscode.TextDocument> {
  if (folder !== undefined && path !== '') {
    try {
      return await vscode.workspace.openTextDocument(await createSpecFile(folder, path, title, text));
    } catch (error) {
      log.warn(`No file in ${path}: ${error}`);
      tellNoFile(path, error);
    }
  }
  return await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
}

function tellNoFile(path: string, error: unknown): void {
  const message = vscode.l10n.t(
    'The new spec is untitled, because it could not be written to “{0}”: {1}',
    path,
    reasonOf(error),
  );
  tell('error', message, openSettings('techSpec.newSpec.folder'));
}

function titleIn(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('title' in argument)) return undefined;
  return typeof argument.title === 'string' ? argument.title.trim() : undefined;
}
