/** Whether VS Code asks us for symbols. */
import * as vscode from 'vscode';

/**
 * Two extensions that give symbols make two roots in the Outline, and list every heading twice in Go to Symbol.
 * So `auto` leaves it to the built-in Markdown outline where that is there.
 */
export function symbols(): 'on' | 'off' {
  const wanted = vscode.workspace.getConfiguration('techSpec').get('outline.symbols');
  if (wanted === 'on' || wanted === 'off') return wanted;
  return hasBuiltinOutline() ? 'off' : 'on';
}

function hasBuiltinOutline(): boolean {
  if (vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined) return true;
  // It may run in the extension host of a remote machine, and extensions see none but their own host's.
  return vscode.env.remoteName !== undefined;
}
