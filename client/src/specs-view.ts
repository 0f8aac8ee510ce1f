/** The tree of all specs of the workspace, by template: how far each is, and how to get to it. */
import * as vscode from 'vscode';
import type { Server } from './server.ts';
import { groupItem, groupsOf, type SpecGroup, specItem } from './specs-item.ts';
import { type SpecsScan, scanForSpecs } from './specs-scan.ts';

export interface SpecsView extends vscode.Disposable {
  /** Of ids: a template's, or a spec's address. */
  readonly tree: vscode.TreeDataProvider<string>;
  /** Above the tree; empty where there is nothing to say. */
  readonly message: string;
  /** Looks at all files again, or goes on with those that are left, where it can be seen. */
  refresh(): Promise<void>;
  stop(): void;
  /** Resolves when what is shown is what is there; at once while the view is hidden. */
  settled(): Promise<void>;
}

const id = 'techSpec.specs';

export function createSpecsView(server: Server): SpecsView {
  const specs = scanForSpecs(server);
  const redraw = new vscode.EventEmitter<undefined>();
  let groups: readonly SpecGroup[] | undefined;
  let drawn = 0;
  let drawnAt = 0;
  let state = '';

  /** Sorted when asked for: VS Code asks less often than there is something new. */
  function sorted(): readonly SpecGroup[] {
    return (groups ??= groupsOf(specs.found.values()));
  }

  const tree: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: redraw.event,
    getChildren: (parent) => {
      if (parent === undefined) return sorted().map((group) => group.id);
      return (sorted().find((group) => group.id === parent)?.specs ?? []).map(({ uri }) => uri);
    },
    getTreeItem: (element) => {
      const summary = specs.found.get(element);
      if (summary !== undefined) return specItem(summary);
      const group = sorted().find((each) => each.id === element);
      return group === undefined ? new vscode.TreeItem('') : groupItem(group);
    },
  };
  const view = vscode.window.createTreeView(id, { treeDataProvider: tree });
  const progress = progressIn(id);

  function draw(): void {
    const goesOn = specs.isBusy && specs.state === 'looking' && state === 'looking' && fewest < specs.progress.of;
    if (goesOn && Date.now() < drawnAt + pause) return;
    drawnAt = Date.now();
    view.message = messageOf(specs);
    progress(specs.state === 'looking' && specs.isBusy);
    if (state !== specs.state) vscode.commands.executeCommand('setContext', 'techSpec.specsState', specs.state);
    state = specs.state;
    if (drawn === specs.revision) return;
    drawn = specs.revision;
    groups = undefined;
    redraw.fire(undefined);
  }

  const watching = [
    specs.onDidChange(draw),
    view.onDidChangeVisibility(({ visible }) => specs.show(visible)),
    // What is said of a file is its path from the folders there are.
    vscode.workspace.onDidChangeWorkspaceFolders(() => redraw.fire(undefined)),
  ];
  specs.show(view.visible);

  return {
    tree,
    get message() {
      return view.message ?? '';
    },
    async refresh() {
      if (!view.visible) await vscode.commands.executeCommand(`${id}.focus`);
      specs.refresh();
    },
    stop: specs.stop,
    settled: specs.settled,
    dispose: () => vscode.Disposable.from(...watching, view, specs, redraw).dispose(),
  };
}

/** In milliseconds: VS Code draws a tree once nothing was said of it for 200, and would wait for as long as the looking goes on. */
const pause = 500;

/** Of few files it would only flicker. */
const fewest = 100;

function messageOf({ state, progress: { done, of }, found }: SpecsScan): string {
  const said = (count: number) => count.toLocaleString(vscode.env.language);
  if (state === 'looking' && fewest < of) return vscode.l10n.t('{0} of {1} files looked at', said(done), said(of));
  // Where nothing was found, the view itself says it, with a button.
  if (state !== 'stopped' || found.size === 0) return '';
  return vscode.l10n.t(
    'Stopped after {0} of {1} files: there may be more specs. Refresh goes on with the rest.',
    said(done),
    said(of),
  );
}

/** The bar at the top of a view, for as long as it is told so. */
function progressIn(viewId: string): (isBusy: boolean) => void {
  let end: (() => void) | undefined;
  return (isBusy) => {
    if (isBusy === (end !== undefined)) return;
    end?.();
    end = undefined;
    if (!isBusy) return;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    vscode.window.withProgress({ location: { viewId } }, () => ended);
  };
}
