/** What a title says: its name, halves and parts, whether it is optional, what it is a placeholder for. The door to `title-key` and `likeness`. */

import { decorationOf, withoutDecoration, wordsSpan } from './decoration.ts';
import { hasLetterOrDigit } from './letters.ts';
import { withoutNumbering } from './numbering.ts';
import { IDEOGRAPHS, scriptOf, setApart } from './scripts.ts';
import { splitSuffixes, trailingGroup, withoutTail } from './suffixes.ts';
import { BLANKS, fold, titleKey, withoutNumber } from './title-key.ts';
import { type TitleWords, titleWords } from './title-phrases.ts';

export { hasSameWords, likeness, likenessOf } from './likeness.ts';
export { titleKey } from './title-key.ts';
export { type TitleWords, titleWords } from './title-phrases.ts';

/** The `titleKey` of a title without numbering in words. */
export function bareKey(title: string): string {
  return titleKey(withoutNumbering(title));
}

/** A title's words, and those without numbering in words where it has some. */
export function waysToRead(title: string): readonly TitleWords[] {
  const bare = withoutNumbering(title);
  return bare === title ? [titleWords(title)] : [titleWords(title), titleWords(bare)];
}

/** How far two titles of one key are the same in what it leaves out: as they stand, in the symbols around the words, or not. */
export function sameness(one: string, other: string): 2 | 1 | 0 {
  if (fold(one) === fold(other)) return 2;
  return symbolsOf(one) === symbolsOf(other) ? 1 : 0;
}

/** What stands around the words, numbering, suffixes and colon left out: it tells the sections of one template apart. */
export function symbolsOf(title: string): string {
  return decorationOf(withoutNumber(withoutTail(splitSuffixes(title).name, ' :：.')));
}

/** For people: without final colon, markup around it, and suffixes: `Drawbacks (optional):` is “Drawbacks”. */
export function nameOf(title: string): string {
  const bare = withoutMarkup(splitSuffixes(title).name);
  const { end } = wordsSpan(bare);
  const name = withoutTail(bare.slice(0, end), ' \t\u00a0:：') + bare.slice(end);
  return name === '' ? title.trim() : name;
}

/** What the title's suffixes say: `(optional)` `[可选]` `*(include if …)*` or `*(mandatory)*` `*(필수)*`. */
export function requirementOf(title: string): 'optional' | 'required' | undefined {
  return splitSuffixes(title).requirement;
}

/** The halves of a bilingual title, as they stand: `요약 (Summary)`, `复现步骤 | Recurrence steps`. Empty where it is none. */
export function halvesOf(title: string): readonly string[] {
  const name = withoutDecoration(nameOf(title));
  const halves = splitOutside(name, /\|/g);
  if (1 < halves.length) return halves;
  const group = /[)）]$/.test(name) ? trailingGroup(name) : undefined;
  const pair =
    group === undefined ? splitOutside(name, /\/| [-–—] /g) : [name.slice(0, group.start).trim(), group.inner.trim()];
  const [one = '', other = ''] = pair;
  const scripts = [scriptOf(one), scriptOf(other)];
  return pair.length === 2 && !scripts.includes(undefined) && scripts[0] !== scripts[1] ? pair : [];
}

/** The parts of a title that names several sections: `Drawbacks / alternatives`, `Security & privacy`. Empty where it names one. */
export function partsOf(title: string): readonly string[] {
  if (!PART_MARK.test(title) && !PART_WORD.test(title)) return [];
  const parts = splitOutside(nameOf(title), / and\/or |[/&|+,、，・·]| (?:and|or|und|et|y|e|및) /gi).flatMap(
    splitIdeographs,
  );
  return 1 < parts.length ? parts : [];
}

/** Most titles have none of these, and this is asked of every heading. */
const PART_MARK = /[/&|+,、，・·与與及和と]/;
const PART_WORD = /\s(?:and|or|und|et|y|e|및)\s/i;

/**
 * For a title that is itself a placeholder (`User Story 1 - [Brief Title]`, `{option 1}`, `<title>`): whether another is of
 * its shape. Fixed words are equal, numbers any, brackets anything; undefined for all other titles.
 */
