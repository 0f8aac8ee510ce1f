/** The desktop's client, whose server is a process of its own, so that nothing it does can freeze the editor. Loaded behind the activation. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { optionsFor } from './options.ts';
import type { MakeClient } from './server.ts';

export function clientsOf(context: vscode.ExtensionContext): MakeClient {
  const module = context.asAbsolutePath('dist/server/node.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] } };
  return (needs) => {
    const options = optionsFor(needs, () => client);
    const client: LanguageClient = new LanguageClient('techSpec', 'Tech Spec', { run, debug }, options);
    // One that is debugged stands still because somebody looks at it.
    const kill = () => client.isInDebugMode || client.serverProcess?.kill('SIGKILL');
    return { client, kill };
  };
}
