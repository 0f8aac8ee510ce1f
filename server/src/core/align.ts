/** Pairs two sequences so that one gap derails nothing. */
import { isPause, type Steps } from './steps.ts';

export interface Pair {
  readonly left: number;
  readonly right: number;
}

/**
 * The pairs of the best-scoring alignment, in order, none crossing another. A score of 0 pairs nothing. Takes time in
 * proportion to the product of the lengths: past `most` cells it pairs nothing, and it stops behind some of them.
 */
export function* align(
  left: number,
  right: number,
  score: (left: number, right: number) => number,
): Steps<readonly Pair[]> {
  if (left === 0 || right === 0 || most < left * right) return [];
  const width = right + 1;
  const best = new Float64Array((left + 1) * width);
  const scores = new Float64Array((left + 1) * width);
  for (let i = left - 1; 0 <= i; i--) {
    for (let j = right - 1; 0 <= j; j--) {
      if (isPause(i * width + j)) yield;
      const here = score(i, j);
      scores[i * width + j] = here;
      const pair = here === 0 ? 0 : here + (best[(i + 1) * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(pair, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < left && j < right) {
    const total = best[i * width + j] ?? 0;
    const here = scores[i * width + j] ?? 0;
    if (0 < here && total === here + (best[(i + 1) * width + j + 1] ?? 0)) pairs.push({ left: i++, right: j++ });
    else if (total === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return pairs;
}

/** So many comparisons of titles are not felt yet. */
export const most = 250_000;

/** The positions of a longest rising run: what is outside it is out of order. */
export function longestRise(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const before = new Int32Array(values.length).fill(-1);
  values.forEach((value, at) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    if (0 < low) before[at] = tails[low - 1] ?? -1;
    tails[low] = at;
  });
  const rise = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at] ?? -1) rise.add(at);
  return rise;
}
