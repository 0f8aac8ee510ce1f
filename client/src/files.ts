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

/** The workspace's files that match, as URIs; none outside of it, whatever the pattern says. Never rejects. */
export async function filesIn({ glob }: { readonly glob: string }): Promise<readonly string[]> {
  try {
    const files = await vscode.workspace.findFiles(glob, '**/node_modules/**', countLimit);
    return files.map((uri) => uri.toString()).sort();
  } catch {
    return [];
  }
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
