// What is looked for while something goes: the list of specs has it no more, whenever it was met. The server is pretended.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Server } from '../../client/src/server.ts';
import { scanForSpecs } from '../../client/src/specs-scan.ts';
import type { SpecSummary } from '../../server/src/lsp/protocol-specs.ts';
import { pathIn, remove, until, writeFile } from './workbench.mts';

const home = 'specs-scan';

/** Takes every file for a spec. */
function credulous(): Server {
  const counts = { error: 0, warning: 0, information: 0 };
  const summaryOf = (uri: string): SpecSummary => ({
    uri,
    title: null,
    template: { name: 'Any', uri: null },
    stage: 'draft',
    progress: { done: 0, of: 1 },
    counts,
  });
  return {
    ask: async (_: unknown, { uris }: { readonly uris: readonly string[] }) => uris.map(summaryOf),
    running: true,
    onDidChange: new vscode.EventEmitter<string | undefined>().event,
    onDidSend: new vscode.EventEmitter<vscode.TextDocument>().event,
  } as unknown as Server;
}

describe('a file that goes while files are looked for', () => {
  afterEach(() => remove(home));

  it('is none of those that are found', async () => {
    const gone = pathIn(`${home}/1.md`).toString();
    const scan = scanForSpecs(credulous());
    const created = new Set<string>();
    const deleted = new Set<string>();
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.md');
    watcher.onDidCreate((uri) => created.add(uri.toString()));
    watcher.onDidDelete((uri) => deleted.add(uri.toString()));
    await writeFile(`${home}/1.md`, '# A\n');
    // Of what goes before its coming was told nothing is told.
    await until('its coming is told', () => created.has(gone));
    const { findFiles } = vscode.workspace;
    try {
      scan.show(true);
      await until('it is found', () => scan.found.has(gone));
      await scan.settled();
      let found = () => {};
      const isFound = new Promise<void>((resolve) => {
        found = resolve;
      });
      let goOn = () => {};
      const mayGoOn = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      vscode.workspace.findFiles = async (...given) => {
        const uris = await Reflect.apply(findFiles, vscode.workspace, given);
        found();
        await mayGoOn;
        return uris;
      };
      scan.refresh();
      await isFound;
      await remove(`${home}/1.md`);
      await until('its going is told', () => deleted.has(gone));
      goOn();
      await scan.settled();
      assert.equal(scan.found.has(gone), false);
    } finally {
      vscode.workspace.findFiles = findFiles;
      watcher.dispose();
      scan.dispose();
    }
  });
});
