/** When two English words are one to a reader: plural, a common stem, a slip of spelling. */

/**
 * The word without its ending: `stories` and `story`, `testing` and `test`, `migration` and `migrate` are one. Stems keep four
 * letters or more, so that short words stay themselves.
 */
export function stemOf(word: string): string {
  const single = singularOf(word);
  if (single.length < 5 || !LATIN.test(single)) return single;
  for (const { ending, least, with: rest, doubled } of ENDINGS) {
    if (!single.endsWith(ending) || single.length - ending.length < least) continue;
    const stem = single.slice(0, -ending.length) + rest;
    return withoutE(doubled && DOUBLED.test(stem) ? stem.slice(0, -1) : stem);
  }
  return withoutE(single);
}

/**
 * One slip apart, which no other word is made by: `indeces` and `indices`, `sumary` and `summary`. Not `context` and `content`,
 * `contract` and `contact`, and never without the first three letters: `activation` is not `motivation`.
 */
export function closelySpelt(one: string, other: string): boolean {
  return one.length <= other.length ? areOneSlipApart(one, other) : areOneSlipApart(other, one);
}

function areOneSlipApart(short: string, long: string): boolean {
  if (short.length < 5 || 1 < long.length - short.length) return false;
  let same = 0;
  while (same < short.length && short.charCodeAt(same) === long.charCodeAt(same)) same++;
  if (same < 3 || !LATIN.test(short) || !LATIN.test(long)) return false;
  const [left, right] = [short.charAt(same), long.charAt(same)];
  if (short.length < long.length) {
    if (short.slice(same) !== long.slice(same + 1)) return false;
    // A letter too few: of two alike, a vowel, or any in a long word. At the end it is another form of the word.
    return same < short.length && (right === long.charAt(same - 1) || (VOWELS.includes(right) ? 7 : 9) <= long.length);
  }
  if (same === short.length) return true;
  if (short.slice(same + 1) === long.slice(same + 1)) return 6 <= short.length && interchangeable(left, right);
  const swapped = left === long.charAt(same + 1) && right === short.charAt(same + 1);
  return swapped && 6 <= short.length && short.slice(same + 2) === long.slice(same + 2);
}

const LATIN = /^[a-z']+$/;
const VOWELS = 'aeiou';
const DOUBLED = /([bdgmnprt])\1$/;

/** Vowels for each other, and the consonants that sound alike: others make another word. */
function interchangeable(left: string, right: string): boolean {
  return (
    (VOWELS.includes(left) && VOWELS.includes(right)) || ['sz', 'zs', 'cs', 'sc', 'ck', 'kc'].includes(left + right)
  );
}

/** `least` letters have to stay: `station` is no form of `st`. Not `-ion` alone: `production` is not `product`, nor `projection` a `project`. */
const ENDINGS = [
  { ending: 'ation', least: 7, with: '', doubled: false },
  { ending: 'ation', least: 4, with: 'at', doubled: false },
  { ending: 'ment', least: 6, with: '', doubled: false },
  { ending: 'ing', least: 4, with: '', doubled: true },
  { ending: 'ed', least: 4, with: '', doubled: true },
] as const;

function singularOf(word: string): string {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word;
  const irregular = IRREGULAR.get(bare);
  if (irregular !== undefined) return irregular;
  if (bare.length < 4 || !bare.endsWith('s') || /(?:ss|us|..is)$/.test(bare.slice(1))) return bare;
  if (bare.endsWith('ies')) return `${bare.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x)es$/.test(bare) ? bare.slice(0, -2) : bare.slice(0, -1);
}

const IRREGULAR = new Map([
  ['indices', 'index'],
  ['matrices', 'matrix'],
  ['criteria', 'criterion'],
  ['analyses', 'analysis'],
  ['hypotheses', 'hypothesis'],
  ['series', 'series'],
  ['pros', 'pros'],
]);

function withoutE(word: string): string {
  return 4 < word.length && word.endsWith('e') ? word.slice(0, -1) : word;
}
