/** Writing a file so that no half of it is ever there. */
import * as fs from 'node:fs';
import { constants } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf } from './read.ts';

/** The part of a file system that writing needs; a test hands over one that fails. */
export type WritableFiles = Pick<
  typeof fs,
  | 'accessSync'
  | 'chmodSync'
  | 'chownSync'
  | 'linkSync'
  | 'mkdirSync'
  | 'readFileSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmSync'
  | 'statSync'
  | 'truncateSync'
  | 'writeFileSync'
>;

/** A file is there whole or as it was, whatever happens in between: it is written beside itself, and then put in its place. Throws where it cannot be. */
export function writeWhole(path: string, text: string, files: WritableFiles = fs): void {
  const there = files.statSync(path, { throwIfNoEntry: false });
  // A folder refuses; a device or a pipe takes it as it is: nothing may be put in its place.
  if (there !== undefined && !there.isFile()) {
    files.writeFileSync(path, text);
    return;
  }
  if (there === undefined) files.mkdirSync(dirname(path), { recursive: true });
  // Where a link leads, not the link.
  const target = there === undefined ? path : files.realpathSync(path);
  // To put another in its place takes the folder's rights alone: what is read-only stays as it is.
  if (there !== undefined) files.accessSync(target, constants.W_OK);
  if (there !== undefined && 1 < there.nlink) {
    writeInPlace(target, text, files);
    return;
  }
  const draft = draftOf(target);
  try {
    files.writeFileSync(draft, text, { flag: 'wx' });
    if (there !== undefined) {
      keepOwner(draft, there, files);
      // All of the rights that it had: those of a new file are fewer.
      files.chmodSync(draft, there.mode & 0o7777);
    }
    files.renameSync(draft, target);
  } catch (error) {
    files.rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * A file with other names would leave them all behind if another was put in its place. It is changed where it is, at a price:
 * who reads it meanwhile may see a half of it, and so may who comes after a power failure. So what was there stands beside it
 * until all is written, and comes back where that fails; where not even that can be, or we are ended, it stays there.
 */
function writeInPlace(path: string, text: string, files: WritableFiles): void {
  const before = files.readFileSync(path);
  const copy = draftOf(path);
  try {
    files.writeFileSync(copy, before, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    files.rmSync(copy, { force: true });
    throw error;
  }
  try {
    overwrite(path, Buffer.from(text), files);
  } catch (error) {
    try {
      overwrite(path, before, files);
    } catch {
      throw new Error(`${reasonOf(error)}; what was there is in “${copy}”`);
    }
    files.rmSync(copy, { force: true });
    throw error;
  }
  try {
    files.rmSync(copy, { force: true });
  } catch {
    // All is written: what stands beside it harms nobody.
  }
}

/** What it takes on the disk is given back last: on a full one there is room to put back what was there. */
function overwrite(path: string, bytes: Uint8Array, files: WritableFiles): void {
  files.writeFileSync(path, bytes, { flag: 'r+' });
  files.truncateSync(path, bytes.length);
}

/** In a container whoever writes may be anybody's administrator: the files stay whose they were. Nobody else may give them away. */
function keepOwner(draft: string, { uid, gid }: fs.Stats, files: WritableFiles): void {
  if (uid === process.getuid?.() && gid === process.getgid?.()) return;
  try {
    files.chownSync(draft, uid, gid);
  } catch {
    // It is there, and whole.
  }
}

/** The same for a file that is not there yet: it never takes the place of another. Throws `EEXIST` where there is one. */
export function writeNew(path: string, text: string, files: WritableFiles = fs): void {
  files.mkdirSync(dirname(path), { recursive: true });
  const draft = draftOf(path);
  try {
    files.writeFileSync(draft, text, { flag: 'wx' });
    // Unlike `rename` this refuses where something is.
    files.linkSync(draft, path);
  } catch (error) {
    if (!cannotLink(error)) throw error;
    writeAtOnce(path, text, files);
  } finally {
    files.rmSync(draft, { force: true });
  }
}

/** Without a half of it where the disk is full. */
function writeAtOnce(path: string, text: string, files: WritableFiles): void {
  try {
    files.writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') files.rmSync(path, { force: true });
    throw error;
  }
}

/** Some file systems have no second names for a file. */
function cannotLink(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === 'link' && code !== 'EEXIST';
}

/** A name that nobody takes for a document, and that is not too long where the other is just short enough. */
function draftOf(path: string): string {
  return join(dirname(path), `.tech-spec-${crypto.randomUUID().slice(-12)}`);
}
