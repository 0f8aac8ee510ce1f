/** The web's entry. */
import type * as vscode from 'vscode';
import { activateWith, type TechSpec } from './activate.ts';

export function activate(context: vscode.ExtensionContext): TechSpec {
  return activateWith(context, async () => (await import('./browser-client.ts')).clientsOf(context));
}
