/** A paragraph that was cut from another. */
import { type Block, proseOfLines } from './blocks.ts';
import { beginningOf } from './text/source.ts';
import type { Span } from './text/span.ts';

/** Lines of a paragraph, or a part of one, as a paragraph. */
export function paragraphOf(text: string, span: Span): Block {
  return new Paragraph(text, span);
}

const none: never[] = [];

class Paragraph implements Block {
  readonly kind = 'paragraph';
  readonly items = none;
  readonly span: Span;
  readonly #text: string;
  #prose: string | undefined;

  constructor(text: string, span: Span) {
    this.#text = text;
    this.span = span;
  }

  get prose(): string {
    this.#prose ??= proseOfLines(this.#source);
    return this.#prose;
  }

  proseUpTo(length: number): string {
    return proseOfLines(beginningOf(this.#source, length));
  }

  get #source(): string {
    return this.#text.slice(this.span.start, this.span.end);
  }
}
