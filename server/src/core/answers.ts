/** What a stock answer says: not applicable, none, unfinished, empty. */

export type Answer = 'not-applicable' | 'none' | 'unfinished' | 'empty';

/** `undefined`: it says something of its own. */
export function answerOf(prose: string): Answer | undefined {
  const words = prose.replace(/^[\s>*_`-]+|[\s*_`.]+$/g, '');
  if (/^[-.?…]*$/.test(words)) return 'empty';
  if (/^n\/?a\b/i.test(words)) return 'not-applicable';
  if (/^(none|no|yes)$/i.test(words)) return 'none';
  return /^(tbd|todo|tba|wip)\b/i.test(words) && words.length < 40 ? 'unfinished' : undefined;
}