export function placeholderPattern(title: string): ((other: string) => boolean) | undefined {
  const name = withoutMarkup(splitSuffixes(title).name);
  if (!MAY_HAVE_HOLE.test(name)) return undefined;
  const pieces = name.split(HOLE);
  if (pieces.length === 1) return undefined;
  const last = pieces.at(-1) ?? '';
  // A last “(Priority: P1)” is the author's to change or drop: the hole before it takes it in.
  if (/^ ?[(（].*[)）]$/.test(last)) pieces[pieces.length - 1] = '';
  const fixed = pieces.map(shapeOf);
  return (other) => fits(shapeOf(splitSuffixes(other).name), fixed);
}

function withoutMarkup(title: string): string {
  let start = 0;
  while (start < title.length && MARKUP.includes(title.charAt(start))) start++;
  return withoutTail(title.slice(start), MARKUP);
}

const MARKUP = ' \t\u00a0*`';

/** Splits where no bracket is open; pieces without a letter or digit are none. */
function splitOutside(text: string, separator: RegExp): string[] {
  const folded = text.replace(BLANKS, ' ');
  if (folded.search(separator) === -1) return hasLetterOrDigit(folded) ? [folded.trim()] : [];
  const depths = depthsOf(folded);
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: found, index } of folded.matchAll(separator)) {
    if (depths[index] !== 0) continue;
    pieces.push(folded.slice(start, index));
    start = index + found.length;
  }
  pieces.push(folded.slice(start));
  return pieces.map((piece) => piece.trim()).filter(hasLetterOrDigit);
}

function depthsOf(text: string): Uint32Array {
  const depths = new Uint32Array(text.length);
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ('([{（［【'.includes(character)) depth++;
    depths[at] = depth;
    if (0 < depth && ')]}）］】'.includes(character)) depth--;
  }
  return depths;
}

/** At 与, 及, 和 and と, which also stand inside words: so only between two characters and more. */
function splitIdeographs(part: string): readonly string[] {
  const pieces = part.split(CONNECTIVE);
  return pieces.every((piece) => 1 < piece.length) ? pieces : [part];
}

const CONNECTIVE = new RegExp(`(?<=[${IDEOGRAPHS}] ?)(?:以及|[与與及和と])(?= ?[${IDEOGRAPHS}])`, 'u');

/** Most titles have none, and the pattern below takes a while to be made ready. */
const MAY_HAVE_HOLE = /[[{<【［…]|\.\.\.|x$/i;
/** `[…]`, `{…}`, `<…>`, `【…】` that stand for themselves, not behind a letter, digit or slash; `...` and `xxx`, too, where they are all or stand behind a colon. */
const HOLE =
  /(?<![\p{Script=Latin}\p{N}/])(?:\[[^[\]]+\]|\{\{[^{}]+\}\}|\{[^{}]+\}|<[^<>]+>|【[^【】]+】|［[^［］]+］)|(?<=^|[:：–—-] )(?:\.{3,}|…+|x{3,})$|(?<=[:：–—-] )x$/iu;

/** Words and numbers, the latter all alike. */
function shapeOf(title: string): readonly string[] {
  const words = setApart(fold(title)).match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return words.map((word) => (/^\p{N}/u.test(word) ? '#' : word));
}

/** Whether the fixed pieces stand in this order, the first and last at the ends, with at least a word for each hole. */
function fits(words: readonly string[], fixed: readonly (readonly string[])[]): boolean {
  const last = fixed.at(-1) ?? [];
  const end = words.length - last.length;
  if (!standsAt(words, fixed[0] ?? [], 0) || !standsAt(words, last, end)) return false;
  let at = fixed[0]?.length ?? 0;
  for (const piece of fixed.slice(1, -1)) {
    at++;
    while (at < end && !standsAt(words, piece, at)) at++;
    at += piece.length;
  }
  return at < end;
}

function standsAt(words: readonly string[], piece: readonly string[], at: number): boolean {
  return piece.every((word, index) => words[at + index] === word);
}
