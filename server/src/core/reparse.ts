/** Text to passages after a change: what the change reaches is read anew, the rest is taken over. */
import { blocksIn, type Definitions, type TopBlock } from './blocks.ts';
import { mayHoldConflict } from './conflicts.ts';
import { changedInBlock } from './in-block.ts';
import { goneOn, type Parsed, topLine, withLinkComments } from './parse.ts';
import { type Passage, PassageWriter } from './passages.ts';
import { type Place, Places } from './places.ts';
import type { Change } from './text/change.ts';
import { frontMatterAfter } from './text/front-matter-span.ts';
import type { LineIndex } from './text/line-index.ts';
import type { Span } from './text/span.ts';

/**
 * What `parsed` makes of the text. Undefined where the change may reach everything: front matter or a link definition came
 * or went, a merge left its marks, or the parser gave up.
 */
export function reparsed(before: Parsed, lines: LineIndex, change: Change): Parsed | undefined {
  if (mayHoldConflict(before.lines) || mayHoldConflict(lines)) return undefined;
  const frontMatter = frontMatterAfter(before.frontMatter, lines, change);
  if (!before.complete || !endsAlike(before.frontMatter, frontMatter, change)) return undefined;
  const places = new Places(before.lines, before.passages);
  const inBlock = changedInBlock(before, lines, places, change);
  if (inBlock !== undefined) return { ...inBlock, frontMatter };
  const window = windowFor(before, { lines, frontMatter }, places, change);
  if (window === undefined || !definesSame(before.lines, lines, window)) return undefined;
  return { ...rewritten(before, lines, places, window, change), frontMatter };
}

/** There is no front matter, or it ends where it did: the text under it is the same but for the change. */
function endsAlike(before: Span | undefined, now: Span | undefined, { start, end, newEnd }: Change): boolean {
  if (before === undefined || now === undefined) return before === now;
  if (before.end <= start) return before.end === now.end;
  return end <= before.end && now.end - before.end === newEnd - end;
}

/** The lines to be read anew. */
interface Window {
  /** The block to begin with, and the first one to be taken over again; undefined at the text’s ends. */
  readonly begin: Place | undefined;
  readonly next: Place | undefined;
  /** The first line, and the one behind the last: before the change, and now. */
  readonly was: readonly [number, number];
  readonly is: readonly [number, number];
  readonly blocks: readonly TopBlock[];
}

/**
 * A block is told by its own lines and the two behind them; where one may begin like a link definition, by all lines up to a
 * blank one. So reading begins two lines above the change, or higher; and it ends where a block begins that began there before.
 */
function windowFor(
  before: Parsed,
  now: Pick<Parsed, 'lines' | 'frontMatter'>,
  places: Places,
  change: Change,
): Window | undefined {
  const top = topLine(before);
  let begin = places.upTo(before.lines.lineAt(Math.max(0, change.start - 1)) - margin);
  while (begin !== undefined && !isSettled(before.lines, begin.line, top))
    begin = places.upTo(runAbove(before.lines, begin.line, top));
  const from = begin?.line ?? topLine(now);
  const { lines } = now;
  const first = lines.lineAt(change.newEnd) + 1;
  const more = lines.count - before.lines.count;
  for (let reach = leastReach; ; reach *= 4) {
    const to = Math.min(first + reach, lines.count);
    const { blocks, complete } = blocksIn(lines, from, to, {});
    if (!complete) return undefined;
    const at = blocks.findIndex(({ first: line, goesOn }) => {
      if (goesOn || line < first || places.at(line - more) === undefined) return false;
      return to === lines.count || (line + margin <= to && isSettled(lines, line, from));
    });
    const known = blocks[at];
    if (known !== undefined) {
      const next = places.at(known.first - more);
      return {
        begin,
        next,
        was: [begin?.line ?? top, known.first - more],
        is: [from, known.first],
        blocks: blocks.slice(0, at),
      };
    }
    if (to === lines.count) {
      return { begin, next: undefined, was: [begin?.line ?? top, before.lines.count], is: [from, to], blocks };
    }
  }
}

