// VS Code in the browser, with the extension, on the folder that is named or a copy of examples/, until Ctrl-C: what `npm start` does where there is no desktop.

import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './host/places.mts';
import { pageUrl, startServer } from './host/server.mts';

const ended = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
});
const own = process.argv[2];
const folder = own ?? (await copyOfExamples());
// Whoever names no folder sees at once what there is to see.
const page = { folder, ...(own === undefined && { file: join(folder, 'tech-specs', 'offline-drafts.md') }) };
const server = await startServer({ extensions: [root], port: 8017 });

const examples =
  'Look at the document that is open: underlined is what its template still asks for. Ctrl+. on it offers what to do.';
const template =
  'Open your team’s template, F1, “Use This File as a Template”: what it would find is shown before anything is written.';

console.log(`
VS Code with Tech Spec runs at

    ${pageUrl(server, page)}

Only this machine can reach it. It shows ${own === undefined ? `a copy of examples/, ${folder}: what you change there stays out of Git` : folder}.

Try:
  - F1, “New Tech Spec”, a title: type over the selected words, and watch the status bar count.
  - ${own === undefined ? examples : template}
  - The Spec Outline in the explorer shows every section, also those not written yet. A click goes there, or puts it in.
  - F1, “Check Readiness”: everything that is left, strictly.

Ctrl-C ends it.`);

await ended;
await server.stop();
console.log('\nStopped.');
process.exit(0);

/** It is left when we end: someone may have written something in it. */
async function copyOfExamples(): Promise<string> {
  const copy = join(await mkdtemp(join(tmpdir(), 'tech-spec-start-')), 'examples');
  await cp(join(root, 'examples'), copy, { recursive: true });
  return copy;
}
