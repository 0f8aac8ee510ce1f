/** Which sections of the template its writer has gone past. */
import type { SectionStatus } from './status.ts';

/** `all` in the template's order. From the end: once a section is written, all before it are passed by. */
export function passedBy<Bound extends Answered>(all: readonly Bound[]): ReadonlySet<Bound> {
  const passed = new Set<Bound>();
  let written = false;
  for (const bound of all.toReversed()) {
    if (written) passed.add(bound);
    written ||= bound.matches.some(({ status }) => WRITTEN.has(status));
  }
  return passed;
}

interface Answered {
  readonly matches: readonly { readonly status: SectionStatus }[];
}

const WRITTEN: ReadonlySet<SectionStatus> = new Set(['done', 'overlong', 'not-applicable']);
