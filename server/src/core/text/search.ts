/** Binary search: in numbers that rise, in things in their order. */

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

/** The last of so many things that `holds` for, which it does for none behind one that it does not hold for; -1 where there is none. */
export function lastWhere(count: number, holds: (at: number) => boolean): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
