/** Text to sections. The only file that sees markdown-it. */
import MarkdownIt from 'markdown-it';
import { type BlockItem, type ItemToken, itemsOf, linesOf, opensItem } from './block-items.ts';
import { BOM, frontMatterSpan } from './text/front-matter-span.ts';
import { LineIndex } from './text/line-index.ts';
import type { Edit, Span } from './text/span.ts';
import { isLinkComment, isOnlyComments, mayHoldLinkComment } from './text/visible.ts';

export type { BlockItem } from './block-items.ts';

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
  /** 1 to 6, or `boldLevel`. */
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
  /** Of a list its own items, of a table its rows without the head; nothing else has any. Made when first read. */
  readonly items: readonly BlockItem[];
}

/** Of a bold line that stands for a heading, where a template's headings are bold lines. */
export const boldLevel = 7;

/**
 * Parsing never fails: any text is a document. `changes` are in the order typed, each in offsets of the text the one
 * before it left.
 */
export function parseDocument(text: string, _previous?: SpecDocument, _changes?: readonly Edit[]): SpecDocument {
  const lines = new LineIndex(text);
  const frontMatter = frontMatterSpan(text, lines);
  const skipped = frontMatter === undefined ? 0 : lines.lineAt(frontMatter.end) + 1;
  const source = sourceOf(text, lines, skipped);
  const env = {};
  const open: OpenSection[] = [{ title: '', level: 0, heading: { start: 0, end: 0 }, blocks: [], children: [] }];
  for (const token of withLinkComments(topLevelTokens(source, env), text, lines, skipped)) {
    if (token.kind === 'heading') startSection(open, token, text, lines, env);
    else open.at(-1)?.blocks.push(toBlock(token, lines, env));
  }
  closeSections(open, 0, text.length);
  return { text, lines, frontMatter, root: closed(open[0] as OpenSection, text.length) };
}

/** Every section in document order, without the root. */
export function* allSections(section: Section): Iterable<Section> {
  for (const child of section.children) {
    yield child;
    yield* allSections(child);
  }
}

/** Lines of a paragraph, or a part of one, as a paragraph. */
export function paragraphOf(text: string, span: Span): Block {
  let prose: string | undefined;
  return {
    kind: 'paragraph',
    span,
    items: [],
    get prose() {
      prose ??= proseOf([text.slice(span.start, span.end).replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, '\n')], {});
      return prose;
    },
  };
}

/** Inline Markdown without its markup, on one line. */
export function wordsOf(markdown: string): string {
  return proseOf([markdown], {}).replace(/\s+/g, ' ').trim();
}

interface OpenSection {
  readonly title: string;
  readonly level: number;
  readonly heading: Span;
  readonly blocks: Block[];
  readonly children: Section[];
}

function startSection(open: OpenSection[], token: TopLevelToken, text: string, lines: LineIndex, env: object): void {
  const heading = headingSpan(token, text, lines);
  closeSections(open, token.level, heading.start);
  const title = proseOf(token.contents, env).replace(/\s+/g, ' ').trim();
  open.push({ title, level: token.level, heading, blocks: [], children: [] });
}

/** Closes the sections that a heading of `level` ends; the root stays open. */
function closeSections(open: OpenSection[], level: number, end: number): void {
  while (1 < open.length && level <= (open.at(-1)?.level ?? 0)) {
    const section = open.pop() as OpenSection;
    open.at(-1)?.children.push(closed(section, end));
  }
}

function closed({ title, level, heading, blocks, children }: OpenSection, end: number): Section {
  const body = { start: heading.end, end: children[0]?.span.start ?? end };
  return { title, level, heading, body, blocks, span: { start: heading.start, end }, children };
}

interface TopLevelToken {
  readonly kind: 'heading' | Block['kind'];
  /** Of a heading; 0 else. */
  readonly level: number;
  /** First line, and the line behind the last. */
  readonly map: readonly [number, number];
  /** Inline source, a text each for a paragraph, item or cell. */
  readonly contents: readonly string[];
  /** Of a list or table. */
  readonly items: readonly ItemToken[];
}

const markdown = new MarkdownIt({ html: true });

