/** What a line stands in, quotes, items and what is open in them, and how to have it there again: a reading can go on behind that. */
import type { TopBlock } from './top-blocks.ts';

export interface Read {
  readonly blocks: readonly TopBlock[];
  /** The parser did not give up. */
  readonly complete: boolean;
  /** Where what is read can be gone on with, among the lines where something may begin. */
  readonly goOn?: (mayBegin: (line: number) => boolean) => GoOn | undefined;
}

export interface GoOn {
  readonly line: number;
  /** Lines to be read in front of it. */
  readonly head: string;
  /** What is open there, by markdown-it’s token. */
  readonly type: string | undefined;
}

/** A line that a reading may go on at, where it has the same in front of it. */
export interface Candidate extends GoOn {
  /** What the line stands in, in words. */
  readonly where: string;
}

/** What is read of the parser's state. */
interface State {
  readonly src: string;
  readonly line: number;
  readonly bMarks: readonly number[];
  readonly eMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly blkIndent: number;
  readonly listIndent: number;
}

interface Token {
  readonly map: readonly [number, number] | null;
}

/** Where something begins. */
interface Beginning {
  readonly line: number;
  /** The offset behind all marks of what it stands in. */
  readonly at: number;
  readonly opening: Opening | undefined;
  /** All that the parser looks at when it goes on. */
  readonly where: string;
}

/** A quote or an item. */
interface Opening {
  readonly line: number;
  readonly outer: Opening | undefined;
  readonly where: string;
  /** Behind its mark, where something begins right there: an item may have nothing on its first line. */
  at: number | undefined;
}

/** Told what is read, by lines, up to one of them. */
export class Surroundings {
  readonly #state: State;
  readonly #upTo: number;
  #opening: Opening | undefined;
  #last: Beginning | undefined;
  /** What is open, and so takes its lines whatever they are, up to one. */
  #type: string | undefined;
  #end: () => number = () => 0;
  #isBehind = false;

  constructor(state: State, upTo: number) {
    this.#state = state;
    this.#upTo = upTo;
  }

  /** Something begins at a line; an item does by itself, as there may be nothing else on its line. */
  begins(line: number, item = ''): void {
    this.#isBehind ||= this.#upTo < line;
    if (this.#isBehind) return;
    const { bMarks, tShift, blkIndent, listIndent } = this.#state;
    const opening = this.#opening;
    const at = (bMarks[line] ?? 0) + (tShift[line] ?? 0);
    this.#last = { line, at, opening, where: `${opening?.where ?? ''} ${blkIndent} ${listIndent}${item}` };
    this.#type = undefined;
    if (opening?.line === line && item === '') opening.at ??= at;
  }

  /** What began last takes all lines up to one. */
  takes(type: string, end: () => number): void {
    if (this.#isBehind) return;
    this.#type = type;
    this.#end = end;
  }

  reads(type: string, token: Token): void {
    const { line } = this.#state;
    if (type === 'list_item_open') this.begins(line, type);
    if (this.#isBehind) return;
    if (type === 'list_item_close' || type === 'blockquote_close') this.#opening = this.#opening?.outer;
    else if (type === 'list_item_open' || type === 'blockquote_open')
      this.#opening = { line, outer: this.#opening, where: `${this.#last?.where}${type}`, at: undefined };
    else if (type in linesInFront) this.takes(type, () => (type === 'table_open' ? (token.map?.[1] ?? 0) : line));
  }

  /** The last line below a head at which a reading can go on: of the few that are tried. */
  goesOnAt(inHead: number, isAlike: (candidate: Candidate) => boolean): Candidate | undefined {
    const last = this.#last;
    if (last === undefined) return undefined;
    const { line: first } = last;
    const type = this.#type;
    if (type !== undefined) {
      const head = this.#headWithin(last, type);
      // What code that is set in stands in began above it.
      const where = linesInFront[type] === 0 ? `${last.where} 0` : whereOf(last);
      const bottom = Math.min(this.#upTo, this.#end() - 1);
      const top = Math.max(inHead, first, first - 1 + (linesInFront[type] ?? 0), bottom - mostTried);
      for (let line = bottom; top < line && head.length <= mostInFront; line--)
        if (isAlike({ line, head, type, where })) return { line, head, type, where };
    }
    const candidate = { line: first, head: this.#headOf(last.opening, first), type: undefined, where: whereOf(last) };
    return inHead < first && candidate.head.length <= mostInFront && isAlike(candidate) ? candidate : undefined;
  }

  /** Whether a line with the head of a candidate in front stands in the same. */
  isAs(line: number, { type, where }: Candidate): boolean {
    const first = line - (linesInFront[type ?? ''] ?? 0);
    if (this.#last?.line !== first || whereOf(this.#last) !== where) return false;
    return type === undefined || (this.#type === type && line < this.#end());
  }

  /** Lines that open what was opened above a line, and leave nothing open in that. */
  #headOf(opening: Opening | undefined, line: number): string {
    if (opening === undefined) return '';
    const { outer, at } = opening;
    if (line <= opening.line) return this.#headOf(outer, line);
    const all = this.#source(at ?? this.#state.eMarks[opening.line] ?? 0);
    // What is set in farther is code, which would go on behind the blank line; and what is below a mark alone is set in by one blank.
    const isSetIn = at !== undefined && all.length < all.trimEnd().length + 5;
    const marks = isSetIn ? all : `${all.trimEnd()} `;
    return `${this.#headOf(outer, opening.line)}${marks}x\n${marks.replace(/[^>\t]/g, ' ').trimEnd()}\n`;
  }

  /** The same, and what is open. */
  #headWithin({ opening, line, at }: Beginning, type: string): string {
    const count = linesInFront[type] ?? 0;
    if (count === 0) return this.#headOf(opening, line + 1);
    const above = this.#headOf(opening, line);
    return above + (AS_IT_STANDS.test(type) ? this.#source(at, count) : `${this.#source(at)}x\n`);
  }

  /** From a line’s beginning to an offset in it, or so many lines. */
  #source(at: number, lines = 0): string {
    const { src } = this.#state;
    let end = at;
    for (let line = 0; line < lines; line++) end = src.indexOf('\n', end) + 1;
    return src.slice(src.lastIndexOf('\n', at - 1) + 1, end);
  }
}

/** With how much of it began on the line itself. */
function whereOf({ line, opening, where }: Beginning): string {
  let own = 0;
  for (let each = opening; each?.line === line; each = each.outer) own++;
  return `${where} ${own}`;
}

/** Of what is nested too deep: all that is behind it. */
export const leftOut = 'left out';

/** Which of the lines of what is open stand in front of others. A heading is a paragraph up to the line below it that makes it one. */
const linesInFront: Readonly<Record<string, number>> = {
  paragraph_open: 1,
  heading_open: 1,
  fence: 1,
  html_block: 1,
  table_open: 2,
  code_block: 0,
  [leftOut]: 1,
};

/** Others are the same whatever words they begin with. */
const AS_IT_STANDS = /^(?:fence|html_block|table_open)$/;

/** A line that begins something else in front of it, with a fence for instance, is none to go on at; few are. */
const mostTried = 20;

/** In UTF-16 code units: it is read again with each part. */
const mostInFront = 16 * 1024;
