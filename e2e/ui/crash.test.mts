// A language server that dies while somebody writes: another takes its place, and goes on with the text as it is then.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Worker } from 'playwright-core';
import { opened } from './opened.mts';
import { allProblems, notification, problemsBecome, statusBarItem } from './views.mts';
import { eventually, openFile, press, typeText, type Workbench } from './workbench.mts';

/** By the host that extensions run in. */
const endings = { node: endProcess, web: endWorker };

/** It is there, and answers nothing any more. */
const stopping = { node: stopProcess, web: stopWorker };

for (const host of ['node', 'web'] as const) {
  describe(`a server that dies (${host})`, () => {
    const workbench = opened({ host, file: 'tech-specs/offline-drafts.md' });

    it('is started anew, more than once', async () => {
      await problemsBecome(workbench(), 'some', (found) => 0 < found.length);
      for (const title of ['Summary', 'APIs']) {
        await endings[host](workbench());
        await workbench().page.locator('.monaco-editor:visible .view-lines').first().click();
        await press(workbench(), 'Control+End');
        await typeText(workbench(), `\n\n## ${title}:\n\nAgain.`);
        await allProblems(workbench(), `a second ${title}`, (found) =>
          found.some(({ code, message }) => code === 'duplicate-section' && message.includes(title)),
        );
      }
    });
  });
}

for (const host of ['node', 'web'] as const) {
  describe(`a document over which the server never ends its work (${host})`, () => {
    const workbench = opened({ host, file: 'tech-specs/offline-drafts.md' });

    it('is checked again by another server, and set aside the second time', async () => {
      await problemsBecome(workbench(), 'some', (found) => 0 < found.length);
      for (const word of ['Once', 'Twice']) {
        await stopping[host](workbench());
        await workbench().page.locator('.monaco-editor:visible .view-lines').first().click();
        await press(workbench(), 'Control+End');
        await typeText(workbench(), `\n\n## APIs:\n\n${word}.`);
        if (word === 'Once') {
          await allProblems(workbench(), 'a second APIs', (found) =>
            found.some(({ code }) => code === 'duplicate-section'),
          );
        }
      }
      await notification(workbench(), 'is not checked any more');
      await problemsBecome(workbench(), 'none', (found) => found.length === 0);
    });
  });
}

describe('a document over which the server dies', () => {
  const workbench = opened({ file: 'tech-specs/offline-drafts.md' });

  it('is set aside the second time, and its author is told', async () => {
    await problemsBecome(workbench(), 'some', (found) => 0 < found.length);
    for (const word of ['Once', 'Twice']) {
      const pid = await serverOf(workbench());
      // While it is stopped it answers nothing: what is typed now is what it is at work on when it dies.
      process.kill(pid, 'SIGSTOP');
      await workbench().page.locator('.monaco-editor:visible .view-lines').first().click();
      await press(workbench(), 'Control+End');
      await typeText(workbench(), `\n\n## APIs:\n\n${word}.`);
      process.kill(pid, 'SIGKILL');
      if (word === 'Once') {
        await allProblems(workbench(), 'a second APIs', (found) =>
          found.some(({ code }) => code === 'duplicate-section'),
        );
      }
    }
    const told = await notification(workbench(), 'is not checked any more');
    assert.match(
      told,
      /“tech-specs\/offline-drafts\.md” is not checked any more, because the server failed over it twice/,
    );
    await problemsBecome(workbench(), 'none', (found) => found.length === 0);
  });

  it('leaves the others as they are', async () => {
    await openFile(workbench(), 'tech-specs/profile-pictures.md');
    await statusBarItem(workbench(), '10/10');
  });

  it('is checked again when its author wants it', async () => {
    await openFile(workbench(), 'tech-specs/offline-drafts.md');
    await problemsBecome(workbench(), 'none', (found) => found.length === 0);
    await notification(workbench(), 'is not checked any more');
    const { page } = workbench();
    await page.locator('.notification-list-item:visible').getByRole('button', { name: 'Try Again' }).click();
    await allProblems(workbench(), 'all three', (found) => found.some(({ code }) => code === 'duplicate-section'));
  });
});

/** The one of this workbench: others may run beside it. */
async function endProcess(workbench: Workbench): Promise<void> {
  process.kill(await serverOf(workbench), 'SIGKILL');
}

async function stopProcess(workbench: Workbench): Promise<void> {
  process.kill(await serverOf(workbench), 'SIGSTOP');
}

async function serverOf(workbench: Workbench): Promise<number> {
  const ids = async () => {
    const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,pgid=,args=']);
    const all = Array.from(stdout.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm), ([, pid, group, args = '']) => {
      return { pid: Number(pid), group: Number(group), args };
    });
    return all.flatMap(({ pid, group, args }) =>
      group === workbench.pid && args.includes('dist/server/node.js') ? [pid] : [],
    );
  };
  const [pid] = await eventually(workbench, 'one server', ids, (found) => found.length === 1);
  return pid!;
}

/** An error that nobody catches, and nothing after it. */
async function endWorker(workbench: Workbench): Promise<void> {
  const worker = await workerOf(workbench);
  const ended = new Promise<void>((resolve) => worker.on('close', () => resolve()));
  await worker.evaluate(() => {
    setTimeout(() => {
      close();
      throw new Error('ended by a test');
    });
  });
  await ended;
}

/** A loop without end. */
async function stopWorker(workbench: Workbench): Promise<void> {
  const worker = await workerOf(workbench);
  await worker.evaluate(() => {
    setTimeout(() => {
      while (true);
    });
  });
}

async function workerOf(workbench: Workbench): Promise<Worker> {
  const servers = async () => {
    const named = await Promise.all(
      workbench.page.workers().map(async (worker) => ({ worker, name: await nameOf(worker) })),
    );
    return named.filter(({ name }) => name.endsWith('Tech Spec')).map(({ worker }) => worker);
  };
  await eventually(
    workbench,
    'one server',
    async () => (await servers()).length,
    (count) => count === 1,
  );
  const [worker] = await servers();
  return worker!;
}

/** `self` is the worker's there. */
function nameOf(worker: Worker): Promise<string> {
  return worker.evaluate(() => (globalThis as { name?: string }).name ?? '').catch(() => '');
}
