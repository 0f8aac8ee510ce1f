/** What the engine is told of the work to come, by flags of V8. */

/**
 * By this many percent the memory in use may grow before all of it is looked through. Engines wait until it has doubled: with
 * many specs open a server would hold twice what it needs, and looking through it more often takes no more time in all.
 */
export const slowGrowth = '--heap-growing-percent=40';

/**
 * Engines clear what was made lately when it fills its room, and before that as soon as nothing runs: in a long document two
 * such stops of 15 to 20 ms came together, and nobody was heard meanwhile. Undefined for engines whose flags we do not know:
 * they would complain. `version` is V8’s, as in `process.versions.v8`.
 */
export function clearingWhenFull(version: string): string | undefined {
  const major = Number.parseInt(version, 10);
  return 11 <= major && major <= 13 ? '--no-minor-gc-task' : undefined;
}

/**
 * Work of a few seconds: to optimise code takes a third of them, once in each thread, and what is optimised early is often
 * thrown away. So only what runs very often is, and little of what it calls is copied into it, which would be optimised anew
 * in each place. Undefined for engines whose flags we do not know: they would complain. `version` is V8’s, as in
 * `process.versions.v8`. The numbers are measured, on 3,000 documents.
 */
export function lateOptimising(version: string): string | undefined {
  const major = Number.parseInt(version, 10);
  // Nothing else is said of what runs often: V8 counts what is run in bytes of its code there, and in calls from 12 on.
  if (major === 11) return '--interrupt-budget=500000 --max-inlined-bytecode-size-cumulative=150';
  return major === 12 || major === 13 ? '--invocation-count-for-turbofan=100000' : undefined;
}
