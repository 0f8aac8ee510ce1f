/** What is known of the workspace's specs: looked for once somebody wants to see them, kept current while they are seen, and never in a hurry. */
import * as vscode from 'vscode';
import { type SpecSummary, specs as specsRequest } from '../../server/src/lsp/protocol-specs.ts';
import type { Server } from './server.ts';
import { watchMarkdown } from './specs-watch.ts';

/** `unseen`: nobody wanted to see them yet. `stopped`: somebody said that it takes too long. */
export type SpecsState = 'unseen' | 'looking' | 'looked' | 'stopped';

export interface SpecsScan extends vscode.Disposable {
  readonly state: SpecsState;
  /** By address. */
  readonly found: ReadonlyMap<string, SpecSummary>;
  /** Another number whenever `found` is not what it was. */
  readonly revision: number;
  /** How many of the workspace's Markdown files were looked at. */
  readonly progress: { readonly done: number; readonly of: number };
  /** The server is being asked. */
  readonly isBusy: boolean;
  /** The state, the progress or what was found. */
  readonly onDidChange: vscode.Event<void>;
  /** Nothing is asked while nobody sees it: what comes meanwhile waits. */
  show(isVisible: boolean): void;
  /** Goes on with what is left after a stop; else looks at every file again. */
  refresh(): void;
  stop(): void;
  /** Resolves when what can be seen is what is there. */
  settled(): Promise<void>;
}

/** Files a request: an answer comes in the time of a blink. */
const most = 50;

