/** Runs git so that nothing a repository says of programs is heeded: no shell, no hooks, no drivers, no network. */
import { Buffer } from 'node:buffer';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { GitTrouble } from './git-trouble.ts';

export interface Git {
  /** Where it works: a folder, absolute. */
  readonly folder: string;
  /** The user's own: git itself is found by it. */
  readonly environment: Environment;
  /** Folders of other owners that the user has called safe. */
  readonly safe: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Ran {
  readonly code: number;
  readonly out: Buffer;
  /** Standard error, trimmed. */
  readonly errors: string;
}

/**
 * A repository's own configuration can name programs for nearly everything. Only commands that need none are used here
 * (no `status`, no `diff` with the work tree: these run filters), and the rest is shut out by name.
 */
const shutOut = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'core.sshCommand=false',
  'credential.helper=',
  'diff.external=',
  'gc.auto=0',
  'log.showSignature=false',
  'maintenance.auto=false',
  'protocol.allow=never',
  'submodule.recurse=false',
];

/** Gives what git said, whatever its exit code. Rejects with `GitTrouble` where there is no git. */
export function runGit(git: Git, args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = startGit(git, args);
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => void out.push(part));
    child.stderr.on('data', (part: Buffer) => void errors.push(part));
    child.on('error', (error) => reject(startTrouble(error)));
    child.on('close', (code) => {
      resolve({ code: code ?? 128, out: Buffer.concat(out), errors: Buffer.concat(errors).toString().trim() });
    });
    child.stdin.on('error', ignoreClosedPipe);
    child.stdin.end(input);
  });
}

/** What git said on standard output, as text. Rejects with `GitTrouble` where it failed. */
export async function askGit(git: Git, args: readonly string[], input?: string): Promise<string> {
  const { code, out, errors } = await runGit(git, args, input);
  if (code !== 0) throw failure(`git ${args[0]} failed`, errors || `exit code ${code}`);
  return out.toString();
}

export type RunningGit = ChildProcessWithoutNullStreams;

/** A git that is spoken with while it runs. */
export function startGit(git: Git, args: readonly string[]): RunningGit {
  const settings = [...shutOut, ...git.safe.map((folder) => `safe.directory=${folder}`)];
  const before = ['-C', git.folder, '--no-pager', '--no-optional-locks', ...settings.flatMap((each) => ['-c', each])];
  return spawn('git', [...before, ...args], {
    // Windows looks for programs in the working folder first: it must not be the workspace.
    cwd: dirname(process.execPath),
    env: { ...git.environment, ...ownEnvironment },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

const ownEnvironment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  // A repository can allow itself protocols one by one, which outdoes `protocol.allow`; this outdoes both.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  // Its words are read here.
  LC_ALL: 'C',
};

/** The user's own words on folders of other owners: all else in their configuration is left out. */
export async function safeFolders(environment: Environment): Promise<readonly string[]> {
  const asked = ['--global', '--system'].map(async (where) => {
    const args = ['config', where, '--null', '--get-all', 'safe.directory'];
    return new Promise<string>((resolve) => {
      const child = spawn('git', args, { cwd: dirname(process.execPath), env: environment, windowsHide: true });
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (part: string) => {
        out += part;
      });
      child.on('error', () => resolve(''));
      child.on('close', () => resolve(out));
    });
  });
  return (await Promise.all(asked)).flatMap((out) => out.split('\0').slice(0, -1));
}

export function startTrouble(error: NodeJS.ErrnoException): GitTrouble {
  return new GitTrouble(
    error.code === 'ENOENT' ? 'git is needed for this, and is not installed' : `git cannot be run: ${error.message}`,
  );
}

/** Git ends before it has read all where it fails; its exit code says why. */
export function ignoreClosedPipe(): void {}

/** In plain words, where it is no mystery. */
export function failure(what: string, errors: string): GitTrouble {
  if (/promisor remote|lazy fetching/.test(errors)) return new GitTrouble(partial);
  const lines = errors.split('\n');
  return new GitTrouble(
    `${what}: ${(lines.find((line) => line.startsWith('fatal:')) ?? lines[0] ?? '').replace(/^fatal: /, '')}`,
  );
}

const partial =
  'this clone is a partial one, and lacks texts of earlier days. To get them: git fetch --refetch --no-filter';
