/**
 * `npm start [-- FOLDER]`: installs, builds, and opens VS Code with the extension on the folder, or on a copy of examples/: the desktop's, else one in the
 * browser until Ctrl-C.
 * `--browser` takes the browser in any case; `--once` writes a spec by itself there, leaves pictures, and ends.
 * Node's own modules only: it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from './install.mjs';

const root = join(import.meta.dirname, '..');

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`start: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main() {
  const options = /** @type {const} */ ({ once: { type: 'boolean' }, browser: { type: 'boolean' } });
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const folder = folderOf(positionals);
  installPackages();
  const built = await run(process.execPath, ['scripts/build.mjs']);
  if (built !== 0) return built;
  const code = desktopCode();
  if (!values.once && !values.browser && code !== undefined) return await openDesktop(code, folder);
  const installed = await run(process.execPath, ['e2e/host/install.mjs']);
  if (installed !== 0) return installed;
  const own = folder === undefined ? [] : [folder];
  return await run(process.execPath, ['--import=tsx', ...(values.once ? ['e2e/once.mts'] : ['e2e/open.mts', ...own])]);
}

/**
 * The folder that was named, from where npm was called: npm itself goes to the root.
 * @param {readonly string[]} names
 */
function folderOf([name, ...others]) {
  if (name === undefined) return undefined;
  const folder = resolve(process.env.INIT_CWD ?? '', name);
  if (0 < others.length || !existsSync(folder)) throw new Error(`there is no folder ${[name, ...others].join(' ')}`);
  return folder;
}

/** VS Code's program, where there is one and a display to show it on. */
function desktopCode() {
  const { PATH = '', DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * @param {string} code
 * @param {string | undefined} own
 */
async function openDesktop(code, own) {
  const folder = own ?? join(mkdtempSync(join(tmpdir(), 'tech-spec-start-')), 'examples');
  if (own === undefined) cpSync(join(root, 'examples'), folder, { recursive: true });
  const opened = own === undefined ? [join(folder, 'tech-specs', 'offline-drafts.md')] : [];
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder, ...opened];
  console.log(`VS Code opens on ${own === undefined ? 'a copy of examples/: ' : ''}${folder}`);
  console.log('Try: Ctrl+Shift+P, “New Tech Spec”.');
  if (process.platform !== 'win32') return await run(code, args);
  return await run(`"${code}" ${args.map((arg) => `"${arg}"`).join(' ')}`, [], { shell: true });
}

/**
 * Gives the exit code. Ctrl-C reaches the whole group, so what runs here ends by itself; a signal to us alone is passed on.
 * An npm that is ended ends the shell between us and tells us nothing: then we have another parent.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    const parent = process.ppid;
    const isOrphan = () => process.env.npm_lifecycle_event !== undefined && process.ppid !== parent;
    const watch = setInterval(() => isOrphan() && child.kill('SIGTERM'), 500);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(each, pass);
      resolve(code ?? (signal === null ? 1 : 130));
    });
  });
}
