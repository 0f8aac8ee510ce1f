/** What a command works with. */
import * as vscode from 'vscode';
import type { CurrentSpec } from './current-spec.ts';
import { editorOf } from './editing.ts';
import type { Explanations } from './explanation.ts';
import type { OutlineView } from './outline-view.ts';
import type { PostTexts } from './post-text.ts';
import type { PostWorld } from './post-world.ts';
import type { Server } from './server.ts';
import type { SpecsView } from './specs-view.ts';
import { openDocument, tell } from './tell.ts';

export interface Parts {
  readonly server: Server;
  readonly current: CurrentSpec;
  readonly view: OutlineView;
  readonly specs: SpecsView;
  readonly explanations: Explanations;
  readonly posting: PostWorld;
  readonly postTexts: PostTexts;
  readonly log: vscode.LogOutputChannel;
}

/**
 * The editor that a document command is for: the active one; where that is none of ours (a walkthrough, a preview, the output),
 * the one worked on last. Undefined where there is none, and then that has been said.
 */
export async function activeEditor({ server, current }: Parts): Promise<vscode.TextEditor | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && server.covers(editor.document)) return editor;
  if (current.last !== undefined) return await editorOf(current.last);
  tell('information', vscode.l10n.t('Open a Markdown document first.'), openDocument());
  return undefined;
}
