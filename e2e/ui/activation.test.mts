// The extension is there at once: its server is started meanwhile, and not waited for.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../host/places.mts';
import { opened } from './opened.mts';
import { notification, statusBarItem } from './views.mts';
import { eventually, runCommand, type Workbench, wordsOf } from './workbench.mts';

describe('the extension whose server never answers', () => {
  const extension = extensionWith('setInterval(() => {}, 1_000_000);\n');
  const workbench = opened({ extensions: [extension], file: 'tech-specs/offline-drafts.md' });

  it('says so after a while, with ways out, and again when the status bar is clicked', async () => {
    const words = 'Tech Spec has not started, because its server does not answer.';
    const status = await statusBarItem(workbench(), 'Tech Spec');
    assert.equal(await status.getAttribute('aria-label'), words);
    await choose('Show Output');
    await status.click();
    await choose('Restart Server');

    async function choose(way: string): Promise<void> {
      await notification(workbench(), words);
      await workbench().page.locator('.notification-list-item:visible').getByRole('button', { name: way }).click();
    }
  });

  it('is activated all the same', async () => {
    assert.match(await activationOf(workbench()), /Activation: \d+ms/);
  });
});

describe('the extension', () => {
  const workbench = opened({ file: 'tech-specs/offline-drafts.md' });

  it('says how long it takes to be activated', async () => {
    const said = await activationOf(workbench());
    assert.match(said, /Activation: \d+ms/);
    // No clock is asserted: other machines, and other work on this one, take other times.
    console.log(`      ${said}`);
  });
});

/** A copy of ours with another server, gone after the suite. */
function extensionWith(server: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tech-spec-extension-'));
  for (const name of readdirSync(root)) {
    if (name === 'dist') cpSync(join(root, name), join(folder, name), { recursive: true });
    else if (!/^(?:\..*|e2e|node_modules)$/.test(name)) symlinkSync(join(root, name), join(folder, name));
  }
  writeFileSync(join(folder, 'dist/server/node.js'), server);
  after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** As VS Code itself measures it: to load the code, and to run it until it is done. */
async function activationOf(workbench: Workbench): Promise<string> {
  await runCommand(workbench, 'Developer: Show Running Extensions');
  const rows = workbench.page.locator('.runtime-extensions-editor .extension', { hasText: 'Tech Spec' });
  const read = async () => (await wordsOf(rows)).join(' ');
  return await eventually(workbench, 'its activation', read, (words) => /Activation: \d/.test(words));
}
