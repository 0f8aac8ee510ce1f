/** A clock that goes by what is done, however busy the machine. */

/** While something is done, each look at the clock finds so many milliseconds gone. */
export async function withClock(step: number, work: () => Promise<void>): Promise<void> {
  const { now } = Date;
  let looked = 0;
  Date.now = () => step * looked++;
  try {
    await work();
  } finally {
    Date.now = now;
  }
}
