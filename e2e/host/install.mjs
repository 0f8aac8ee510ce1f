// Installs the headless VS Code beside this file: the VS Code server, the Node it runs on, and Chromium; without root, compiler or Git changes.
// Plain JavaScript on Node's own modules, because it also runs before anything is installed.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const here = import.meta.dirname;
const cache = join(here, '.cache');
const stampFile = join(cache, 'installed.json');
const lockFile = join(cache, 'installing');
const modules = join(here, 'node_modules');
const vscode = join(modules, 'code-server', 'lib', 'vscode');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

const steps = [
  {
    name: 'VS Code server, Node and Chromium from npm',
    run: () => npm(['ci', '--include=optional', ...quiet], here),
  },
  {
    name: 'modules of the VS Code server',
    // Its shrinkwrap lacks an entry, so `npm ci` would fail there.
    run: () => npm(['install', '--omit=dev', ...quiet], vscode),
  },
  {
    name: 'Chromium and fonts unpacked',
    run: unpackChromium,
  },
  {
    name: 'stand-ins for modules that need a compiler',
    run: replaceNativeModules,
  },
];

/** Does what is not done yet, and nothing when all is; an interrupted installation goes on with the step it was in. */
export async function installHost() {
  if (stepsDone() === steps.length) return;
  mkdirSync(cache, { recursive: true });
  await takeLock();
  try {
    for (const [at, step] of steps.entries()) {
      if (at < stepsDone()) continue;
      const started = Date.now();
      process.stdout.write(`headless VS Code: ${step.name} … `);
      await step.run();
      writeFileSync(stampFile, JSON.stringify({ key: key(), done: at + 1 }));
      process.stdout.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`);
    }
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function stepsDone() {
  if (!existsSync(stampFile) || !existsSync(vscode)) return 0;
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    return stamp.key === key() ? stamp.done : 0;
  } catch {
    return 0;
  }
}

/** What is installed depends on the lock file, on this file and on the machine: another of them is another installation. */
function key() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['package-lock.json', 'install.mjs']) hash.update(readFileSync(join(here, file)));
  return hash.digest('hex');
}

/** One installation at a time; the lock of a process that no longer lives counts for nothing. */
async function takeLock() {
  for (let told = false; ; await delay(500)) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = ownersOfLock().find(isAlive);
    if (owner === undefined) rmSync(lockFile, { force: true });
    else if (!told) {
      told = true;
      console.log(`headless VS Code: process ${owner} is installing it, waiting`);
    }
  }
}

/** The installer, and the npm that it started: an npm whose installer was killed still writes. */
function ownersOfLock() {
  try {
    return readFileSync(lockFile, 'utf8').split(' ').map(Number).filter(Boolean);
  } catch {
    return [];
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function npm(args, cwd) {
  return new Promise((resolve, reject) => {
    const options = { cwd, stdio: ['ignore', 'ignore', 'inherit'] };
    // Windows starts `npm.cmd` through a shell only, and Node deprecates a shell with separate arguments.
    const child =
      process.platform === 'win32'
        ? spawn(`npm ${args.join(' ')}`, { ...options, shell: true })
        : spawn('npm', args, options);
    if (child.pid !== undefined) writeFileSync(lockFile, `${process.pid} ${child.pid}`);
    const end = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, end);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, end);
      if (code === 0) resolve();
      else reject(new Error(`npm ${args[0]} in ${cwd} ended with ${signal ?? code}`));
    });
  });
}

/** Into our own folder: the package's own `executablePath()` would take whatever `chromium` lies in the system's temporary folder. */
async function unpackChromium() {
  // The package holds a program for x64 Linux only: elsewhere the system's browser or CHROME_PATH has to serve.
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  const packed = join(modules, '@sparticuz', 'chromium', 'bin');
  const target = join(cache, 'chromium');
  const unfinished = join(cache, 'chromium-unfinished');
  const { extract } = createRequire(join(packed, 'index.js'))('tar-fs');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await Promise.all([
    unpack('chromium.br', createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 })),
    unpack('al2023.tar.br', extract(unfinished)),
    unpack('fonts.tar.br', extract(join(unfinished, 'fonts'))),
  ]);
  rmSync(target, { recursive: true, force: true });
  renameSync(unfinished, target);

  function unpack(file, into) {
    return pipeline(createReadStream(join(packed, file)), createBrotliDecompress(), into);
  }
}

/** Two native modules are never built here. Left alone each attempt to load them logs a stack trace, some 200 lines a run. */
function replaceNativeModules() {
  // VS Code imports spdlog as an ES module, and Node finds only names that are assigned literally.
  const spdlog = [
    'class Logger {}',
    "for (const name of ['getLevel', 'setLevel', 'trace', 'debug', 'info', 'warn', 'error', 'critical', 'flush', 'drop', 'setPattern', 'clearFormatters']) {",
    '  Logger.prototype[name] = () => 0;',
    '}',
    'exports.version = 0;',
    'exports.setLevel = () => {};',
    'exports.setFlushOn = () => {};',
    'exports.Logger = Logger;',
    'exports.createRotatingLogger = async () => new Logger();',
    'exports.createAsyncRotatingLogger = async () => new Logger();',
  ];
  const watchdog = ['exports.start = () => {};', 'exports.exit = (code) => process.exit(code);'];
  for (const [name, lines] of Object.entries({ spdlog, 'native-watchdog': watchdog })) {
    const note = '// Written by e2e/host/install.mjs in place of a native module that is not built.';
    writeFileSync(join(vscode, 'node_modules', '@vscode', name, 'index.js'), `${[note, ...lines].join('\n')}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await installHost();
  } catch (error) {
    console.error(`\nheadless VS Code: ${error.message}`);
    process.exitCode = 1;
  }
}
