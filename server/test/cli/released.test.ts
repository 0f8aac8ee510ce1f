/** What is made for a document goes with it, and does not stay until the engine looks through all memory. */
import { match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withFolder } from './terminal.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Of V8's `--trace-gc`: which thread, and how many megabytes were left behind a look through what is young. */
const young = /^\[(\d+:\w+)\].*\bScavenge\b.* -> ([\d.]+) \(/gm;

describe('a thousand documents', function () {
  this.timeout(60_000);

  before('the program is built', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'cli'], {
      cwd: root,
      encoding: 'utf8',
    });
    ok(status === 0, stderr);
  });

  // What is found is put into words, of which some wait to be written.
  for (const [what, folder, most] of [
    ['that are read and are no specs', 'notes', 5],
    ['that are checked', 'tech-specs', 10],
  ] as const)
    it(`take no more memory than a few: those ${what}`, () =>
      withFolder(thousandIn(folder), async (home) => {
        const { stdout } = spawnSync(process.execPath, ['--trace-gc', 'dist/cli.js', 'check', home], {
          cwd: root,
          encoding: 'utf8',
          maxBuffer: 2 ** 26,
        });
        match(stdout, folder === 'notes' ? /^0 specs among 1000 documents$/m : /^1000 specs: /m);
        const left = new Map<string, number[]>();
        for (const [, thread = '', megabytes] of stdout.matchAll(young)) {
          left.set(thread, [...(left.get(thread) ?? []), Number(megabytes)]);
        }
        ok(0 < left.size, stdout.slice(0, 1000));
        for (const each of left.values()) {
          // Behind its start.
          const working = each.slice(Math.floor(each.length / 3));
          ok(Math.max(...working) - Math.min(...working) < most, `megabytes left: ${each.join(' ')}`);
        }
      }));
});

function thousandIn(folder: string): Readonly<Record<string, string>> {
  const paragraph = 'It says something of its own. And more of it, in a second sentence.\n\n';
  const titles = ['Summary', 'Motivation', 'Proposed Solution', 'Testing', 'Alternatives Considered'];
  const sections = titles.map((title) => `## ${title}\n\n${paragraph.repeat(9)}`).join('');
  const specs = Array.from({ length: 1000 }, (_, at): [string, string] => [
    `${folder}/${at}.md`,
    `# Spec ${at}\n\n${sections}`,
  ]);
  return Object.fromEntries(specs);
}
