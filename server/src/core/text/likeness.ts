/** How alike two titles are that are not one: a near miss deserves a rename, a chance likeness would hide a missing section. */
import { CJK, closeUp, setApart } from './scripts.ts';
import { isPartOf } from './shared-word.ts';
import { closelySpelt, stemOf } from './stems.ts';
import { titleKey } from './title-key.ts';
import { isLoose, isWeak, looseGroup } from './title-words.ts';

/**
 * 0 for different titles, else from 0.6 to 1: `Alternatives` and `Rationale and alternatives`, `Test plan` and `Testing`,
 * `Indeces` and `Indices`. Never by edit distance of whole titles, never across a negation. Symmetric; never throws.
 */
export function likeness(one: string, other: string): number {
  return likenessOf(wordsOf(one), wordsOf(other));
}

function likenessOf(one: TitleWords, other: TitleWords): number {
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

interface TitleWords {
  readonly key: string;
  readonly joined: string;
  readonly cjk: boolean;
  /** A bit for each letter that a word begins with: where none is shared, no word can be. */
  readonly initials: number;
  readonly whole: Phrase;
  /** Its parts at “and”, “/” and commas. */
  readonly parts: readonly Phrase[];
}

interface Phrase {
  readonly words: readonly Word[];
  /** How many of them stand before the first “of”, “for”, “in”: what the phrase is about. */
  readonly head: number;
  readonly negated: boolean;
}

interface Word {
  readonly text: string;
  readonly stem: string;
  /** Says little beside another word: `details`, `proposed`. */
  readonly loose: boolean;
  /** Says too little to make two titles alike: `details`, but not `proposal`. */
  readonly weak: boolean;
}

/**
 * One phrase is the other but for loose words, or for what stands behind a preposition. What is left over on both sides has
 * to be loose and of one kind, as in `Rollout plan` and `Rollout strategy`.
 */
function phraseLikeness(one: Phrase, other: Phrase): number {
  if (one.negated !== other.negated) return 0;
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

/** Titles are compared each with each: their words are taken apart once. Bounded, and dropped as a whole. */
const known = new Map<string, TitleWords>();
const mostKnown = 2000;

function wordsOf(title: string): TitleWords {
  const found = known.get(title);
  if (found !== undefined) return found;
  const words = takeApart(title);
  if (mostKnown <= known.size) known.clear();
  known.set(title, words);
  return words;
}

function takeApart(title: string): TitleWords {
  const key = titleKey(title).slice(0, longestTitle);
  const cjk = CJK.test(key);
  const whole = phraseOf(cjk ? key : key.normalize('NFD').replace(ACCENTS, ''));
  const parts = cjk ? [] : partsOf(title);
  const joined = cjk ? closeUp(key).replace(CONNECTIVES, '') : whole.words.map(({ text }) => text).join('');
  let initials = 0;
  for (const { stem } of whole.words) initials |= 1 << (stem.charCodeAt(0) & 31);
  return { key, joined, cjk, initials, whole, parts };
}

const ACCENTS = /\p{M}/gu;
/** What is longer is a paragraph that lost its way. */
const longestTitle = 300;
/** One word, though hyphens part words: a level alone is not loose, as in “Reference-level”. */
const HIGH_LEVEL = /\bhigh level\b/g;
const CONNECTIVES = /[\s与與和及的之のと、・:：()（）/&-]|以及|および|및/gu;
const NEGATIONS = new Set(
  "non not no never without out exclude excluded excluding except cannot can't don't doesn't won't isn't aren't nongoal nongoals nonrequirement nonrequirements nonfunctional nonobjective nonobjectives unsupported unrelated unchanged unplanned".split(
    ' ',
  ),
);
/** Each turns a title around wherever it stands; 비 only before another syllable at the beginning of a word. */
const NEGATING = /[非不无無没沒未外]|(?:^|[^\p{Script=Hangul}])비(?=\p{Script=Hangul})|아닌|제외|なし|ない/u;

function isNegated(key: string): boolean {
  return (CJK.test(key) && NEGATING.test(key)) || key.split(BETWEEN_WORDS).some((word) => NEGATIONS.has(word));
}

const BETWEEN_WORDS = /[^\p{L}\p{N}']+/u;

/** Empty where it has one, and where the “and” lies behind a preposition: `Summary of new and changed functions` is a summary. */
function partsOf(title: string): readonly Phrase[] {
  const pieces = title
    .slice(0, longestTitle)
    .split(BETWEEN_PARTS)
    .filter((part) => LETTER_OR_DIGIT.test(part));
  if (pieces.length < 2) return [];
  const parts = pieces.map((part) => phraseOf(titleKey(part)));
  return parts.slice(0, -1).some(({ head, words }) => head < words.length) ? [] : parts;
}

const BETWEEN_PARTS = /[/&|+,]| and\/or | and | or /i;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

function phraseOf(key: string): Phrase {
  const words: Word[] = [];
  let head = -1;
  for (const text of setApart(key)
    .replace(HIGH_LEVEL, 'high-level')
    .match(/high-level|[\p{L}\p{M}\p{N}]+(?:'[a-z]{1,2}\b)?[+#]*/gu) ?? []) {
    if (PREPOSITIONS.has(text) && head === -1 && 0 < words.length) head = words.length;
    if (PREPOSITIONS.has(text) || FILLERS.has(text)) continue;
    const stem = stemOf(text);
    words.push({ text, stem, loose: isLoose(stem), weak: isWeak(stem) });
  }
  return { words, head: head === -1 ? words.length : head, negated: isNegated(key) };
}

const PREPOSITIONS = new Set(
  'of for in to on with by from about against at into during per via through under over'.split(' '),
);
const FILLERS = new Set('a an the this that these those our your its their and or is are be as'.split(' '));
