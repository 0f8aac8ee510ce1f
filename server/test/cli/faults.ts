/** Faults of a disk or a network, put into Node’s own file system for as long as a test takes: its user may read all, and no disk of its fails. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

export type Call =
  | 'lstatSync'
  | 'openSync'
  | 'readSync'
  | 'readdirSync'
  | 'realpathSync'
  | 'renameSync'
  | 'statSync'
  | 'writeFileSync';

export interface Fault {
  readonly call: Call;
  readonly code: string;
  /** What the path ends with; that of a file that is read by its number is the one that was opened last. */
  readonly at: string;
}

export async function withFault<Result>({ call, code, at }: Fault, run: () => Promise<Result>): Promise<Result> {
  const before = { openSync: fs.openSync, [call]: fs[call] };
  let opened = '';
  const fails = (path: unknown) => String(typeof path === 'number' ? opened : path).endsWith(at);
  const faulty = (own: Call) => {
    const original = fs[own] as (...given: unknown[]) => unknown;
    return (path: unknown, ...rest: unknown[]) => {
      if (own === 'openSync') opened = String(path);
      if (own === call && fails(path)) throw Object.assign(new Error(`${code}: it failed`), { code });
      return original(path, ...rest);
    };
  };
  Object.assign(fs, { openSync: faulty('openSync'), [call]: faulty(call) });
  syncBuiltinESMExports();
  try {
    return await run();
  } finally {
    Object.assign(fs, before);
    syncBuiltinESMExports();
  }
}

export type AsideCall = 'lstat' | 'open' | 'read' | 'realpath';

/** The same for those calls that others are heard beside: before each of a file whose path ends with `at`, `before` is waited for, and may reject. */
export async function withWait<Result>(
  { call, at, before }: { readonly call: AsideCall; readonly at: string; before(): Promise<void> },
  run: () => Promise<Result>,
): Promise<Result> {
  const own = call === 'read' ? 'open' : call;
  const original = fs.promises[own] as (path: unknown, ...rest: unknown[]) => Promise<fs.promises.FileHandle>;
  const waiting = async (path: unknown, ...rest: unknown[]) => {
    if (call !== 'read' && String(path).endsWith(at)) await before();
    const given = await original(path, ...rest);
    if (call !== 'read' || !String(path).endsWith(at)) return given;
    const read = given.read.bind(given) as (...all: unknown[]) => Promise<unknown>;
    return Object.assign(given, { read: async (...all: unknown[]) => before().then(() => read(...all)) });
  };
  Object.assign(fs.promises, { [own]: waiting });
  try {
    return await run();
  } finally {
    Object.assign(fs.promises, { [own]: original });
  }
}
