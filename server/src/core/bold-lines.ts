/** Bold lines that stand for headings: `**Summary:**` on a line of its own, or before the first words under it. */
import {
  allSections,
  type Block,
  boldLevel,
  paragraphOf,
  type Section,
  type SpecDocument,
  withRoot,
  wordsOf,
} from './document.ts';
import { atOnce, isPause, type Steps } from './steps.ts';
import type { LineIndex } from './text/line-index.ts';
import type { Span } from './text/span.ts';

export interface BoldLine {
  /** Its words, without markup. */
  readonly title: string;
  /** From the first star to the last, with a colon behind it. */
  readonly heading: Span;
  /** Nothing else stands on the line. */
  readonly isAlone: boolean;
  /** It is the first line of its paragraph. */
  readonly isFirst: boolean;
}

/** In document order: of paragraphs that stand in no list, quote or table. */
export function boldLinesIn(document: SpecDocument): readonly BoldLine[] {
  return atOnce(boldLinesInSteps(document));
}

/** The same, and stops behind some hundreds of blocks. */
export function* boldLinesInSteps({ lines, root }: SpecDocument): Steps<readonly BoldLine[]> {
  const found: BoldLine[] = [];
  if (!MARKS.some((mark) => lines.includes(mark))) return found;
  let at = 0;
  for (const { blocks } of withRootFirst(root)) {
    for (const block of blocks) {
      if (isPause(at++)) yield;
      if (block.kind === 'paragraph') for (const line of yield* linesOf(lines, block)) found.push(line);
    }
  }
  return found;
}

function* withRootFirst(root: Section): Iterable<Section> {
  yield root;
  yield* allSections(root);
}

/**
 * The same text cut anew: the bold lines and headings that start at `starts` are sections beside each other, with all that
 * follows up to the next of them, or to a heading that ends what they stand in. Other bold lines are text.
 */
export function cutAt(document: SpecDocument, starts: ReadonlySet<number>): SpecDocument {
  return atOnce(cutInSteps(document, starts));
}

/** The same, and stops behind some hundreds of blocks. */
export function* cutInSteps(document: SpecDocument, starts: ReadonlySet<number>): Steps<SpecDocument> {
  const { text, root } = document;
  const open: Open[] = [{ title: '', level: 0, depth: 0, heading: root.heading, blocks: [], children: [] }];
  let at = 0;
  for (const section of withRootFirst(root)) {
    if (isPause(at++)) yield;
    if (0 < section.level) openHeading(open, section, starts);
    for (const block of section.blocks) {
      if (isPause(at++)) yield;
      for (const piece of yield* piecesOf(document, block, starts)) addPiece(open, piece, starts);
    }
  }
  close(open, () => true, text.length);
  return withRoot(document, closed(open[0] as Open, text.length));
}

function openHeading(open: Open[], { level, title, heading }: Section, starts: ReadonlySet<number>): void {
  if (starts.has(heading.start)) closeDownTo(open, starts, heading.start);
  close(open, ({ depth }) => level <= depth, heading.start);
  open.push({ title, level, depth: level, heading, blocks: [], children: [] });
}

function addPiece(open: Open[], piece: Block | BoldLine, starts: ReadonlySet<number>): void {
  if ('kind' in piece) {
    open.at(-1)?.blocks.push(piece);
    return;
  }
  const { title, heading } = piece;
  closeDownTo(open, starts, heading.start);
  const depth = (open.at(-1)?.depth ?? 0) + 1;
  open.push({ title, level: boldLevel, depth, heading, blocks: [], children: [] });
}

interface Open {
  readonly title: string;
  readonly level: number;
  /** Its level, or one more than what a bold line stands in. */
  readonly depth: number;
  readonly heading: Span;
  readonly blocks: Block[];
  readonly children: Section[];
}

function closeDownTo(open: Open[], starts: ReadonlySet<number>, end: number): void {
  const first = open.findIndex(({ level, heading }) => 0 < level && starts.has(heading.start));
  if (first !== -1) close(open, () => first < open.length, end);
}

function close(open: Open[], ends: (section: Open) => boolean, end: number): void {
  while (1 < open.length && ends(open.at(-1) as Open)) {
    const section = open.pop() as Open;
    open.at(-1)?.children.push(closed(section, end));
  }
}

function closed({ title, level, heading, blocks, children }: Open, end: number): Section {
  const body = { start: heading.end, end: children[0]?.span.start ?? end };
  return { title, level, heading, body, blocks, span: { start: heading.start, end }, children };
}

/** A paragraph's wanted bold lines, and what is left of it before and behind each. */
function* piecesOf(
  { text, lines }: SpecDocument,
  block: Block,
  starts: ReadonlySet<number>,
): Steps<readonly (Block | BoldLine)[]> {
  if (block.kind !== 'paragraph') return [block];
  const bold = (yield* linesOf(lines, block)).filter(({ heading }) => starts.has(heading.start));
  if (bold.length === 0) return [block];
  const pieces: (Block | BoldLine)[] = [];
  let from = block.span.start;
  const add = (end: number) => {
    const source = text.slice(from, end);
    const start = from + source.length - source.trimStart().length;
    if (start < end && LETTERED.test(source))
      pieces.push(paragraphOf(text, { start, end: from + source.trimEnd().length }));
  };
  for (const line of bold) {
    add(lines.startOf(lines.lineAt(line.heading.start)));
    pieces.push(line);
    from = line.heading.end;
  }
  add(block.span.end);
  return pieces;
}

/** The mark of a line break behind a bold line is no text. */
const LETTERED = /[^\s\\]/;

function* linesOf(lines: LineIndex, { span }: Block): Steps<readonly BoldLine[]> {
  const source = lines.textBetween(span.start, span.end);
  if (!MARKS.some((mark) => source.includes(mark))) return none;
  const found: BoldLine[] = [];
  let start = span.start;
  for (let at = lines.lineAt(start); start < span.end; at++) {
    if (isPause(at)) yield;
    const line = lines.textBetween(start, Math.min(span.end, lines.startOf(at + 1)));
    const [, indent = '', label, inner = '', colon = '', rest = ''] = BOLD.exec(line) ?? [];
    const isAlone = rest === '';
    if (label !== undefined && (isAlone || colon !== '' || /[:：]$/.test(inner))) {
      const from = start + indent.length;
      const heading = { start: from, end: from + label.length + colon.length };
      found.push({ title: wordsOf(inner), heading, isAlone, isFirst: start === span.start });
    }
    start += line.length;
  }
  return found;
}

const MARKS = ['**', '__'];
const none: never[] = [];

/** Indent, the bold words with their marks, the words, a colon behind, and what else stands on the line. */
const BOLD =
  /^([ \t]*)((?:\*\*|__)(?=[^\s*_])((?:(?!\*\*|__)[^\r\n]){1,200})(?<=\S)(?:\*\*|__))([ \t]*[:：])?[ \t]*(?:\\|<br ?\/?>)?[ \t]*([^\r\n]*)[\r\n]*$/;
