/** Text to passages after a change: what the change reaches is read anew, the rest is taken over. */
import { blocksIn, type Definitions, type Head } from './blocks.ts';
import { mayHoldConflict } from './conflicts.ts';
import { changedInBlock } from './in-block.ts';
import { goneOn, isAnyCut, mayDefine, type Parsed, withLinkComments } from './parse.ts';
import { type Passage, PassageWriter } from './passages.ts';
import { type Places, placesOf } from './places.ts';
import { areMany, type Steps } from './steps.ts';
import type { Change } from './text/change.ts';
import { BOM, frontMatterAfter } from './text/front-matter-span.ts';
import type { LineIndex } from './text/line-index.ts';
import { type Window, windowFor } from './window.ts';

/**
 * What `parsed` makes of the text, and stops behind some hundreds of sections. Undefined where the change may reach everything:
 * front matter came, a link definition came or went, a merge left its marks, much is read, or the parser gave up.
 */
export function* reparsed(before: Parsed, lines: LineIndex, change: Change): Steps<Parsed | undefined> {
  if (mayHoldConflict(before.lines) || mayHoldConflict(lines) || movesBom(before.lines, lines, change))
    return undefined;
  const frontMatter = frontMatterAfter(before.frontMatter, lines, change);
  // What stands in front matter that comes to be was read as Markdown.
  if (!before.complete || (before.frontMatter === undefined && frontMatter !== undefined)) return undefined;
  const places = yield* placesOf(before.lines, before.passages);
  const inBlock = yield* changedInBlock(before, lines, places, change);
  if (inBlock !== undefined) return { ...inBlock, frontMatter };
  const window = yield* windowFor(before, { lines, frontMatter }, places, change);
  if (window === undefined || !definesSame(before.lines, lines, window)) return undefined;
  const isCut = before.isCut || isAnyCut(window.blocks);
  return { ...(yield* rewritten(before, lines, places, window, change)), frontMatter, isCut };
}

/** A mark in front is no word, but is one behind the first place. */
function movesBom(before: LineIndex, now: LineIndex, { start }: Change): boolean {
  return start === 0 && (before.textBetween(0, 1) === BOM || now.textBetween(0, 1) === BOM);
}

/** Whether the window defines what it did: what `[words]` mean, wherever they stand, hangs on it. */
function definesSame(before: LineIndex, now: LineIndex, { was, is, head }: Window): boolean {
  const [old, own] = [labelsIn(before, was, head), labelsIn(now, is, head)];
  return old.size === own.size && Array.from(own).every((label) => old.has(label));
}

function labelsIn(
  lines: LineIndex,
  [from, to]: readonly [number, number],
  head: Head | undefined,
): ReadonlySet<string> {
  if (!mayDefine(lines, from, to)) return new Set();
  const definitions: Definitions = {};
  blocksIn(lines, from, to, definitions, head);
  return new Set(Object.keys(definitions.references ?? {}));
}

function* rewritten(
  before: Parsed,
  lines: LineIndex,
  places: Places,
  { begin, next, is, blocks }: Window,
  { end, newEnd }: Change,
): Steps<Parsed> {
  const { passages } = before;
  // A heading ends the passage above it, which is written anew, too.
  const first = begin === undefined ? 0 : begin.passage - (begin.block === undefined ? 1 : 0);
  const last = next === undefined ? passages.length : next.passage + (next.block === undefined ? 0 : 1);
  const shifted = (passage: number) => places.startOf(passage) + newEnd - end;
  const writer = new PassageWriter(lines);
  if (begin !== undefined) writer.addBeginning(passages[first] as Passage, places.startOf(first), begin.block);
  for (const block of withLinkComments(lines, blocks, ...is)) writer.add(block);
  if (next?.block !== undefined) {
    yield* writer.addEnd(passages[next.passage] as Passage, shifted(next.passage), next.block);
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
  // To copy hundreds of thousands takes some milliseconds.
  const inSteps = areMany(passages.length);
  if (inSteps) yield;
  const all = passages.slice(0, first).concat(
    own.map(({ passage }) => passage),
    passages.slice(last),
  );
  if (inSteps) yield;
  const isSame = old.length === own.length && own.every((each, at) => headingOf(each) === headingOf(old[at] as Placed));
  return yield* goneOn(before, lines, all, { first, last: first + own.length }, isSame ? before.headings : new Map());
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
