// Draws images/icon.png from images/icon.svg, since the marketplaces take no SVG: `tsx e2e/icon.mts`. It takes the Chromium of the tests.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from './host/browser.mts';
import { root } from './host/places.mts';

const icon = join(root, 'images', 'icon');
const browser = await startBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<body style="margin: 0">${await readFile(`${icon}.svg`, 'utf8')}`);
  await page.screenshot({ path: `${icon}.png`, omitBackground: true });
} finally {
  await browser.close();
}
