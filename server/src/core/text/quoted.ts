/** Somebody's words inside a message. */
import { closest } from './closest.ts';

/** Between curly quotes, on one line, and not all of what is long. Never throws. */
export function quoted(words: string): string {
  const line = words
    .slice(0, 2 * longest)
    .replace(/\s+/g, ' ')
    .trim();
  return `“${line.length <= longest ? line : `${line.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`}”`;
}

/** `. Did you mean “sections”?`, to stand behind words about one that is not known; empty where none is near. Never throws. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const words = Array.from(known);
  const begun = shortest <= word.length ? words.find((each) => each.startsWith(word)) : undefined;
  const meant = begun ?? closest(word, words);
  return meant === undefined ? '' : `. Did you mean “${meant}”?`;
}

/** Fewer letters begin too many words. */
const shortest = 3;

const longest = 80;
