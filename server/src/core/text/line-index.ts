/**
 * A text by its lines: offsets to lines and columns and back, zero-based, columns in UTF-16 code units, lines ended by LF,
 * CRLF or CR. It is kept in pieces, so that an edit copies the piece that it is in, and not the text.
 */
import { lastBelow } from './search.ts';
import type { Edit } from './span.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export class LineIndex {
  readonly length: number;
  readonly #pieces: readonly Piece[];
  /** Where each piece begins, and how many lines have ended before it, behind the last one too. */
  readonly #starts: readonly number[];
  #endedBefore: readonly number[] | undefined;
  /** How many pieces are known to have their lines counted. */
  #counted = 0;
  /** What was in one piece from the beginning, and is read quickest. */
  readonly #given: string | undefined;
  #text: string | undefined;
  #seams: string | undefined;

  constructor(text: string | readonly Piece[]) {
    this.#pieces = typeof text === 'string' ? piecesOf(text) : text;
    this.#given = typeof text === 'string' ? text : undefined;
    this.#text = this.#given;
    const starts: number[] = [];
    let length = 0;
    for (const piece of this.#pieces) {
      starts.push(length);
      length += piece.text.length;
    }
    this.#starts = starts;
    this.length = length;
  }

  /** How many lines there are; an empty text has one. */
  get count(): number {
    return (this.#ended[this.#pieces.length] ?? 0) + 1;
  }

  /** Counts some more lines of a new text, which is done in one for who asks for any: true while there are more of them. */
  countSome(): boolean {
    let left = piecesAtOnce;
    for (; this.#counted < this.#pieces.length; this.#counted++) {
      const piece = this.#pieces[this.#counted] as Piece;
      // An edit leaves most of them as they were.
      if (piece.count === undefined && left-- === 0) return true;
      countOf(piece);
    }
    return false;
  }

  /** The whole text. After an edit it is put together when first asked for, which takes time in proportion to its length. */
  get text(): string {
    // Added up, not joined: engines copy such a text once, when it is first read.
    this.#text ??= this.#pieces.reduce((all, { text }) => all + text, '');
    return this.#text;
  }

  /** Whether the words stand somewhere. Pieces that an edit leaves alone are not looked through again. */
  includes(words: string): boolean {
    if (longestKept < words.length || words.includes(seam)) return this.text.includes(words);
    if (this.#pieces.some((piece) => pieceIncludes(piece, words))) return true;
    this.#seams ??= this.#starts
      .slice(1)
      .map((start) => this.textBetween(start - longestKept, start + longestKept))
      .join(seam);
    return this.#seams.includes(words);
  }

  /** The same of what stands between two offsets. */
  includesBetween(words: string, start: number, end: number): boolean {
    for (let [at, from] = [this.#pieceAt(start), start]; from < end; at++) {
      const next = this.#starts[at + 1] ?? this.length;
      const isThere = (first: number, behind: number) => this.textBetween(first, Math.min(behind, end)).includes(words);
      // What is nowhere in a piece is in no part of it.
      if (pieceIncludes(this.#pieces[at] as Piece, words) && isThere(from, next)) return true;
      if (isThere(Math.max(from, next - words.length + 1), next + words.length - 1)) return true;
      from = next;
    }
    return false;
  }

  textBetween(start: number, end: number): string {
    if (this.#given !== undefined) return this.#given.slice(Math.max(0, start), Math.max(0, end));
    let words = '';
    for (let at = this.#pieceAt(start); at < this.#pieces.length; at++) {
      const from = this.#starts[at] ?? 0;
      if (end <= from) break;
      words += this.#pieces[at]?.text.slice(Math.max(0, start - from), end - from);
    }
    return words;
  }

  /** Where the line begins; the text's length for lines behind the last. */
  startOf(line: number): number {
    if (line <= 0) return 0;
    if (this.count <= line) return this.length;
    const at = lastBelow(this.#ended, line);
    return (this.#starts[at] ?? 0) + (breaksOf(this.#pieces[at] as Piece)[line - 1 - (this.#ended[at] ?? 0)] ?? 0);
  }

  /** Where the line's words end, before its line break. */
  endOf(line: number): number {
    const end = this.startOf(line + 1);
    if (this.count <= line + 1) return end;
    return this.#codeAt(end - 1) === LF && this.#codeAt(end - 2) === CR ? end - 2 : end - 1;
  }

  isBlank(line: number): boolean {
    const [start, end] = [this.startOf(line), this.endOf(line)];
    for (let at = start; at < end; at++) {
      if (start + fewBlanks < at) return !NO_BLANK.test(this.textBetween(at, end));
      const code = this.#codeAt(at);
      if (code !== SPACE && code !== TAB) return false;
    }
    return true;
  }

  lineAt(offset: number): number {
    const at = this.#pieceAt(offset);
    const breaks = breaksOf(this.#pieces[at] as Piece);
    return (this.#ended[at] ?? 0) + lastBelow(breaks, offset - (this.#starts[at] ?? 0) + 1) + 1;
  }

  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(within);
    return { line, character: Math.min(within, this.endOf(line)) - this.startOf(line) };
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    return Math.min(this.startOf(line) + Math.max(0, character), this.endOf(line));
  }

  edited({ span: { start, end }, newText }: Edit): LineIndex {
    // A line break may be in two halves, one before and one behind the edit: the pieces that hold the characters around it.
    const first = this.#pieceAt(Math.max(0, start - 1));
    const last = this.#pieceAt(end);
    const before = this.textBetween(this.#starts[first] ?? 0, start);
    const behind = this.textBetween(end, this.#starts[last + 1] ?? this.length);
    const changed = piecesOf(before + newText + behind);
    return new LineIndex([...this.#pieces.slice(0, first), ...changed, ...this.#pieces.slice(last + 1)]);
  }

  get #ended(): readonly number[] {
    if (this.#endedBefore === undefined) {
      const ended = [0];
      let lines = 0;
      for (const piece of this.#pieces) ended.push((lines += countOf(piece)));
      this.#endedBefore = ended;
    }
    return this.#endedBefore;
  }

  /** The one that the character at the offset is in; the last for the text's end. */
  #pieceAt(offset: number): number {
    return Math.max(0, lastBelow(this.#starts, offset + 1));
  }

  #codeAt(offset: number): number {
    const at = this.#pieceAt(offset);
    return this.#pieces[at]?.text.charCodeAt(offset - (this.#starts[at] ?? 0)) ?? 0;
  }
}

interface Piece {
  readonly text: string;
  /** How many line breaks it has: counted when first asked for. */
  count: number | undefined;
  /** The places behind them, none of which goes on in the next piece. Of very many the list is made when first asked for. */
  breaks: readonly number[] | undefined;
  /** What it was asked for, and whether it is there. */
  readonly known: Map<string, boolean>;
}

/** Longer words are looked for in the text as a whole. */
const longestKept = 200;
const seam = '\0';
/** Templates come and go: of what was asked long ago nothing is kept. */
const mostKnown = 200;

function pieceIncludes({ text, known }: Piece, words: string): boolean {
  const found = known.get(words);
  if (found !== undefined) return found;
  // Quickly told: where a mark's first sign is all over a text, its last may be nowhere.
  const isThere = text.includes(words.slice(0, 1)) && text.includes(words.slice(-1)) && text.includes(words);
  if (mostKnown <= known.size) known.clear();
  known.set(words, isThere);
  return isThere;
}

/** So short that it is copied in no time, so long that there are few of them. */
const pieceLength = 16 * 1024;

/** How many pieces’ lines are counted before others are heard: a millisecond or two. */
const piecesAtOnce = 16;

/** Where line breaks are put down while one piece is looked through: a list that grows takes three times as long. */
const found = new Int32Array(2 * pieceLength + 1);

/** A list of its own, and no typed one: what these take the engine lets go of later. */
function foundUpTo(count: number): readonly number[] {
  const breaks = new Array<number>(count);
  for (let at = 0; at < count; at++) breaks[at] = found[at] as number;
  return breaks;
}

/** A line may be nothing else for megabytes: what is behind so many is looked at all at once. */
const fewBlanks = 200;
const NO_BLANK = /[^ \t]/;

const nowhere = Number.POSITIVE_INFINITY;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

function piecesOf(text: string): readonly Piece[] {
  if (text.length <= 2 * pieceLength) return [pieceOf(text)];
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + pieceLength, text.length);
    if (text.charCodeAt(end - 1) === CR && text.charCodeAt(end) === LF) end++;
    pieces.push(pieceOf(text.slice(start, end)));
    start = end;
  }
  return pieces;
}

function pieceOf(text: string): Piece {
  return { text, count: undefined, breaks: undefined, known: new Map() };
}

/** Lists the places behind them, too, but in a text that may be nothing else for megabytes. */
function countOf(piece: Piece): number {
  if (piece.count === undefined) {
    const count = countedApart(piece.text);
    if (count !== undefined) piece.breaks = foundUpTo(count);
    piece.count = count ?? findBreaks(piece.text);
  }
  return piece.count;
}

/** How many there are, all of which are put down; undefined where lines are very short. */
function countedApart(text: string): number | undefined {
  let count = 0;
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      if (at < shortLine * count - manyAtFirst) return undefined;
      found[count++] = at + 1;
    }
    return count;
  }
  const next = (sign: string, from: number) => {
    const at = text.indexOf(sign, from);
    return at === -1 ? nowhere : at;
  };
  let [lf, cr] = [next('\n', 0), next('\r', 0)];
  while (lf !== nowhere || cr !== nowhere) {
    const isPair = cr + 1 === lf;
    const end = isPair ? lf : Math.min(cr, lf);
    if (end < shortLine * count - manyAtFirst) return undefined;
    if (isPair || cr === end) cr = next('\r', end + 1);
    if (lf === end) lf = next('\n', end + 1);
    found[count++] = end + 1;
  }
  return count;
}

/** In UTF-16 code units: where lines are no longer, to look for each line break by itself takes longer than to look at each character. */
const shortLine = 10;
const manyAtFirst = 1024;

function breaksOf(piece: Piece): readonly number[] {
  countOf(piece);
  piece.breaks ??= foundUpTo(findBreaks(piece.text));
  return piece.breaks;
}

/** The same of any text. */
function findBreaks(text: string): number {
  let count = 0;
  for (let [at, last] = [0, 0]; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF && last === CR) found[count - 1] = at + 1;
    else if (code === LF || code === CR) found[count++] = at + 1;
    last = code;
  }
  return count;
}
