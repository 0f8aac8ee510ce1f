/** Many documents, in several threads: the same as in one, in the same order, whatever becomes of a thread. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { once } from 'node:events';
import { BroadcastChannel } from 'node:worker_threads';
import { rules } from '../../src/core/index.ts';
import { type Checker, checkerOf, complaintsTo, type Outcome, recogniserOf } from '../../src/node/commands/checker.ts';
import { type Source, sourcesOf } from '../../src/node/commands/sources.ts';
import { outcomesOf } from '../../src/node/commands/threads.ts';
import { type Files, runIn, withFolder } from './terminal.ts';

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n';

/** Enough for two more threads. Some lack a section, some are no specs, some have a broken configuration. */
function manyFiles(): Files {
  const text = (at: number) => {
    if (at % 5 === 4) return `# Number ${at}\n\nNo spec.\n`;
    return `# Number ${at}\n\n## Goals\n\nTBD\n${at % 3 === 0 ? '' : '\n## Risks\n\nNone.\n'}`;
  };
  const documents = Array.from({ length: 240 }, (_, at) => [`docs/${at % 7}/${at}.md`, text(at)] as const);
  const broken = '{ "specs": [{ "files": "*.md", "template": "gone.md" }] }';
  return {
    ...Object.fromEntries(documents),
    'docs/1/.tech-spec.json': broken,
    'docs/3/.tech-spec.json': broken,
    '.github/ISSUE_TEMPLATE/tech-spec.md': template,
  };
}

const channel = `threads of a test, ${process.pid}`;

/** A thread from source, that says when it has done its part. */
const fromSource = scriptOf(`
  import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
  import { register } from '${import.meta.resolve('tsx/esm/api')}';
  register();
  const { takePart } = await import('${new URL('../../src/node/commands/thread.ts', import.meta.url)}');
  await takePart(workerData, (news) => parentPort.postMessage(news));
  const channel = new BroadcastChannel('${channel}');
  channel.postMessage('done');
  channel.close();
`);

function scriptOf(code: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** The sources of a folder, and what checks them in this thread. */
async function checkingIn(folder: string): Promise<{ readonly sources: readonly Source[]; readonly checker: Checker }> {
  const terminal = { folder, environment: {} };
  const complaints = complaintsTo(() => {});
  const recogniser = recogniserOf({}, folder, complaints.tell);
  ok(!('trouble' in recogniser));
  const screen = {
    ...terminal,
    isInteractive: false,
    out() {},
    complain() {},
    readInput: async () => new Uint8Array(),
  };
  const sources = await sourcesOf(['docs'], {}, screen, () => {});
  const paths = sources.flatMap(({ path }) => path ?? []);
  return {
    sources,
    checker: checkerOf({
      recogniser,
      complaints,
      wishes: { format: 'text' },
      terminal,
      rules,
      paths,
      changes: undefined,
    }),
  };
}

interface Together {
  readonly outcomes: readonly Outcome[];
  readonly warnings: readonly string[];
  /** How many this thread checked itself. */
  readonly own: number;
}

/** This thread takes its first documents, and does nothing with them before one of the others is `done`, or has ended before its time. */
async function together(folder: string, script: URL, most: number, done: Promise<unknown>): Promise<Together> {
  const { sources, checker } = await checkingIn(folder);
  const warnings: string[] = [];
  let own = 0;
  let warned = () => {};
  const gone = new Promise<void>((resolve) => {
    warned = resolve;
  });
  const waiting: Checker = {
    close: () => {},
    check: async (source) => {
      await Promise.race([done, gone]);
      own++;
      return checker.check(source);
    },
  };
  const outcomes: Outcome[] = [];
  const sharing = {
    threads: { most, script },
    order: { folder, environment: {}, wishes: { format: 'text' as const } },
    warn: (warning: string) => {
      warnings.push(warning);
      warned();
    },
  };
  for await (const outcome of outcomesOf(sources, waiting, sharing)) outcomes.push(outcome);
  return { outcomes, warnings, own };
}

async function alone(folder: string): Promise<readonly Outcome[]> {
  const { sources, checker } = await checkingIn(folder);
  const outcomes: Outcome[] = [];
  for (const source of sources) outcomes.push(await checker.check(source));
  return outcomes;
}

describe('tech-spec check, in threads', function () {
  this.timeout(60_000);

  it('finds what it finds in one, in the same order', () =>
    withFolder(manyFiles(), async (folder) => {
      const messages = new BroadcastChannel(channel);
      try {
        const { outcomes, warnings, own } = await together(folder, fromSource, 2, once(messages as never, 'message'));
        deepEqual(warnings, []);
        ok(own < 24, `${own} of 240 documents were left to the first thread`);
        deepEqual(outcomes, await alone(folder));
      } finally {
        messages.close();
      }
    }));

  for (const [how, code, words] of [
    ['ends', 'process.exit(3)', ''],
    ['fails', 'throw new Error("no more memory")', ': no more memory'],
    [
      'ends amid its work',
      `import { workerData } from 'node:worker_threads'; Atomics.add(workerData.next, 0, 50); process.exit(3)`,
      '',
    ],
  ] as const) {
    it(`loses no document when another thread ${how}, and says so`, () =>
      withFolder(manyFiles(), async (folder) => {
        const { outcomes, warnings } = await together(folder, scriptOf(code), 1, new Promise(() => {}));
        deepEqual(warnings, [`a thread ended before its time, and others do its part${words}`]);
        deepEqual(outcomes, await alone(folder));
      }));
  }

  for (const { argv, most, started } of [
    { argv: ['check'], most: 8, started: 2 },
    { argv: ['check'], most: 1, started: 1 },
    { argv: ['check', 'docs/1', 'docs/2'], most: 8, started: 0 },
    { argv: ['check', '--since', 'HEAD'], most: 8, started: 0 },
  ]) {
    it(`starts ${started} of ${most} for \`${argv.join(' ')}\``, () =>
      withFolder(manyFiles(), async (folder) => {
        let count = 0;
        const threads = {
          most,
          get script() {
            count++;
            return scriptOf('');
          },
        };
        const { errors } = await runIn(folder, argv, { threads });
        equal(count, started);
        equal(errors.includes('thread'), false);
      }));
  }

  for (const [count, times] of [
    [19, 0],
    [20, 1],
  ] as const) {
    it(`makes ready for many documents ${times} times where there are ${count}`, () =>
      withFolder(manyFiles(), async (folder) => {
        let ready = 0;
        const threads = { most: 0, script: scriptOf(''), beforeMany: () => ready++ };
        const named = Object.keys(manyFiles()).filter((name) => name.endsWith('.md'));
        await runIn(folder, ['check', ...named.slice(0, count)], { threads });
        equal(ready, times);
      }));
  }

  it('starts none for rules that the other threads do not have', () =>
    withFolder(manyFiles(), async (folder) => {
      const { code, errors } = await runIn(folder, ['check'], {
        rules: [...rules],
        threads: { most: 1, script: scriptOf('throw new Error("started")') },
      });
      deepEqual([code, errors.includes('thread')], [2, false]);
    }));
});
