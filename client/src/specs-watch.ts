/** Tells when Markdown files of the workspace come, change and go, folders with all that is in them included. */
import * as vscode from 'vscode';

export interface Watcher {
  touch(uri: string): void;
  /** Undefined where it is a folder. */
  come(uri: string | undefined): void;
  /** A file or a folder. */
  go(uri: string): void;
}

export function watchMarkdown(glob: string, { touch, come, go }: Watcher): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(glob);
  // A folder that goes is told of by itself, and whatever was in it is not.
  const all = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
  return vscode.Disposable.from(
    files,
    all,
    files.onDidCreate((uri) => come(uri.toString())),
    files.onDidChange((uri) => touch(uri.toString())),
    all.onDidDelete((uri) => go(uri.toString())),
    vscode.workspace.onDidRenameFiles(() => come(undefined)),
  );
}
