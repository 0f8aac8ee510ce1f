/** What a command works with. */
import * as vscode from 'vscode';
import type { CurrentSpec } from './current-spec.ts';
import type { Explanations } from './explanation.ts';
import type { OutlineView } from './outline-view.ts';
import type { Server } from './server.ts';
import { openDocument, tell } from './tell.ts';

export interface Parts {
  readonly server: Server;
  readonly current: CurrentSpec;
  readonly view: OutlineView;
  readonly explanations: Explanations;
  readonly log: vscode.LogOutputChannel;
}

/** The editor that a document command is for; undefined where none with such a document is active, and then that has been said. */
export function activeEditor({ server }: Parts): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && server.covers(editor.document)) return editor;
  tell('information', vscode.l10n.t('Open a Markdown document first.'), openDocument());
  return undefined;
}
