/** Text to blocks, and blocks to words. The only file that sees markdown-it. */
import MarkdownIt from 'markdown-it';
import { type BlockItem, type ItemToken, itemsOf, opensItem } from './block-items.ts';
import { hasMarkup, type TokenLike, wordsOfTokens } from './markup.ts';
import { type Candidate, leftOut, type Read, Surroundings } from './surroundings.ts';
import { contentOfLine, wordsOfHeading } from './text/heading-end.ts';
import { withPlainTags } from './text/html-blanks.ts';
import { htmlHeadingIn } from './text/html-heading.ts';
import type { LineIndex } from './text/line-index.ts';
import { begin, type LongLines, withShortLines } from './text/long-lines.ts';
import { firstLines, type Head, headIn, linesIn, linesOf, normal } from './text/source.ts';
import type { Span } from './text/span.ts';
import { type BlockKind, htmlBlocksIn, htmlKind, kindOf, paragraphsIn, type TopBlock } from './top-blocks.ts';

export type { TopBlock } from './top-blocks.ts';

export interface Block {
  readonly kind: BlockKind;
  /** Whole lines, without the last line break. */
  readonly span: Span;
  /** Its words, without markup: empty for code and comments. Parsed when first read. */
  readonly prose: string;
  /** The words of about so many characters of its source, or of as many lines as these hold of 16: a block may be very long. */
  proseUpTo(length: number): string;
  /** Of a list its own items, of a table its rows without the head, up to some thousands; nothing else has any. Made when first read. */
  readonly items: readonly BlockItem[];
}

export type { Head } from './text/source.ts';

/** What `[words]` may lead to, anywhere in the text that it is of. */
export interface Definitions {
  readonly references?: Readonly<Record<string, unknown>>;
}

/**
 * The blocks from one line up to another. What stands from a block's first line on is read alike wherever the reading began,
 * so that it may begin at any block; or within one, behind the `head` that it has there. Definitions that stand there are
 * added. A block that all behind it is known to stand in goes on to the text’s end. With `within`, a line, it tells where a
 * reading of what is behind can go on in the last block, above that line or there.
 */
export function blocksIn(
  lines: LineIndex,
  from: number,
  to: number,
  definitions: Definitions,
  head: Head = '',
  within?: number,
): Read {
  const before = headIn(lines, head);
  const inHead = linesOf(before);
  const upTo = within === undefined ? undefined : inHead + within - from;
  const outline = outlineOf(before + linesIn(lines, from, to), definitions, upTo);
  const blocks: TopBlock[] = [];
  const top = typeof head === 'string' ? from - inHead : head[0];
  const lineOf = (read: number) => (read < inHead ? top + read : from + read - inHead);
  for (const token of outline.tops) {
    const { type, tag, map } = token;
    const [first, end] = [lineOf(map?.[0] ?? 0), lineOf(map?.[1] ?? 0)];
    // Nothing between the two parts closes it: it is what it is without that.
    if (type === 'html_block' && first < from)
      blocks.push({ kind: htmlKind(before + linesIn(lines, from, end)), level: 0, first, end });
    else if (type === 'html_block') blocks.push(...htmlBlocksIn(lines, first, end));
    else if (type === 'paragraph_open' && outline.hasLinkAt(map?.[0] ?? 0))
      blocks.push(...paragraphsIn(lines, first, end));
    else if (type === 'heading_open') blocks.push({ kind: 'heading', level: Number(tag.slice(1)), first, end });
    else {
      const block: TopBlock = { kind: kindOf(type), level: 0, first, end: first < end ? end : to };
      blocks.push(outline.cut.has(token) ? { ...block, isCut: true } : block);
    }
  }
  const last = blocks.at(-1);
  // What something is may be told by the next line.
  const takesAll = outline.takenFrom !== undefined && outline.takenFrom + 1 < outline.lineMax;
  const whole = takesAll && last ? blocks.with(-1, { ...last, end: lines.count }) : blocks;
  const { around, complete } = outline;
  if (around === undefined) return { blocks: whole, complete };
  const goOn: Read['goOn'] = (mayBegin) => {
    const isAlike = (each: Candidate) => mayBegin(lineOf(each.line)) && isReadAlike(lines, lineOf(each.line), each);
    const found = around.goesOnAt(inHead, isAlike);
    return found && { ...found, line: lineOf(found.line) };
  };
  return { blocks: whole, complete, goOn };
}

