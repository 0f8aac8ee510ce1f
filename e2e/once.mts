// Writes a spec in a headless VS Code as an author would, opens a half-written one, and says what was to be seen: `npm start -- --once`.

import { join } from 'node:path';
import { root } from './host/places.mts';
import { authorsPath, type Step } from './ui/author.mts';
import { halfWritten } from './ui/half-written.mts';
import { openWorkbench, screenshot, type Workbench } from './ui/workbench.mts';

const started = Date.now();
try {
  for (const path of [authorsPath, halfWritten]) await show(path);
  console.log(`\nDone in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
} catch (error) {
  console.error(`\nonce: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function show(path: readonly Step[]): Promise<void> {
  // The minimap would only take room from the pictures.
  const workbench = await openWorkbench({
    folder: join(root, 'examples'),
    settings: { 'editor.minimap.enabled': false },
  });
  try {
    for (const step of path) await showStep(step, workbench);
  } finally {
    await workbench.close();
  }
}

async function showStep({ name, picture, act }: Step, workbench: Workbench): Promise<void> {
  console.log(`\n${name}`);
  try {
    console.log(`  ${await act(workbench)}`);
  } catch (error) {
    console.error(`  FAILED; what was to be seen then: ${await screenshot(workbench, `failed-${picture}`)}`);
    throw error;
  }
  console.log(`  ${await screenshot(workbench, picture)}`);
}
