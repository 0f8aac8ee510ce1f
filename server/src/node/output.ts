/** Where a report goes: to standard output as it comes, or into a file when it is whole. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { reasonOf } from './read.ts';
import type { Terminal } from './terminal.ts';

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

function writeWhole(path: string, text: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  // A folder refuses; a device or a pipe takes it as it is: nothing may be put in its place.
  if (there !== undefined && !there.isFile()) {
    writeFileSync(path, text);
    return;
  }
  if (there === undefined) mkdirSync(dirname(path), { recursive: true });
  // Where a link leads, not the link.
  const target = there === undefined ? path : realpathSync(path);
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: there?.mode ?? 0o666 });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
