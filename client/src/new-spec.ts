/** New Tech Spec: a title, and the template is there with its first guidance selected, to be typed over. */
import * as vscode from 'vscode';
import { type NewSpec, newSpec as newSpecRequest, newSpecTemplates } from '../../server/src/lsp/protocol-new-spec.ts';
import { toRange } from './editing.ts';
import type { Parts } from './parts.ts';
import { directoryIn, freeFile, writeNew } from './spec-file.ts';
import { openSettings, reasonOf, tell, tellNoTemplate } from './tell.ts';
import { pickTemplate } from './template-pick.ts';
import { templatePreview } from './template-preview.ts';
import { askTitle } from './title-box.ts';

/** `argument` is the folder that a menu was opened on; a key binding or a task may know what would be asked: `{ "title": "…", "template": "…" }`. */
export async function newSpec(parts: Parts, argument: unknown): Promise<void> {
  const place = argument instanceof vscode.Uri ? placeIn(argument) : await placeForSpecs();
  const start = place && (await startFor(parts, place, argument));
  if (place === undefined || start === undefined) return;
  const made = await documentFor(parts, place, start);
  if (made === undefined) return tellNoTemplate();
  // At once: whoever types before the views have followed types in the right place.
  await vscode.window.showTextDocument(made.document, { preview: false, selection: toRange(made.spec.selection) });
  await parts.current.settled();
  await parts.view.introduce();
}

/** What is to become of the block above the template's delete marker, and of what it says under its headings. */
export function wishesFor(scope: vscode.Uri | undefined): {
  readonly instructions: 'keep' | 'omit';
  readonly guidance: 'text' | 'ghost';
} {
  const settings = vscode.workspace.getConfiguration('techSpec.newSpec', scope);
  return {
    instructions: settings.get('instructions') === 'omit' ? 'omit' : 'keep',
    guidance: settings.get('guidance') === 'ghost' ? 'ghost' : 'text',
  };
}

interface Place {
  /** A workspace folder, or one in it: what is in force there counts. */
  readonly near: vscode.Uri | undefined;
  /** Where the file goes; undefined for an untitled document. */
  readonly target: Target | undefined;
}

interface Target {
  readonly shown: string;
  /** What is to be changed where it cannot be written to. */
  readonly setting: string | undefined;
  /** Throws, with words for people, where there is none. */
  directory(): vscode.Uri;
}

function placeIn(folder: vscode.Uri): Place {
  const shown = vscode.workspace.asRelativePath(folder);
  return { near: folder, target: { shown, setting: undefined, directory: () => folder } };
}

/** Undefined where the question was cancelled. */
async function placeForSpecs(): Promise<Place | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const active = vscode.window.activeTextEditor?.document.uri;
  const near = active && vscode.workspace.getWorkspaceFolder(active);
  const candidates = near !== undefined ? [near] : folders;
  const isWanted = candidates.some((folder) => pathIn(folder) !== '');
  if (!isWanted) return { near: (near ?? folders[0])?.uri, target: undefined };
  const folder = candidates.length === 1 ? candidates[0] : await vscode.window.showWorkspaceFolderPick();
  if (folder === undefined) return undefined;
  const shown = pathIn(folder);
  if (shown === '') return { near: folder.uri, target: undefined };
  const target = { shown, setting: 'techSpec.newSpec.folder', directory: () => directoryIn(folder, shown) };
  return { near: folder.uri, target };
}

function pathIn(folder: vscode.WorkspaceFolder): string {
  return vscode.workspace.getConfiguration('techSpec', folder).get('newSpec.folder', '').trim();
}

interface Start {
  readonly title: string;
  /** Null for the one in force. */
  readonly template: string | null;
}

/** Asks for what the argument does not say; undefined where a question was cancelled. */
async function startFor({ server }: Parts, place: Place, argument: unknown): Promise<Start | undefined> {
  const title = wordIn(argument, 'title');
  const template = wordIn(argument, 'template') ?? null;
  if (title !== undefined) return { title, template };
  const near = placeOf(place);
  const templates = await server.ask(newSpecTemplates, near === undefined ? {} : { near });
  const isOpen = template === null && 1 < templates.filter(({ path }) => path !== null).length;
  const preview = templatePreview();
  try {
    let chosen = isOpen ? await pickTemplate(templates, undefined, preview) : undefined;
    if (isOpen && chosen === undefined) return undefined;
    for (let value = ''; ; ) {
      const answer = await askTitle({ template: chosen?.name, value, offersAnother: 1 < templates.length });
      if (answer === undefined) return undefined;
      if (!answer.wantsAnother) return { title: answer.title, template: chosen?.uri ?? template };
      value = answer.title;
      chosen = (await pickTemplate(templates, chosen?.uri, preview)) ?? chosen;
    }
  } finally {
    await preview.close();
  }
}

interface Made {
  readonly document: vscode.TextDocument;
  readonly spec: NewSpec;
}

/** A file where one is wanted and can be; else an untitled document, so that nothing is lost. Undefined where the template is in trouble. */
async function documentFor({ server, log }: Parts, place: Place, start: Start): Promise<Made | undefined> {
  const near = placeOf(place);
  const textFor = async (document: string) => {
    const common = { ...start, ...wishesFor(place.near), target: document };
    return await server.ask(newSpecRequest, near === undefined ? common : { ...common, near });
  };
  const { target } = place;
  const file = target && (await attempt(target, log, () => freeFile(target.directory(), start.title)));
  if (target !== undefined && file !== undefined) {
    const spec = await textFor(file.toString());
    if (spec === null) return undefined;
    const document = await attempt(target, log, async () => {
      await writeNew(file, spec.text);
      return await vscode.workspace.openTextDocument(file);
    });
    if (document !== undefined) return { document, spec };
  }
  const spec = await textFor('untitled:Untitled');
  if (spec === null) return undefined;
  return { document: await vscode.workspace.openTextDocument({ language: 'markdown', content: spec.text }), spec };
}

/** Where files cannot be written, that is told, and the spec goes on without one. */
async function attempt<Result>(
  { shown, setting }: Target,
  log: vscode.LogOutputChannel,
  run: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await run();
  } catch (error) {
    log.warn(`No file in ${shown}: ${error}`);
    const words = vscode.l10n.t(
      'The new spec is untitled, because it could not be written to “{0}”: {1}',
      shown,
      reasonOf(error),
    );
    tell('error', words, setting === undefined ? {} : openSettings(setting));
    return undefined;
  }
}

/** The folder that the file goes to, where it is known. */
function placeOf({ near, target }: Place): string | undefined {
  try {
    return (target?.directory() ?? near)?.toString();
  } catch {
    return near?.toString();
  }
}

function wordIn(argument: unknown, key: 'title' | 'template'): string | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const value: unknown = Object.getOwnPropertyDescriptor(argument, key)?.value;
  return typeof value === 'string' ? value.trim() : undefined;
}
