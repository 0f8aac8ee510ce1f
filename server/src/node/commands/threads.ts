/** Many documents in several threads: each takes the next few when it is free, and what comes of them is given in order. */
import type { Worker } from 'node:worker_threads';
import type { Terminal, Threads } from '../terminal.ts';
import type { CheckArguments } from './check.ts';
import type { Checker, Outcome } from './checker.ts';
import type { Source } from './sources.ts';

/** What a thread is started with: plain data, but for the place that all of them share. */
export interface ThreadOrder extends Pick<Terminal, 'folder' | 'environment'> {
  readonly wishes: CheckArguments;
  readonly files: readonly NamedFile[];
  /** The first file that nobody has taken. */
  readonly next: Int32Array;
}

export type NamedFile = Omit<Source, 'read'>;

/** What a thread sends: files from one on, and what came of each. */
export interface ThreadNews {
  readonly first: number;
  readonly outcomes: readonly Outcome[];
}

export interface Sharing {
  /** Undefined: this thread does it all. */
  readonly threads: Threads | undefined;
  readonly order: Omit<ThreadOrder, 'files' | 'next'>;
  /** Told of a thread that ended before its time, which costs no document: a sentence. */
  warn(warning: string): void;
}

/** Another thread takes about as long to start as these are to be checked. */
const fewestEach = 100;

/** To make ready for many takes as long as is won on fewer. */
const many = 20;

/** So few that none waits long for the last ones, so many that a message is worth sending. */
const atOnce = 8;

/** One for each source, in their order. This thread checks like the others, and where there is little to do there are none. */
export async function* outcomesOf(
  sources: readonly Source[],
  checker: Checker,
  sharing: Sharing,
): AsyncIterable<Outcome> {
  if (many <= sources.length) sharing.threads?.beforeMany?.();
  const crew = await startThreads(sources, sharing);
  try {
    for (const [at, source] of sources.entries()) {
      while (!crew.outcomes.has(at)) {
        const taken = takeNext(crew.next, sources.length);
        for (const each of taken) crew.outcomes.set(each, await checker.check(sources[each] ?? source));
        // What others have sent meanwhile is heard between two turns.
        if (0 < taken.length) await (0 < crew.running() ? turn() : undefined);
        else if (0 < crew.running()) await crew.news();
        else if (!crew.outcomes.has(at)) crew.outcomes.set(at, await checker.check(source));
      }
      yield crew.outcomes.get(at) as Outcome;
      crew.outcomes.delete(at);
    }
  } finally {
    crew.end();
  }
}

/** Resolves when what has come in meanwhile was heard. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Numbers of files that are from now on the caller's; none where all are taken. */
export function takeNext(next: Int32Array, count: number): readonly number[] {
  const first = Atomics.add(next, 0, atOnce);
  return Array.from({ length: Math.max(0, Math.min(atOnce, count - first)) }, (_, at) => first + at);
}

interface Crew {
  readonly outcomes: Map<number, Outcome>;
  readonly next: Int32Array;
  running(): number;
  /** Resolves when something has come of one of them. */
  news(): Promise<void>;
  end(): void;
}

async function startThreads(sources: readonly Source[], { threads, order, warn }: Sharing): Promise<Crew> {
  const count = Math.min(threads?.most ?? 0, Math.floor(sources.length / fewestEach));
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const outcomes = new Map<number, Outcome>();
  const running = new Set<Worker>();
  let wake = () => {};
  const files = count === 0 ? [] : sources.map(({ file, path, isNamed }) => ({ file, path, isNamed }));
  const workerData = { ...order, files, next } satisfies ThreadOrder;
  for (let started = 0; started < count; started++) {
    const { Worker } = await import('node:worker_threads');
    const worker = new Worker(threads?.script ?? '', { workerData });
    running.add(worker);
    worker.on('message', (news: ThreadNews) => {
      for (const [at, outcome] of news.outcomes.entries()) outcomes.set(news.first + at, outcome);
      wake();
    });
    let why = '';
    worker.on('error', ({ message }) => {
      why = `: ${message}`;
    });
    worker.on('exit', (code) => {
      if (code !== 0 && running.has(worker)) warn(`a thread ended before its time, and others do its part${why}`);
      running.delete(worker);
      wake();
    });
  }
  return {
    outcomes,
    next,
    running: () => running.size,
    news: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
    end: () => {
      for (const worker of running) {
        running.delete(worker);
        worker.terminate();
      }
    },
  };
}
