/** What a command knows of the world outside: where it stands, what it reads, where its words go. */
import { Buffer } from 'node:buffer';
import { fstatSync, readSync, statSync, writeSync } from 'node:fs';
import { availableParallelism, devNull } from 'node:os';

export interface Terminal {
  /** The current folder, absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether `out` goes to eyes that may like colours. */
  readonly isInteractive: boolean;
  /** Findings and answers. */
  out(words: string | Uint8Array): void;
  /** The program's own trouble. */
  complain(text: string): void;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** A line that comes and goes while somebody waits; undefined where nobody looks. */
  readonly status?: Status | undefined;
  /** Undefined where there are none but this one. */
  readonly threads?: Threads | undefined;
}

export interface OwnTerminal extends Terminal {
  /** Whether all that was said has left this process. */
  isSaid(): boolean;
}

/** Threads that may take a part of the work. */
export interface Threads {
  /** Besides this one. */
  readonly most: number;
  /** What each of them runs. */
  readonly script: URL;
  /** To be called once, where many documents are about to be checked: it makes ready for them. */
  beforeMany?(): void;
}

export interface Status {
  write(text: string): void;
  /** Milliseconds from any beginning. */
  now(): number;
}

/** The terminal this process was started in. A reader that closes early (`tech-spec check | head`) is no trouble. */
export function processTerminal(threads: Omit<Threads, 'most'>): OwnTerminal {
  const [out, errors] = [standardStream(1), standardStream(2)];
  return {
    folder: currentFolder(),
    environment: process.env,
    isInteractive: out.isTerminal,
    out: out.write,
    complain: errors.write,
    readInput: async () => {
      // Node's stream takes a folder for an empty text; to read from it throws.
      if (fstatSync(0).isDirectory()) readSync(0, new Uint8Array(1));
      const parts: Uint8Array[] = [];
      for await (const part of process.stdin) parts.push(part);
      return Buffer.concat(parts);
    },
    status: errors.isTerminal && process.env.TERM !== 'dumb' ? statusLine : undefined,
    threads: { most: Math.min(mostThreads, availableParallelism()) - 1, ...threads },
    isSaid: () => out.isWritten() && errors.isWritten(),
  };
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new Error('the current folder is not there any more');
  }
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

interface StandardStream {
  readonly isTerminal: boolean;
  write(words: string | Uint8Array): void;
  isWritten(): boolean;
}

/** Node's own streams take as long to load as a small document to check: they are asked only where something may be a terminal, or takes no more at once. */
function standardStream(descriptor: 1 | 2): StandardStream {
  let known: NodeJS.WriteStream | undefined;
  const stream = () => {
    known ??= (descriptor === 1 ? process.stdout : process.stderr).on('error', ignoreClosedPipe);
    return known;
  };
  const isTerminal = mayBeTerminal(descriptor) && stream().isTTY === true;
  let isDirect = !isTerminal && process.platform !== 'win32';
  const writeThrough = (words: string | Uint8Array) => {
    isDirect = false;
    stream().write(words);
  };
  return {
    isTerminal,
    write: (words) => {
      if (!isDirect) return writeThrough(words);
      const bytes = typeof words === 'string' ? Buffer.from(words) : words;
      let at = 0;
      try {
        while (at < bytes.length) at += writeSync(descriptor, bytes, at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return ignoreClosedPipe(error as NodeJS.ErrnoException);
        writeThrough(bytes.subarray(at));
      }
    },
    isWritten: () => known === undefined || known.writableLength === 0,
  };
}

/** What is thrown away goes to no terminal, though it goes to such a device. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isCharacterDevice() && stats.rdev !== statSync(devNull).rdev;
  } catch {
    // Closed: its stream says so.
    return true;
  }
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
}
