/** When two titles are one, whatever their case, number, colon or “(optional)”. */
import { withoutDecoration } from './decoration.ts';
import { closeUp } from './scripts.ts';
import { splitSuffixes, withoutTail } from './suffixes.ts';

/**
 * The form in which titles are compared: case, final punctuation, numbering, emoji around it, “(optional)” and its like,
 * “&”, “/”, “-” and “and”, typographic quotes and blanks beside Han or Kana make no difference. Empty for a blank title only.
 */
export function titleKey(title: string): string {
  const found = known.get(title);
  if (found !== undefined) return found;
  const key = keyOf(title);
  if (mostKnown <= known.size) known.clear();
  known.set(title, key);
  return key;
}

/** A template's titles are compared with every document's. Bounded, and dropped as a whole. */
const known = new Map<string, string>();
const mostKnown = 20_000;

function keyOf(title: string): string {
  if (WORDS_ALONE.test(title)) return keyOfWords(title.toLowerCase());
  const name = withoutDecoration(splitSuffixes(title).name);
  const plain = unify(withoutDecoration(withoutTail(name, FINAL)));
  const bare = withoutTail(withoutFront(plain), FINAL).toLowerCase();
  const key = closeUp(bare.replace(SEPARATORS, ' ').replace(AND, ' ').replace(BLANKS, ' ').trim());
  return key === '' ? fold(name) : key;
}

/** As most titles are: nothing of what is asked below is there. */
const WORDS_ALONE = /^[A-Za-z]+(?: [A-Za-z]+)*:?$/;

function keyOfWords(words: string): string {
  const plain = words.endsWith(':') ? words.slice(0, -1) : words;
  if (!plain.includes('and')) return plain;
  const others = plain.split(' ').filter((word) => word !== 'and');
  return others.length === 0 ? plain : others.join(' ');
}

/** Lower case, one width, plain quotes, single blanks. */
export function fold(title: string): string {
  return unify(title).toLowerCase();
}

function unify(title: string): string {
  return title.normalize('NFKC').replace(APOSTROPHES, "'").replace(QUOTES, '').replace(BLANKS, ' ').trim();
}

const APOSTROPHES = /[‘’‛ʼ´`′]/g;
/** Left out of a title. */
export const QUOTES = /["“”„‟«»″*\u200b\u200c\u200e\u200f\ufeff]|\ufe0f/g;
export const BLANKS = /\s+/g;
const SEPARATORS = /[&/|,、，・·_\u2010-\u2015\u2212~-]/g;
const AND = /(?<= |^)and(?= |$)/g;
const FINAL = ' :.。?!,;';

/** Emoji, their short codes and numbering in front. What would leave nothing stays. */
function withoutFront(plain: string): string {
  let at = 0;
  for (const pattern of [EMOJI, NUMBER, EMOJI]) at = skip(plain, at, pattern);
  return withoutDecoration(plain.slice(at));
}

/** Without the number in front, and with what stands behind it as it is. */
export function withoutNumber(title: string): string {
  return title.slice(skip(title, 0, NUMBER));
}

function skip(text: string, from: number, pattern: RegExp): number {
  let at = from;
  do {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length === 0 || at + length === text.length) return at;
    at += length;
  } while (pattern === EMOJI);
  return at;
}

const EMOJI =
  /:[a-z][a-z0-9_+-]*: ?|(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[0-9#*]\u20e3|\u200d| )/uy;
/** `1.` `2.1` `§ 2.1` `1、` `1)` `(1)` `一、` `（一）` `第一章` `IV.` `A.`; without a mark behind it, only before a capital, Han or Kana: “2 factor login” is no second section. */
const NUMBER =
  /§ ?[0-9][0-9.]*[a-z]?[.:)]?(?: -(?!>) ?| )|[([](?:[0-9]+|[一二三四五六七八九十]+|[ivxIVX]+|[A-Za-z])[)\]] ?|[0-9][0-9.]*[.、:)](?![0-9]) ?|[0-9]{1,2}(?:\.[0-9.]*)? (?:[-\u2010-\u2015] |(?=[\p{Lu}\p{Lo}]))|[一二三四五六七八九十百]+(?:[、.:)] ?| (?=\p{Lo}))|第[0-9一二三四五六七八九十百]+[章节節部条] ?|(?:[ivxIVX]+|[A-Za-z])[.)] /uy;
