/** What both hosts share: everything is set up here, and nothing is waited for. */
import * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import { followCurrentSpec } from './current-spec.ts';
import { serveExplanations } from './explanation.ts';
import { createOutlineView, type OutlineView } from './outline-view.ts';
import { servePostTexts } from './post-text.ts';
import { type PostWorld, postWorld } from './post-world.ts';
import { createServer, type LoadClient } from './server.ts';
import { createSpecsView, type SpecsView } from './specs-view.ts';
import { createStatus } from './status.ts';

/** What VS Code shows but lets nobody read back: for tests, and for extensions that want to show it elsewhere. */
export interface TechSpec {
  readonly outline: OutlineView['tree'];
  readonly status: vscode.StatusBarItem;
  /** Resolves when what is shown is that of the active document's current text. */
  readonly settled: () => Promise<void>;
  /** For our own tests alone: whoever could change it would be given tokens. */
  readonly posting?: PostWorld;
  readonly specs: Pick<SpecsView, 'tree' | 'message' | 'settled'>;
}

/** Returns at once: the server starts meanwhile, and views fill when it answers. */
export function activateWith(context: vscode.ExtensionContext, loadClient: LoadClient): TechSpec {
  const log = vscode.window.createOutputChannel('Tech Spec', { log: true });
  const server = createServer(loadClient, log);
  const current = followCurrentSpec(server);
  const view = createOutlineView(current, context);
  const status = createStatus(current, server);
  const explanations = serveExplanations(server);
  const specs = createSpecsView(server);
  const posting = postWorld();
  const postTexts = servePostTexts();
  const parts = { server, current, view, specs, explanations, posting, postTexts, log };
  context.subscriptions.push(log, server, current, view, specs, status, explanations, postTexts);
  context.subscriptions.push(registerCommands(parts));
  const isTest = context.extensionMode === vscode.ExtensionMode.Test;
  return { outline: view.tree, status, settled: current.settled, specs, ...(isTest && { posting }) };
}
