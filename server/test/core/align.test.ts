/** Two sequences paired without a crossing, and the longest run that rises: each against all that could be. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { align as alignInSteps, longestRise, most } from '../../src/core/align.ts';
import { atOnce } from '../../src/core/steps.ts';

const align = (...given: Parameters<typeof alignInSteps>) => atOnce(alignInSteps(...given));

describe('the alignment of two sequences', () => {
  it('scores as much as the best of all, and crosses nowhere', () => {
    for (let number = 0; number < 3 ** 9; number += 7) {
      const digits = number.toString(3).padStart(9, '0');
      const score = (left: number, right: number) => Number(digits[3 * left + right]);
      const pairs = align(3, 3, score);
      equal(totalOf(pairs, score), best(3, 3, score), `${digits}: ${JSON.stringify(pairs)}`);
      ok(
        pairs.every(({ left, right }, at) => at === 0 || (pairs[at - 1]!.left < left && pairs[at - 1]!.right < right)),
      );
      ok(pairs.every(({ left, right }) => 0 < score(left, right)));
    }
  });

  it('pairs of sequences of different lengths what belongs together', () => {
    const alike = (one: string, other: string) =>
      align(one.length, other.length, (left, right) => (one[left] === other[right] ? 1 : 0)).map(
        ({ left, right }) => `${one[left]}${left}${right}`,
      );
    deepEqual(alike('abcd', 'bxd'), ['b10', 'd32']);
    deepEqual(alike('bd', 'abcd'), ['b01', 'd13']);
    deepEqual(alike('', 'abcd'), []);
    deepEqual(alike('ab', ''), []);
  });

  it('pairs nothing of more than anybody could wait for', () => {
    deepEqual(align(most, 1, () => 1).length, 1);
    deepEqual(
      align(most + 1, 1, () => 1),
      [],
    );
  });
});

describe('the longest run that rises', () => {
  it('rises, and is as long as any', () => {
    for (const values of permutationsOf([2, 3, 5, 7, 11])) {
      const run = Array.from(longestRise(values))
        .sort((a, b) => a - b)
        .map((at) => values[at] ?? 0);
      ok(run.every((value, at) => at === 0 || (run[at - 1] ?? 0) < value));
      equal(run.length, longestIn(values), JSON.stringify(values));
    }
  });

  it('holds one of several that are equal', () => deepEqual(Array.from(longestRise([4, 4, 4])).length, 1));

  it('of nothing is nothing', () => deepEqual(Array.from(longestRise([])), []));
});

type Score = (left: number, right: number) => number;

function totalOf(pairs: readonly { left: number; right: number }[], score: Score): number {
  return pairs.reduce((sum, { left, right }) => sum + score(left, right), 0);
}

/** What the first `left` and the first `right` give at most. */
function best(left: number, right: number, score: Score): number {
  if (left === 0 || right === 0) return 0;
  const paired = score(left - 1, right - 1) + best(left - 1, right - 1, score);
  return Math.max(paired, best(left - 1, right, score), best(left, right - 1, score));
}

function permutationsOf(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length === 0) return [[]];
  return values.flatMap((value) =>
    permutationsOf(values.filter((other) => other !== value)).map((rest) => [value, ...rest]),
  );
}

function longestIn([first, ...rest]: readonly number[]): number {
  if (first === undefined) return 0;
  return Math.max(longestIn(rest), 1 + longestIn(rest.filter((value) => first < value)));
}
