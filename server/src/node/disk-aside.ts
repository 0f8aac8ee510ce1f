/** The disk, as a server reads it: others are heard while a network takes its time. Loaded by no program that checks and ends. */
import { close, fstat, lstat, open, read, realpath, type Stats } from 'node:fs';
import type { Disk } from './files.ts';
import { flags, type ReadText, reasonOf, roomFor, textOf } from './read.ts';

export const diskAside: Disk = {
  lstat: (path) => said<Stats>((done) => lstat(path, done)),
  realpath: (path) => said<string>((done) => realpath.native(path, done)),
  readText,
};

/** What is called back. Node’s own promises of files bring along much that a server’s start would wait for. */
function said<T>(ask: (done: (error: Error | null, answer: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => ask((error, answer) => (error === null ? resolve(answer) : reject(error))));
}

async function readText(path: string): Promise<ReadText> {
  try {
    return textOf(await readBytes(path));
  } catch (error) {
    return { kind: 'unreadable', why: reasonOf(error) };
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const file = await said<number>((done) => open(path, flags, done));
  try {
    const bytes = roomFor(await said<Stats>((done) => fstat(file, done)));
    let length = 0;
    while (length < bytes.length) {
      const more = await said<number>((done) => read(file, bytes, length, bytes.length - length, length, done));
      if (more === 0) break;
      length += more;
    }
    return bytes.subarray(0, length);
  } finally {
    await said<void>((done) => close(file, (error) => done(error ?? null)));
  }
}