const margin = 2;
/** In lines: enough for most changes. */
const leastReach = 10;

/** Nothing that begins like a link definition stands right above the line, from `top` on. */
function isSettled(lines: LineIndex, line: number, top: number): boolean {
  return !lines.textBetween(lines.startOf(runAbove(lines, line, top)), lines.startOf(line)).includes('[');
}

/** The first of the lines above that no blank line parts from this one. */
function runAbove(lines: LineIndex, line: number, top: number): number {
  let first = line;
  while (top < first && !lines.isBlank(first - 1)) first--;
  return first;
}

/** Whether the window defines what it did: what `[words]` mean, wherever they stand, hangs on it. */
function definesSame(before: LineIndex, now: LineIndex, { was, is }: Window): boolean {
  const [old, own] = [labelsIn(before, was), labelsIn(now, is)];
  return old.size === own.size && Array.from(own).every((label) => old.has(label));
}

function labelsIn(lines: LineIndex, [from, to]: readonly [number, number]): ReadonlySet<string> {
  if (!lines.textBetween(lines.startOf(from), lines.startOf(to)).includes(']:')) return new Set();
  const definitions: Definitions = {};
  blocksIn(lines, from, to, definitions);
  return new Set(Object.keys(definitions.references ?? {}));
}

function rewritten(
  before: Parsed,
  lines: LineIndex,
  places: Places,
  { begin, next, is, blocks }: Window,
  { end, newEnd }: Change,
): Parsed {
  const { passages } = before;
  // A heading ends the passage above it, which is written anew, too.
  const first = begin === undefined ? 0 : begin.passage - (begin.block === undefined ? 1 : 0);
  const last = next === undefined ? passages.length : next.passage + (next.block === undefined ? 0 : 1);
  const shifted = (passage: number) => places.startOf(passage) + newEnd - end;
  const writer = new PassageWriter(lines);
  if (begin !== undefined) writer.addBeginning(passages[first] as Passage, places.startOf(first), begin.block);
  for (const block of withLinkComments(lines, blocks, ...is)) writer.add(block);
  if (next?.block !== undefined) {
    writer.addEnd(passages[next.passage] as Passage, shifted(next.passage), next.block);
  }
  const written = writer.finish(shifted(last));

  const old = placed(passages.slice(first, last), before.lines, places.startOf(first));
  const known = new Map(old.map((each) => [each.passage.length, each]));
  const own = placed(written, lines, places.startOf(first)).map((each) => {
    // A passage is cut by its own words alone, whatever heading ends it. To compare lengths first spares most of the reading.
    const same = known.get(each.passage.length);
    if (same === undefined || wordsOf(same) !== wordsOf(each)) return each;
    // Each is in one place: what it has under it is kept with it.
    known.delete(each.passage.length);
    return { ...each, passage: same.passage };
  });
  const all = [...passages.slice(0, first), ...own.map(({ passage }) => passage), ...passages.slice(last)];
  const isSame = old.length === own.length && own.every((each, at) => headingOf(each) === headingOf(old[at] as Placed));
  return goneOn(before, lines, all, { first, last: first + own.length }, isSame ? before.headings : new Map());
}

interface Placed {
  readonly passage: Passage;
  readonly lines: LineIndex;
  readonly start: number;
}

function placed(passages: readonly Passage[], lines: LineIndex, from: number): readonly Placed[] {
  let start = from;
  return passages.map((passage) => {
    start += passage.length;
    return { passage, lines, start: start - passage.length };
  });
}

function wordsOf({ passage, lines, start }: Placed): string {
  return lines.textBetween(start, start + passage.length);
}

function headingOf({ passage, lines, start }: Placed): string {
  return `${passage.level} ${lines.textBetween(start, start + passage.heading)}`;
}
