/** Bytes to text: what is no text, and what is too much of it, is told apart here. */
import { Buffer, isAscii } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';

export type ReadText =
  /** The bytes, to compare with others: a byte order mark is among them. */
  | { readonly kind: 'text'; readonly text: string; readonly bytes: Uint8Array }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array }
  /** `why` continues “cannot be read: ”. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** More of a file is never looked at: enough to recognise a document that is too large to be checked, where a character takes three bytes, too. */
const mostBytes = 32 * 1024 * 1024;

/** A NUL within it makes a file binary, as Git has it. */
const probe = 8 * 1024;

/** Never throws. A byte order mark is left out: it would hide the first heading. */
export function readTextFile(path: string): ReadText {
  try {
    return textOf(readBytes(path));
  } catch (error) {
    return { kind: 'unreadable', why: reasonOf(error) };
  }
}

export function textOf(bytes: Uint8Array): ReadText {
  const wide = wideTextOf(bytes);
  if (wide !== undefined) return { kind: 'text', text: wide, bytes };
  if (bytes.subarray(0, probe).includes(0)) return { kind: 'binary', bytes };
  return { kind: 'text', text: decoded(bytes), bytes };
}

/** UTF-16, as an editor knows it by its byte order mark; undefined for all else. */
function wideTextOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/** As UTF-8, without a byte order mark; what is none becomes U+FFFD. */
function decoded(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  const own = Buffer.from(buffer, byteOffset, byteLength);
  if (isAscii(own)) return own.toString('latin1');
  const text = own.toString();
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** A pipe that nobody writes into is not waited for. */
export const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function readBytes(path: string): Uint8Array {
  const descriptor = openSync(path, flags);
  try {
    const bytes = roomFor(fstatSync(descriptor));
    let length = 0;
    while (length < bytes.length) {
      const more = readSync(descriptor, bytes, length, bytes.length - length, length);
      if (more === 0) break;
      length += more;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(descriptor);
  }
}

/** Throws for what is no file. */
export function roomFor(there: Stats): Uint8Array {
  // Some disks say that a folder is empty: then nothing would be read of it, and nothing be wrong.
  if (there.isDirectory()) throw new Error(reasons.get('EISDIR'));
  if (!there.isFile()) throw new Error(noFile);
  return new Uint8Array(Math.min(there.size, mostBytes));
}

/** Continues “cannot be read: ”. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons.get(code ?? '') ?? message;
}

const noFile = 'it is a pipe or a device, not a file';

const reasons = new Map([
  ['ENOENT', 'there is no such file'],
  ['ENOTDIR', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['ENXIO', noFile],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['EIO', 'the disk or the network failed'],
  ['ESTALE', 'the network failed'],
  ['ETIMEDOUT', 'the network failed'],
  ['EHOSTDOWN', 'the network failed'],
  ['ENOTCONN', 'the network failed'],
]);
