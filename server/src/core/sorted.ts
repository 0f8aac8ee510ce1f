/** Tens of thousands of things put in their order, with stops: to sort them at once takes longer than anybody may wait. */
import { areMany, isPause, type Steps } from './steps.ts';

type Compare<T> = (a: T, b: T) => number;

/** As `sort` does, what is equal stays as it stands; stops behind some hundreds. Runs that are in order are merged. */
export function* sortedInSteps<T>(all: readonly T[], compare: Compare<T>): Steps<readonly T[]> {
  if (!areMany(all.length)) return all.toSorted(compare);
  let runs = yield* runsOf(all, compare);
  while (1 < runs.length) {
    const merged: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one = [], other] = runs.slice(at, at + 2);
      merged.push(other === undefined ? one : yield* mergedOf(one, other, compare));
      // There may be as many runs as things.
      if (isPause(merged.length)) yield;
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* runsOf<T>(all: readonly T[], compare: Compare<T>): Steps<readonly (readonly T[])[]> {
  const runs: T[][] = [];
  for (const [at, each] of all.entries()) {
    if (isPause(at)) yield;
    const last = runs.at(-1);
    if (last === undefined || 0 < compare(last.at(-1) as T, each)) runs.push([each]);
    else last.push(each);
  }
  return runs;
}

function* mergedOf<T>(one: readonly T[], other: readonly T[], compare: Compare<T>): Steps<readonly T[]> {
  const merged: T[] = [];
  let [left, right] = [0, 0];
  while (left < one.length && right < other.length) {
    if (isPause(merged.length)) yield;
    const [a, b] = [one[left] as T, other[right] as T];
    if (compare(a, b) <= 0) {
      merged.push(a);
      left++;
    } else {
      merged.push(b);
      right++;
    }
  }
  return merged.concat(one.slice(left), other.slice(right));
}
