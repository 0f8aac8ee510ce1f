/** Some titles, and whether another is one of them, which is asked of every heading. */
import { titleKey } from './title-key.ts';
import { WantedWords } from './wanted-words.ts';

export class TitleSet {
  readonly #keys: ReadonlySet<string>;
  readonly #wanted: WantedWords;
  /** What was asked before: headings of one name stand in many documents. Bounded, and dropped as a whole. */
  readonly #known = new Map<string, boolean>();

  /** As `titleKey` has them. */
  constructor(keys: ReadonlySet<string>) {
    this.#keys = keys;
    this.#wanted = new WantedWords(keys);
  }

  get size(): number {
    return this.#keys.size;
  }

  has(title: string): boolean {
    const known = this.#known.get(title);
    if (known !== undefined) return known;
    const has = this.#wanted.mayBeIn(title) && this.#keys.has(titleKey(title));
    if (mostTitles <= this.#known.size) this.#known.clear();
    this.#known.set(title, has);
    return has;
  }
}

const mostTitles = 5_000;
