/** Which repository on GitHub a remote’s address means, and where that GitHub is reached. Pure: text in, plain data out. */

export interface Repository {
  /** What the remote is called: `origin`. */
  readonly remote: string;
  readonly host: GitHubHost;
  readonly owner: string;
  readonly name: string;
}

/** A GitHub that VS Code can sign in to. */
export interface GitHubHost {
  readonly provider: 'github' | 'github-enterprise';
  /** Without a slash at the end: `https://github.com`. */
  readonly web: string;
  /** What `/graphql` stands behind. */
  readonly api: string;
}

/** What a remote’s address says. */
export interface RemotePath {
  /** In small letters, without its port. */
  readonly hostname: string;
  readonly owner: string;
  readonly name: string;
}

/** Undefined for what names no owner and repository: a folder, a bundle, another forge’s subgroup. */
export function remotePath(address: string): RemotePath | undefined {
  const [, host = '', path = ''] = URL_FORM.exec(address.trim()) ?? SCP_FORM.exec(address.trim()) ?? [];
  const [owner = '', name = '', ...others] = path.split('/').filter((part) => part !== '');
  const plain = name.replace(/\.git$/i, '');
  if (host === '' || 0 < others.length || !PART.test(owner) || !PART.test(plain) || /^\.+$/.test(plain))
    return undefined;
  const hostname = host.toLowerCase();
  // Where SSH’s own port is closed GitHub is reached by another name, and its pages by either.
  return { hostname: /^(?:ssh|www)\.github\.com$/.test(hostname) ? 'github.com' : hostname, owner, name: plain };
}

/** `https://user:token@host:443/owner/name.git/`, `ssh://git@host:22/owner/name`. */
const URL_FORM = /^(?:https?|git|(?:git\+)?ssh):\/\/(?:[^/@]*@)?([^/:@]+)(?::\d*)?\/([^?#]*)/i;

/** `git@host:owner/name.git`, and without a user; a single letter is a drive. */
const SCP_FORM = /^(?:[^/@:\s]+@)?([^/@:\s]{2,}):(?!\/\/)\/?([^?#]*)$/;

/** What GitHub calls its owners and repositories. */
const PART = /^[\w.-]{1,100}$/;

/** Of a folder that is opened from GitHub itself, without a clone: `vscode-vfs://github/owner/name`. */
export function virtualPath(scheme: string, authority: string, path: string): RemotePath | undefined {
  if (scheme !== 'vscode-vfs' || !/^github(?:\+|$)/.test(authority)) return undefined;
  const [owner = '', name = ''] = path.split('/').filter((part) => part !== '');
  return PART.test(owner) && PART.test(name) ? { hostname: 'github.com', owner, name } : undefined;
}

/**
 * Where a token may be sent, and nowhere else: GitHub, and the one GitHub Enterprise that the user has named to VS Code.
 * A remote’s words alone are not enough, since a repository can say what it likes.
 */
export function hostOf(hostname: string, enterpriseUri: string): GitHubHost | undefined {
  if (hostname === 'github.com') {
    return { provider: 'github', web: 'https://github.com', api: 'https://api.github.com' };
  }
  const enterprise = URL.canParse(enterpriseUri) ? new URL(enterpriseUri) : undefined;
  if (enterprise === undefined || enterprise.hostname !== hostname || !isSafe(enterprise)) return undefined;
  const { origin, host } = enterprise;
  const api = hostname.endsWith('.ghe.com') ? `https://api.${host}` : `${origin}/api`;
  return { provider: 'github-enterprise', web: origin, api };
}

/** A token is not for everyone on the way to read. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3})$/.test(hostname));
}

/** Each repository once, the one that work is sent to first: `upstream`, then `origin`. */
export function inOrder(repositories: readonly Repository[]): readonly Repository[] {
  const rank = ({ remote }: Repository) => ['upstream', 'origin'].indexOf(remote) + 1 || 3;
  const sorted = repositories.toSorted((a, b) => rank(a) - rank(b));
  return sorted.filter((each, at) => at === sorted.findIndex((other) => webOf(other) === webOf(each)));
}

/** Where its pages are. */
export function webOf(repository: Repository): string {
  return `${repository.host.web}/${pathOf(repository)}`;
}

/** As people name it. */
export function pathOf({ owner, name }: Repository): string {
  return `${owner}/${name}`;
}
