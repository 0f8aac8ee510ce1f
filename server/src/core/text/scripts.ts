/** Which writing system a text is in: Chinese, Japanese and Korean titles are compared by characters, others by words. */
import { isAscii } from './letters.ts';

/** Han and Kana, which put no blanks between words. The prolonged sound mark and the middle marks belong to no single script. */
export const IDEOGRAPHS = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々〆';
const HANGUL = '\\p{Script=Hangul}';

const CJK = new RegExp(`[${IDEOGRAPHS}${HANGUL}]`, 'u');

export function hasCjk(text: string): boolean {
  return !isAscii(text) && CJK.test(text);
}

export const ASCII = /^[ -~]*$/;
const ASCII_LETTER = /[A-Za-z]/;
const LETTERS = /\p{L}/gu;
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['ideographs', new RegExp(`[${IDEOGRAPHS}]`, 'u')],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
];

/** The script of most letters, Han and Kana being one. Undefined without a letter. */
export function scriptOf(text: string): string | undefined {
  if (ASCII.test(text)) return ASCII_LETTER.test(text) ? 'Latin' : undefined;
  const counts = new Map<string, number>();
  for (const letter of text.match(LETTERS) ?? []) {
    const script = SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'other';
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  let most: string | undefined;
  for (const [script, count] of counts) if (most === undefined || (counts.get(most) ?? 0) < count) most = script;
  return most;
}

/** Takes out the blanks that people put, or do not, between Han or Kana and what stands beside them, and between Hangul and Latin. */
export function closeUp(folded: string): string {
  return hasCjk(folded) ? folded.replace(BESIDE_IDEOGRAPH, '').replace(BESIDE_HANGUL, '') : folded;
}

/** Sets a blank where Han, Kana or Hangul meet Latin letters or digits. */
export function setApart(folded: string): string {
  return hasCjk(folded) ? folded.replace(SEAM, ' ') : folded;
}

const BESIDE_IDEOGRAPH = new RegExp(`(?<=[${IDEOGRAPHS}]) | (?=[${IDEOGRAPHS}])`, 'gu');
const BESIDE_HANGUL = new RegExp(`(?<=${HANGUL}) (?=[a-z0-9])|(?<=[a-z0-9]) (?=${HANGUL})`, 'gu');
const SEAM = new RegExp(
  `(?<=[${IDEOGRAPHS}${HANGUL}])(?=[\\p{Script=Latin}\\p{N}])|(?<=[\\p{Script=Latin}\\p{N}])(?=[${IDEOGRAPHS}${HANGUL}])`,
  'gu',
);
