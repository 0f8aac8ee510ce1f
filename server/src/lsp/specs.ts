/** The Specs view’s request: one file after the other, while all else that is asked is answered in between. */
import type * as lsp from 'vscode-languageserver';
import { folderOf } from './addresses.ts';
import type { Capabilities } from './capabilities.ts';
import { toSpecSummary } from './convert/specs.ts';
import type { Host } from './host.ts';
import { answer } from './isolate.ts';
import * as protocol from './protocol-specs.ts';
import type { Settings, SettingsCache } from './settings.ts';
import { inSlices } from './slices.ts';
import type { Workspace } from './workspace.ts';

export interface SpecsOptions {
  readonly connection: lsp.Connection;
  readonly workspace: Workspace;
  readonly settings: SettingsCache;
  readonly capabilities: Capabilities;
  readonly host: Host;
  readonly folders: () => readonly string[];
}

export function startSpecs(options: SpecsOptions): void {
  const { connection, workspace, settings, capabilities, host, folders } = options;

  async function summaries(uris: readonly string[], token: lsp.CancellationToken): Promise<protocol.SpecSummary[]> {
    const inForce = await settings.ofEach(uris);
    const breathe = inSlices();
    const found: protocol.SpecSummary[] = [];
    for await (const { uri, text, at } of textsOf(uris)) {
      if (token.isCancellationRequested) break;
      const context = await contextOf(uri, text, inForce[at]);
      if (context !== undefined) found.push(toSpecSummary(context, capabilities));
      await breathe();
    }
    return found;
  }

  /** As it is in the editor, else as it lies there. */
  async function contextOf(uri: string, text: string | undefined, inForce: Settings | undefined) {
    if (workspace.documents.get(uri) !== undefined) return workspace.contextOf(uri);
    if (text === undefined || inForce === undefined) return undefined;
    return workspace.contextOfFile(uri, text, inForce);
  }

  /** In their order. Some are on their way before they are wanted: on the web each is a request of its own. */
  async function* textsOf(uris: readonly string[]) {
    const reading = uris.slice(0, ahead).map(textOf);
    for (const [at, uri] of uris.entries()) {
      const text = await reading.shift();
      const next = uris[at + ahead];
      if (next !== undefined) reading.push(textOf(next));
      yield { uri, text, at };
    }
  }

  /** Undefined for what is open, lies in no folder of the workspace, or cannot be read. Never rejects. */
  async function textOf(uri: string): Promise<string | undefined> {
    try {
      const within = folderOf(uri, folders());
      if (within === undefined || workspace.documents.get(uri) !== undefined) return undefined;
      return await host.readText(uri, within);
    } catch {
      return undefined;
    }
  }

  answer(connection, protocol.specs, [], ({ uris }, token) => summaries(uris, token));
}

const ahead = 8;
