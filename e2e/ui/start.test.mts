// What `npm start` shows without a click, where there is no desktop.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { startBrowser } from '../host/browser.mts';
import { root } from '../host/places.mts';

describe('npm start', () => {
  it('shows a half-written spec, underlined', async () => {
    const child = spawn(process.execPath, ['--import=tsx', 'e2e/open.mts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const browser = await startBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(60_000);
      await page.goto(await addressIn(child.stdout));
      await page.locator('.tab.active', { hasText: 'offline-drafts.md' }).waitFor();
      await page.locator('.squiggly-warning').first().waitFor();
    } finally {
      await browser.close();
      child.kill('SIGINT');
    }
    assert.deepEqual(await ended, [0, null]);
  });
});

function addressIn(output: Readable): Promise<string> {
  let said = '';
  return new Promise((resolve) => {
    output.on('data', (part: Uint8Array) => {
      said += new TextDecoder().decode(part);
      const address = /http:\/\/127\.\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}
