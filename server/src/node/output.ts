/** Where a report goes: to standard output as it comes, or into a file when it is whole. */
import { resolve } from 'node:path';
import { reasonOf } from './read.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write.ts';

export interface Output {
  write(text: string): void;
  /** Before something is said elsewhere that belongs behind it. */
  flush(): void;
  /** Once, when all is written: gives what went wrong, as a sentence for standard error. */
  finish(): string | undefined;
}

/** A file is there whole or not at all, whatever happens in between. */
export function outputTo(file: string | undefined, terminal: Terminal): Output {
  if (file === undefined) return toTerminal(terminal);
  const parts: string[] = [];
  return {
    write: (text) => void parts.push(text),
    flush: () => {},
    finish: () => {
      try {
        writeWhole(resolve(terminal.folder, file), parts.join(''));
        return undefined;
      } catch (error) {
        return `“${file}” cannot be written: ${reasonOf(error)}`;
      }
    },
  };
}

/** Where nobody looks on, in large pieces: to write takes as long for a few words as for many. */
function toTerminal({ isInteractive, status, out }: Terminal): Output {
  const isWatched = isInteractive || status !== undefined;
  let waiting = '';
  const flush = () => {
    if (waiting !== '') out(waiting);
    waiting = '';
  };
  return {
    write: (text) => {
      waiting += text;
      if (isWatched || piece <= waiting.length) flush();
    },
    flush,
    finish: () => {
      flush();
      return undefined;
    },
  };
}

const piece = 64 * 1024;
