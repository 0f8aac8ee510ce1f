/** Many documents at once, as a program: wall time of whole processes. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { spec } from './documents.mts';
import { alternate, type Pair, timed } from './measure.mts';
import { markdownlint, ours, root, rumdl, workspace } from './peers.mts';

const template = join(root, 'templates', 'tech-spec.md');

export interface Documents {
  readonly folder: string;
  /** What they are, in words. */
  readonly what: string;
}

/** As many documents as wanted in a new folder: those of the corpus beside the project under new names, else our own. */
export function documents(wanted: number, isWanted: (path: string) => boolean = () => true): Documents {
  const folder = workspace();
  const corpus = join(root, '..', 'shared', 'corpus');
  const files = existsSync(corpus) ? markdownIn(corpus).filter(isWanted) : [];
  if (files.length === 0) {
    for (let number = 0; number < wanted; number++) {
      writeFileSync(join(folder, `plan-${number}.md`), spec(2_000 + 1_000 * (number % 20)).text);
    }
    return { folder, what: 'specs made for this' };
  }
  for (let number = 0; number < wanted; number++) {
    const round = join(folder, `round-${Math.floor(number / files.length)}`);
    mkdirSync(round, { recursive: true });
    const file = files[number % files.length] as string;
    copyFileSync(file, join(round, `${number}-${basename(file)}`));
  }
  return { folder, what: `the ${files.length} documents of the corpus beside the project, copied under new names` };
}

/** markdownlint throws on some of those that are there to break parsers. */
export function isHarmless(path: string): boolean {
  return !path.includes('pathological');
}

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.md$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

export async function againstRumdl({ folder }: Documents, rounds: number): Promise<Pair> {
  return await alternate(
    rounds,
    () => timed(() => run(folder, check)),
    () => timed(() => run(folder, [...rumdl.program, 'check', '--no-cache', '.'])),
  );
}

/** What is left of the time before anything is said of a document. */
export async function floorAgainstRumdl({ folder }: Documents, rounds: number): Promise<Pair> {
  return await alternate(
    rounds,
    () => timed(() => run(folder, [process.execPath, join(root, 'bench', 'blocks-of-many.mjs')])),
    () => timed(() => run(folder, [...rumdl.program, 'check', '--no-cache', '.'])),
  );
}

export async function againstMarkdownlint({ folder }: Documents, rounds: number): Promise<Pair> {
  return await alternate(
    rounds,
    () => timed(() => run(folder, check)),
    () => timed(() => run(folder, [...markdownlint.program, '**/*.md'])),
  );
}

/** A folder, all of it checked. */
const check = [...ours.program, 'check', '--template', template, '.'];

/** Our program on one small file, against a Node that does nothing. */
export async function start(rounds: number): Promise<Pair> {
  const folder = workspace();
  writeFileSync(join(folder, 'plan.md'), spec(3_000).text);
  const small = [...ours.program, 'check', '--template', template, 'plan.md'];
  const nothing = [process.execPath, '-e', '0'];
  const pair = await alternate(
    rounds,
    () => timed(() => run(folder, small)),
    () => timed(() => run(folder, nothing)),
  );
  rmSync(folder, { recursive: true });
  return pair;
}

/** Exit code 1 is a program that found something; anything above is one that failed. */
function run(cwd: string, [program = '', ...args]: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'ignore'] });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0 || code === 1) resolve();
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}`));
    });
  });
}
