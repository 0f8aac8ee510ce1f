/** What a command knows of the world outside: where it stands, what it reads, where its words go. */
import { Buffer } from 'node:buffer';
import { availableParallelism } from 'node:os';

export interface Terminal {
  /** The current folder, absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether `out` goes to eyes that may like colours. */
  readonly isInteractive: boolean;
  /** Findings and answers. */
  out(text: string): void;
  /** The program's own trouble. */
  complain(text: string): void;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** A line that comes and goes while somebody waits; undefined where nobody looks. */
  readonly status?: Status | undefined;
  /** Undefined where there are none but this one. */
  readonly threads?: Threads | undefined;
}

/** Threads that may take a part of the work. */
export interface Threads {
  /** Besides this one. */
  readonly most: number;
  /** What each of them runs. */
  readonly script: URL;
}

export interface Status {
  write(text: string): void;
  /** Milliseconds from any beginning. */
  now(): number;
}

/** The terminal this process was started in. A reader that closes early (`tech-spec check | head`) is no trouble. */
export function processTerminal(threadScript: URL): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  return {
    folder: process.cwd(),
    environment: process.env,
    isInteractive: process.stdout.isTTY === true,
    out: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(text),
    readInput: async () => {
      const parts: Uint8Array[] = [];
      for await (const part of process.stdin) parts.push(part);
      return Buffer.concat(parts);
    },
    status: process.stderr.isTTY === true && process.env.TERM !== 'dumb' ? statusLine : undefined,
    threads: { most: Math.min(mostThreads, availableParallelism()) - 1, script: threadScript },
  };
}

/** With more, this one would do nothing but listen to them. */
const mostThreads = 16;

const statusLine: Status = {
  write: (text) => void process.stderr.write(text),
  now: () => performance.now(),
};

/** `NO_COLOR` and `FORCE_COLOR` as https://no-color.org and https://force-color.org have them; `wished` is what the arguments say. */
export function wantsColor({ environment, isInteractive }: Terminal, wished: boolean | undefined): boolean {
  if (wished !== undefined) return wished;
  if (environment.NO_COLOR) return false;
  if (environment.FORCE_COLOR) return environment.FORCE_COLOR !== '0';
  return isInteractive && environment.TERM !== 'dumb';
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
}
