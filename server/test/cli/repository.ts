/** Git repositories for tests: made in a temporary folder, with a clock of their own, gone when the test is over. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Ran, runIn, type Surroundings } from './terminal.ts';

export class TestRepository {
  /** Absolute. */
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  git(...args: readonly string[]): string {
    const settings = [
      '-c',
      'user.name=Ann',
      '-c',
      'user.email=ann@example.org',
      '-c',
      'init.defaultBranch=main',
      ...quiet,
    ];
    return execFileSync('git', [...settings, ...args], {
      cwd: this.folder,
      env: this.#environment(),
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Writes these files and commits all that has changed, on the day given: YYYY-MM-DD. */
  commit(day: string, files: Readonly<Record<string, string>> = {}): void {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.git('add', '--all');
    const date = `${day}T12:00:00Z`;
    execFileSync(
      'git',
      ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', ...quiet, 'commit', '--quiet', '-m', day],
      {
        cwd: this.folder,
        env: { ...this.#environment(), GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
        stdio: 'pipe',
      },
    );
  }

  /** `tech-spec …`, from source, with the environment that git needs. */
  run(argv: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
    return runIn(join(this.folder, surroundings.folder ?? ''), argv, {
      ...surroundings,
      environment: { ...this.#environment(), ...surroundings.environment },
    });
  }

  /** Nobody's own configuration has a say in what a test sees. */
  #environment(): Record<string, string> {
    const { PATH = '', Path = '', SystemRoot = '', TEMP = '' } = process.env;
    const home = { HOME: dirname(this.folder), XDG_CONFIG_HOME: dirname(this.folder) };
    return { PATH: PATH || Path, SystemRoot, TEMP, ...home, GIT_CONFIG_NOSYSTEM: '1' };
  }
}

/** Nothing is tidied up behind a test's back, while it is clearing away. */
const quiet = ['-c', 'gc.auto=0', '-c', 'maintenance.auto=false'];

/** In a new repository, without commits. Beside it is room for others. */
export async function inRepository<Result>(use: (repository: TestRepository) => Promise<Result>): Promise<Result> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'tech-spec-git-')));
  try {
    const folder = join(root, 'work');
    mkdirSync(folder);
    const repository = new TestRepository(folder);
    repository.git('init', '--quiet');
    return await use(repository);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
