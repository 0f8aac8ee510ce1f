/** The line that is being typed: whether a section or an answer may begin there, and the document without it. */
import { bindInSteps, contextOf, type Laid } from '../binding.ts';
import type { Block, Section, SpecDocument } from '../document.ts';
import { documentTitle } from '../not-asked.ts';
import { parsedInParts } from '../parts.ts';
import type { Steps } from '../steps.ts';
import type { SpecTemplate } from '../template.ts';
import { LineIndex } from '../text/line-index.ts';
import { lastWhere } from '../text/search.ts';
import type { Span } from '../text/span.ts';

export interface TypedLine {
  /** Marks and words, to the end of the line. */
  readonly span: Span;
  /** From the span's start to the cursor. */
  readonly typed: string;
  /** Nothing stands behind the cursor. */
  readonly isLast: boolean;
}

export interface TypedHeading extends TypedLine {
  /** Something stands below it already: the heading is enough. */
  readonly hasBody: boolean;
}

/** A heading in the making. Undefined where none could stand: in code, comments, lists, front matter, or behind other words. */
export function typedHeading(
  document: SpecDocument,
  offset: number,
  kind: SpecTemplate['kind'],
): TypedHeading | undefined {
  const { lines, root } = document;
  const typed = typedLine(document, offset, kind === 'bold-lines' ? TYPED_BOLD : TYPED);
  if (typed === undefined) return undefined;
  const line = lines.lineAt(offset);
  const start = lines.startOf(line);
  const sections = [root, ...sectionsWith(root, start, lines.endOf(line))];
  const section = sections.find(({ level, heading }) => 0 < level && lines.lineAt(heading.start) === line);
  const isOpen = (each: Section) => (blockAt(each, start)?.kind ?? 'paragraph') === 'paragraph';
  if (section === undefined && !sections.every(isOpen)) return undefined;
  return { ...typed, hasBody: section?.blocks.some((block) => block.kind !== 'comment') ?? false };
}

/** Marks, and words of a title behind them; a cursor within the marks will do. */
const TYPED = /^(\ufeff? {0,3})#{1,6}(?:[^#\r\n][^\r\n]*)?$/;
/** Two stars too, where bold lines are the headings. */
const TYPED_BOLD = /^(\ufeff? {0,3})(?:#{1,6}(?:[^#\r\n][^\r\n]*)?|\*\*(?:[^*\s][^*\r\n]*\*{0,2}:?)?)$/;

/** A blank line, or one that holds a word in the making, where an answer could begin: no code, comment, table or front matter. */
export function* typedWord(document: SpecDocument, offset: number): Steps<TypedLine | undefined> {
  const { lines, root } = document;
  const typed = typedLine(document, offset, WORD);
  if (typed === undefined || !typed.isLast) return undefined;
  const { start } = typed.span;
  let above: Block | undefined;
  for (const section of [root, ...sectionsWith(root, start, start)]) {
    const { kind = 'paragraph' } = blockAt(section, start) ?? {};
    if (kind !== 'paragraph' && kind !== 'list') return undefined;
    // What is open above a heading ends there.
    above = lastBefore(section, start);
  }
  if (above === undefined || ENDS_BEFORE_HEADING.has(above.kind)) return typed;
  // An open fence or comment takes in the blank lines behind it: a heading put there would be none.
  const from = lines.startOf(lines.lineAt(above.span.start));
  // Not at the very beginning, where a rule would open front matter.
  const probed = `\n${lines.textBetween(from, start)}`;
  const { root: read } = yield* parsedInParts(new LineIndex(`${probed}# x`));
  return 0 < read.children.length ? typed : undefined;
}

/** Whatever stands in them. */
const ENDS_BEFORE_HEADING: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list', 'table', 'quote']);

/** At the line's very start: what is indented may belong to the item above. */
const WORD = /^(\ufeff?)[\p{L}\p{M}\p{N}]*$/u;

/** In UTF-16 code units. */
const longestTyped = 1000;

function typedLine(document: SpecDocument, offset: number, pattern: RegExp): TypedLine | undefined {
  const { lines, frontMatter } = document;
  if (frontMatter !== undefined && offset <= frontMatter.end) return undefined;
  const line = lines.lineAt(offset);
  const end = lines.endOf(line);
  // No title, and no word, is longer: to look at millions of letters engines have no room.
  if (longestTyped < offset - lines.startOf(line)) return undefined;
  const before = lines.textBetween(lines.startOf(line), offset);
  const indent = pattern.exec(before)?.[1];
  if (indent === undefined) return undefined;
  const isLast = lines.textBetween(offset, end).trim() === '';
  return { span: { start: lines.startOf(line) + indent.length, end }, typed: before.slice(indent.length), isLast };
}

/** The one that an offset stands in, or right behind. */
function blockAt(section: Section, offset: number): Block | undefined {
  const last = lastBefore(section, offset + 1);
  return last !== undefined && offset <= last.span.end ? last : undefined;
}

/** The last that begins before an offset. There may be hundreds of thousands. */
export function lastBefore({ blocks }: Section, offset: number): Block | undefined {
  return blocks[lastWhere(blocks.length, (at) => (blocks[at] as Block).span.start < offset)];
}

/** In UTF-16 code units: of a longer text nobody waits for another reading. */
const mostReadAgain = 1024 * 1024;

/** What is being typed is no answer yet: without it, the document lacks what it lacked before. Offsets stay. */
export function* withoutTyped(document: SpecDocument, template: SpecTemplate, { start, end }: Span): Steps<Laid> {
  const { text } = document;
  const isAsItStands = mostReadAgain < text.length || text.slice(start, end).trim() === '';
  if (isAsItStands) return contextOf(template, document);
  const words = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  const without = yield* parsedInParts(new LineIndex(words));
  yield* bindInSteps(template, without);
  return contextOf(template, without);
}

/** The sections that `offset` stands in, from the outermost, the document's title left out. */
export function sectionsAround({ document, template }: Laid, offset: number): readonly Section[] {
  const title = documentTitle(template, document);
  return Array.from(sectionsWith(document.root, offset, offset)).filter((section) => section !== title);
}

/** The sections that something of a span stands in, or beside, from the outermost. */
function* sectionsWith({ children }: Section, start: number, end: number): Iterable<Section> {
  // There may be hundreds of thousands.
  let at = lastWhere(children.length, (each) => (children[each] as Section).span.end < start) + 1;
  for (; at < children.length; at++) {
    const section = children[at] as Section;
    if (end < section.span.start) return;
    yield section;
    yield* sectionsWith(section, start, end);
  }
}

/** The line breaks, as LF, that set a block apart from the lines around the one it takes the place of. */
export function breaksAround({ lines }: SpecDocument, { start }: Span): { before: string; behind: string } {
  const line = lines.lineAt(start);
  const isFirst = line === 0 || lines.isBlank(line - 1);
  const isTight = !lines.isBlank(line + 1);
  return { before: isFirst ? '' : '\n', behind: isTight ? '\n' : '' };
}
