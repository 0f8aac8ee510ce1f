/** A copy of a part of a text: engines make a slice a window on the whole, which lives for as long as the slice does. */
export function detached(words: string): string {
  return ` ${words}`.slice(1);
}
