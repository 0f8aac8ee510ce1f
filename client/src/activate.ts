/** What both hosts share: everything is set up here, and nothing is waited for. */
import * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import { followCurrentSpec } from './current-spec.ts';
import { serveExplanations } from './explanation.ts';
import { createOutlineView, type OutlineView } from './outline-view.ts';
import { createServer, type MakeClient } from './server.ts';
import { createSpecsView, type SpecsView } from './specs-view.ts';
import { createStatus } from './status.ts';

/** What VS Code shows but lets nobody read back: for tests, and for extensions that want to show it elsewhere. */
export interface TechSpec {
  readonly outline: OutlineView['tree'];
  readonly status: vscode.StatusBarItem;
  /** Resolves when what is shown is that of the active document's current text. */
  readonly settled: () => Promise<void>;
  readonly specs: Pick<SpecsView, 'tree' | 'message' | 'settled'>;
}

/** Returns at once: the server starts meanwhile, and views fill when it answers. */
export function activateWith(context: vscode.ExtensionContext, makeClient: MakeClient): TechSpec {
  const log = vscode.window.createOutputChannel('Tech Spec', { log: true });
  const server = createServer(makeClient, log);
  const current = followCurrentSpec(server);
  const view = createOutlineView(current, context);
  const status = createStatus(current);
  const explanations = serveExplanations(server);
  const specs = createSpecsView(server);
  const commands = registerCommands({ server, current, view, specs, explanations, log });
  context.subscriptions.push(log, server, current, view, specs, status, explanations, commands);
  return { outline: view.tree, status, settled: current.settled, specs };
}
