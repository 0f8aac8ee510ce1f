/** How long nobody is heard while a very long document is opened and typed in. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Pair, pairOf } from './measure.mts';

const script = fileURLToPath(new URL('slices-alone.mts', import.meta.url));

/** In milliseconds. */
const longest = 50;

/** The longest slice over all shapes of such a document, each time in a process of its own, in which nothing is compiled yet. */
export function slicesAgainstLongest(shape: 'blocks' | 'headings', rounds: number): Pair {
  return pairOf(Array.from({ length: rounds }, () => ({ own: alone(shape), other: longest })));
}

function alone(shape: string): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import=tsx', script, shape], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
