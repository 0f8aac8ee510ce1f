/** A block at its place in a version of a text. */
import type { BlockItem } from './block-items.ts';
import { type Block, type Definitions, itemsIn, proseIn } from './blocks.ts';
import type { PassageBlock } from './passages.ts';
import type { LineIndex } from './text/line-index.ts';
import { areAll, firstLines, withoutBom } from './text/source.ts';
import type { Span } from './text/span.ts';

/** What blocks and sections are made of that are the same in many versions. */
export interface Version {
  readonly lines: LineIndex;
  readonly definitions: Definitions;
}

/** The same for all blocks of a section. */
export interface PlaceOfBlocks {
  readonly version: Version;
  readonly start: number;
}

/** There may be a million, and most versions of a text are gone when the next letter is typed: it has as little of its own as it can. */
export class PlacedBlock implements Block {
  readonly #place: PlaceOfBlocks;
  readonly #block: PassageBlock;
  #prose: string | undefined;
  #items: readonly BlockItem[] | undefined;

  constructor(place: PlaceOfBlocks, block: PassageBlock) {
    this.#place = place;
    this.#block = block;
  }

  get kind(): Block['kind'] {
    return this.#block.kind;
  }

  get span(): Span {
    const { start, end } = this.#block;
    return { start: this.#place.start + start, end: this.#place.start + end };
  }

  get prose(): string {
    const { version } = this.#place;
    this.#prose ??= proseIn(this.kind, sourceOf(version, this.span), version.definitions);
    return this.#prose;
  }

  proseUpTo(length: number): string {
    const { lines, definitions } = this.#place.version;
    const { span } = this;
    return areAll(lines, span, length) ? this.prose : proseIn(this.kind, firstLines(lines, span, length), definitions);
  }

  get items(): readonly BlockItem[] {
    const { lines, definitions } = this.#place.version;
    this.#items ??= itemsIn(this.kind, this.span, lines, definitions);
    return this.#items;
  }
}

export function sourceOf({ lines }: Version, { start, end }: Span): string {
  return withoutBom(lines, start, end);
}
