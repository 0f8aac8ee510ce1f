/** Where a reading can go on within a quote in which nothing is open over its blank lines: neither code nor HTML. */

/** `from` is where the quote begins, or a reading of it. */
export class QuotedLines {
  readonly #line: (line: number) => string;
  readonly #from: number;
  /** Those that were last looked at: each would be looked for from far above. */
  #words: Run | undefined;
  #numbers: Run | undefined;

  constructor(line: (line: number) => string, from: number) {
    this.#line = line;
    this.#from = from;
  }

  /** Whether the line begins a paragraph or goes on with one, or begins an item, that stands in the quote and in nothing else in it. */
  isSeam(line: number): boolean {
    const words = this.#line(line);
    if (WORDS.test(words)) return this.#isParagraph(line);
    if (!ITEM.test(words) || DELIMITERS.test(this.#line(line + 1))) return false;
    // It ends whatever is above it; with another number it would go on with a paragraph.
    return CERTAIN_ITEM.test(words) || this.#isNumbered(line);
  }

  #isParagraph(line: number): boolean {
    this.#words = this.#runUpTo(line, this.#words, (each) => WORDS.test(each) || UNMARKED.test(each), BLANK);
    return this.#words.isSeam;
  }

  #isNumbered(line: number): boolean {
    this.#numbers = this.#runUpTo(line, this.#numbers, (each) => ITEM.test(each), ENDS_PARAGRAPH);
    return this.#numbers.isSeam;
  }

  /** Where lines of a kind begin that end with that one, and whether with what stands above them. Those that were looked at are not looked at again. */
  #runUpTo(line: number, known: Run | undefined, isOfRun: (words: string) => boolean, above: RegExp): Run {
    if (known !== undefined && known.first <= line && line <= known.last) return known;
    const top = Math.max(this.#from, line - mostLines);
    let first = line;
    while (top < first && isOfRun(this.#line(first - 1))) {
      first--;
      if (known?.last === first) return { ...known, last: line };
    }
    return { first, last: line, isSeam: first === this.#from || above.test(this.#line(first - 1)) };
  }
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly isSeam: boolean;
}

/** How far above a line something is looked for: a reading that began farther away would take too long. */
export const mostLines = 5000;

const WORDS = /^ {0,3}> ?\p{L}/u;
/** What has no mark goes on with a paragraph, or it would be none of the quote’s. */
const UNMARKED = /^[ \t]*[^> \t\r\n]/;
const BLANK = /^ {0,3}>[ \t]*(?:[\r\n]|$)/;
/** Of a list right in the quote: no item in another is set in by so little. And no rule across the page. */
const ITEM = /^ {0,3}> {0,2}(?:[-*+]|\d{1,9}[.)]) [^\r\n\p{L}\p{N}]*[\p{L}\p{N}]/u;
const CERTAIN_ITEM = /^ {0,3}> {0,2}(?:[-*+]|1[.)]) /;
const ENDS_PARAGRAPH = /^ {0,3}>(?:[ \t]*(?:[\r\n]|$)| {0,2}(?:[-*+]|1[.)]) [^\r\n\p{L}\p{N}]*[\p{L}\p{N}])/u;
/** In the quote they make the line above them the head of a table, where it has bars in it. */
const DELIMITERS = /^ {0,3}>[ \t]*[|:-][|: \t-]*(?:[\r\n]|$)/;
