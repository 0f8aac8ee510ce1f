/** The disk, as a server reads it: others are heard while a network takes its time. Loaded by no program that checks and ends. */
import { promises } from 'node:fs';
import type { Disk } from './files.ts';
import { flags, type ReadText, reasonOf, roomFor, textOf } from './read.ts';

export const diskAside: Disk = {
  lstat: (path) => promises.lstat(path),
  realpath: (path) => promises.realpath(path),
  readText,
};

async function readText(path: string): Promise<ReadText> {
  try {
    return textOf(await readBytes(path));
  } catch (error) {
    return { kind: 'unreadable', why: reasonOf(error) };
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const file = await promises.open(path, flags);
  try {
    const bytes = roomFor(await file.stat());
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
