/** What is looked up among many places is what each of them, asked in turn, would say. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../src/core/check.ts';
import { safeFixes } from '../../src/core/features/fixing.ts';
import type { Span } from '../../src/core/text/span.ts';
import { coveredBy, Taken } from '../../src/core/text/taken.ts';

const spans = fc.array(
  fc.tuple(fc.nat(30), fc.nat(5)).map(([start, length]): Span => ({ start, end: start + length })),
  { maxLength: 20 },
);

const finding: Finding = {
  rule: 'a',
  severity: 'warning',
  span: { start: 0, end: 0 },
  message: 'A',
  key: 'a',
  fixes: () => [],
};

function overlap(one: Span, other: Span): boolean {
  return (one.start < other.end && other.start < one.end) || (one.start === other.start && one.end === other.end);
}

describe('places that are taken', () => {
  it('are those that overlap one that was added, also where these overlap each other', () => {
    fc.assert(
      fc.property(spans, spans, (added, asked) => {
        const taken = new Taken();
        for (const span of added) taken.add(span);
        deepEqual(
          asked.map((span) => taken.overlaps(span)),
          asked.map((span) => added.some((other) => overlap(span, other))),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('are not gone through for each finding that is fixed', () => {
    const [many, most] = [2_000, 20];
    let looked = 0;
    const seen = (start: number): Span => ({
      get start() {
        looked++;
        return start;
      },
      end: start + 1,
    });
    const findings = Array.from({ length: many }, () => finding);
    let at = 0;
    const chosen = safeFixes(findings, () => [
      { name: 'fix', title: 'Fix', edits: [{ span: seen(2 * at++), newText: '' }], safe: true },
    ]);
    equal(chosen.length, many);
    ok(looked <= most * many, `${looked} looks`);
  });

  it('cover what is in any of them', () => {
    fc.assert(
      fc.property(spans, fc.array(fc.nat(40)), (all, offsets) => {
        deepEqual(
          offsets.map(coveredBy(all)),
          offsets.map((offset) => all.some(({ start, end }) => start <= offset && offset < end)),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
