/** The tree of sections with their states, missing ones too. */
import * as vscode from 'vscode';
import type { Outline, OutlineSection } from '../../server/src/lsp/protocol.ts';
import type { CurrentSpec } from './current-spec.ts';
import { outlineItem } from './outline-item.ts';

/** A section in the tree. Trees are told apart by ids, so that a section stays the same one while its lines move. */
export interface Entry {
  readonly id: string;
  readonly section: OutlineSection;
  readonly parent: string | undefined;
  readonly children: readonly string[];
}

export interface OutlineView extends vscode.Disposable {
  readonly tree: vscode.TreeDataProvider<string>;
  /** Of the outline as it is now; undefined where the section is no longer in it. */
  entry(id: string): Entry | undefined;
  /** Opens the view the first time in a person's life, since VS Code folds it among others; never again. The focus stays. */
  introduce(): Promise<void>;
}

export function createOutlineView(current: CurrentSpec, memory: vscode.Memento): OutlineView {
  const redraw = new vscode.EventEmitter<undefined>();
  let entries: ReadonlyMap<string, Entry> = new Map();
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
    entries = entriesOf(current.outline);
    const { done, of } = current.outline?.progress ?? {};
    view.description = done === undefined ? '' : `${done}/${of}`;
    const picture = pictureOf(entries);
    if (picture !== drawn) redraw.fire(undefined);
    drawn = picture;
    followCursor();
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
      if (first === undefined || memory.get('outlineIntroduced') === true) return;
      await memory.update('outlineIntroduced', true);
      await view.reveal(first, { select: false, focus: false });
    },
    dispose: () => vscode.Disposable.from(...watching, view, redraw).dispose(),
  };
}

/** In the order of the outline, parents first. */
function entriesOf(outline: Outline | undefined): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const add = (section: OutlineSection, parent: string | undefined): string => {
    const id = freeId(entries, section.path);
    entries.set(id, { id, section, parent, children: [] });
    const children = section.children.map((child) => add(child, id));
    entries.set(id, { id, section, parent, children });
    return id;
  };
  for (const section of outline?.sections ?? []) add(section, undefined);
  return entries;
}

/** A section that may be repeated is there several times, under one path. */
function freeId(entries: ReadonlyMap<string, Entry>, path: string): string {
  let id = path;
  for (let number = 2; entries.has(id); number += 1) id = `${path} (${number})`;
  return id;
}

/** All that is drawn, and no lines: while they move the tree stays as it is. */
function pictureOf(entries: ReadonlyMap<string, Entry>): string {
  const drawn = Array.from(entries.values(), ({ id, section: { name, status, required, guidance, limit } }) => {
    return [id, name, status, required, guidance, limit];
  });
  return JSON.stringify(drawn);
}

/** The innermost section with this line, zero-based. */
function sectionAt(entries: ReadonlyMap<string, Entry>, line: number): string | undefined {
  const around = Array.from(entries.values()).filter(({ section: { range } }) => {
    return range !== null && range.start.line <= line && line <= range.end.line;
  });
  return around.at(-1)?.id;
}
