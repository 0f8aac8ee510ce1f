// The author's path again, with client and server in workers of the browser, as on vscode.dev.

import assert from 'node:assert/strict';
import { authorsPath } from './author.mts';
import { opened, testSteps } from './opened.mts';

describe('an author in the web host', () => {
  const workbench = opened({ host: 'web' });

  testSteps(authorsPath, workbench, '-web');

  it('had a server in a worker', async () => {
    // `self` is the worker's there.
    const names = workbench().page.workers();
    const named = await Promise.all(
      names.map((worker) => worker.evaluate(() => (globalThis as { name?: string }).name)),
    );
    assert.ok(
      named.some((name) => name?.endsWith('Tech Spec')),
      named.join(', '),
    );
  });
});
