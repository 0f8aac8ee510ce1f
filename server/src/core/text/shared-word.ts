/** What two titles have in common without being alike as a whole: a word, or one of the parts joined in one of them. */
import { closeUp, hasCjk } from './scripts.ts';
import { stemOf } from './stems.ts';
import { titleKey } from './title-key.ts';
import { isWeak } from './title-words.ts';

/** A word that tells something, whatever its ending; in Chinese, Japanese and Korean two characters in a row. Never throws. */
export function shareWord(one: string, other: string): boolean {
  const words = wordsOf(one);
  return wordsOf(other).some((word) => words.includes(word));
}

function wordsOf(title: string): readonly string[] {
  const words = titleKey(title).slice(0, longestTitle).match(WORD) ?? [];
  return words.flatMap((word) => (hasCjk(word) ? pairsOf(word) : isWeak(stemOf(word)) ? [] : [stemOf(word)]));
}

/** What is longer is a paragraph that lost its way. */
const longestTitle = 300;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function pairsOf(word: string): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}

/** Chinese, Japanese and Korean: one of the two is a part of the other, as `制約` is of `制約と仮定`. Never throws. */
export function isPartOf(one: string, other: string): boolean {
  return isPartOfList(one, other) || isPartOfList(other, one);
}

function isPartOfList(name: string, list: string): boolean {
  const parts = list.split(BETWEEN_PARTS).map((part) => closeUp(part.trim()));
  if (parts.length < 2 || mostParts < parts.length || parts.some((part) => part.length < 2)) return false;
  return parts.includes(closeUp(name)) && !isWeak(closeUp(name));
}

const mostParts = 3;
const BETWEEN_PARTS = /以及|および|及び|[与與和及と、・/&]|(?<=\p{Script=Hangul})[와과] /u;
