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

/** What Node calls back with. */
type Done = (error: unknown, ...answer: unknown[]) => void;

/** The same for those calls that others are heard beside: before each of a file whose path ends with `at`, `before` is waited for, and may reject. */
export async function withWait<Result>(
  { call, at, before }: { readonly call: AsideCall; readonly at: string; before(): Promise<void> },
  run: () => Promise<Result>,
): Promise<Result> {
  const { open } = fs;
  const holder: object = call === 'realpath' ? fs.realpath : fs;
  const name = call === 'realpath' ? 'native' : call;
  const original = Reflect.get(holder, name) as (...given: unknown[]) => void;
  const awaited = new Set<unknown>();
  const waiting = (...given: unknown[]) => {
    const done = given.at(-1) as Done;
    if (!awaited.has(given[0]) && !String(given[0]).endsWith(at)) return original(...given);
    before().then(() => original(...given), done);
  };
  // A file that is read is known by its number.
  const opening = (...given: unknown[]) => {
    const done = given.at(-1) as Done;
    const opened: Done = (error, file) => {
      if (String(given[0]).endsWith(at)) awaited.add(file);
      done(error, file);
    };
    Reflect.apply(open, fs, [...given.slice(0, -1), opened]);
  };
  if (call === 'read') Object.assign(fs, { open: opening });
  Object.assign(holder, { [name]: waiting });
  syncBuiltinESMExports();
  try {
    return await run();
  } finally {
    Object.assign(fs, { open });
    Object.assign(holder, { [name]: original });
    syncBuiltinESMExports();
  }
}
