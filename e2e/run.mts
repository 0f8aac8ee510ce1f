// The end-to-end tests: `tsx e2e/run.mts [extension] [web] [ui] [--grep WORDS]` builds, then runs the suites named, or all.
// The extension suite runs in the desktop VS Code where it can be downloaded and shown, else in the headless one; as `web` it runs again in
// a worker of a browser, and the UI suite in a browser too.

import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { bundleExtensionSuite } from './bundle.mts';
import type { HostKind } from './extension/runner.mts';
import { hostCache, launcher, root, screenshots } from './host/places.mts';

const suites = { extension: extensionSuite, web: webSuite, ui: uiSuite };
type SuiteName = keyof typeof suites;

// The program that they start keeps nothing in the home of whoever runs them.
process.env.NODE_DISABLE_COMPILE_CACHE = '1';
process.exitCode = await main();

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const wrong = positionals.find((name) => !(name in suites));
  if (wrong !== undefined) {
    console.error(`e2e: there is no suite ${wrong}, only ${Object.keys(suites).join(' and ')}`);
    return 2;
  }
  const names = (0 < positionals.length ? positionals : Object.keys(suites)) as SuiteName[];
  if ((await run(process.execPath, ['scripts/build.mjs'])) !== 0) return 2;
  const failed: string[] = [];
  for (const name of names) {
    const started = Date.now();
    const passed = await suites[name](values.grep).catch((error: unknown) => {
      console.error(`e2e: ${error instanceof Error ? error.message : error}`);
      return false;
    });
    if (!passed) failed.push(name);
    console.log(
      `e2e: ${name} suite ${passed ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
  }
  return failed.length === 0 ? 0 : 1;
}

async function extensionSuite(words: string | undefined): Promise<boolean> {
  return await runInside('node', (await desktop()) ?? (await headless()), words);
}

/** The same tests. A desktop's files are `file:` in a worker too: only a browser is the web as people have it. */
async function webSuite(words: string | undefined): Promise<boolean> {
  return await runInside('web', await headless(), words);
}

async function runInside(host: HostKind, vscodeExecutablePath: string, words: string | undefined): Promise<boolean> {
  const tests = await bundleExtensionSuite(host, words);
  const temporary = await mkdtemp(join(tmpdir(), 'tech-spec-e2e-'));
  await cp(join(root, 'examples'), join(temporary, 'examples'), { recursive: true });
  // Not the folder itself: only to a workspace can a test add another without VS Code starting its extensions anew.
  const workspace = join(temporary, 'examples.code-workspace');
  await writeFile(workspace, JSON.stringify({ folders: [{ path: 'examples' }] }));
  try {
    const ours = [`--user-data-dir=${join(temporary, 'user')}`, `--extensions-dir=${join(temporary, 'extensions')}`];
    const kind = host === 'web' ? ['--extensionDevelopmentKind=web'] : [];
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      launchArgs: [workspace, '--disable-extensions', ...kind, ...ours],
    });
    return true;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The desktop VS Code's program, or `undefined` where it cannot be had; why not is said. */
async function desktop(): Promise<string | undefined> {
  const wanted = process.env.VSCODE_TEST_HOST ?? 'desktop';
  if (wanted !== 'desktop') return undefined;
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_TEST_VERSION: version = 'stable' } = process.env;
  try {
    const reporter = new SilentReporter();
    const cachePath = join(hostCache, 'desktop');
    const program = await downloadAndUnzipVSCode({ version, reporter, cachePath, extensionDevelopmentPath: root });
    if (process.platform !== 'linux' || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined) {
      console.log(`e2e: extension suite in the desktop VS Code (${version})`);
      return program;
    }
    console.log('e2e: the desktop VS Code needs a display, and there is none');
  } catch (error) {
    console.log(`e2e: the desktop VS Code cannot be downloaded (${error instanceof Error ? error.message : error})`);
  }
  return undefined;
}

async function headless(): Promise<string> {
  await installHost();
  console.log('e2e: extensions run in the headless VS Code');
  return launcher;
}

async function uiSuite(grep: string | undefined): Promise<boolean> {
  await installHost();
  const folder = join(root, 'e2e', 'ui');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.test.mts')).sort();
  if (files.length === 0) throw new Error('There is no test in e2e/ui');
  await removeOldFailures();
  console.log('e2e: UI suite in the headless VS Code');
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const flags = ['--no-config', '--import=tsx', '--timeout=120000', '--fail-zero', ...(grep ? [`--grep=${grep}`] : [])];
  return (await run(process.execPath, [mocha, ...flags, ...files.map((name) => join(folder, name))])) === 0;
}

/** Pictures of failures that are no more. */
async function removeOldFailures(): Promise<void> {
  const names = await readdir(screenshots).catch(() => []);
  await Promise.all(names.filter((name) => name.startsWith('failed-')).map((name) => rm(join(screenshots, name))));
}

async function installHost(): Promise<void> {
  const code = await run(process.execPath, [join(root, 'e2e', 'host', 'install.mjs')]);
  if (code !== 0) throw new Error('The headless VS Code could not be installed');
}

function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
