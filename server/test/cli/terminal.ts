/** A terminal that tests can read: a folder of its own, words kept instead of shown. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { rules as allRules, type Rule } from '../../src/core/index.ts';
import { run } from '../../src/node/commands/program.ts';
import type { JsonDocument, JsonReport } from '../../src/node/report/json.ts';
import type { Status, Threads } from '../../src/node/terminal.ts';

export interface Ran {
  readonly code: number;
  /** Standard output. */
  readonly out: string;
  /** Standard error. */
  readonly errors: string;
}

export interface Surroundings {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isInteractive?: boolean;
  readonly rules?: readonly Rule[];
  readonly status?: Status;
  /** None unless said. */
  readonly threads?: Threads;
  /** Below the folder of the files; itself unless said. */
  readonly folder?: string;
  /** Done to the folder before the program runs. */
  readonly prepare?: (folder: string) => void;
}

/** The files by path. A path that ends in a slash is an empty folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs the program from source, in a folder with nothing but these files. */
export async function inFolder(files: Files, argv: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  return withFolder(files, (root) => {
    surroundings.prepare?.(root);
    return runIn(join(root, surroundings.folder ?? ''), argv, surroundings);
  });
}

/** A folder with nothing but these files, gone afterwards. */
export async function withFolder<Result>(files: Files, use: (folder: string) => Promise<Result>): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), 'tech-spec-cli-'));
  try {
    for (const [path, content] of Object.entries(files)) write(join(root, path), content, path.endsWith('/'));
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Runs the program from source in a folder that is there. */
export async function runIn(folder: string, argv: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  const { input = '', environment = {}, isInteractive = false, rules = allRules, status, threads } = surroundings;
  let out = '';
  let errors = '';
  const code = await run(
    argv,
    {
      folder,
      environment,
      isInteractive,
      // Bytes that are no text are to be told from those that are.
      out: (words) => void (out += typeof words === 'string' ? words : Buffer.from(words).toString('latin1')),
      complain: (text) => void (errors += text),
      status,
      threads,
      readInput: async () => (typeof input === 'string' ? new TextEncoder().encode(input) : input),
    },
    rules,
  );
  return { code, out, errors };
}

export function documentsOf({ out }: Ran): readonly JsonDocument[] {
  return (JSON.parse(out) as JsonReport).documents;
}

/** Of the one document there is: rule and place of each finding. */
export function foundIn(ran: Ran): readonly string[] {
  return documentsOf(ran).flatMap(({ findings }) =>
    findings.map(({ rule, line, column }) => `${line}:${column} ${rule}`),
  );
}

function write(path: string, content: string | Uint8Array, isFolder: boolean): void {
  mkdirSync(isFolder ? path : dirname(path), { recursive: true });
  if (!isFolder) writeFileSync(path, content);
}
