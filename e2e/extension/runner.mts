// Runs the suites of this folder inside VS Code's extension host, and rejects when a test failed, none ran, or the host is another than was asked for.

import * as vscode from 'vscode';

/** A process of Node, or a worker of the browser. */
export type HostKind = 'node' | 'web';

export interface Run {
  readonly host: HostKind;
  /** To be called when mocha is ready for the suites. */
  readonly load: () => void;
  readonly start: (options: Mocha.MochaOptions, load: () => void) => Promise<Mocha.Runner>;
  /** Only tests whose name holds them. */
  readonly words: string | undefined;
}

export async function runSuites({ host, load, start, words }: Run): Promise<void> {
  const found = hostHere();
  if (found !== host) throw new Error(`The suites run in the extension host “${found}”, not in “${host}”`);
  // A machine that has much else to do takes its time.
  const options = { ui: 'bdd', color: false, timeout: 60_000, ...(words ? { grep: words } : {}) } as const;
  const { failures, stats } = await start(options, load);
  const tests = stats?.tests ?? 0;
  if (0 < failures) throw new Error(`${failures} of ${tests} tests failed`);
  if (tests === 0) throw new Error('No test ran');
}

/** By what differs: Node's own words, and whether the workspace is a disk or somewhere else. What VS Code says of itself is the same in both. */
function hostHere(): string {
  const scheme = vscode.workspace.workspaceFolders?.[0]?.uri.scheme;
  const hasNode = 'process' in globalThis;
  if (hasNode && scheme === 'file') return 'node';
  if (!hasNode && scheme === 'vscode-remote') return 'web';
  return `${hasNode ? 'with' : 'without'} Node, on ${scheme}:`;
}
