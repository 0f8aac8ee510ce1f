/** Answers the server's questions for files that only the editor can read: of workspace folders, and of nothing else. */
import * as vscode from 'vscode';

/** In bytes. No template is as large. */
const sizeLimit = 10 * 1024 * 1024;
/** A workspace with more is answered in part. */
const countLimit = 10_000;

/** A file's text without its byte order mark; null where there is none, or where it is not the workspace's to give. Never rejects. */
export async function textOf({ uri: address }: { readonly uri: string }): Promise<string | null> {
  try {
    const uri = vscode.Uri.parse(address, true);
    if (!(await isInWorkspace(uri))) return null;
    const { size } = await vscode.workspace.fs.stat(uri);
    if (sizeLimit < size) return null;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/**
 * The workspace's files that match, as URIs; none outside of it, whatever the pattern says. Where VS Code cannot search, all
 * that lie in the folders the pattern begins with. Never rejects.
 */
export async function filesIn({ glob }: { readonly glob: string }): Promise<readonly string[]> {
  try {
    const found = await vscode.workspace.findFiles(glob, '**/node_modules/**', countLimit);
    const files = [...found, ...(await filesUnsearched(glob, found))];
    return files.map((uri) => uri.toString()).sort();
  } catch {
    return [];
  }
}

/** Of workspace folders on file systems that nobody has taught VS Code to search: there it finds nothing, and does not say why. */
async function filesUnsearched(glob: string, found: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
  const answered = new Set(found.map((uri) => vscode.workspace.getWorkspaceFolder(uri)?.index));
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ index, uri }) => !searchable.includes(uri.scheme) && !answered.has(index),
  );
  const [start = ''] = /^(?:[^/*?[\]{}]+\/)*/.exec(glob) ?? [];
  const files = await Promise.all(folders.map(({ uri }) => filesBelow(vscode.Uri.joinPath(uri, start))));
  return files.flat();
}

const searchable = ['file', 'vscode-remote'];
/** A workspace with more folders is answered in part. */
const folderLimit = 1_000;

/** Folder by folder, the near ones first. No link is followed, and nothing hidden or of a dependency is entered. */
async function filesBelow(start: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  const folders = [start];
  for (let at = 0; at < Math.min(folders.length, folderLimit) && files.length < countLimit; at += 1) {
    const folder = folders[at]!;
    const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.File) files.push(uri);
      else if (type === vscode.FileType.Directory && !/^\.|^node_modules$/.test(name)) folders.push(uri);
    }
  }
  return files;
}

/** By its path, which must not climb, and by every step to it, none of which may be a link: where a link leads cannot be asked. */
async function isInWorkspace(uri: vscode.Uri): Promise<boolean> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return false;
  const steps = uri.path.slice(folder.uri.path.length).split('/').filter(Boolean);
  if (steps.some((step) => step === '.' || step === '..' || step.includes('\\'))) return false;
  const places = steps.map((_, at) => vscode.Uri.joinPath(folder.uri, ...steps.slice(0, at + 1)));
  const stats = await Promise.all(places.map((place) => vscode.workspace.fs.stat(place)));
  return stats.every(({ type }) => (type & vscode.FileType.SymbolicLink) === 0);
}
