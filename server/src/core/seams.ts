/** Where a reading can go on within a block: one may be very long, and what is typed in it reaches little of it. */
import type { Head, TopBlock } from './blocks.ts';
import type { LineIndex } from './text/line-index.ts';

type Kind = TopBlock['kind'];

/**
 * A block and the lines in it, below its first one, from which on everything is read alike whether the reading comes from the
 * block’s beginning or begins there, with some of the block’s first lines in front.
 */
export class Seams {
  readonly kind: Kind;
  readonly first: number;
  readonly #lines: LineIndex;
  readonly #end: number;
  readonly #from: number;
  /** How many of the block’s first lines are to be read before the line; undefined where it has no seams. */
  readonly #head: number | undefined;
  readonly #isSeam: (line: number) => boolean;
  /** How many cells a table lacks at most. */
  readonly #lacking: number;

  /**
   * `end` is the line behind the last one that is known to be the block’s. What stands above `from` was looked through before,
   * and `above` it is what came of it.
   */
  constructor(
    lines: LineIndex,
    { kind, first, end }: Pick<TopBlock, 'kind' | 'first' | 'end'>,
    from = first,
    above?: Seams,
  ) {
    this.kind = kind;
    this.first = first;
    this.#lines = lines;
    this.#end = end;
    this.#from = Math.max(first, from);
    this.#lacking = (above === undefined ? 0 : above.#lacking) + (kind === 'table' ? this.#cellsLacking() : 0);
    const of = this.#seams();
    this.#head = of?.head;
    this.#isSeam = of?.isSeam ?? (() => false);
  }

  /** The lines to be read before that one; undefined where no reading can go on there. */
  headAt(line: number): Head | undefined {
    if (this.#head === undefined || line <= this.first || line < this.first + this.#head) return undefined;
    if (this.#end <= line || !this.#isSeam(line)) return undefined;
    return [this.first, this.first + this.#head];
  }

  /** One at which a reading goes on, or that it begins with. */
  isSeamOrBeginning(line: number): boolean {
    return (line === this.first && this.#head === 0) || this.headAt(line) !== undefined;
  }

  /** Whether what has to be read before a seam is the same in both. */
  beginsAs(other: Seams): boolean {
    return this.#head === other.#head && this.#headText === other.#headText;
  }

  /** The last one up to a line. */
  lastUpTo(line: number): Seam | undefined {
    if (this.#head === undefined) return undefined;
    for (let at = Math.min(line, this.#end - 1); this.first < at; at--) {
      const head = this.headAt(at);
      if (head !== undefined) return { line: at, head };
    }
    return undefined;
  }

  #seams(): { readonly head: number; readonly isSeam: (line: number) => boolean } | undefined {
    const first = this.#line(this.first);
    switch (this.kind) {
      case 'list':
        return { head: 0, isSeam: (line) => ITEM.test(this.#line(line)) && !DELIMITERS.test(this.#line(line + 1)) };
      case 'quote':
        return this.#opensInside() ? undefined : { head: 0, isSeam: (line) => this.#isQuotedParagraph(line) };
      case 'paragraph':
        // What begins in any other way may come to be a definition, to its end.
        return WORDS.test(first) ? { head: 0, isSeam: (line) => WORDS.test(this.#line(line)) } : undefined;
      case 'code':
        if (SET_IN.test(first)) return { head: 0, isSeam: (line) => SET_IN.test(this.#line(line)) };
        return FENCE.test(first) ? { head: 1, isSeam: (line) => !DELIMITERS.test(this.#line(line)) } : undefined;
      case 'table':
        return mostLacking < this.#lacking ? undefined : { head: 2, isSeam: () => true };
      case 'comment':
      case 'other':
        return TAG.test(first) ? { head: 1, isSeam: (line) => !DELIMITERS.test(this.#line(line)) } : undefined;
      case 'heading':
        return undefined;
    }
  }

  get #headText(): string {
    return this.#lines.textBetween(
      this.#lines.startOf(this.first),
      this.#lines.startOf(this.first + (this.#head ?? 0)),
    );
  }

  get #all(): string {
    return this.#lines.textBetween(this.#lines.startOf(this.#from), this.#lines.startOf(this.#end));
  }

  /** Whether something may be open in a quote that goes on over blank lines. */
  #opensInside(): boolean {
    return OPENERS.some((each) => this.#lines.includes(each)) && OPENERS.some((each) => this.#all.includes(each));
  }

  /** Begins one or goes on with one, that stands in the quote and in nothing else in it. */
  #isQuotedParagraph(line: number): boolean {
    if (!QUOTED_WORDS.test(this.#line(line)) || DELIMITERS.test(this.#line(line + 1))) return false;
    for (let above = line - 1; this.first <= above; above--) {
      const words = this.#line(above);
      if (QUOTED_BLANK.test(words)) return true;
      if (!QUOTED_WORDS.test(words)) return false;
    }
    return true;
  }

  #cellsLacking(): number {
    const columns = this.#line(this.first + 1).match(/-+/g)?.length ?? 0;
    const all = this.#all.replace(/\r\n?/g, '\n');
    let lacking = 0;
    let bar = all.indexOf('|');
    for (let end = all.indexOf('\n'); end !== -1; end = all.indexOf('\n', end + 1)) {
      // The first bar and the last part no cells where they stand at a row’s ends, as they mostly do.
      let cells = -1;
      for (; bar !== -1 && bar < end; bar = all.indexOf('|', bar + 1)) if (all[bar - 1] !== '\\') cells++;
      lacking += Math.max(0, columns - Math.max(0, cells));
    }
    return lacking;
  }

  /** With what ends it. */
  #line(line: number): string {
    return this.#lines.textBetween(this.#lines.startOf(line), this.#lines.startOf(line + 1));
  }
}

export interface Seam {
  readonly line: number;
  readonly head: Head;
}

/** Of a list on top, whatever stands above it: no item is set in by so little. And no rule across the page. */
const ITEM = /^ ?(?:[-*+]|\d{1,9}[.)]) [^\r\n\p{L}\p{N}]*[\p{L}\p{N}]/u;
/** Under a line with bars in it they make that the head of a table. */
const DELIMITERS = /^[ \t]*[|:-][|: \t-]*(?:[\r\n]|$)/;
const WORDS = /^ {0,3}\p{L}/u;
const SET_IN = /^(?: {4}| {0,3}\t)[ \t]*\S/;
const FENCE = /^ {0,3}(?:```|~~~)/;
/** None that may come to be a heading. */
const TAG = /^ {0,3}<(?!h[1-6])/i;
const QUOTED_WORDS = /^ {0,3}> ?\p{L}/u;
const QUOTED_BLANK = /^ {0,3}>[ \t]*(?:[\r\n]|$)/;
const OPENERS = ['```', '~~~', '<'];

/** markdown-it adds the cells that a table lacks, and ends it where they are too many: half of those, for what was read and what is taken over. */
const mostLacking = 32 * 1024;
