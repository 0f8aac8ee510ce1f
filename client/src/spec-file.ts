/** A file for a new spec: named by its title, in a folder of the workspace, never in place of another. What is rejected has words for people. */
import * as vscode from 'vscode';
import { newSpecName } from '../../server/src/lsp/protocol-new-spec.ts';

/** A path that a setting names, followed from a workspace folder and not out of it. */
export function directoryIn(folder: vscode.WorkspaceFolder, path: string): vscode.Uri {
  const steps = path.split(/[/\\]/).filter((step) => step !== '' && step !== '.');
  const isAbsolute = /^(?:[/\\~]|[A-Za-z]:)/.test(path);
  if (isAbsolute || steps.includes('..')) throw new Error(vscode.l10n.t('the folder must lie in the workspace'));
  return vscode.Uri.joinPath(folder.uri, ...steps);
}

/** The first name of those for the title that is free. */
export async function freeFile(directory: vscode.Uri, title: string): Promise<vscode.Uri> {
  for (let number = 1; ; number += 1) {
    const uri = vscode.Uri.joinPath(directory, newSpecName(title, number));
    if (!(await exists(uri))) return uri;
  }
}

/** The folder is created, too, where it is not there. A file is whole or not there: it is written beside its place, and then put there. */
export async function writeNew(uri: vscode.Uri, text: string): Promise<void> {
  const { fs } = vscode.workspace;
  await fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  // No name that anybody takes for a document, and none that is too long.
  const name = `.${crypto.randomUUID()}`;
  const draft = vscode.Uri.joinPath(uri, '..', name);
  try {
    await fs.writeFile(draft, new TextEncoder().encode(text));
    // Not in place of another: the name may have been taken a moment ago.
    await fs.rename(draft, uri, { overwrite: false });
  } catch (error) {
    await fs.delete(draft).then(undefined, () => {});
    throw error;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
