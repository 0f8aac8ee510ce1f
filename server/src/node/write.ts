/** Writing a file so that no half of it is ever there. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The part of a file system that writing needs; a test hands over one that fails. */
export type WritableFiles = Pick<
  typeof fs,
  'mkdirSync' | 'realpathSync' | 'renameSync' | 'rmSync' | 'statSync' | 'writeFileSync'
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
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    files.writeFileSync(draft, text, { flag: 'wx', mode: there?.mode ?? 0o666 });
    files.renameSync(draft, target);
  } catch (error) {
    files.rmSync(draft, { force: true });
    throw error;
  }
}
