// Where the installed host's programs lie, and where runs leave what they write: all of it in folders that Git ignores.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The repository, which is also the extension under development. */
export const root = join(import.meta.dirname, '..', '..');
export const screenshots = join(root, 'e2e', 'screenshots');
/** Logs and bundles of the last run. */
export const output = join(root, 'e2e', '.out');

export const hostModules = join(import.meta.dirname, 'node_modules');
export const hostCache = join(import.meta.dirname, '.cache');
export const serverProgram = join(hostModules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
/** An executable that takes the desktop's flags. */
export const launcher = join(import.meta.dirname, 'code');

/** The Node that the VS Code server is made for, which need not be the one that runs this. */
export function serverNode(): string {
  const { platform, arch, versions } = process;
  const packaged = join(hostModules, `node-${platform === 'win32' ? 'win' : platform}-${arch}`, 'bin');
  const found = ['node', 'node.exe'].map((name) => join(packaged, name)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  if (versions.node.startsWith('24.')) return process.execPath;
  throw new Error(
    `The headless VS Code needs Node 24, and npm has none for ${platform} ${arch}: run this with Node 24`,
  );
}