/** Whether a reading that begins with a line, and what is to stand in front of it, has it in the same, in one block with that. */
function isReadAlike(lines: LineIndex, line: number, candidate: Candidate): boolean {
  const at = linesOf(candidate.head);
  // What is below three lines tells nothing of the first one.
  const { around, complete, tops } = outlineOf(candidate.head + linesIn(lines, line, line + 3), {}, at);
  return complete && at < (tops[0]?.map?.[1] ?? 0) && around?.isAs(at, candidate) === true;
}

function outlineOf(source: string, definitions: Definitions, upTo?: number): Outline {
  const outline = new Outline(normal(source), definitions, upTo);
  try {
    markdown.block.tokenize(outline, 0, outline.lineMax);
  } catch {
    // A parser that gives up (a stack that overflows on hostile nesting) leaves what it has read so far.
    outline.complete = false;
  }
  return outline;
}

/** A block’s words, from its source. Paragraphs, items and cells are kept apart by a blank line. */
export function proseIn(kind: Block['kind'], source: string, definitions: Definitions): string {
  return PROSE.has(kind) ? proseOf(contentsOf(source), definitions) : '';
}

const PROSE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list', 'quote', 'table']);

/** Whether blocks of that kind have words. */
export function hasProse({ kind }: Block): boolean {
  return PROSE.has(kind);
}

/** The items of a list, the rows of a table. */
export function itemsIn(
  kind: Block['kind'],
  span: Span,
  lines: LineIndex,
  definitions: Definitions,
): readonly BlockItem[] {
  if (kind !== 'list' && kind !== 'table') return [];
  const first = lines.lineAt(span.start);
  const items: ItemToken[] = [];
  for (const token of tokensIn(firstLines(lines, span, mostListed))) {
    if (token.type === 'inline') items.at(-1)?.contents.push(token.content);
    if (!opensItem(token)) continue;
    const [start, end] = token.map ?? [0, 1];
    items.push({ map: [first + start, first + end], contents: [] });
  }
  return itemsOf(kind, items, lines, (content) => proseOf([content], definitions));
}

/** In UTF-16 code units: nobody goes through a longer list. */
const mostListed = 32 * 1024;

/** A heading’s words, from its source, on one line; of a very long one those that it begins with. */
export function titleIn(all: string, definitions: Definitions): string {
  if (all.length <= longestTitle && PLAIN_HEADING.test(all)) return all.slice(all.indexOf(' ') + 1);
  const source = all.slice(0, longestTitle);
  const content = contentOfLine(source) ?? wordsOfHtml(all);
  const contents = content === undefined ? contentsOf(source) : [content];
  return proseOf(
    contents.map((words) => {
      const { start, end } = wordsOfHeading(words);
      return words.slice(start, end);
    }),
    definitions,
  )
    .replace(/\s+/g, ' ')
    .trim();
}

/** Single blanks, and nothing that may be markup, an address or a closing mark: as most headings are. */
const PLAIN_HEADING = /^#{1,6} [^\s\0\\`*_[\]<>&!~#{]+(?: [^\s\0\\`*_[\]<>&!~#{]+)*$/;
/** In UTF-16 code units: a paragraph of any length comes to be a heading where somebody types a rule right under it. */
const longestTitle = 4096;

function wordsOfHtml(source: string): string | undefined {
  const heading = htmlHeadingIn(source);
  return heading && source.slice(heading.words.start, heading.words.end);
}

/** The words of a paragraph’s lines, from their source. */
export function proseOfLines(source: string): string {
  return proseOf([source.replace(/(?:\r\n?|\n)[ \t]*/g, '\n').replace(/(?<![ \t])[ \t]+\n/g, '\n')], {});
}

/** Inline Markdown without its markup, on one line. */
export function wordsOf(words: string): string {
  return proseOf([words], {}).replace(/\s+/g, ' ').trim();
}

const markdown = withShortLines(withPlainTags(new MarkdownIt({ html: true })));
// Nobody reads where links lead: to take each address apart and to put it together again took a thirteenth of the reading of blocks.
markdown.normalizeLink = (address) => address;

