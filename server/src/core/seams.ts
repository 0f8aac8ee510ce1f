/** Where a reading can go on within a block: one may be very long, and what is typed in it reaches little of it. */
import type { Head, TopBlock } from './blocks.ts';
import { mostLines, QuotedLines } from './quoted-lines.ts';
import { endOfDefinition } from './settled.ts';
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
  readonly #shape: Shape | undefined;

  /**
   * `end` is the line behind the last one that is known to be the block’s. What stands above `from` was looked through before.
   */
  constructor(
    lines: LineIndex,
    { kind, first, end, isCut }: Pick<TopBlock, 'kind' | 'first' | 'end' | 'isCut'>,
    from = first,
  ) {
    this.kind = kind;
    this.first = first;
    this.#lines = lines;
    this.#end = end;
    this.#from = Math.max(first, from);
    // What is left out, and up to where, is told by what stands far above.
    this.#shape = isCut ? undefined : this.#shapeOf(kind);
  }

  /** The lines to be read before that one; undefined where no reading can go on there. */
  headAt(line: number): Head | undefined {
    if (this.#shape === undefined || line <= this.first || this.#end <= line) return undefined;
    const { head, isSeam } = this.#shape;
    return line < this.first + head || !isSeam(line) ? undefined : [this.first, this.first + head];
  }

  /** Whether a line in it, or its first one, is where `old` can be gone on with. */
  goesOnAs(old: Seams, line: number): boolean {
    const shape = this.#shape;
    if (shape === undefined || shape.head !== old.#shape?.head) return false;
    if (shape.isOfHead && this.#headText !== old.#headText) return false;
    return line === this.first ? !shape.isOfHead : this.headAt(line) !== undefined;
  }

  /** The last one up to a line, where there is one not far above. */
  lastUpTo(line: number): Seam | undefined {
    if (this.#shape === undefined) return undefined;
    const last = Math.min(line, this.#end - 1);
    for (let at = last; Math.max(this.first, last - mostLines) < at; at--) {
      const head = this.headAt(at);
      if (head !== undefined) return { line: at, head };
    }
    return undefined;
  }

  #shapeOf(kind: Kind): Shape | undefined {
    const first = this.#line(this.first);
    const mayStand = (line: number) => !DELIMITERS.test(this.#line(line));
    switch (kind) {
      case 'list':
        return shape(0, (line) => ITEM.test(this.#line(line)) && mayStand(line + 1));
      case 'quote': {
        if (this.#opensInside()) return undefined;
        const quoted = new QuotedLines((line) => this.#line(line), this.#from);
        return shape(0, (line) => quoted.isSeam(line) && mayStand(line + 1));
      }
      case 'paragraph':
        // What may come to be a definition may be one to its end.
        if (this.first < endOfDefinition(this.#lines, this.first)) return undefined;
        // In one paragraph a line is what it is in another, and at the beginning of one.
        return { head: 1, isOfHead: false, isSeam: mayStand };
      case 'code':
        if (SET_IN.test(first)) return shape(0, (line) => SET_IN.test(this.#line(line)));
        return FENCE.test(first) ? shape(1, mayStand) : undefined;
      case 'table':
        return shape(2, () => true);
      case 'comment':
      case 'other':
        return TAG.test(first) ? shape(1, mayStand) : undefined;
      case 'heading':
        return undefined;
    }
  }

  get #headText(): string {
    const { head = 0 } = this.#shape ?? {};
    return this.#lines.textBetween(this.#lines.startOf(this.first), this.#lines.startOf(this.first + head));
  }

  /** What was not looked through before; undefined where that would take long. */
  get #all(): string | undefined {
    const [start, end] = [this.#lines.startOf(this.#from), this.#lines.startOf(this.#end)];
    return mostLookedThrough < end - start ? undefined : this.#lines.textBetween(start, end);
  }

  /** Whether something may be open in a quote that goes on over blank lines. */
  #opensInside(): boolean {
    if (!OPENERS.some((each) => this.#lines.includes(each))) return false;
    const all = this.#all;
    return all === undefined || OPENERS.some((each) => all.includes(each));
  }

  /** With what ends it. */
  #line(line: number): string {
    return this.#lines.textBetween(this.#lines.startOf(line), this.#lines.startOf(line + 1));
  }
}

/** Whether something in a block may be nested so deep that the parser leaves out what stands behind it. */
export function mayBeCut(lines: LineIndex, { kind, first, end }: Pick<TopBlock, 'kind' | 'first' | 'end'>): boolean {
  if (kind !== 'list' && kind !== 'quote') return false;
  const [from, to] = [lines.startOf(first), lines.startOf(end)];
  return mostLookedThrough < to - from || DEEP.test(lines.textBetween(from, to));
}

export interface Seam {
  readonly line: number;
  readonly head: Head;
}

/** Where a kind of block has seams. */
interface Shape {
  /** How many of the block’s first lines are to be read before the line. */
  readonly head: number;
  /** Whether a block with other such lines is another one: then none that begins with the line goes on as this one does. */
  readonly isOfHead: boolean;
  readonly isSeam: (line: number) => boolean;
}

function shape(head: number, isSeam: (line: number) => boolean): Shape {
  return { head, isOfHead: 0 < head, isSeam };
}

/** Of a list on top, whatever stands above it: no item is set in by so little. And no rule across the page. */
const ITEM = /^ ?(?:[-*+]|\d{1,9}[.)]) [^\r\n\p{L}\p{N}]*[\p{L}\p{N}]/u;
/** Under a line with bars in it they make that the head of a table. */
const DELIMITERS = /^[ \t]*[|:-][|: \t-]*(?:[\r\n]|$)/;
const SET_IN = /^(?: {4}| {0,3}\t)[ \t]*\S/;
const FENCE = /^ {0,3}(?:```|~~~)/;
/** None that may come to be a heading. */
const TAG = /^ {0,3}<(?!h[1-6])/i;
const OPENERS = ['```', '~~~', '<'];

/** A quote in a quote is set in by a column, a list in a list by two, and a tab is four at most. */
const DEEP = /(?:^\ufeff?|[\r\n])[-*+>.)\d \t]{25}/;

/** In UTF-16 code units: what is looked through in some milliseconds. */
const mostLookedThrough = 1024 * 1024;
