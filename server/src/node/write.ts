/** Writing a file so that no half of it is ever there. */
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The part of a file system that writing needs; a test hands over one that fails. */
export type WritableFiles = Pick<
  typeof fs,
  'linkSync' | 'mkdirSync' | 'realpathSync' | 'renameSync' | 'rmSync' | 'statSync' | 'writeFileSync'
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
  const draft = draftOf(target);
  try {
    files.writeFileSync(draft, text, { flag: 'wx', mode: there?.mode ?? 0o666 });
    files.renameSync(draft, target);
  } catch (error) {
    files.rmSync(draft, { force: true });
    throw error;
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

function draftOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${crypto.randomUUID()}`);
}
