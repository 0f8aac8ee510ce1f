// Figures: medians, and ratios of runs that alternate, so that a machine that is slow for a while is slow for both.

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Pair {
  /** Medians. */
  readonly ours: number;
  readonly theirs: number;
  /** The median of each pair's ratio. */
  readonly ratio: number;
}

/** Runs both in turn, `rounds` times, after one round that does not count. What is measured is what they give. */
export async function alternate(
  rounds: number,
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
): Promise<Pair> {
  const pairs: [number, number][] = [];
  for (let round = -1; round < rounds; round += 1) {
    const pair: [number, number] = [await ours(), await theirs()];
    if (0 <= round) pairs.push(pair);
  }
  return {
    ours: median(pairs.map(([own]) => own)),
    theirs: median(pairs.map(([, other]) => other)),
    ratio: median(pairs.map(([own, other]) => own / other)),
  };
}

/** Milliseconds, awaited. */
export async function timed(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}
