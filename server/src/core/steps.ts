/** Work that stops now and then, for those who let others be heard meanwhile. */

export type Steps<T> = Generator<undefined, T>;

/** All of it, for those who do not. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Whether to stop behind the thing at `at`, of many that take some microseconds each. */
export function isPause(at: number): boolean {
  return at % thingsAtOnce === thingsAtOnce - 1;
}

/** Whether so many are to be done in several steps. */
export function areMany(things: number): boolean {
  return thingsAtOnce <= things;
}

/** Of headings: a millisecond or two. */
const thingsAtOnce = 256;