function* topLevelTokens(source: string, env: object): Iterable<TopLevelToken> {
  const tokens: TokenLike[] = [];
  try {
    markdown.block.parse(source, markdown, env, tokens as never);
  } catch {
    // A parser that gives up (a stack that overflows on hostile nesting) leaves what it has read so far.
  }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as TokenLike;
    if (token.level !== 0 || token.map === null || token.nesting === -1) continue;
    const contents: string[] = [];
    const items: ItemToken[] = [];
    if (token.nesting === 1) {
      for (at++; at < tokens.length && tokens[at]?.level !== 0; at++) {
        const inner = tokens[at] as TokenLike;
        if (opensItem(inner)) items.push({ map: inner.map ?? token.map, contents: [] });
        if (inner.type !== 'inline') continue;
        contents.push(inner.content);
        items.at(-1)?.contents.push(inner.content);
      }
    }
    const kind = kindOf(token);
    yield { kind, level: kind === 'heading' ? Number(token.tag.slice(1)) : 0, map: token.map, contents, items };
  }
}

/** markdown-it drops link definitions: those that are written for their titles, `[//]: # (…)`, are comments. */
function* withLinkComments(
  tokens: Iterable<TopLevelToken>,
  text: string,
  lines: LineIndex,
  skipped: number,
): Iterable<TopLevelToken> {
  if (!mayHoldLinkComment(text)) return yield* tokens;
  let line = skipped;
  const commentsBefore = function* (end: number): Iterable<TopLevelToken> {
    for (; line < end; line++) {
      if (!isLinkComment(text.slice(lines.startOf(line), lines.endOf(line)))) continue;
      yield { kind: 'comment', level: 0, map: [line, line + 1], contents: [], items: [] };
    }
  };
  for (const token of tokens) {
    yield* commentsBefore(token.map[0]);
    yield token;
    line = token.map[1];
  }
  yield* commentsBefore(lines.count);
}

/** What we read of markdown-it's tokens. */
interface TokenLike {
  readonly type: string;
  readonly tag: string;
  readonly level: number;
  readonly nesting: number;
  readonly map: [number, number] | null;
  readonly content: string;
  readonly children: readonly TokenLike[] | null;
}

function kindOf({ type, content }: TokenLike): TopLevelToken['kind'] {
  switch (type) {
    case 'heading_open':
      return 'heading';
    case 'paragraph_open':
      return 'paragraph';
    case 'bullet_list_open':
    case 'ordered_list_open':
      return 'list';
    case 'blockquote_open':
      return 'quote';
    case 'table_open':
      return 'table';
    case 'fence':
    case 'code_block':
      return 'code';
    case 'html_block':
      return isOnlyComments(content) ? 'comment' : 'other';
    default:
      return 'other';
  }
}

function toBlock({ kind, map, contents, items: made }: TopLevelToken, lines: LineIndex, env: object): Block {
  const span = linesOf(map, lines);
  let prose: string | undefined;
  let items: readonly BlockItem[] | undefined;
  return {
    kind: kind as Block['kind'],
    span,
    get prose() {
      prose ??= proseOf(contents, env);
      return prose;
    },
    get items() {
      items ??= itemsOf(kind, made, lines, (content) => proseOf([content], env));
      return items;
    },
  };
}

function headingSpan({ map }: TopLevelToken, text: string, lines: LineIndex): Span {
  let start = lines.startOf(map[0]);
  let end = lines.endOf(map[1] - 1);
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (start < end && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Paragraphs, items and cells are kept apart by a blank line. Code spans are one word each that ends no sentence. */
function proseOf(contents: readonly string[], env: object): string {
  return contents
    .map((content) => (MARKUP.test(content) ? withoutMarkup(content, env) : content.replaceAll('\n', ' ')).trim())
    .filter((prose) => prose !== '')
    .join('\n\n');
}

/** Text without any of these is its own prose. */
const MARKUP = /[\\`*_[\]<>&!~]/;

function withoutMarkup(content: string, env: object): string {
  const tokens: TokenLike[] = [];
  try {
    markdown.inline.parse(content, markdown, env, tokens as never);
  } catch {
    return content;
  }
  return tokens.map(wordsOfToken).join('');
}

function wordsOfToken({ type, content }: TokenLike): string {
  switch (type) {
    case 'text':
    case 'text_special':
      return content;
    case 'code_inline':
      return content.replace(/\s/g, '\u00a0').replace(/[.!?]/g, '\u2024');
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    default:
      return '';
  }
}

/** What markdown-it is given: the same lines, without front matter, which it would read as a heading. */
function sourceOf(text: string, lines: LineIndex, skipped: number): string {
  const rest = text.slice(skipped === 0 && text.startsWith(BOM) ? 1 : lines.startOf(skipped));
  const normal = /[\r\0]/.test(rest) ? rest.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd') : rest;
  return skipped === 0 ? normal : '\n'.repeat(skipped) + normal;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
