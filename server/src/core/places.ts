/** Where blocks begin in a text that was read. */
import { PassageBlocks } from './passage-blocks.ts';
import type { Passage } from './passages.ts';
import { isPause, type Steps } from './steps.ts';
import type { LineIndex } from './text/line-index.ts';
import { lastBelow, lastWhere } from './text/search.ts';
import { isLinkComment } from './text/visible.ts';

/** A block by its first line and where it is kept. */
export interface Place {
  readonly line: number;
  /** Which passage it belongs to. */
  readonly passage: number;
  /** Which of its blocks it is; undefined for its heading. */
  readonly block: number | undefined;
}

export function* placesOf(lines: LineIndex, passages: readonly Passage[]): Steps<Places> {
  const starts = new Int32Array(passages.length);
  let start = 0;
  for (let at = 0; at < passages.length; at++) {
    if (isPause(at)) yield;
    starts[at] = start;
    start += passages[at]?.length ?? 0;
  }
  return new Places(lines, passages, starts);
}

export class Places {
  readonly #lines: LineIndex;
  readonly #passages: readonly Passage[];
  readonly #starts: Int32Array;

  /** `starts` are those of the passages. */
  constructor(lines: LineIndex, passages: readonly Passage[], starts: Int32Array) {
    this.#lines = lines;
    this.#passages = passages;
    this.#starts = starts;
  }

  /** Where a passage begins; the text’s end for the one behind the last. */
  startOf(passage: number): number {
    return this.#starts[passage] ?? this.#lines.length;
  }

  /** The last block that begins on the line or above it, of those that a reading can begin at where nothing is defined above it. */
  upTo(line: number): Place | undefined {
    if (line < 0) return undefined;
    const lines = this.#lines;
    const limit = lines.startOf(line + 1);
    const passage = lastBelow(this.#starts, limit);
    const start = this.startOf(passage);
    const { blocks = PassageBlocks.none, heading = 0 } = this.#passages[passage] ?? {};
    let block = lastWhere(blocks.length, (at) => start + blocks.startOf(at) < limit);
    if (block !== -1 && this.#goesOn(blocks.startOf(block), start, heading)) block--;
    if (block === -1 && passage === 0) return undefined;
    if (block === -1) return { line: lines.lineAt(start), passage, block: undefined };
    return { line: lines.lineAt(start + blocks.startOf(block)), passage, block };
  }

  /** The block that begins on just this line. What stands in a definition is none that the parser reads. */
  at(line: number): Place | undefined {
    const place = this.upTo(line);
    return place?.line !== line || this.#isInDefinition(place) ? undefined : place;
  }

  /** What stands behind that block: another one, or a heading. */
  behind({ passage, block = -1 }: Place): Place | undefined {
    const { blocks = PassageBlocks.none } = this.#passages[passage] ?? {};
    if (block + 1 < blocks.length) {
      const next = this.startOf(passage) + blocks.startOf(block + 1);
      return { line: this.#lines.lineAt(next), passage, block: block + 1 };
    }
    if (this.#passages.length <= passage + 1) return undefined;
    return { line: this.#lines.lineAt(this.startOf(passage + 1)), passage: passage + 1, block: undefined };
  }

  /** The line above a heading in HTML that has several: where one below makes it none, HTML above it goes on with it. */
  aboveLines({ line, passage, block }: Place): number | undefined {
    const { heading = 0 } = this.#passages[passage] ?? {};
    const start = this.startOf(passage);
    if (block !== undefined || !this.#isTag(start) || this.#lines.lineAt(start + heading) === line) return undefined;
    return line === 0 || this.#lines.isBlank(line - 1) ? undefined : line - 1;
  }

  /** Right below an HTML heading everything is read from there on. */
  #goesOn(first: number, from: number, heading: number): boolean {
    if (!/^\ufeff?</.test(this.#lines.textBetween(from, from + 2))) return false;
    return this.#lines.lineAt(from + first) === this.#lines.lineAt(from + heading) + 1;
  }

  #isInDefinition({ passage, block = -1 }: Place): boolean {
    const { blocks = PassageBlocks.none } = this.#passages[passage] ?? {};
    if (block === -1 || blocks.kindOf(block) !== 'comment') return false;
    const from = this.startOf(passage);
    const start = from + blocks.startOf(block);
    return !this.#isTag(start) && isLinkComment(this.#lines.textBetween(start, from + blocks.endOf(block)));
  }

  #isTag(offset: number): boolean {
    return /^\s*</.test(this.#lines.textBetween(offset, offset + 4));
  }
}
