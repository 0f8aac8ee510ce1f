/** Figures: medians of runs that alternate, so that a machine that is slow for a while is slow for both. */

/** The median, and the quartiles around it. */
export interface Figure {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface Pair {
  readonly ours: Figure;
  readonly theirs: Figure;
  /** Of each pair’s own ratio. */
  readonly ratio: Figure;
}

type Measure = () => Promise<number> | number;

/** Runs both in turn, `rounds` times, after one round that does not count; each is first every other time. What is measured is what they give. */
export async function alternate(rounds: number, ours: Measure, theirs: Measure): Promise<Pair> {
  const pairs: { readonly own: number; readonly other: number }[] = [];
  for (let round = -1; round < rounds; round++) {
    const first = round % 2 === 0 ? await ours() : undefined;
    const other = await theirs();
    const own = first ?? (await ours());
    if (0 <= round) pairs.push({ own, other });
  }
  return pairOf(pairs);
}

export function pairOf(pairs: readonly { readonly own: number; readonly other: number }[]): Pair {
  return {
    ours: figureOf(pairs.map(({ own }) => own)),
    theirs: figureOf(pairs.map(({ other }) => other)),
    ratio: figureOf(pairs.map(({ own, other }) => own / other)),
  };
}

export function figureOf(numbers: readonly number[]): Figure {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
    return below + (above - below) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

/** Milliseconds, awaited. */
export async function timed(run: () => unknown): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}
