/** Texts as they were committed: one git that is asked for one after the other, since starting it is what takes time. */
import { Buffer } from 'node:buffer';
import { failure, type Git, ignoreClosedPipe, type RunningGit, startGit, startTrouble } from './git.ts';

interface Waiting {
  resolve(bytes: Uint8Array | undefined): void;
  reject(error: Error): void;
}

/** Close it, or the process does not end. */
export class CommittedTexts {
  readonly #git: Git;
  #child: RunningGit | undefined;
  #failed: Error | undefined;
  readonly #waiting: Waiting[] = [];
  #received: Buffer = Buffer.alloc(0);

  constructor(git: Git) {
    this.#git = git;
  }

  /** By id, or as `COMMIT:PATH`; undefined where there is no such file. Filters of the repository are not applied. */
  read(name: string): Promise<Uint8Array | undefined> {
    // A line is a request: such a path cannot be asked for.
    if (/[\n\0]/.test(name)) return Promise.resolve(undefined);
    const child = (this.#child ??= this.#start());
    return new Promise((resolve, reject) => {
      if (this.#failed !== undefined) return reject(this.#failed);
      this.#waiting.push({ resolve, reject });
      child.stdin.write(`${name}\n`);
    });
  }

  close(): void {
    this.#child?.stdin.end();
  }

  #start(): RunningGit {
    const child = startGit(this.#git, ['cat-file', '--batch']);
    let errors = '';
    child.stdout.on('data', (part: Buffer) => {
      this.#received = this.#received.length === 0 ? part : Buffer.concat([this.#received, part]);
      this.#answer();
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors += part;
    });
    child.stdin.on('error', ignoreClosedPipe);
    child.on('error', (error) => this.#fail(startTrouble(error)));
    child.on('close', () => this.#fail(failure('git cat-file ended', errors.trim())));
    return child;
  }

  /** An answer is `ID TYPE SIZE`, a line break, the bytes, a line break; or one line that ends in `missing` or `ambiguous`. */
  #answer(): void {
    for (;;) {
      const lineEnd = this.#received.indexOf(10);
      if (lineEnd === -1) return;
      const header = this.#received.subarray(0, lineEnd).toString();
      const [, type, size] = /^\S+ (\S+) (\d+)$/.exec(header) ?? [];
      const start = lineEnd + 1;
      const end = start + Number(size ?? 0);
      if (size !== undefined && this.#received.length < end + 1) return;
      const bytes = size !== undefined && type === 'blob' ? this.#received.subarray(start, end) : undefined;
      this.#received = this.#received.subarray(size === undefined ? start : end + 1);
      this.#waiting.shift()?.resolve(bytes);
    }
  }

  #fail(error: Error): void {
    this.#failed = error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}
