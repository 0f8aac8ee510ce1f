/** Whether the server is there: whoever needs it waits while it starts, however often that is begun anew, but not for ever. */
import type { Watchdog } from './watchdog.ts';

/** There is no server, and nobody waits for one any more. Its message says why, in words for people. */
export class NoServer extends Error {}

export interface Presence<Found> {
  readonly isThere: boolean;
  /** Why it is not there; undefined where it is, or is waited for. */
  readonly trouble: Error | undefined;
  /** Resolves when it is there. Rejects, with the trouble, where it is waited for no longer. */
  wait(): Promise<Found>;
  /** It is being started, or that is begun anew. */
  starts(): void;
  /** Also where it was waited for no longer: it came late. */
  runs(found: Found): void;
  fails(trouble: Error): void;
}

/** Starting at first. `watch` watches each start, from its beginning to its end: nothing starts, no timer. */
export function createPresence<Found>(watch: Watchdog): Presence<Found> {
  let state: 'starting' | Error | { readonly found: Found } = 'starting';
  let waiting: (() => void)[] = [];
  let endStart = () => {};

  function become(next: typeof state): void {
    endStart();
    state = next;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  }

  return {
    get isThere() {
      return state !== 'starting' && 'found' in state;
    },
    get trouble() {
      return state instanceof Error ? state : undefined;
    },
    async wait() {
      while (state === 'starting') {
        await new Promise<void>((wake) => {
          waiting.push(wake);
        });
      }
      if (state instanceof Error) throw state;
      return state.found;
    },
    starts() {
      become('starting');
      watch.during(() => {
        return new Promise<void>((end) => {
          endStart = end;
        });
      });
    },
    runs: (found) => become({ found }),
    fails: (trouble) => become(trouble),
  };
}
