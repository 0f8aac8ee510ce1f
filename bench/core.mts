/** What a check costs beside the parsing of blocks that any tool needs: CPU time of a process of its own. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { alternate, type Pair } from './measure.mts';

const script = fileURLToPath(new URL('core-alone.mts', import.meta.url));

/**
 * A fresh document, checked as ready, against markdown-it's blocks of the same text. Each in processes of its own: in one both
 * run the same parser, and each makes the engine optimise it for the other.
 */
export async function checkAgainstBlocks(size: number, rounds: number): Promise<Pair> {
  return await alternate(
    rounds,
    () => alone('check', size),
    () => alone('blocks', size),
  );
}

function alone(what: string, size: number): number {
  const argv = ['--import=tsx', script, what, `${size}`];
  const { stdout, stderr, status } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
