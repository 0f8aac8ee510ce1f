/** How alike two titles are that are not one: a near miss deserves a rename, a chance likeness would hide a missing section. */
import { isPartOf } from './shared-word.ts';
import { closelySpelt } from './stems.ts';
import { type Phrase, type TitleWords, titleWords, type Word } from './title-phrases.ts';
import { isLoose, isWeak, looseGroup } from './title-words.ts';

/**
 * 0 for different titles, else from 0.6 to 1: `Alternatives` and `Rationale and alternatives`, `Test plan` and `Testing`,
 * `Indeces` and `Indices`. Never by edit distance of whole titles, never across a negation. Symmetric; never throws.
 */
export function likeness(one: string, other: string): number {
  return likenessOf(titleWords(one), titleWords(other));
}

/** Whether a likeness is one of all words: the same in another order, or with a slip of spelling. */
export function hasSameWords(one: TitleWords, other: TitleWords): boolean {
  const mayHave = one.cjk || one.whole.words.length === other.whole.words.length || one.joined === other.joined;
  return (mayHave || one.key === other.key) && likely <= likenessOf(one, other);
}

/** The same of titles that were taken apart, which is worth while where each is compared with each. */
export function likenessOf(one: TitleWords, other: TitleWords): number {
  if (one.key === other.key) return one.key === '' ? 0 : 1;
  if (one.cjk !== other.cjk) return 0;
  if (one.cjk && one.whole.negated !== other.whole.negated) return 0;
  if (one.cjk) return Math.max(characterLikeness(one, other), isPartOf(one.key, other.key) ? possible : 0);
  if ((one.initials & other.initials) === 0) return 0;
  if (one.joined === other.joined) return sure;
  return Math.max(phraseLikeness(one.whole, other.whole), partLikeness(one, other), sharedParts(one, other));
}

/** The same but for a plural, a hyphen, a stem. */
const sure = 0.95;
/** The same words in another order, or with a slip of spelling. */
const likely = 0.85;
/** One contains the other. */
const contained = 0.7;
/** The least there is. */
const possible = 0.6;

/**
 * One phrase is the other but for loose words, or for what stands behind a preposition. What is left over on both sides has
 * to be loose and of one kind, as in `Rollout plan` and `Rollout strategy`.
 */
function phraseLikeness(one: Phrase, other: Phrase): number {
  if (one.negated !== other.negated || !mayPair(one.words, other.words)) return 0;
  const { pairs, exact, inOrder } = pairUp(one.words, other.words);
  const [left, right] = [one.words.length - pairs.size, other.words.length - pairs.size];
  if (pairs.size === 0) return 0;
  if (left === 0 && right === 0) return exact && inOrder ? sure : likely;
  const matched = one.words.filter((_, index) => pairs.has(index));
  if (matched.length < 2 && matched.some(({ weak }) => weak)) return 0;
  const taken = new Set(pairs.values());
  const extrasOfOne = one.words.filter((_, index) => !pairs.has(index));
  const extrasOfOther = other.words.filter((_, index) => !taken.has(index));
  if (0 < left && 0 < right) return sameKind(extrasOfOne, extrasOfOther) ? possible : 0;
  return 0 < left ? containment(one, matched, extrasOfOne) : containment(other, matched, extrasOfOther);
}

/** A phrase that has all words of the other, and extras. */
function containment({ words, head }: Phrase, matched: readonly Word[], extras: readonly Word[]): number {
  const share = weightOf(matched) / weightOf(words);
  if (share < leastShare) return 0;
  const telling = extras.filter(({ loose }) => !loose);
  if (telling.length === 0) return contained + share / 10;
  if (telling.some(({ text }) => NUMBER.test(text))) return 0;
  const behind = words.slice(head);
  if (telling.every((word) => behind.includes(word))) return possible + share / 20;
  return longShare <= share && longTitle <= matched.length ? possible : 0;
}

/** Less than half of a title does not stand for it. */
const leastShare = 0.5;
/** Questions as headings are re-worded by a word or two: `How can a rollout fail?`, `How can a rollout or rollback fail?` */
const longShare = 0.75;
const longTitle = 4;
/** A loose word weighs less than half of another, so that two of them do not outweigh it. */
const looseWeight = 0.4;
const NUMBER = /\p{N}/u;

function weightOf(words: readonly Word[]): number {
  return words.reduce((sum, { loose }) => sum + (loose ? looseWeight : 1), 0);
}

function sameKind(one: readonly Word[], other: readonly Word[]): boolean {
  const group = one.length === 1 && other.length === 1 ? looseGroup(one[0]?.stem ?? '') : undefined;
  return group !== undefined && group === looseGroup(other[0]?.stem ?? '');
}

/** A title with more of them is not misspelt but another. */
const mostSlips = 2;

