// What UI suites are made of: a workbench that is opened before the first test and closed after the last, and steps as tests.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../host/places.mts';
import type { Step } from './author.mts';
import { notifications } from './views.mts';
import { openWorkbench, screenshot, type Workbench, type WorkbenchOptions } from './workbench.mts';

/** Called inside a `describe`. It gives the workbench to the tests, which go on where the one before them stopped. */
export function opened(options: Partial<WorkbenchOptions> = {}): () => Workbench {
  let workbench: Workbench | undefined;
  const get = () => {
    if (workbench === undefined) throw new Error('The workbench is not open yet');
    return workbench;
  };
  before(async () => {
    workbench = await openWorkbench({ folder: join(root, 'examples'), ...options });
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    console.log(`What was to be seen: ${await screenshot(get(), `failed-${name}`)}`);
    // Of a run on another machine the words are kept, and no picture.
    console.log('What people were told:', await notifications(get()).catch(String));
  });
  after(async () => await workbench?.close());
  return get;
}

/** A folder with these files, by path; it is gone after the suite. Called inside a `describe`. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const temporary = mkdtempSync(join(tmpdir(), 'tech-spec-folder-'));
  const folder = join(temporary, 'workspace');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  after(() => rmSync(temporary, { recursive: true, force: true }));
  return folder;
}

/** A test a step, and a picture of each. A step begins where the one before it ended, so none is tried after one that failed. `where` ends the pictures' names. */
export function testSteps(steps: readonly Step[], workbench: () => Workbench, where = ''): void {
  const done = new Set<Step>();
  for (const [at, step] of steps.entries()) {
    it(step.name, async () => {
      const before = steps[at - 1];
      if (before !== undefined && !done.has(before))
        throw new Error(`Not tried, because this is not done: ${before.name}`);
      await step.act(workbench());
      await screenshot(workbench(), `${step.picture}${where}`);
      done.add(step);
    });
  }
}
