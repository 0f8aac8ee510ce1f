/** Whether a title has a word of some others at all: most titles of most documents have none, and that is told before they are taken apart. */
import { isAscii } from './letters.ts';
import { closelySpelt, stemOf } from './stems.ts';
import { QUOTES } from './title-key.ts';
import { saysLittle, type TitleWords } from './title-phrases.ts';

export class WantedWords {
  /** As they stand in a key. */
  readonly #whole = new Set<string>();
  readonly #stems = new Set<string>();
  readonly #texts = new Set<string>();
  /** Words without what is between them, to which a title may be equal: `Data base`. */
  readonly #joined = new Set<string>();
  /** Some are written in other letters than those of ASCII. */
  readonly #isForeign: boolean;
  /** Some are nothing but signs: then anything may be one. */
  #isWordless = false;
  /** Some have words with signs in them, as `C++` and `what's`. */
  readonly #hasSigns: boolean;
  /** What was asked before. Bounded, and dropped as a whole. */
  readonly #known = new Map<string, boolean>();

  /** Of titles by their keys (see `titleKey`), and of those to be compared by likeness their words. */
  constructor(keys: ReadonlySet<string>, titles: readonly TitleWords[] = []) {
    for (const key of keys) {
      const all = key.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
      if (all.length === 0) this.#isWordless = true;
      const telling = all.filter((word) => !saysLittle(word));
      for (const word of telling.length === 0 ? all : telling) this.#whole.add(word);
    }
    for (const { whole, joined } of titles) {
      this.#joined.add(joined);
      for (const { text, stem } of whole.words) {
        this.#stems.add(stem);
        this.#texts.add(text);
      }
    }
    const all = [...keys, ...this.#texts];
    this.#isForeign = !all.every(isAscii);
    this.#hasSigns = all.some((words) => SIGNS.test(words));
  }

  /** False: its key is none of them, nor is it like any of them. True says nothing. */
  mayBeIn(title: string): boolean {
    if (this.#isWordless) return true;
    const isPlain = isAscii(title);
    if (!isPlain && this.#isForeign) return true;
    if (this.#hasSigns && SIGNS.test(title)) return true;
    const words = (isPlain ? title : title.normalize('NFKD').replace(ACCENTS, '')).replace(QUOTES, '').toLowerCase();
    for (const word of words.match(/[a-z0-9]+/g) ?? []) if (this.#isWanted(word)) return true;
    return false;
  }

  #isWanted(word: string): boolean {
    // Every heading of a very long document may have a number of its own.
    if (/\d/.test(word)) return this.#isOneOf(word);
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const wanted = this.#isOneOf(word) || this.#isAlmostOneOf(word);
    if (mostKnown <= this.#known.size) this.#known.clear();
    this.#known.set(word, wanted);
    return wanted;
  }

  #isOneOf(word: string): boolean {
    if (this.#whole.has(word)) return true;
    if (saysLittle(word)) return false;
    if (this.#stems.has(stemOf(word))) return true;
    for (const joined of this.#joined) if (joined.startsWith(word)) return true;
    return false;
  }

  #isAlmostOneOf(word: string): boolean {
    if (saysLittle(word)) return false;
    for (const text of this.#texts) if (closelySpelt(word, text)) return true;
    return false;
  }
}

const mostKnown = 20_000;

const SIGNS = /['’+#]/;
const ACCENTS = /\p{M}+/gu;
