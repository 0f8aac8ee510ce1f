/** How long nobody is heard while a very long document is opened and typed in. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Pair, pairOf } from './measure.mts';

const script = fileURLToPath(new URL('slices-alone.mts', import.meta.url));

/** In milliseconds. */
const longest = 50;
/** The same: behind it a kind is measured several times, and what counts is the median. */
const nearly = 40;
const enough = 5;

/**
 * The longest slice of that kind of such a document which takes longest, as a rule: each time in a process of its own, in which
 * nothing is compiled yet, and nothing is to be let go of that another one left.
 */
export function slicesAgainstLongest(
  shape: 'blocks' | 'headings' | 'sections',
  rounds: number,
): Pair & { readonly note: string } {
  const kinds: readonly string[] = JSON.parse(alone(shape));
  const slices = kinds.map((kind) => {
    const takenOnce = () => ({ own: Number(alone(shape, kind)), other: longest });
    const took = Array.from({ length: rounds }, takenOnce);
    // One run tells what is far below; where it may be beyond, a machine that did something else is told from what is slow.
    if (took.some(({ own }) => nearly < own)) while (took.length < enough) took.push(takenOnce());
    return { kind, pair: pairOf(took) };
  });
  slices.sort((a, b) => b.pair.ours.median - a.pair.ours.median);
  const shown = slices.slice(0, 3).map(({ kind, pair }) => `${kind} ${pair.ours.median.toFixed(0)} ms`);
  const note = `of ${kinds.length}, each in a process of its own, the longest: ${shown.join(', ')}`;
  return { ...(slices[0]?.pair ?? pairOf([])), note };
}

function alone(...asked: readonly string[]): string {
  const run = spawnSync(process.execPath, ['--import=tsx', script, ...asked], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}
