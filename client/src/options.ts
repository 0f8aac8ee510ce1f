/** What the language client is told: which documents, when to check them, and how little to say. */
import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  DiagnosticPullMode,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { errorHandler } from './error-handler.ts';
import type { ClientNeeds } from './server.ts';
import type { StartOptions } from './start-options.ts';

/** `client` is the one that they make. */
export function optionsFor(needs: ClientNeeds, client: () => BaseLanguageClient): LanguageClientOptions {
  const { options, middleware, log } = needs;
  return {
    documentSelector: [...options.selector, ...configurations(options)],
    initializationOptions: options.initialization,
    outputChannel: whileItIsThere(log),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // What a template says is shown as it is, and can run nothing but the way to itself.
    markdown: { isTrusted: { enabledCommands: ['techSpec.goToTemplate'] } },
    // The client pulls on opening only, unless told otherwise.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true, filter: waitsForSave },
    // What fails is told by what needs it; without this the library shows a notification of its own.
    initializationFailedHandler: () => false,
    middleware,
    errorHandler: errorHandler(client, needs),
  };
}

/** The library writes on when the extension is gone and its log is, too: VS Code calls that an error, and the server would not be asked to end. */
function whileItIsThere(log: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const written = (['trace', 'debug', 'info', 'warn', 'error', 'append', 'appendLine'] as const).map((name) => {
    const write = (words: string) => {
      try {
        log[name](words);
      } catch {
        // Nobody reads it any more.
      }
    };
    return [name, { value: write }] as const;
  });
  return Object.create(log, Object.fromEntries(written));
}

/** What says which documents are specs: the server reports what is wrong in it. */
function configurations({ selector }: StartOptions): { readonly scheme: string; readonly pattern: string }[] {
  return selector.map(({ scheme }) => ({ scheme, pattern: '**/.tech-spec.json' }));
}

/** Whether a check is to be left out, since findings are wanted for saved text only. */
function waitsForSave(document: vscode.TextDocument, mode: DiagnosticPullMode): boolean {
  if (mode === DiagnosticPullMode.onSave || !document.isDirty) return false;
  return vscode.workspace.getConfiguration('techSpec', document).get('run') === 'onSave';
}
