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

/** In document order: of paragraphs that stand in no list, quote or table. Up to some tens of thousands: the rest is text. */
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
      if (block.kind === 'paragraph') yield* addLinesOf(found, lines, block.span);
      if (found.length === mostBoldLines) return found;
    }
  }
  return found;
}

/** Several times as many as may answer to anything. */
const mostBoldLines = 50_000;

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
  const sorted = Array.from(starts).sort((a, b) => a - b);
  let [at, next] = [0, 0];
  for (const section of withRootFirst(root)) {
    if (isPause(at++)) yield;
    if (0 < section.level) openHeading(open, section, starts);
    for (const block of section.blocks) {
      if (isPause(at++)) yield;
      const { start, end } = block.span;
      while ((sorted[next] ?? end) < start) next++;
      // Most have none: to look for them again would be to read all of it again.
      if (end <= (sorted[next] ?? end)) open.at(-1)?.blocks.push(block);
      else yield* addPieces(open, document, block, starts);
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

/** A paragraph's wanted bold lines begin sections, and what is left of it before and behind each stands in these. */
function* addPieces(
  open: Open[],
  { text, lines }: SpecDocument,
  block: Block,
  starts: ReadonlySet<number>,
): Steps<void> {
  const bold: BoldLine[] = [];
  if (block.kind === 'paragraph') yield* addLinesOf(bold, lines, block.span);
  const wanted = bold.filter(({ heading }) => starts.has(heading.start));
  if (wanted.length === 0) {
    open.at(-1)?.blocks.push(block);
    return;
  }
  let from = block.span.start;
  const addUpTo = (end: number) => {
    const source = text.slice(from, end);
    const start = from + source.length - source.trimStart().length;
    if (start < end && LETTERED.test(source))
      open.at(-1)?.blocks.push(paragraphOf(text, { start, end: from + source.trimEnd().length }));
  };
  for (const [at, { title, heading }] of wanted.entries()) {
    if (isPause(at)) yield;
    addUpTo(lines.startOf(lines.lineAt(heading.start)));
    closeDownTo(open, starts, heading.start);
    const depth = (open.at(-1)?.depth ?? 0) + 1;
    open.push({ title, level: boldLevel, depth, heading, blocks: [], children: [] });
    from = heading.end;
  }
  addUpTo(block.span.end);
}

/** The mark of a line break behind a bold line is no text. */
const LETTERED = /[^\s\\]/;

/** Of a paragraph, up to as many as there may be. */
function* addLinesOf(found: BoldLine[], lines: LineIndex, span: Span): Steps<void> {
  const source = lines.textBetween(span.start, span.end);
  if (!MARKS.some((mark) => source.includes(mark))) return;
  let start = span.start;
  for (let at = lines.lineAt(start); start < span.end && found.length < mostBoldLines; at++) {
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
}

const MARKS = ['**', '__'];

/** Indent, the bold words with their marks, the words, a colon behind, and what else stands on the line. */
const BOLD =
  /^([ \t]*)((?:\*\*|__)(?=[^\s*_])((?:(?!\*\*|__)[^\r\n]){1,200})(?<=\S)(?:\*\*|__))([ \t]*[:：])?[ \t]*(?:\\|<br ?\/?>)?[ \t]*([^\r\n]*)[\r\n]*$/;
