// A file that goes while files are looked for: the list of specs has it no more, though the search has met it. Disk and server are pretended.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Server } from '../../client/src/server.ts';
import { type SpecsScan, scanForSpecs } from '../../client/src/specs-scan.ts';
import { summaryOf } from './summaries.mts';

describe('a file that goes while files are looked for', () => {
  for (const [what, gone] of [
    ['its going', 'file:///plans/night.md'],
    ['the going of its folder', 'file:///plans'],
  ] as const) {
    it(`is not listed where ${what} is told before the search ends that met it`, () =>
      onDisk(async ({ tellGone, searched, answer }, scan) => {
        await searched(1);
        answer(day, night);
        await scan.settled();
        assert.deepEqual(Array.from(scan.found.keys()), [day, night]);
        scan.refresh();
        await searched(2);
        tellGone(gone);
        answer(day, night);
        await Promise.race([searched(3), scan.settled()]);
        answer(day);
        await scan.settled();
        assert.deepEqual(Array.from(scan.found.keys()), [day]);
        assert.deepEqual(scan.progress, { done: 1, of: 1 });
      }));
  }

  it('is looked for no further where it went before', () =>
    onDisk(async ({ tellGone, searched, answer, searches }, scan) => {
      await searched(1);
      answer(day, night);
      await scan.settled();
      tellGone(night);
      await scan.settled();
      assert.deepEqual(Array.from(scan.found.keys()), [day]);
      assert.equal(searches(), 1);
    }));
});

const day = 'file:///day.md';
const night = 'file:///plans/night.md';

interface Disk {
  /** A file went, or a folder. */
  tellGone(uri: string): void;
  /** Resolves when so many searches have begun. */
  searched(times: number): Promise<void>;
  searches(): number;
  /** What the search has met that was begun last. */
  answer(...uris: readonly string[]): void;
}

/** Nothing happens there but what the test says, when it says so. */
async function onDisk(run: (disk: Disk, scan: SpecsScan) => Promise<void>): Promise<void> {
  const { findFiles, createFileSystemWatcher } = vscode.workspace;
  const begun = new vscode.EventEmitter<void>();
  const went = new vscode.EventEmitter<vscode.Uri>();
  const nothing = new vscode.EventEmitter<vscode.Uri>().event;
  const answers: ((uris: vscode.Uri[]) => void)[] = [];
  vscode.workspace.findFiles = () =>
    new Promise((resolve) => {
      answers.push(resolve);
      begun.fire();
    });
  vscode.workspace.createFileSystemWatcher = () => {
    const events = { onDidCreate: nothing, onDidChange: nothing, onDidDelete: went.event };
    return { ...events, dispose: () => {} } as unknown as vscode.FileSystemWatcher;
  };
  const scan = scanForSpecs(withAllOpen());
  const disk: Disk = {
    tellGone: (uri) => went.fire(vscode.Uri.parse(uri)),
    async searched(times) {
      while (answers.length < times) await new Promise<void>((resolve) => begun.event(() => resolve()));
    },
    searches: () => answers.length,
    answer: (...uris) => answers.at(-1)?.(uris.map((uri) => vscode.Uri.parse(uri))),
  };
  try {
    scan.show(true);
    await run(disk, scan);
  } finally {
    Object.assign(vscode.workspace, { findFiles, createFileSystemWatcher });
    vscode.Disposable.from(scan, begun, went).dispose();
  }
}

/** All is a spec, and open in an editor, which goes on with the text of a file that is gone. */
function withAllOpen(): Server {
  return {
    ask: async (_: unknown, { uris }: { readonly uris: readonly string[] }) => uris.map(summaryOf),
    running: true,
    onDidChange: new vscode.EventEmitter<string | undefined>().event,
    onDidSend: new vscode.EventEmitter<vscode.TextDocument>().event,
  } as unknown as Server;
}
