/** What of a text has to be read anew after a change, from where a reading can begin to where all is read as it was. */
import { blocksIn, type Head, type TopBlock } from './blocks.ts';
import { type Parsed, topLine } from './parse.ts';
import type { Place, Places } from './places.ts';
import { mayBeCut, type Seam, Seams } from './seams.ts';
import { type DefiningAbove, definingFrom } from './settled.ts';
import type { Steps } from './steps.ts';
import type { Change } from './text/change.ts';
import type { LineIndex } from './text/line-index.ts';

export interface Window {
  /** The block to begin with, and the first one to be taken over again; undefined at the text’s ends. */
  readonly begin: Place | undefined;
  readonly next: Place | undefined;
  /** The lines that were read, up to the one behind the last: before the change, and now. They begin in a block where `head` is given. */
  readonly was: readonly [number, number];
  readonly is: readonly [number, number];
  readonly head: Head | undefined;
  readonly blocks: readonly TopBlock[];
}

/**
 * A block is told by its own lines and the two behind them; where a link definition may go on to it, by all lines from
 * that one’s. So reading begins two lines above the change, or higher; and it ends where a block begins that began there before,
 * or goes on that went on there. Undefined where the parser gives up. Stops behind some thousand lines that are looked at for
 * where to begin.
 */
export function* windowFor(
  before: Parsed,
  now: Pick<Parsed, 'lines' | 'frontMatter'>,
  places: Places,
  change: Change,
): Steps<Window | undefined> {
  const blockAt = blocksOf(before, places);
  const top = topLine(before);
  const { begin, seam } = yield* beginFor(before.lines, places, change, { top, blockAt });
  const oldFrom = seam?.line ?? begin?.line ?? top;
  const from = seam?.line ?? begin?.line ?? topLine(now);
  const { lines } = now;
  const first = lines.lineAt(change.newEnd) + 1;
  const more = lines.count - before.lines.count;
  const definingAbove = definingFrom(lines, from);
  const windowUpTo = (to: number, next: Place | undefined, [one, ...others]: readonly TopBlock[]): Window => {
    // What was read of a block from a seam on is all of it.
    const whole = one && seam && begin ? [{ ...one, first: begin.line }, ...others] : one ? [one, ...others] : others;
    return { begin, next, was: [oldFrom, to - more], is: [from, to], head: seam?.head, blocks: whole };
  };
  let [read, linesRead] = [0, 0];
  for (let reach = leastReach; ; reach *= 4) {
    const to = Math.min(first + reach, lines.count);
    read += lines.startOf(to) - lines.startOf(from);
    linesRead += to - from;
    if (mostRead < read || mostLinesRead < linesRead) return undefined;
    const { blocks, complete } = blocksIn(lines, from, to, {}, seam?.head);
    if (!complete) return undefined;
    const isKnown = (line: number) =>
      to === lines.count ||
      (line + margin <= to && definingAbove(line) === undefined && !isInOpenComment(lines, from, line));
    const at = blocks.findIndex(
      ({ first: line, goesOn }) => !goesOn && first <= line && places.at(line - more) !== undefined && isKnown(line),
    );
    const known = blocks[at];
    if (known !== undefined) return windowUpTo(known.first, places.at(known.first - more), blocks.slice(0, at));
    const crossed = blockAt(first - more);
    const joined = crossed && joinedAt({ lines, blocks, from, first, to, more, definingAbove }, crossed);
    if (joined !== undefined) return windowUpTo(joined.line, places.behind(joined.place), joined.blocks);
    const end = blocks.at(-1)?.end ?? to;
    if (to < end && mostRead < lines.length - lines.startOf(from)) return undefined;
    if (to === lines.count || to < end) return windowUpTo(lines.count, undefined, blocks);
  }
}

/** Whether HTML that stands right above a line opens a comment: a mark that is not read yet may close it below. */
function isInOpenComment(lines: LineIndex, from: number, line: number): boolean {
  if (line <= from || lines.isBlank(line - 1)) return false;
  const above = lines.textBetween(lines.startOf(from), lines.startOf(line));
  const opened = above.lastIndexOf('<!--');
  return opened !== -1 && above.indexOf('-->', opened) === -1;
}

/** In lines: what stands so far below a block’s first one tells what it is. */
export const margin = 2;
/** In lines: enough for most changes. */
const leastReach = 10;
/** In UTF-16 code units, and in lines, each time that they are read: more takes so long that it is better done in parts. */
const mostRead = 128 * 1024;
const mostLinesRead = 4096;
/** In lines: a quote or code without a blank line may go on far above. */
const mostLooked = 2000;

/** A block of the old text. */
interface OldBlock {
  readonly place: Place;
  readonly end: number;
  readonly seams: Seams;
}

/** Those that a line stands in, or right behind. */
function blocksOf({ lines, passages, isCut }: Parsed, places: Places): (line: number) => OldBlock | undefined {
  let last: OldBlock | undefined;
  return (line) => {
    const place = places.upTo(line);
    const blocks = place && passages[place.passage]?.blocks;
    if (place?.block === undefined || blocks === undefined) return undefined;
    if (last?.place.line !== place.line) {
      const end = lines.lineAt(places.startOf(place.passage) + blocks.endOf(place.block)) + 1;
      const own = { kind: blocks.kindOf(place.block), first: place.line, end };
      last = { place, end, seams: new Seams(lines, { ...own, isCut: isCut && mayBeCut(lines, own) }) };
    }
    return last;
  };
}

/** The block to begin with; within it where that is possible. */
function* beginFor(
  lines: LineIndex,
  places: Places,
  change: Change,
  { top, blockAt }: { readonly top: number; readonly blockAt: ReturnType<typeof blocksOf> },
): Steps<{ readonly begin: Place | undefined; readonly seam?: Seam | undefined }> {
  const definingAbove = definingFrom(lines, top, mostLooked);
  for (let line = lines.lineAt(Math.max(0, change.start - 1)) - margin; ; ) {
    const begin = places.upTo(line);
    const above = begin && (definingAbove(begin.line) ?? places.aboveLines(begin));
    if (above === undefined) return { begin, seam: begin && blockAt(line)?.seams.lastUpTo(line) };
    line = above;
    yield;
  }
}

interface Read {
  readonly lines: LineIndex;
  readonly blocks: readonly TopBlock[];
  /** The first line that was read, the first below the change, and the one up to which was read. */
  readonly from: number;
  readonly first: number;
  readonly to: number;
  /** How many lines there are more than before. */
  readonly more: number;
  readonly definingAbove: DefiningAbove;
}

/** Where what was read is in the middle of a block that is the old one from there on. */
function joinedAt({ lines, blocks, from, first, to, more, definingAbove }: Read, { place, end, seams: old }: OldBlock) {
  for (const [at, block] of blocks.entries()) {
    if (block.end <= first || block.goesOn || !isOneKind(block, old)) continue;
    if (definingAbove(block.first) !== undefined) continue;
    const seams = new Seams(lines, block, from);
    for (let line = Math.max(first, block.first); line < Math.min(block.end, end + more); line++) {
      if (to < line + margin) return undefined;
      if (old.headAt(line - more) === undefined || !seams.goesOnAs(old, line)) continue;
      const whole = { ...block, kind: old.kind, end: end + more };
      return { line, place, blocks: [...blocks.slice(0, at), whole] };
    }
  }
  return undefined;
}

function isOneKind({ kind }: TopBlock, old: Seams): boolean {
  const isHtml = (each: TopBlock['kind']) => each === 'comment' || each === 'other';
  return kind === old.kind || (isHtml(kind) && isHtml(old.kind));
}
