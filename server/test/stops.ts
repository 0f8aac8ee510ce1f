/** Work in steps, done to its end. */
import type { Steps } from '../src/core/steps.ts';

/** What comes of it, and how often it stopped. */
export function run<T>(steps: Steps<T>): { readonly stops: number; readonly value: T } {
  for (let stops = 0; ; stops++) {
    const { done, value } = steps.next();
    if (done) return { stops, value };
  }
}
