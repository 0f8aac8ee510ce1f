/** What the world must provide: texts and lists of files, by address. */
import type * as lsp from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { liesIn, pathIn } from './addresses.ts';
import type { Capabilities } from './capabilities.ts';
import { globOf } from './globs.ts';
import { listFiles, readText } from './protocol.ts';

export interface Host {
  /**
   * The text of a file, without a byte order mark; undefined where there is none.
   * Rejects with a reason that continues “cannot be read: ”, also where the file, its links followed, lies outside the folder `within`.
   */
  readText(uri: string, within?: string): Promise<string | undefined>;
  /** The addresses of a folder's files that match a glob, sorted. Rejects where the folder cannot be listed. */
  list(folder: string, glob: string): Promise<readonly string[]>;
}

/** A host that serves some schemes by itself. */
export interface OwnHost extends Host {
  readonly schemes: readonly string[];
}

/** Asks the host for what it serves, and the client for the rest, where that offers to read. */
export function hostFor(connection: lsp.Connection, { files }: Capabilities, own: OwnHost | undefined): Host {
  const client = files ? clientHost(connection) : nothing;
  const hostOf = (uri: string) => (own?.schemes.includes(URI.parse(uri).scheme) ? own : client);
  return {
    readText: (uri, within) => hostOf(uri).readText(uri, within),
    list: (folder, glob) => hostOf(folder).list(folder, glob),
  };
}

const nothing: Host = {
  readText: async () => undefined,
  list: async () => [],
};

/** A client reads through its editor, which opens nothing that the user has not opened to it: links are its matter. */
function clientHost(connection: lsp.Connection): Host {
  return {
    async readText(uri) {
      const text = await connection.sendRequest<string | null>(readText.method, { uri });
      return text?.replace(/^\uFEFF/, '');
    },
    async list(folder, glob) {
      const found = await connection.sendRequest<readonly string[] | null>(listFiles.method, { glob });
      const matches = globOf(glob);
      // It may list more: of some file systems it can but say what lies there.
      return (found ?? []).filter((uri) => liesIn(uri, folder) && matches(pathIn(uri, folder))).sort();
    },
  };
}
