/** What lists and tables are made of. */
import type { LineIndex } from './text/line-index.ts';
import type { Span } from './text/span.ts';

export interface BlockItem {
  /** Whole lines, without the last line break. */
  readonly span: Span;
  /** Each paragraph in it, or cell, without markup. Made when first read. */
  readonly proses: readonly string[];
}

/** An item or row as it was read: its lines, and its inline source. */
export interface ItemToken {
  readonly map: readonly [number, number];
  readonly contents: string[];
}

/** An item of the list, or a row of the table, that has just been opened; not of one within it. By markdown-it's token. */
export function opensItem({ type, level }: { readonly type: string; readonly level: number }): boolean {
  return (type === 'list_item_open' && level === 1) || (type === 'tr_open' && level === 2);
}

/** A table's first row is its head, and is left out. */
export function itemsOf(
  kind: string,
  tokens: readonly ItemToken[],
  lines: LineIndex,
  proseOf: (content: string) => string,
): readonly BlockItem[] {
  return (kind === 'table' ? tokens.slice(1) : tokens).map(
    ({ map, contents }) => new ReadItem(linesOf(map, lines), contents, proseOf),
  );
}

class ReadItem implements BlockItem {
  readonly span: Span;
  readonly #contents: readonly string[];
  readonly #proseOf: (content: string) => string;
  #proses: readonly string[] | undefined;

  constructor(span: Span, contents: readonly string[], proseOf: (content: string) => string) {
    this.span = span;
    this.#contents = contents;
    this.#proseOf = proseOf;
  }

  get proses(): readonly string[] {
    this.#proses ??= this.#contents.map(this.#proseOf);
    return this.#proses;
  }
}

/** Lines from the first to the one before the second, without the blank ones at the end, and without the last line break. */
export function linesOf(map: readonly [number, number], lines: LineIndex): Span {
  let last = map[1] - 1;
  while (map[0] < last && lines.isBlank(last)) last--;
  return { start: lines.startOf(map[0]), end: lines.endOf(last) };
}
