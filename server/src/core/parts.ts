/** A long text, read part by part, so that others are heard meanwhile. */
import { blocksIn, type Definitions, type Head, type TopBlock } from './blocks.ts';
import { partingLines, withoutConflicts } from './conflicts.ts';
import { changedInSteps, documentOf, type SpecDocument } from './document.ts';
import { isAnyCut, mayDefine, type Parsed, parsed, parsedFrom, topLine, withLinkComments } from './parse.ts';
import { PassageWriter } from './passages.ts';
import { Seams } from './seams.ts';
import { definingFrom } from './settled.ts';
import type { Steps } from './steps.ts';
import type { Read } from './surroundings.ts';
import { frontMatterSpan } from './text/front-matter-span.ts';
import { manyLabels } from './text/labels.ts';
import type { LineIndex } from './text/line-index.ts';
import type { Edit } from './text/span.ts';
import { margin } from './window.ts';

/** In UTF-16 code units: what is read in some milliseconds, where there are no more lines in it than in most texts. */
const readQuickly = 64 * 1024;
const linesQuickly = 2048;

/** What `parseDocument` makes of it: at once where the changes reach little, else in parts. */
export function* documentInSteps(
  lines: LineIndex,
  previous: SpecDocument | undefined,
  changes: readonly Edit[],
): Steps<SpecDocument> {
  while (lines.countSome()) yield;
  return (yield* changedInSteps(lines, previous, changes)) ?? (yield* parsedInParts(lines));
}

/**
 * Stops between two parts; what is returned at the end is what `parseDocument` makes of the text. A part ends where a block
 * begins, or where one can be gone on with; where neither is it is read again, with as much behind it, which takes twice the
 * time at most.
 */
export function* parsedInParts(lines: LineIndex, partLength = readQuickly): Steps<SpecDocument> {
  return documentOf(yield* partsOf(lines, partLength));
}

function* partsOf(lines: LineIndex, partLength: number): Steps<Parsed> {
  while (lines.countSome()) yield;
  if (lines.length <= 2 * partLength && lines.count <= 2 * linesQuickly) return parsed(lines);
  const frontMatter = frontMatterSpan(lines);
  const parting = yield* partingLines(lines);
  const definitions: Definitions = { references: manyLabels() };
  const writer = new PassageWriter(lines);
  let from: Beginning = { line: topLine({ lines, frontMatter }) };
  let isCut = false;
  for (let length = partLength; ; yield) {
    const most = from.line + Math.ceil((linesQuickly * length) / partLength);
    const to = Math.min(lines.lineAt(lines.startOf(from.line) + length) + 1, most, lines.count);
    const part = blocksIn(lines, from.line, to, {}, from.head, to - margin);
    if (!part.complete) return parsed(lines);
    const blocks = goingOn(part.blocks, from);
    const isLast = to === lines.count || to < (blocks.at(-1)?.end ?? to);
    // How far what is defined may go is looked for line by line, which takes as long as the part itself.
    if (mayDefine(lines, from.line, to)) yield;
    const next = isLast ? undefined : nextBeginning(lines, { ...part, blocks }, from, to);
    if (!isLast && next === undefined) {
      // A line may be much longer than that.
      length = Math.max(2 * length, lines.startOf(to) - lines.startOf(from.line) + partLength);
      continue;
    }
    // What goes on behind the part is written with what comes next.
    const end = next === undefined ? to : (next.block?.first ?? next.line);
    // A line may be very long, and what is looked for in it takes a while each time.
    if (2 * partLength < lines.startOf(to) - lines.startOf(from.line)) yield;
    const whole = withoutConflicts(blocks, parting).filter(({ first }) => first < end);
    for (const block of withLinkComments(lines, whole, from.line, end)) writer.add(block);
    isCut ||= isAnyCut(blocks);
    // What a part's last lines define may be told by what is still to come.
    const last = next?.line ?? to;
    if (mayDefine(lines, from.line, last)) {
      // It takes as long as the part itself.
      yield;
      blocksIn(lines, from.line, last, definitions, from.head);
    }
    if (next === undefined) break;
    length = partLength;
    from = next;
  }
  return yield* parsedFrom({ lines, frontMatter, definitions, complete: true, isCut }, writer.finish(lines.length));
}

/** Where a part begins; within a block where there is one. */
interface Beginning {
  readonly line: number;
  readonly block?: TopBlock;
  readonly head?: Head;
  /** In what stands in the block, or in what stands in that. */
  readonly isInside?: boolean;
}

/** A block that was begun earlier is read to its end, or as far as the part goes. */
function goingOn([one, ...others]: readonly TopBlock[], { block }: Beginning): readonly TopBlock[] {
  if (one === undefined) return others;
  return [block === undefined ? one : { ...one, first: block.first }, ...others];
}

function nextBeginning(lines: LineIndex, part: Read, beginning: Beginning, to: number): Beginning | undefined {
  const { blocks } = part;
  const from = beginning.line;
  const definingAbove = definingFrom(lines, from);
  const isSettled = (line: number) => definingAbove(line) === undefined;
  const last = blocks.at(-1);
  // Where a block begins is told by its first line and the two behind it; where it ends may be told by what is still to come.
  const outside = Math.max(from + 1, last?.end ?? 0);
  for (let line = to - margin; outside <= line; line--) {
    const start = lines.startOf(line);
    if (LABEL.test(lines.textBetween(start, start + 4)) && isSettled(line)) return { line };
  }
  const next = blocks.findLast(
    ({ first, goesOn }) => !goesOn && from < first && first + margin <= to && isSettled(first),
  );
  if (next !== undefined) return { line: next.first };
  const within = last && beginningWithin(lines, { ...part, last }, beginning, to, isSettled);
  if (within !== undefined) return within;
  // There may be millions of blank lines.
  const isOver = last === undefined ? beginning.block === undefined : ENDED_BY_BLANKS.has(last.kind) && !last.isCut;
  const blank = to - margin;
  return isOver && outside <= blank && lines.isBlank(blank) && isSettled(blank) ? { line: blank } : undefined;
}

function beginningWithin(
  lines: LineIndex,
  { last, goOn }: Read & { readonly last: TopBlock },
  { line: from, block, isInside }: Beginning,
  to: number,
  isSettled: (line: number) => boolean,
): Beginning | undefined {
  if (last.goesOn || !isSettled(last.first)) return undefined;
  const isContainer = last.kind === 'list' || last.kind === 'quote';
  const inside = isContainer ? goOn?.((line) => last.first < line && line < last.end && isSettled(line)) : undefined;
  if (inside !== undefined) return { line: inside.line, head: inside.head, block: last, isInside: true };
  const goesOn = block?.first === last.first;
  // Where a part began inside, its first line tells nothing of what is open above it.
  const seams = new Seams(lines, last, goesOn && isInside ? last.first : from);
  const seam = seams.lastUpTo(to - margin);
  return seam === undefined || seam.line <= from ? undefined : { ...seam, block: last };
}

/** Of definitions: behind the blocks nothing else stands. */
const LABEL = /^ {0,3}\[/;
/** What does not go on behind a blank line. */
const ENDED_BY_BLANKS: ReadonlySet<TopBlock['kind']> = new Set([
  'heading',
  'paragraph',
  'quote',
  'table',
  'comment',
  'other',
]);
