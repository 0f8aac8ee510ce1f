/** The desktop's entry: the server is a process of its own, so that nothing it does can freeze the editor. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type TechSpec } from './activate.ts';

export function activate(context: vscode.ExtensionContext): TechSpec {
  const module = context.asAbsolutePath('dist/server/node.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] } };
  return activateWith(context, (options) => {
    const client = new LanguageClient('techSpec', 'Tech Spec', { run, debug }, options);
    // One that is debugged stands still because somebody looks at it.
    const kill = () => client.isInDebugMode || client.serverProcess?.kill('SIGKILL');
    return { client, kill };
  });
}
