/** What a stock answer says: not applicable, none, unfinished, empty. */

export type Answer = 'not-applicable' | 'none' | 'unfinished' | 'empty';

/** `undefined`: it says something of its own. */
export function answerOf(prose: string): Answer | undefined {
  throw new Error(`not yet ${prose}`);
}
