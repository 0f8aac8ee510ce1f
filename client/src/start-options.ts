/** What a server is started with: for which documents, and how it is to serve them. */
import * as vscode from 'vscode';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { symbols } from './symbols.ts';

/** What cannot be told a server later: where it changes, another server is needed. */
export interface StartOptions {
  readonly selector: { readonly language: string; readonly scheme: string }[];
  readonly initialization: InitializationOptions;
}

/** As things are now. Reads settings and folders, no files. */
export function startOptions(): StartOptions {
  return {
    selector: schemes().map((scheme) => ({ language: 'markdown', scheme })),
    initialization: { symbols: symbols(), files: true, tokenTypes: 'own', snippets: 'editor' },
  };
}

/**
 * Schemes are named, because Markdown is also in output channels, commit messages, review comments and notebook cells.
 * A workspace folder's own scheme is a file system, whatever its name.
 */
function schemes(): string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const named = ['untitled', 'file', 'vscode-vfs', 'vscode-remote'];
  return Array.from(new Set([...named, ...folders.map(({ uri }) => uri.scheme)]));
}
