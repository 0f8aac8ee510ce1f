/** A server that is stuck, as in a loop without end: one that owes an answer is asked for a sign of life, and where it gives none for long somebody is told. */

export interface Watchdog {
  /** Watches until the answer is there. */
  during<Answer>(ask: () => Promise<Answer>): Promise<Answer>;
}

/** In milliseconds. Beats of our own process are counted, not the clock: a machine that slept, or has much else to do, kept us waiting too. */
const second = 1000;

/** In beats: it works in slices of milliseconds, between which it gives signs of life, so this is far more than any work takes. */
const patience = 20;

/**
 * Lives in the client, because here it serves the process and the worker alike, costs a server neither memory nor start, and can end
 * what is stuck. A server that waits for files, be it the client that reads them or itself, gives signs of life all the same.
 * Nothing owed, no timer.
 */
export function watchdog(signOfLife: () => Promise<unknown>, stuck: () => void, beat = second): Watchdog {
  let owed = 0;
  let silent = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  function heard(): void {
    silent = 0;
  }

  function listen(): void {
    silent++;
    if (silent === patience / 2) signOfLife().then(heard, heard);
    if (silent < patience) return;
    heard();
    stuck();
  }

  return {
    async during(ask) {
      if (owed++ === 0) {
        heard();
        timer = setInterval(listen, beat);
      }
      try {
        return await ask();
      } finally {
        heard();
        if (--owed === 0) clearInterval(timer);
      }
    },
  };
}
