/** What posting needs of the world beyond the window: one place, so that a test can stand in for it. */
import * as vscode from 'vscode';
import { type Origins, originsOf } from './git-remotes.ts';
import type { GitHubHost } from './remotes.ts';

/** `public_repo` is enough for what everyone can see. */
export type Scope = 'public_repo' | 'repo';

export interface PostWorld {
  originsOf(document: vscode.TextDocument): Promise<Origins>;
  /** The token of a session; undefined where there is none, or the user would not sign in. Rejects where sign-in fails. */
  tokenFor(host: GitHubHost, scope: Scope, how: 'silently' | 'asking'): Promise<string | undefined>;
  fetch: typeof fetch;
  openPage(address: string): Promise<void>;
  copy(text: string): Promise<void>;
}

export function postWorld(): PostWorld {
  return {
    originsOf,
    async tokenFor({ provider }, scope, how) {
      const options = how === 'silently' ? { silent: true } : { createIfNone: true };
      try {
        return (await vscode.authentication.getSession(provider, [scope], options))?.accessToken;
      } catch (error) {
        if (how === 'silently' || CANCELLED.test(String(error))) return undefined;
        throw error;
      }
    },
    fetch: (input, init) => fetch(input, init),
    async openPage(address) {
      // As a Uri it would be encoded once more, and an `&` in a text be the end of it. VS Code takes a string as it is.
      await vscode.env.openExternal(address as unknown as vscode.Uri);
    },
    async copy(text) {
      await vscode.env.clipboard.writeText(text);
    },
  };
}

/** VS Code’s own words, and those of its GitHub extension. */
const CANCELLED = /cancel|consent/i;