/** Most titles have no word in common, and that is told without pairing any. */
function mayPair(one: readonly Word[], other: readonly Word[]): boolean {
  return one.some((word) => other.some((each) => sameStem(word, each) || sameSpelling(word, each)));
}

/** Each word with one of the other side: equal stems first, then close spelling. Indices to indices. */
function pairUp(
  one: readonly Word[],
  other: readonly Word[],
): { pairs: ReadonlyMap<number, number>; exact: boolean; inOrder: boolean } {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  let exact = true;
  for (const alike of [sameStem, sameSpelling]) {
    if (alike === sameSpelling && mostSlips < Math.min(one.length, other.length) - pairs.size) break;
    for (const [index, word] of one.entries()) {
      if (pairs.has(index)) continue;
      const found = other.findIndex((candidate, at) => !taken.has(at) && alike(word, candidate));
      if (found === -1) continue;
      pairs.set(index, found);
      taken.add(found);
      exact &&= alike === sameStem;
    }
  }
  let last = -1;
  let inOrder = true;
  for (const [index] of one.entries()) {
    const found = pairs.get(index);
    if (found === undefined) continue;
    inOrder &&= last < found;
    last = found;
  }
  return { pairs, exact, inOrder };
}

function sameStem(one: Word, other: Word): boolean {
  return one.stem === other.stem;
}

function sameSpelling(one: Word, other: Word): boolean {
  return closelySpelt(one.text, other.text);
}

/** A title that names one of the other's parts: `Alternatives` and `Rationale and alternatives`, `Goals` and `Goals and non-goals`. */
function partLikeness(one: TitleWords, other: TitleWords): number {
  if (0 < one.parts.length && 0 < other.parts.length) return 0;
  const [single, parts] = 0 < other.parts.length ? [one.whole, other.parts] : [other.whole, one.parts];
  if (parts.length < 2 || mostParts < parts.length) return 0;
  const best = Math.max(...parts.map((part) => phraseLikeness(single, part)));
  const telling = single.words.some(({ weak }) => !weak);
  return telling && contained <= best ? possible + best / 10 : 0;
}

const mostParts = 3;

/** Two lists that share two parts and at least half: `Notes/Constraints/Caveats` and `Notes/Constraints`. */
function sharedParts(one: TitleWords, other: TitleWords): number {
  const most = Math.max(one.parts.length, other.parts.length);
  if (Math.min(one.parts.length, other.parts.length) < 2 || 6 < most) return 0;
  const shared = one.parts.filter((part) => other.parts.some((each) => sure <= phraseLikeness(part, each))).length;
  return 2 <= shared && most <= 2 * shared ? possible : 0;
}

/**
 * Chinese, Japanese and Korean: equal without the connectives, or one contained in the other with nothing but loose words
 * around it, or in long titles three quarters of the character pairs shared, unless what differs turns the meaning around.
 */
function characterLikeness({ joined: one }: TitleWords, { joined: other }: TitleWords): number {
  if (one === other) return sure;
  if ((one.match(DIGITS) ?? []).join() !== (other.match(DIGITS) ?? []).join()) return 0;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const at = long.indexOf(short);
  if (at !== -1 && 2 <= short.length && !isWeak(short)) {
    const around = [long.slice(0, at), long.slice(at + short.length)].filter((rest) => rest !== '');
    return around.every(isLoose) ? contained : 0;
  }
  if (short.length < leastCharacters || longTitleCharacters < long.length) return 0;
  let start = 0;
  while (start < short.length && short.charAt(start) === long.charAt(start)) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const differing = short.slice(start, short.length - end) + long.slice(start, long.length - end);
  const sharedPairs = shareOfPairs(short, long);
  return TURNS.test(differing) && differing.length < 4
    ? 0
    : leastPairs <= sharedPairs
      ? possible + sharedPairs / 10
      : 0;
}

const leastCharacters = 6;
const longTitleCharacters = 100;
const leastPairs = 0.75;
const DIGITS = /\p{N}+/gu;
/** Before and behind, in and out, up and down, new and old: one character turns the meaning around. */
const TURNS =
  /[前后後内內外上下新旧舊大小优優缺有出入输輸主副正反增减減升降客服左右高低长長短多少先早晚开開关關读讀写寫全半単双雙已未必选選]/u;

function shareOfPairs(one: string, other: string): number {
  const left = new Map<string, number>();
  for (let at = 0; at + 1 < one.length; at++)
    left.set(one.slice(at, at + 2), (left.get(one.slice(at, at + 2)) ?? 0) + 1);
  let shared = 0;
  for (let at = 0; at + 1 < other.length; at++) {
    const count = left.get(other.slice(at, at + 2)) ?? 0;
    if (count === 0) continue;
    left.set(other.slice(at, at + 2), count - 1);
    shared++;
  }
  return (2 * shared) / (one.length + other.length - 2);
}
