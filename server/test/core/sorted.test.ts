/** What is sorted in steps is what it is when it is sorted at once. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { sortedInSteps } from '../../src/core/sorted.ts';
import { atOnce } from '../../src/core/steps.ts';

/** By the first number alone: the second tells those apart that are equal. */
const byFirst = ([a]: readonly number[], [b]: readonly number[]) => (a ?? 0) - (b ?? 0);

describe('sorted in steps', () => {
  it('anything is what `sort` makes of it, what is equal as it stood', () => {
    const few = fc.array(fc.nat(20), { maxLength: 40 });
    const many = fc.array(fc.nat(2_000), { minLength: 256, maxLength: 2_000 });
    fc.assert(
      fc.property(fc.oneof(few, many), (numbers) => {
        const all = numbers.map((number, at) => [number, at]);
        deepEqual(atOnce(sortedInSteps(all, byFirst)), all.toSorted(byFirst));
      }),
    );
  });

  it('many are done in many steps: in order, the other way round, in runs', () => {
    const count = 10_000;
    const stopsOf = (numberAt: (at: number) => number) => {
      const all = Array.from({ length: count }, (_, at) => [numberAt(at), at]);
      const steps = sortedInSteps(all, byFirst);
      for (let stops = 0; ; stops++) {
        const { done, value } = steps.next();
        if (!done) continue;
        deepEqual(value, all.toSorted(byFirst));
        return stops;
      }
    };
    equal(
      stopsOf((at) => at),
      Math.floor(count / 256),
    );
    // Two runs are merged once, four twice, and of as many as there are numbers each pair is.
    ok(2 * (count / 300) < stopsOf((at) => (2 * at) % count));
    ok(3 * (count / 300) < stopsOf((at) => (4 * at) % count));
    ok(5 * (count / 300) < stopsOf((at) => -at));
  });

  it('few are done at once, and what is given is left as it is', () => {
    const all = [[2], [1]];
    deepEqual(sortedInSteps(all, byFirst).next(), { done: true, value: [[1], [2]] });
    deepEqual(all, [[2], [1]]);
  });
});
