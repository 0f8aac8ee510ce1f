/** Binary search in numbers that rise. */

/** The last of them that is less than `limit`; -1 where none is. */
export function lastBelow(rising: ArrayLike<number>, limit: number): number {
  let low = -1;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] ?? 0) < limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
