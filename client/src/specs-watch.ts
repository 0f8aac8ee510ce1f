/** Tells when Markdown files of the workspace come, change and go, folders with all that is in them included. */
import * as vscode from 'vscode';

export interface Watcher {
  touch(uri: string): void;
  /** Undefined where it is a folder, or where others are to be seen than before. */
  come(uri: string | undefined): void;
  /** A file or a folder. */
  go(uri: string): void;
}

export function watchMarkdown(glob: string, { touch, come, go }: Watcher): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(glob);
  // A folder that comes or goes as a whole is told of by itself, and of what is in it nothing is said.
  const all = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  return vscode.Disposable.from(
    files,
    all,
    files.onDidCreate((uri) => come(uri.toString())),
    files.onDidChange((uri) => touch(uri.toString())),
    all.onDidCreate(async (uri) => (await isFolder(uri)) && come(undefined)),
    all.onDidDelete((uri) => go(uri.toString())),
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('files.exclude') && come(undefined),
    ),
  );
}

/** Most of what a build writes is told apart by its name, and not asked for. */
async function isFolder(uri: vscode.Uri): Promise<boolean> {
  if (/\.[a-z]\w{0,7}$/i.test(uri.path)) return false;
  const { type } = await vscode.workspace.fs.stat(uri).then(undefined, () => ({ type: vscode.FileType.Unknown }));
  return (type & vscode.FileType.Directory) !== 0;
}
