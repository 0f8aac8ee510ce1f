/** What the language client is told: which documents, when to check them, and how little to say. */
import * as vscode from 'vscode';
import { DiagnosticPullMode, type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { symbols } from './symbols.ts';

/** What a server is started with and cannot be told later: where it changes, another server is needed. */
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

export function optionsFor(options: StartOptions, log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [...options.selector, ...configurations(options)],
    initializationOptions: options.initialization,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // What a template says is shown as it is, and can run nothing but the way to itself.
    markdown: { isTrusted: { enabledCommands: ['techSpec.goToTemplate'] } },
    // The client pulls on opening only, unless told otherwise.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true, filter: waitsForSave },
    // What fails is told by what needs it; without this the library shows a notification of its own.
    initializationFailedHandler: () => false,
  };
}

/** What says which documents are specs: the server reports what is wrong in it. */
function configurations({ selector }: StartOptions): { readonly scheme: string; readonly pattern: string }[] {
  return selector.map(({ scheme }) => ({ scheme, pattern: '**/.tech-spec.json' }));
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

/** Whether a check is to be left out, since findings are wanted for saved text only. */
function waitsForSave(document: vscode.TextDocument, mode: DiagnosticPullMode): boolean {
  if (mode === DiagnosticPullMode.onSave || !document.isDirty) return false;
  return vscode.workspace.getConfiguration('techSpec', document).get('run') === 'onSave';
}
