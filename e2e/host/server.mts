// Starts the VS Code server on a free loopback port, with a temporary profile, and stops it together with its children.

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream, rmSync, type WriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { output, serverNode, serverProgram } from './places.mts';

export interface ServerOptions {
  /** User settings, over those that keep the workbench to itself. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Folders of extensions to have installed, absolute: they are linked to, not copied. */
  readonly extensions?: readonly string[];
  /** A folder of installed extensions, in place of a temporary one. */
  readonly extensionsDir?: string;
  /** A port to prefer; where it is taken, and without it, any free one. */
  readonly port?: number;
  /** Whether pages may name extensions and tests in their address. It costs the toasts: the workbench then shows none. */
  readonly automation?: boolean;
  /** Whether folders are not trusted before somebody says so, which nobody is asked: Restricted Mode. */
  readonly restricted?: boolean;
  /** What the server's own output is called in `e2e/.out`. */
  readonly log?: string;
}

export interface VsCodeServer {
  /** `127.0.0.1:PORT` */
  readonly authority: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface PageOptions {
  /** The workspace, absolute: a folder, or a `.code-workspace` file. Without it the window is empty. */
  readonly folder?: string | undefined;
  /** Folders of extensions under development, absolute. Needs a server with `automation`. */
  readonly extensions?: readonly string[];
  /** A CommonJS file that exports `run()`, absolute. */
  readonly tests?: string | undefined;
  /** A file to open, absolute. */
  readonly file?: string | undefined;
}

const ownSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/** How much is asked about trust. */
const trust = {
  trusted: { 'security.workspace.trust.enabled': false },
  restricted: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
};

/** Resolves when the server answers; rejects when it ends first or takes longer than 30 seconds. */
export async function startServer(options: ServerOptions = {}): Promise<VsCodeServer> {
  const { settings = {}, extensions = [], extensionsDir, automation = false, restricted = false } = options;
  const { log = 'server.log' } = options;
  const node = serverNode();
  const data = await mkdtemp(join(tmpdir(), 'tech-spec-vscode-'));
  const user = join(data, 'data', 'User');
  const temporary = join(data, 'tmp');
  await Promise.all([mkdir(user, { recursive: true }), mkdir(temporary), mkdir(output, { recursive: true })]);
  const all = { ...ownSettings, ...(restricted ? trust.restricted : trust.trusted), ...settings };
  await writeFile(join(user, 'settings.json'), JSON.stringify(all, undefined, 2));
  await link(extensions, join(data, 'extensions'));

  const port = options.port !== undefined && (await isFree(options.port)) ? options.port : 0;
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  flags.push('--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', data);
  if (!restricted) flags.push('--disable-workspace-trust');
  if (automation) flags.push('--enable-smoke-test-driver');
  if (extensionsDir !== undefined) flags.push('--extensions-dir', extensionsDir);
  const child = spawn(node, [serverProgram, ...flags], {
    cwd: data,
    env: serverEnvironment(temporary),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that one signal reaches its children too.
    detached: process.platform !== 'win32',
  });
  const endWithUs = () => {
    signalGroup(child, 'SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  process.once('exit', endWithUs);

  const logFile = createWriteStream(join(output, log));
  const stop = async () => {
    await stopGroup(child);
    process.off('exit', endWithUs);
    logFile.end();
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const authority = `127.0.0.1:${await portOf(child, logFile)}`;
    await answer(`http://${authority}/version`);
    return { authority, pid: child.pid!, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Installs a packed extension as VS Code itself does, into a folder for `extensionsDir`. */
export async function installExtension(vsix: string, extensionsDir: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'tech-spec-install-'));
  const flags = ['--install-extension', vsix, '--extensions-dir', extensionsDir, '--server-data-dir', data];
  try {
    await promisify(execFile)(serverNode(), [serverProgram, ...flags, '--accept-server-license-terms'], {
      cwd: data,
      env: serverEnvironment(data),
    });
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** The address at which a browser finds the workbench. `--default-folder` is no substitute: with it findings miss the files they are on. */
export function pageUrl({ authority }: VsCodeServer, { folder, extensions = [], tests, file }: PageOptions): string {
  const remote = (path: string) => `vscode-remote://${authority}${encodeURI(toUriPath(path))}`;
  const payload = extensions.map((path) => ['extensionDevelopmentPath', remote(path)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  if (file !== undefined) payload.push(['openFile', remote(file)]);
  const query: string[] = [];
  const kind = folder?.endsWith('.code-workspace') ? 'workspace' : 'folder';
  if (folder !== undefined) query.push(`${kind}=${toQuery(toUriPath(folder))}`);
  if (0 < payload.length)
    query.push(`payload=${encodeURIComponent(JSON.stringify([...payload, ['skipWelcome', 'true']]))}`);
  return `http://${authority}/?${query.join('&')}`;
}

/** As `encodeURIComponent`, with the slashes left: a person may read this. */
function toQuery(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function toUriPath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}

/** An installed extension is a folder of this name; a link to one does as well. */
async function link(extensions: readonly string[], into: string): Promise<void> {
  await mkdir(into);
  for (const extension of extensions) {
    const { publisher, name, version } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
    await symlink(extension, join(into, `${publisher}.${name}-${version}`), 'junction');
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Ours, without what a VS Code or a Node around us put there for itself. */
function serverEnvironment(temporary: string): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, ELECTRON_RUN_AS_NODE, VSCODE_IPC_HOOK_CLI, VSCODE_NLS_CONFIG, VSCODE_PID, ...kept } =
    process.env;
  const env: NodeJS.ProcessEnv = { ...kept, EXTENSIONS_GALLERY: '{}' };
  // The server leaves sockets in the temporary folder. Their names have 50 characters, and a socket's path at most 103.
  if (temporary.length < 50) env.TMPDIR = temporary;
  return env;
}

/** The port that the server chose: no other program can take it in between. */
function portOf(child: ChildProcess, logFile: WriteStream): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`The VS Code server names no port:\n${said}`)), 30_000);
    const hear = (chunk: Buffer) => {
      logFile.write(chunk);
      said += chunk;
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ended with ${signal ?? code}:\n${said}`));
    });
  });
}

async function answer(url: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await delay(50)) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
  }
  throw new Error(`The VS Code server does not answer at ${url}`);
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.signalCode === null) {
    signalGroup(child, 'SIGTERM');
    await Promise.race([ended, delay(3000, undefined, { ref: false })]);
  }
  signalGroup(child, 'SIGKILL');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Nobody is left to hear it.
  }
}
