/** How much of what the template requires has been answered. */
import type { Binding, BoundSection } from '../binding.ts';

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export function progress(binding: Binding): Progress {
  const asked = binding.all.filter(({ spec }) => spec.required);
  return { done: asked.filter(isAnswered).length, of: asked.length };
}

/** A section counts when it says something within its limits, or that it does not apply. */
export function isAnswered({ matches }: Pick<BoundSection, 'matches'>): boolean {
  return matches.some(({ status }) => status === 'done' || status === 'not-applicable');
}
