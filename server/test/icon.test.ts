/** The icon, as the marketplaces want it. */
import { deepEqual, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { home } from './sources.ts';

describe('the icon', () => {
  const { icon, files } = JSON.parse(readFileSync(`${home}package.json`, 'utf8'));

  it('is a PNG of 256 by 256, and is packed', () => {
    const bytes = readFileSync(home + icon);
    deepEqual(bytes.subarray(0, 8), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [256, 256]);
    deepEqual(files.includes(icon), true);
  });

  it('is drawn from an SVG of that size', () => {
    match(readFileSync(home + icon.replace('.png', '.svg'), 'utf8'), /<svg [^>]*width="256" height="256"/);
  });
});