// What stands in something is read up to where that ends, which no state tells.
const { block } = markdown;
const tokenize = block.tokenize.bind(block);
block.tokenize = (state, first, end) => {
  const inner = state as Partial<Outline>;
  const outer = inner.end ?? 0;
  inner.end = end;
  tokenize(state, first, end);
  inner.end = outer;
};

/** What Markdown’s block rules work on, but of the tokens that they make only those on top are kept, and no content. */
class Outline extends markdown.block.State {
  readonly tops: TokenLike[] = [];
  readonly long: LongLines;
  /** Those in which something is nested too deep. */
  readonly cut = new Set<TokenLike | undefined>();
  /** From where on all that is read stands in one block, whatever it is: behind what is nested too deep, and in no quote. */
  takenFrom: number | undefined;
  complete = true;
  /** Where what is read now ends. */
  end = 0;
  readonly around: Surroundings | undefined;
  #quotes = 0;
  #run = { start: 0, end: 0, code: 0 };
  /** Takes what is said of a token that nobody reads. */
  readonly #spare = new this.Token('', '', 0);
  /** The last one that was begun. */
  table = this.#spare;

  constructor(source: string, definitions: Definitions, upTo?: number) {
    super('', markdown, definitions, []);
    this.around = upTo === undefined ? undefined : new Surroundings(this, upTo);
    this.long = begin(this, source);
  }

  /** Whether a line begins with one in HTML. */
  hasLinkAt(line: number): boolean {
    const at = (this.bMarks[line] ?? 0) + (this.tShift[line] ?? 0);
    return /^<a\s/i.test(this.src.slice(at, at + 3));
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): InstanceType<typeof this.Token> {
    if (nesting < 0) this.level--;
    const isTop = this.level === 0 && 0 <= nesting;
    const isTable = type === 'table_open';
    const token = isTop || isTable ? new this.Token(type, tag, nesting) : this.#spare;
    if (isTop) this.tops.push(token);
    if (isTable) this.table = token;
    this.around?.reads(type, token);
    if (0 < nesting) this.level++;
    if (type === 'blockquote_open' || type === 'blockquote_close') this.#quotes += nesting;
    return token;
  }

  /** Asked where something begins; all else that is behind it in a block is left out where it is nested too deep. */
  override skipEmptyLines(from: number): number {
    const line = super.skipEmptyLines(from);
    if (this.end <= line || (this.sCount[line] ?? 0) < this.blkIndent) return line;
    const { around, end } = this;
    around?.begins(line);
    if (this.level < deepest) return line;
    this.cut.add(this.tops.at(-1));
    if (this.#quotes === 0) this.takenFrom ??= line;
    around?.takes(leftOut, () => end);
    return line;
  }

  /** A run of one mark is asked for by each rule that may begin or end with it. */
  override skipChars(from: number, code: number): number {
    const { start, end } = this.#run;
    if (start <= from && from < end && code === this.#run.code) return end;
    this.#run = { start: from, end: super.skipChars(from, code), code };
    return this.#run.end;
  }

  override getLines(): string {
    return '';
  }
}

/** What markdown-it goes down to. */
const deepest = 100;

/** The inline source of a block, a text each for a paragraph, item or cell. */
function contentsOf(source: string): readonly string[] {
  return tokensIn(source)
    .filter(({ type }) => type === 'inline')
    .map(({ content }) => content);
}

/** All of a block: by itself it is read as it is in its place. */
function tokensIn(source: string): readonly TokenLike[] {
  const tokens: TokenLike[] = [];
  try {
    markdown.block.parse(normal(source), markdown, {}, tokens as never);
  } catch {
    // As above: what has been read is what there is.
  }
  return tokens;
}

/** Paragraphs, items and cells are kept apart by a blank line. Code spans are one word each that ends no sentence. */
function proseOf(contents: readonly string[], definitions: Definitions): string {
  return contents
    .map((each) => (hasMarkup(each) ? withoutMarkup(each, definitions) : each.replaceAll('\n', ' ')).trim())
    .filter((prose) => prose !== '')
    .join('\n\n');
}

function withoutMarkup(content: string, definitions: Definitions): string {
  const tokens: TokenLike[] = [];
  try {
    markdown.inline.parse(content, markdown, definitions, tokens as never);
  } catch {
    return content;
  }
  return wordsOfTokens(tokens);
}
