// Starts a Chromium: the one that CHROME_PATH names, else the system's, else the one from npm.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { hostCache } from './places.mts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Program {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
}

export async function startBrowser(): Promise<Browser> {
  const { path, env } = browserProgram();
  return await chromium.launch({ executablePath: path, args: flags, env: { ...process.env, ...env } });
}

/** What `startBrowser` starts, and what only that program needs in its environment. */
export function browserProgram(): Program {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which is not there`);
    return { path: named, env: {} };
  }
  const path = systemBrowser();
  if (path !== undefined) return { path, env: {} };
  const folder = join(hostCache, 'chromium');
  const packaged = join(folder, 'chromium');
  if (!existsSync(packaged)) throw new Error('There is no Chromium: install one, or name one in CHROME_PATH');
  return { path: packaged, env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_PATH: fontConfiguration() } };
}

function systemBrowser(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const programFiles = process.env.ProgramFiles ?? 'C:\\Program Files';
  const elsewhere = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    join(programFiles, 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ];
  return [...onPath, ...elsewhere].find((path) => existsSync(path));
}

/** Names our fonts and the system's. With none all text has height 0; with ours alone, which are Open Sans, the editor is not monospaced. */
function fontConfiguration(): string {
  const folder = join(hostCache, 'fontconfig');
  mkdirSync(folder, { recursive: true });
  const folders = [
    join(hostCache, 'chromium', 'fonts'),
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local', 'share', 'fonts'),
    join(homedir(), '.fonts'),
  ];
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...folders.map((path) => `  <dir>${escapeXml(path)}</dir>`),
    `  <cachedir>${escapeXml(join(folder, 'cache'))}</cachedir>`,
    preference('monospace', ['DejaVu Sans Mono', 'Liberation Mono', 'Noto Sans Mono']),
    preference('sans-serif', ['Open Sans', 'DejaVu Sans']),
    preference('system-ui', ['Open Sans', 'DejaVu Sans']),
    '</fontconfig>',
  ];
  writeFileSync(join(folder, 'fonts.conf'), `${lines.join('\n')}\n`);
  return folder;
}

function preference(family: string, preferred: readonly string[]): string {
  const names = preferred.map((name) => `<family>${name}</family>`).join('');
  return `  <alias><family>${family}</family><prefer>${names}</prefer></alias>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
