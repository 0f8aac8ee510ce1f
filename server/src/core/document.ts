/** Text to sections. The only file that sees markdown-it. */
import type { LineIndex } from './text/line-index.ts';
import type { Edit, Span } from './text/span.ts';

export interface SpecDocument {
  readonly text: string;
  readonly lines: LineIndex;
  /** From the opening `---` to the end of the closing one. */
  readonly frontMatter: Span | undefined;
  /** Of level 0: its body is what stands above the first heading. */
  readonly root: Section;
}

export interface Section {
  /** The heading's words, without markup. */
  readonly title: string;
  readonly level: number;
  /** The heading's source, without the line break behind it. Empty for the root. */
  readonly heading: Span;
  /** From the heading to the first child, or to the end. */
  readonly body: Span;
  /** What the body is made of. */
  readonly blocks: readonly Block[];
  /** Heading, body and children. */
  readonly span: Span;
  readonly children: readonly Section[];
}

export interface Block {
  readonly kind: 'paragraph' | 'list' | 'quote' | 'table' | 'code' | 'comment' | 'other';
  /** Whole lines, without the last line break. */
  readonly span: Span;
  /** Its words, without markup: empty for code and comments. Parsed when first read. */
  readonly prose: string;
}

/** Parsing never fails: any text is a document. `changes` are in the order typed, each in offsets of the text the one before it left. */
export function parseDocument(text: string, previous?: SpecDocument, changes?: readonly Edit[]): SpecDocument {
  throw new Error(`not yet ${text} ${previous} ${changes}`);
}

/** Every section in document order, without the root. */
export function* allSections(section: Section): Iterable<Section> {
  for (const child of section.children) {
    yield child;
    yield* allSections(child);
  }
}
