/** How much there is of what a template limits, in words. */

import type { Count } from '../length.ts';
import type { Limit } from '../limits.ts';

/** “2 of at most 2 sentences”, “1 of at least 2 paragraphs”, “40 of 50 to 100 words”. */
export function countText(counted: Count, { unit, min, max }: Limit): string {
  const count = countedText(counted);
  if (max === Infinity) return `${count} of at least ${amount(min, unit)}`;
  if (min <= 1) return `${count} of at most ${amount(max, unit)}`;
  return min === max ? `${count} of ${amount(max, unit)}` : `${count} of ${min} to ${amount(max, unit)}`;
}

/** “2”, and “more than 2” of a text too long to be counted to its end. */
export function countedText({ count, isMore }: Count): string {
  return isMore ? `more than ${count}` : `${count}`;
}

/** “1 sentence”, “2 sentences”. */
export function amount(count: number, unit: Limit['unit']): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
