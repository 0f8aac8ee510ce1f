/** A title taken apart: its words without their endings, what it is about, the parts that it names. */
import { hasLetterOrDigit } from './letters.ts';
import { ASCII, closeUp, hasCjk, setApart } from './scripts.ts';
import { stemOf } from './stems.ts';
import { titleKey } from './title-key.ts';
import { isLoose, isWeak } from './title-words.ts';

export interface TitleWords {
  readonly key: string;
  readonly joined: string;
  readonly cjk: boolean;
  /** A bit for each letter that a word begins with: where none is shared, no word can be. */
  readonly initials: number;
  readonly whole: Phrase;
  /** Its parts at “and”, “/” and commas. */
  readonly parts: readonly Phrase[];
}

export interface Phrase {
  readonly words: readonly Word[];
  /** How many of them stand before the first “of”, “for”, “in”: what the phrase is about. */
  readonly head: number;
  readonly negated: boolean;
}

export interface Word {
  readonly text: string;
  readonly stem: string;
  /** Says little beside another word: `details`, `proposed`. */
  readonly loose: boolean;
  /** Says too little to make two titles alike: `details`, but not `proposal`. */
  readonly weak: boolean;
}

/** Titles are compared each with each: their words are taken apart once. Bounded, and dropped as a whole. */
const known = new Map<string, TitleWords>();
const mostKnown = 10_000;

export function titleWords(title: string): TitleWords {
  const found = known.get(title);
  if (found !== undefined) return found;
  const words = takeApart(title);
  if (mostKnown <= known.size) known.clear();
  known.set(title, words);
  return words;
}

function takeApart(title: string): TitleWords {
  const key = titleKey(title).slice(0, longestTitle);
  const cjk = hasCjk(key);
  const whole = phraseOf(cjk || ASCII.test(key) ? key : key.normalize('NFD').replace(ACCENTS, ''));
  const joined = cjk ? closeUp(key).replace(CONNECTIVES, '') : whole.words.map(({ text }) => text).join('');
  let initials = 0;
  for (const { stem } of whole.words) initials |= 1 << (stem.charCodeAt(0) & 31);
  return new TakenApart(title, { key, joined, cjk, initials, whole });
}

class TakenApart implements TitleWords {
  readonly key: string;
  readonly joined: string;
  readonly cjk: boolean;
  readonly initials: number;
  readonly whole: Phrase;
  readonly #title: string;
  #parts: readonly Phrase[] | undefined;

  constructor(title: string, { key, joined, cjk, initials, whole }: Omit<TitleWords, 'parts'>) {
    this.key = key;
    this.joined = joined;
    this.cjk = cjk;
    this.initials = initials;
    this.whole = whole;
    this.#title = title;
  }

  get parts(): readonly Phrase[] {
    this.#parts ??= this.cjk ? [] : partsOf(this.#title);
    return this.#parts;
  }
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
  return (hasCjk(key) && NEGATING.test(key)) || key.split(BETWEEN_WORDS).some((word) => NEGATIONS.has(word));
}

const BETWEEN_WORDS = /[^\p{L}\p{N}']+/u;

/** Empty where it has one, and where the “and” lies behind a preposition: `Summary of new and changed functions` is a summary. */
function partsOf(title: string): readonly Phrase[] {
  const pieces = title.slice(0, longestTitle).split(BETWEEN_PARTS).filter(hasLetterOrDigit);
  if (pieces.length < 2) return [];
  const parts = pieces.map((part) => phraseOf(titleKey(part)));
  return parts.slice(0, -1).some(({ head, words }) => head < words.length) ? [] : parts;
}

const BETWEEN_PARTS = /[/&|+,]| and\/or | and | or /i;

function phraseOf(key: string): Phrase {
  const words: Word[] = [];
  let head = -1;
  for (const text of setApart(key)
    .replace(HIGH_LEVEL, 'high-level')
    .match(/high-level|[\p{L}\p{M}\p{N}]+(?:'[a-z]{1,2}\b)?[+#]*/gu) ?? []) {
    if (PREPOSITIONS.has(text) && head === -1 && 0 < words.length) head = words.length;
    if (saysLittle(text)) continue;
    const stem = stemOf(text);
    words.push({ text, stem, loose: isLoose(stem), weak: isWeak(stem) });
  }
  return { words, head: head === -1 ? words.length : head, negated: isNegated(key) };
}

/** A word that no phrase is made of, wherever it stands. */
export function saysLittle(word: string): boolean {
  return PREPOSITIONS.has(word) || FILLERS.has(word);
}

const PREPOSITIONS = new Set(
  'of for in to on with by from about against at into during per via through under over'.split(' '),
);
const FILLERS = new Set('a an the this that these those our your its their and or is are be as'.split(' '));
