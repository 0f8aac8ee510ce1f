/** Installs what is missing, and says nothing where nothing is. On Node's own modules, because it runs before anything is installed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/** Throws where npm fails or Node is too old to run what it would install. */
export function installPackages() {
  refuseOldNode();
  const missing = missingPackages();
  if (missing.length === 0) return;
  const started = Date.now();
  process.stdout.write(`installing ${missing.length} packages … `);
  // Nothing of ours needs an install script; engines are stated in package.json, and npm's own news are not the reader's.
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']);
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (22 < major || (major === 22 && 12 <= minor) || (major === 20 && 19 <= minor)) return;
  throw new Error(`Node ${process.versions.node} does not do: 20.19 or newer of 20, or 22.12 or newer, is needed`);
}

/** Packages of the lock file that are not there in its version. Times of files say nothing: Git sets them as it likes. */
function missingPackages() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.keys(wanted).filter((name) => {
    const { version, link, optional, peer } = wanted[name] ?? {};
    if (!name.startsWith('node_modules/') || link || optional || peer) return false;
    return installed[name]?.version !== version;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean, peer?: boolean }>}
 */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, root), 'utf8')).packages;
  } catch {
    return {};
  }
}

/**
 * @param {string[]} args
 * @param {string} [cwd] the root unless said
 */
export function npm(args, cwd = fileURLToPath(root)) {
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd, stdio: ['ignore', 'ignore', 'inherit'] };
  // Under `npm test` npm says where it is. Elsewhere Windows starts `npm.cmd` through a shell only, and Node deprecates a shell with separate arguments.
  const own = process.env.npm_execpath;
  const { status, error } = own?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync(['npm', ...args].join(' '), { ...options, shell: true });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`npm ${args[0]} failed`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    installPackages();
  } catch (error) {
    console.error(`install: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
