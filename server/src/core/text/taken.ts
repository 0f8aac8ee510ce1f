/** Places that edits change, each asked for in the time that a binary search takes: there may be tens of thousands. */
import { lastWhere } from './search.ts';
import type { Span } from './span.ts';

export class Taken {
  /** In order, none of which overlap: ends rise as well. */
  readonly #spans: Span[] = [];
  readonly #insertions = new Set<number>();

  /** Two insertions at one offset count too: which comes first would be chance. */
  overlaps({ start, end }: Span): boolean {
    if (start === end && this.#insertions.has(start)) return true;
    const next = this.#spans[this.#firstBehind(start)];
    return next !== undefined && next.start < end;
  }

  add({ start, end }: Span): void {
    if (start === end) this.#insertions.add(start);
    const at = this.#firstBehind(start);
    let [first, last, count] = [start, end, 0];
    // Deletions of one fix may overlap.
    for (let next = this.#spans[at]; next !== undefined && next.start < end; next = this.#spans[at + ++count]) {
      first = Math.min(first, next.start);
      last = Math.max(last, next.end);
    }
    this.#spans.splice(at, count, { start: first, end: last });
  }

  #firstBehind(offset: number): number {
    return lastWhere(this.#spans.length, (at) => (this.#spans[at] as Span).end <= offset) + 1;
  }
}

/** Tells whether an offset is in any of the spans, which may lie in each other. */
export function coveredBy(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const reached: number[] = [];
  for (const { end } of sorted) reached.push(Math.max(end, reached.at(-1) ?? 0));
  return (offset) => offset < (reached[lastWhere(sorted.length, (at) => (sorted[at] as Span).start <= offset)] ?? 0);
}
