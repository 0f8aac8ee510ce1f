/** What was compiled of the program, kept from one start to the next in a file of the user’s own. Whatever goes wrong, there is none. */
import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';

/** Of what the program was built from; the build puts it here. Undefined where it is built anew all the time. */
declare const build: string | undefined;

/** Where is kept what was compiled for one use; undefined where nothing is. */
export function compiledFile(use: string): string | undefined {
  const folder = compiledFolder(process.env, process.platform);
  if (typeof build === 'undefined' || folder === undefined) return undefined;
  return join(folder, `${use}-${build}-${process.versions.v8}-${process.arch}`);
}

/** By the name of the part. */
export type Compiled = ReadonlyMap<string, Uint8Array>;

/**
 * The folder for it; undefined where there is none, or where none is wanted. `NODE_COMPILE_CACHE` and
 * `NODE_DISABLE_COMPILE_CACHE` mean what they mean to Node itself, which reads them from 22 on.
 */
export function compiledFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
): string | undefined {
  const { NODE_DISABLE_COMPILE_CACHE: isOff, NODE_COMPILE_CACHE: wished, HOME: home } = environment;
  if (isOff) return undefined;
  if (wished) return join(wished, folderName);
  if (platform === 'win32') return below(environment.LOCALAPPDATA);
  if (platform === 'darwin') return below(home, 'Library', 'Caches');
  return below(environment.XDG_CACHE_HOME) ?? below(home, '.cache');
}

const folderName = 'tech-spec';

function below(folder: string | undefined, ...names: readonly string[]): string | undefined {
  return folder !== undefined && isAbsolute(folder) ? join(folder, ...names, folderName) : undefined;
}

/** Empty where nothing is kept, or where somebody else could have written it: what is compiled is run as it is. */
export function readCompiled(file: string): Compiled {
  try {
    if (!isOwn(lstatSync(dirname(file)))) return nothing;
    const descriptor = openSync(file, 'r');
    try {
      return isOwn(fstatSync(descriptor)) ? partsOf(readFileSync(descriptor)) : nothing;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return nothing;
  }
}

const nothing: Compiled = new Map();

/** What other versions kept goes when it has not been written for a week. */
export function keepCompiled(file: string, parts: Compiled): void {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(lstatSync(folder))) return;
    writeWhole(file, bytesOf(parts));
    for (const name of readdirSync(folder)) if (name !== basename(file)) removeOld(join(folder, name));
  } catch {
    // Then it is compiled again.
  }
}

/** A file is there whole or not at all, whoever else writes the same. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const beside = `${file}.${process.pid}`;
  try {
    writeFileSync(beside, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function removeOld(file: string): void {
  if (statSync(file).mtimeMs < Date.now() - week) rmSync(file);
}

const week = 7 * 24 * 60 * 60 * 1000;

/** Windows has no such owners; there the folder is the user’s, as Windows makes it. */
function isOwn({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/** A line that says how long each part is, and the parts. The engine likes them at multiples of eight, which its own lengths are. */
function bytesOf(parts: Compiled): Uint8Array {
  const all = Buffer.concat([...parts.values()]);
  const lengths = Array.from(parts, ([name, { length }]) => [name, length] as const);
  const line = JSON.stringify({ sum: sumOf(all), lengths } satisfies Head);
  return Buffer.concat([Buffer.from(`${line.padEnd(line.length + 7 - (line.length % 8))}\n`), all]);
}

interface Head {
  readonly sum: number;
  readonly lengths: readonly (readonly [string, number])[];
}

/** Throws where it is not what was kept. */
function partsOf(bytes: Buffer): Compiled {
  let at = bytes.indexOf('\n') + 1;
  const { sum, lengths }: Head = JSON.parse(bytes.toString('latin1', 0, at));
  if (sumOf(bytes.subarray(at)) !== sum) throw new Error('A disk has changed it');
  return new Map(
    lengths.map(([name, length]) => {
      const part = bytes.subarray(at, at + length);
      at += length;
      return [name, part];
    }),
  );
}

/**
 * The engine looks at the first bytes only, and dies of a wrong one. Node’s own sums are not loaded that soon; and what disks lose
 * are blocks of 512 bytes at least, so that every 37th word is enough: three of each block, at other places in each.
 */
function sumOf({ buffer, byteOffset, length }: Uint8Array): number {
  const words = new Int32Array(buffer, byteOffset, Math.floor(length / Int32Array.BYTES_PER_ELEMENT));
  let sum = 0;
  for (let at = 0; at < words.length; at += 37) sum = (Math.imul(31, sum) + (words[at] as number)) | 0;
  return sum;
}
