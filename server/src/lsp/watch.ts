/** Asks the client to say when a template changes, or the file that says which one counts. */
import * as lsp from 'vscode-languageserver';
import { liesIn, pathIn } from './addresses.ts';
import type { Capabilities } from './capabilities.ts';
import { configurationName } from './configurations.ts';
import { quietly } from './isolate.ts';

export interface Watch {
  /** To be called when the client is ready. */
  start(): void;
  /** To be called once for each template, which need not be there yet. */
  add(uri: string, folder: string | undefined): void;
}

export function watchTemplates(connection: lsp.Connection, capabilities: Capabilities): Watch {
  const { registersWatchers, relativePatterns } = capabilities;
  if (!registersWatchers) return { start: () => {}, add: () => {} };
  const register = quietly(connection, 'Watching templates', async (globPatterns: readonly lsp.GlobPattern[]) => {
    const watchers = globPatterns.map((globPattern) => ({ globPattern }));
    const options: lsp.DidChangeWatchedFilesRegistrationOptions = { watchers };
    await connection.client.register(lsp.DidChangeWatchedFilesNotification.type, options);
  });
  return {
    start: () => register(['**/.github/ISSUE_TEMPLATE/*.{md,yml,yaml}', `**/${configurationName}`]),
    add(uri, folder) {
      if (folder === undefined || !liesIn(uri, folder)) return;
      const pattern = literal(pathIn(uri, folder));
      register([relativePatterns ? { baseUri: folder, pattern } : `**/${pattern}`]);
    },
  };
}

/** A path may hold what a glob gives a meaning to. */
function literal(path: string): string {
  return path.replace(/[[\]{}*?]/g, (mark) => (mark === '{' || mark === '}' ? '?' : `[${mark}]`));
}
