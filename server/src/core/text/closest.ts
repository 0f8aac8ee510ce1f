/** The word that somebody who misspelt one will have meant. */

/** Of the words the one with the fewest slips, if they are few for its length, or that begins so; the first of several. Undefined: none is near. Never throws. */
export function closest(word: string, words: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  const said = word.toLowerCase().slice(0, longest);
  for (const each of words) {
    const other = each.toLowerCase();
    const slips = leastOfBeginning <= said.length && other.startsWith(said) ? 1 : slipsBetween(said, other);
    if (slips < fewest && slips <= Math.max(1, Math.floor(each.length / 3))) [nearest, fewest] = [each, slips];
  }
  return nearest;
}

/** In letters: less could be the beginning of anything. */
const leastOfBeginning = 3;

/** What is longer is no slip of anything. */
const longest = 100;

/** Letters put in, left out, changed, or swapped with the one behind. */
function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      const swapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      now[at] = Math.min(
        (now[at - 1] ?? 0) + 1,
        (last[at] ?? 0) + 1,
        (last[at - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, now];
  }
  return last[other.length] ?? 0;
}
