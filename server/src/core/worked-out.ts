/** What was worked out of a thing, by what for. Each has a few at most, and of some there are hundreds of thousands: a chain takes a fifth of the memory of a map. */

export interface Holder {
  workedOut: WorkedOut | undefined;
}

export interface WorkedOut {
  readonly what: object;
  /** What it was worked out for the last time. */
  key: unknown;
  value: unknown;
  readonly next: WorkedOut | undefined;
}

/** Undefined where that was never worked out of it. */
export function workedOutOf({ workedOut }: Holder, what: object): WorkedOut | undefined {
  let at = workedOut;
  while (at !== undefined && at.what !== what) at = at.next;
  return at;
}

/** From now on. What was worked out of the same for another key is forgotten. */
export function keep(holder: Holder, what: object, key: unknown, value: unknown): void {
  const known = workedOutOf(holder, what);
  if (known === undefined) holder.workedOut = { what, key, value, next: holder.workedOut };
  else {
    known.key = key;
    known.value = value;
  }
}
