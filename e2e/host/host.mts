// The headless VS Code behind the desktop's flags: runs an extension's tests in it, passes on what they print, and exits as they do.
// Exit codes: 0 and 1 are the tests' own, 2 is a host that did not start, 3 is a run that took too long.

import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from './browser.mts';
import { output } from './places.mts';
import { pageUrl, startServer } from './server.mts';

interface Arguments {
  readonly extensions: readonly string[];
  readonly tests: string;
  readonly folder: string | undefined;
  readonly web: boolean;
}

/** What the workbench itself logs in every run: kept for those who look for it, and out of the way of the tests' own words. */
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[reconnection-grace-time\]|(Ignoring fetching|Updating) additional builtin|\[Service Worker\]|\[AgentHost|No search provider registered|Canceled: Canceled|\[AccountPolicyGate\])/;

// A signal ends us by `exit`, where the server and the browser are ended too.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error('The headless VS Code did not start:', error);
  return 2;
});

async function main(argv: readonly string[]): Promise<number> {
  const { extensions, tests, folder, web } = readArguments(argv);
  await mkdir(output, { recursive: true });
  const server = await startServer({ automation: true, settings: web ? await inWorker(extensions) : {} });
  let browser: Browser | undefined;
  try {
    browser = await startBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    return await run(page, pageUrl(server, { folder, extensions, tests }));
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/** Flags that only the desktop knows are ignored. */
function readArguments(argv: readonly string[]): Arguments {
  const values = (name: string) =>
    argv.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  const tests = values('extensionTestsPath').at(-1);
  if (tests === undefined) throw new Error('--extensionTestsPath= is missing');
  const folder = argv.find((arg) => !arg.startsWith('-'));
  return {
    extensions: values('extensionDevelopmentPath').map((path) => resolve(path)),
    tests: resolve(tests),
    folder: folder && resolve(folder),
    web: values('extensionDevelopmentKind').includes('web'),
  };
}

/** The payload's `extensionDevelopmentKind` is not read by this build; this setting does what it should. */
async function inWorker(extensions: readonly string[]): Promise<Record<string, unknown>> {
  const manifests = extensions.map((path) => readFile(join(path, 'package.json'), 'utf8'));
  const ids = (await Promise.all(manifests)).map((text) => {
    const { publisher, name } = JSON.parse(text);
    return [`${publisher}.${name}`, ['web']];
  });
  return { 'remote.extensionKind': Object.fromEntries(ids) };
}

/** What the tests end with, as the workbench tells the page. A page that never starts tells nothing, hence the limit. */
async function run(page: Page, url: string): Promise<number> {
  const limit = Number(process.env.VSCODE_TEST_LIMIT ?? 900);
  const log = createWriteStream(join(output, 'workbench.log'));
  await page.exposeFunction('codeAutomationLog', (level: string, args: unknown[]) => {
    const line = format(...args);
    log.write(`${level}: ${line}\n`);
    if (!noise.test(line)) process[level === 'error' ? 'stderr' : 'stdout'].write(`${line}\n`);
  });
  const exit = new Promise<number>((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.on('crash', () => reject(new Error('the page crashed')));
  });
  const stopwatch = new AbortController();
  const late = delay(limit * 1000, 3, { signal: stopwatch.signal });
  late.catch(() => {});
  try {
    await Promise.race([page.goto(url), exit]);
    const code = await Promise.race([exit, late]);
    if (code === 3) await tellWhatWasSeen(page, limit);
    return code;
  } finally {
    stopwatch.abort();
    log.end();
  }
}

async function tellWhatWasSeen(page: Page, limit: number): Promise<void> {
  const picture = join(output, 'time-limit.png');
  await page.screenshot({ path: picture });
  console.error(`The tests did not end within ${limit} seconds; what was to be seen then is in ${picture}`);
}
