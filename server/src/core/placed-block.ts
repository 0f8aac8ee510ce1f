/** A block at its place in a version of a text. */
import type { BlockItem } from './block-items.ts';
import { type Block, type Definitions, itemsIn, proseIn } from './blocks.ts';
import type { PassageBlocks } from './passage-blocks.ts';
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
  readonly blocks: PassageBlocks;
}

/** One of a passage’s blocks, where the passage stands. */
export function placedBlock(place: PlaceOfBlocks, at: number): Block {
  const kind = place.blocks.kindOf(at);
  return kind === 'list' || kind === 'table' ? new PlacedList(place, at) : new PlacedBlock(place, at);
}

/** There may be a million, and most versions of a text are gone when the next letter is typed: it has as little of its own as it can. */
class PlacedBlock implements Block {
  readonly #place: PlaceOfBlocks;
  readonly #at: number;
  #prose: string | undefined;

  constructor(place: PlaceOfBlocks, at: number) {
    this.#place = place;
    this.#at = at;
  }

  get kind(): Block['kind'] {
    return this.#place.blocks.kindOf(this.#at);
  }

  get span(): Span {
    const { start, blocks } = this.#place;
    return { start: start + blocks.startOf(this.#at), end: start + blocks.endOf(this.#at) };
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
    return none;
  }

  protected listed(): readonly BlockItem[] {
    const { lines, definitions } = this.#place.version;
    return itemsIn(this.kind, this.span, lines, definitions);
  }
}

class PlacedList extends PlacedBlock {
  #items: readonly BlockItem[] | undefined;

  override get items(): readonly BlockItem[] {
    this.#items ??= this.listed();
    return this.#items;
  }
}

const none: never[] = [];

export function sourceOf({ lines }: Version, { start, end }: Span): string {
  return withoutBom(lines, start, end);
}
