// Writes a spec in a headless VS Code as an author would, and says what was to be seen: `npm start -- --once`.

import { join } from 'node:path';
import { root } from './host/places.mts';
import { authorsPath } from './ui/author.mts';
import { openWorkbench, screenshot } from './ui/workbench.mts';

const workbench = await openWorkbench({ folder: join(root, 'examples') });
let current = '';
try {
  for (const { name, picture, act } of authorsPath) {
    current = picture;
    console.log(`\n${name}\n  ${await act(workbench)}\n  ${await screenshot(workbench, picture)}`);
  }
} catch (error) {
  console.error(`\nonce: ${error instanceof Error ? error.message : error}`);
  console.error(`What was to be seen then: ${await screenshot(workbench, `failed-${current}`)}`);
  process.exitCode = 1;
} finally {
  await workbench.close();
}
