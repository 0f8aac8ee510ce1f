/** Where a document’s folder comes from: the remotes that VS Code’s own Git extension knows. Types are ours, for the few calls made. */
import * as vscode from 'vscode';
import { hostOf, inOrder, type RemotePath, type Repository, remotePath, virtualPath } from './remotes.ts';

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): Git;
}

interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<Git['state']>;
  readonly repositories: readonly GitRepository[];
  getRepository(uri: vscode.Uri): GitRepository | null;
}

interface GitRepository {
  readonly state: { readonly remotes: readonly GitRemote[] };
}

interface GitRemote {
  readonly name: string;
  readonly fetchUrl?: string;
  readonly pushUrl?: string;
}

export interface Origins {
  /** On a GitHub that VS Code can sign in to; the one that work is sent to first. */
  readonly repositories: readonly Repository[];
  /** Hosts of other remotes. */
  readonly otherHosts: readonly string[];
  /** Nothing is known of remotes at all. */
  readonly lacksGit: boolean;
}

export async function originsOf(document: vscode.TextDocument): Promise<Origins> {
  const uri = document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : document.uri;
  const virtual = uri && virtualPath(uri.scheme, uri.authority, uri.path);
  if (virtual !== undefined) return among([{ remote: 'origin', path: virtual }], false);
  const git = await gitApi();
  const repository = (uri && git?.getRepository(uri)) ?? (git?.repositories.length === 1 ? git.repositories[0] : null);
  const remotes = (repository?.state.remotes ?? []).flatMap(({ name, fetchUrl, pushUrl }) => {
    const path = remotePath(fetchUrl ?? pushUrl ?? '');
    return path === undefined ? [] : [{ remote: name, path }];
  });
  return among(remotes, git === undefined);
}

function among(remotes: readonly { readonly remote: string; readonly path: RemotePath }[], lacksGit: boolean): Origins {
  const enterprise = enterpriseUri();
  const all = remotes.map(({ remote, path }) => ({ ...path, remote, host: hostOf(path.hostname, enterprise) }));
  const known = all.flatMap(({ remote, host, owner, name }) =>
    host === undefined ? [] : { remote, host, owner, name },
  );
  const others = all.filter(({ host }) => host === undefined).map(({ hostname }) => hostname);
  return { repositories: inOrder(known), otherHosts: Array.from(new Set(others)), lacksGit };
}

/** The user’s own word only: a workspace could send a token wherever it likes. */
function enterpriseUri(): string {
  const said = vscode.workspace.getConfiguration('github-enterprise').inspect<string>('uri');
  return said?.globalValue ?? '';
}

/** Undefined where Git is switched off, or not there, as on the web. */
async function gitApi(): Promise<Git | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  const exported = await extension.activate();
  if (!exported.enabled) return undefined;
  const git = exported.getAPI(1);
  if (git.state === 'initialized') return git;
  await new Promise<void>((resolve) => {
    const watching = git.onDidChangeState((state) => {
      if (state !== 'initialized') return;
      watching.dispose();
      resolve();
    });
  });
  return git;
}
