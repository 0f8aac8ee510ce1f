/** Words, counted as a reader would: “end-to-end” is one, and a code span is one. */
import { hasLetterOrDigit, isAscii } from './letters.ts';
import { IDEOGRAPHS } from './scripts.ts';

/** How many words a prose has. Han and Kana, which have no blanks, are taken apart by the language's own rules. */
export function countWords(prose: string): number {
  let count = 0;
  for (const token of prose.split(BETWEEN_WORDS)) {
    if (isAscii(token) || !IDEOGRAPH.test(token)) count += hasLetterOrDigit(token) ? 1 : 0;
    else for (const part of token.match(PARTS) ?? []) count += countInPart(part);
  }
  return count;
}

/** Not U+00A0, which stands for a blank in a code span; nor a hyphen. A dash and a slash part words. */
const BETWEEN_WORDS = /[ \t\r\n\f\v\u2000-\u200a\u2013-\u2015\u3000/|]+/;
const IDEOGRAPH = new RegExp(`[${IDEOGRAPHS}]`, 'u');
/** Pieces, so that the segmenter, whose time grows with the square of its input, stays linear. */
const PARTS = new RegExp(`[${IDEOGRAPHS}]{1,256}|[^${IDEOGRAPHS}]+`, 'gu');

function countInPart(part: string): number {
  if (!IDEOGRAPH.test(part)) return hasLetterOrDigit(part) ? 1 : 0;
  let count = 0;
  for (const { isWordLike } of segmenter().segment(part)) if (isWordLike === true) count++;
  return count;
}

let made: Intl.Segmenter | undefined;

/** Made when first needed: most documents have neither Han nor Kana. */
function segmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return made;
}