export function scanForSpecs(server: Server): SpecsScan {
  const changed = new vscode.EventEmitter<void>();
  const found = new Map<string, SpecSummary>();
  let files: ReadonlySet<string> = new Set();
  /** All folders around them, so that most of what is deleted in a workspace is told apart at once. */
  let folders: ReadonlySet<string> = new Set();
  /** To be asked about, the most urgent first. */
  let waiting = new Set<string>();
  /** The server ended while it was asked about them: from then on each is asked about by itself, so that it is known which it was. */
  const doubtful = new Set<string>();
  /** Left out when somebody said stop. */
  let skipped = new Set<string>();
  let revision = 0;
  let isListStale = false;
  let isListing = false;
  /** A request failed: the server ended, and another one says so when it runs. */
  let hasFailed = false;
  let isVisible = false;
  let state: SpecsState = 'unseen';
  let running: Promise<void> | undefined;
  let asking: vscode.CancellationTokenSource | undefined;
  let watching: vscode.Disposable | undefined;

  function isWanted(): boolean {
    return isVisible && server.running && !hasFailed && (isListStale || 0 < waiting.size);
  }

  /** One request at a time: what comes meanwhile is gathered for the next. */
  function work(): Promise<void> {
    if (running === undefined && isWanted()) {
      running = workWhileWanted().finally(() => {
        running = undefined;
        changed.fire();
      });
      changed.fire();
    }
    return running ?? Promise.resolve();
  }

  async function workWhileWanted(): Promise<void> {
    while (isWanted()) {
      asking = new vscode.CancellationTokenSource();
      await (isListStale ? list(asking.token) : askNext(asking.token));
      asking.dispose();
      asking = undefined;
      if (state === 'looking' && !isListStale && waiting.size === 0) state = 'looked';
      changed.fire();
    }
  }

  async function list(token: vscode.CancellationToken): Promise<void> {
    isListStale = false;
    isListing = true;
    const search = vscode.workspace.findFiles(markdown, '**/node_modules/**', undefined, token);
    const uris = await search.then(undefined, () => undefined);
    isListing = false;
    if (uris === undefined || token.isCancellationRequested) return;
    const listed = new Set(uris.map(String).sort());
    const added = Array.from(listed).filter((uri) => !files.has(uri));
    const isListed = (uri: string) => listed.has(uri);
    waiting = new Set(Array.from(waiting).filter(isListed));
    skipped = new Set(Array.from(skipped).filter(isListed));
    for (const uri of added) (state === 'stopped' && !waiting.has(uri) ? skipped : waiting).add(uri);
    for (const uri of found.keys()) if (!isListed(uri)) take(uri, undefined);
    files = listed;
    folders = foldersAround(listed);
  }

  async function askNext(token: vscode.CancellationToken): Promise<void> {
    const next = Array.from(waiting);
    const doubt = next.find((uri) => doubtful.has(uri));
    const uris = doubt === undefined ? next.slice(0, most) : [doubt];
    for (const uri of uris) waiting.delete(uri);
    try {
      const summaries = await server.ask(specsRequest, { uris }, token);
      for (const uri of uris) {
        skipped.delete(uri);
        doubtful.delete(uri);
        const summary = summaries.find((each) => each.uri === uri);
        // It may have gone meanwhile.
        if (files.has(uri)) take(uri, summary);
      }
    } catch {
      for (const uri of uris) (state === 'stopped' ? skipped : waiting).add(uri);
      hasFailed = !token.isCancellationRequested;
      if (hasFailed) for (const uri of uris) doubtful.add(uri);
    }
  }

  function take(uri: string, summary: SpecSummary | undefined): void {
    if (JSON.stringify(found.get(uri)) === JSON.stringify(summary)) return;
    if (summary === undefined) found.delete(uri);
    else found.set(uri, summary);
    revision += 1;
  }

  /** Settings, templates or the server changed: what was said of any file may be wrong. */
  function lookAgain(): void {
    if (state === 'unseen') return;
    hasFailed = false;
    if (state === 'stopped') waiting = new Set([...waiting, ...found.keys()]);
    else {
      state = 'looking';
      files = new Set();
      waiting.clear();
      isListStale = true;
      asking?.cancel();
    }
    work();
  }

  function touch(uri: string): void {
    if (!files.has(uri)) return;
    waiting = new Set([uri, ...waiting]);
    work();
  }

  /** `uri` is undefined where nobody knows which, and how many. */
  function come(uri: string | undefined): void {
    isListStale = true;
    if (uri !== undefined) waiting = new Set([uri, ...waiting]);
    work();
  }

  /** A file, or a folder with all that was in it. */
  function go(gone: string): void {
    // What is being looked for may have been met before it went.
    if (isListing) isListStale = true;
    if (!files.has(gone) && !folders.has(gone)) return;
    const isGone = (uri: string) => uri === gone || uri.startsWith(`${gone}/`);
    files = new Set(Array.from(files).filter((uri) => !isGone(uri)));
    for (const known of [waiting, skipped]) for (const uri of known) if (isGone(uri)) known.delete(uri);
    for (const uri of found.keys()) if (isGone(uri)) take(uri, undefined);
    changed.fire();
  }

  const listening = [
    server.onDidChange((uri) => (uri === undefined ? lookAgain() : touch(uri))),
    server.onDidSend((document) => touch(document.uri.toString())),
  ];

  return {
    get state() {
      return state;
    },
    found,
    get revision() {
      return revision;
    },
    get progress() {
      return { done: files.size - waiting.size - skipped.size, of: files.size };
    },
    get isBusy() {
      return running !== undefined;
    },
    onDidChange: changed.event,
    show(visible) {
      isVisible = visible;
      if (visible && state === 'unseen') {
        watching = watchMarkdown(markdown, { touch, come, go });
        state = 'looking';
        isListStale = true;
      }
      work();
    },
    refresh() {
      if (state !== 'stopped') return lookAgain();
      state = 'looking';
      waiting = new Set([...waiting, ...skipped]);
      skipped.clear();
      isListStale = true;
      work();
    },
    stop() {
      if (state !== 'looking') return;
      state = 'stopped';
      isListStale = false;
      skipped = new Set([...skipped, ...waiting]);
      waiting.clear();
      asking?.cancel();
      changed.fire();
    },
    async settled() {
      do await work();
      while (isWanted());
    },
    dispose: () => vscode.Disposable.from(...listening, ...(watching ? [watching] : []), changed).dispose(),
  };
}

const markdown = '**/*.{md,markdown}';

function foldersAround(uris: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const uri of uris) {
    for (let at = uri.lastIndexOf('/'); 0 < at && !folders.has(uri.slice(0, at)); at = uri.lastIndexOf('/', at - 1)) {
      folders.add(uri.slice(0, at));
    }
  }
  return folders;
}
