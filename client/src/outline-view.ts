/** The tree of sections with their states, missing ones too. */
import * as vscode from 'vscode';
import type { CurrentSpec } from './current-spec.ts';
import { type Entries, type Entry, entriesOf, pictureOf, sectionAt } from './outline-entries.ts';
import { outlineItem } from './outline-item.ts';

export interface OutlineView extends vscode.Disposable {
  readonly tree: vscode.TreeDataProvider<string>;
  /** Of the outline as it is now; undefined where the section is no longer in it. */
  entry(id: string): Entry | undefined;
  /** Opens the view the first time in a person's life, since VS Code folds it among others; never again. The focus stays. */
  introduce(): Promise<void>;
  /** Only what has no answer yet, or all; remembered for the workspace. */
  show(what: 'open' | 'all'): Promise<void>;
}

export interface Memories {
  /** Of the person, and of the workspace. */
  readonly globalState: vscode.Memento;
  readonly workspaceState: vscode.Memento;
}

export function createOutlineView(current: CurrentSpec, { globalState, workspaceState }: Memories): OutlineView {
  const redraw = new vscode.EventEmitter<undefined>();
  let entries: Entries = new Map();
  let onlyOpen = workspaceState.get('outlineOnlyOpen') === true;
  let drawn = '';

  const tree: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: redraw.event,
    getChildren: (id) => {
      if (id !== undefined) return [...(entries.get(id)?.children ?? [])];
      return Array.from(entries.values(), (entry) => entry)
        .filter(({ parent }) => parent === undefined)
        .map((entry) => entry.id);
    },
    getParent: (id) => entries.get(id)?.parent,
    getTreeItem: (id) => {
      const entry = entries.get(id);
      return entry === undefined ? new vscode.TreeItem('') : outlineItem(entry);
    },
  };
  const view = vscode.window.createTreeView('techSpec.outline', { treeDataProvider: tree });

  function draw(): void {
    entries = entriesOf(current.outline, onlyOpen);
    const { done, of } = current.outline?.progress ?? {};
    // Said in place of rows that are still to come it would keep these away for a while.
    const nothingIsOpen = onlyOpen && done !== undefined && entries.size === 0;
    vscode.commands.executeCommand('setContext', 'techSpec.nothingOpen', nothingIsOpen);
    view.description = done === undefined ? '' : `${done}/${of}`;
    const picture = pictureOf(entries);
    if (picture !== drawn) redraw.fire(undefined);
    drawn = picture;
    followCursor();
  }

  function tellFilter(): void {
    vscode.commands.executeCommand('setContext', 'techSpec.onlyOpen', onlyOpen);
  }

  /** Selects the section that the cursor is in. A view that is hidden stays hidden, and the focus where it is. */
  function followCursor(): void {
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document === current.document);
    if (editor === undefined || !view.visible) return;
    const id = sectionAt(entries, editor.selection.active.line);
    if (id === undefined || id === view.selection[0]) return;
    // A tree that has just been replaced may not know the section yet; the next move of the cursor finds it.
    view.reveal(id, { select: true, focus: false }).then(undefined, () => {});
  }

  tellFilter();
  const watching = [
    current.onDidChange(draw),
    view.onDidChangeVisibility(followCursor),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document === current.document) followCursor();
    }),
  ];
  return {
    tree,
    entry: (id) => entries.get(id),
    async introduce() {
      const [first] = entries.keys();
      if (first === undefined || globalState.get('outlineIntroduced') === true) return;
      await globalState.update('outlineIntroduced', true);
      await view.reveal(first, { select: false, focus: false });
    },
    async show(what) {
      onlyOpen = what === 'open';
      tellFilter();
      draw();
      await workspaceState.update('outlineOnlyOpen', onlyOpen);
    },
    dispose: () => vscode.Disposable.from(...watching, view, redraw).dispose(),
  };
}
