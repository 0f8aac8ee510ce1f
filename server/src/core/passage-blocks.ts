/** The blocks of a passage as numbers: there may be a million, and objects are what the engine has to move. */
import { isPause, type Steps } from './steps.ts';
import type { BlockKind } from './top-blocks.ts';

/**
 * Places are UTF-16 code units from where the passage begins; of a text of more than 128 million of them, which is too large to
 * be checked, they are some others. Written while the passage is, and the same from then on.
 */
export class PassageBlocks {
  static readonly none = new PassageBlocks([]);

  /** Two of each: where it starts, with its kind in the lowest bits, and where it ends. */
  readonly #numbers: number[];

  constructor(numbers: number[]) {
    this.#numbers = numbers;
  }

  get length(): number {
    return this.#numbers.length / 2;
  }

  /** Of one that there is, as the other two. */
  kindOf(at: number): BlockKind {
    return kinds[(this.#numbers[2 * at] ?? 0) & lowest] as BlockKind;
  }

  startOf(at: number): number {
    return (this.#numbers[2 * at] ?? 0) >> bits;
  }

  endOf(at: number): number {
    return this.#numbers[2 * at + 1] ?? 0;
  }

  add(kind: BlockKind, start: number, end: number): void {
    this.#numbers.push((start << bits) | numberOf[kind], end);
  }

  /** Those up to one, to be written on. */
  upTo(at: number): PassageBlocks {
    return new PassageBlocks(this.#numbers.slice(0, 2 * at));
  }

  /** All of them in no more room than they take: a list that was added to has room for others, which many cannot have. */
  written(): PassageBlocks {
    const { length } = this;
    if (length === 0) return PassageBlocks.none;
    return length < mostCopied ? this.upTo(length) : this;
  }

  /** The same where there is so much more in one of them, with which those behind it move. Stops behind some hundreds. */
  *grown(grownAt: number, by: number): Steps<PassageBlocks> {
    const numbers = this.#numbers.slice();
    for (let at = grownAt; at < this.length; at++) {
      if (isPause(at)) yield;
      const start = this.startOf(at) + (at === grownAt ? 0 : by);
      numbers[2 * at] = (start << bits) | ((numbers[2 * at] ?? 0) & lowest);
      numbers[2 * at + 1] = this.endOf(at) + by;
    }
    return new PassageBlocks(numbers);
  }
}

const numberOf = { paragraph: 0, list: 1, quote: 2, table: 3, code: 4, comment: 5, other: 6 } satisfies Record<
  BlockKind,
  number
>;
/** In the order of their numbers. */
const kinds = Object.keys(numberOf) as readonly BlockKind[];
const bits = 3;
const lowest = 2 ** bits - 1;

const mostCopied = 1000;
