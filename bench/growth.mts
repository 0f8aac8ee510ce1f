/** How cost grows: with the number of documents, and with the size of one. */
import { rmSync } from 'node:fs';
import { againstRumdl, documents } from './batch.mts';
import { keystrokes } from './keystroke.mts';
import type { Pair } from './measure.mts';
import type { Point } from './results.mts';

/** By the plot’s id. */
export const growths: Readonly<Record<string, () => Promise<readonly Point[]>>> = {
  files: () => along([10, 100, 1_000, 10_000], many),
  sizes: () => along([1e4, 1e5, 1e6, 1e7], (size) => keystrokes(size, size < 1e6 ? 30 : 7)),
};

async function many(count: number): Promise<Pair> {
  const made = documents(count);
  try {
    return await againstRumdl(made, 1_000 < count ? 1 : 3);
  } finally {
    rmSync(made.folder, { recursive: true });
  }
}

async function along(sizes: readonly number[], measure: (size: number) => Promise<Pair>): Promise<readonly Point[]> {
  const points: Point[] = [];
  for (const size of sizes) {
    const { ours, theirs } = await measure(size);
    points.push({ size, times: { ours, rumdl: theirs } });
    console.log(`  ${size}: ours ${ours.median.toFixed(1)} ms, rumdl ${theirs.median.toFixed(1)} ms`);
  }
  return points;
}
