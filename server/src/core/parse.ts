/** Text to passages. */
import { blocksIn, type Definitions, type TopBlock } from './blocks.ts';
import { partingLines, withoutConflicts } from './conflicts.ts';
import {
  type Branch,
  branchAt,
  branchInSteps,
  type History,
  type Passage,
  PassageWriter,
  type Untouched,
} from './passages.ts';
import { atOnce, type Steps } from './steps.ts';
import { frontMatterSpan } from './text/front-matter-span.ts';
import type { LineIndex } from './text/line-index.ts';
import type { Span } from './text/span.ts';
import { isLinkComment } from './text/visible.ts';

export interface Parsed {
  readonly lines: LineIndex;
  /** The same object for as long as the front matter stays as it is. */
  readonly frontMatter: Span | undefined;
  readonly passages: readonly Passage[];
  /** All of them, by what stands under what. */
  readonly root: Branch;
  readonly history: History;
  readonly definitions: Definitions;
  /** What was worked out of the headings: the same object for as long as they stay as they are, wherever they move to. */
  readonly headings: Map<object, unknown>;
  /** The parser did not give up. */
  readonly complete: boolean;
  /** It left out what is nested too deep, now or in an earlier version. */
  readonly isCut: boolean;
}

/** Never throws. */
export function parsed(lines: LineIndex): Parsed {
  const frontMatter = frontMatterSpan(lines);
  const definitions: Definitions = {};
  const from = topLine({ lines, frontMatter });
  const { blocks, complete } = blocksIn(lines, from, lines.count, definitions);
  const writer = new PassageWriter(lines);
  const own = withoutConflicts(blocks, atOnce(partingLines(lines)));
  for (const block of withLinkComments(lines, own, from, lines.count)) writer.add(block);
  const read = { lines, frontMatter, definitions, complete, isCut: isAnyCut(blocks) };
  return atOnce(parsedFrom(read, writer.finish(lines.length)));
}

export function isAnyCut(blocks: readonly TopBlock[]): boolean {
  return blocks.some(({ isCut }) => isCut);
}

/** All that is known of a text, from its passages; stops behind some hundreds of them. */
export function* parsedFrom(
  read: Omit<Parsed, 'passages' | 'root' | 'history' | 'headings'>,
  passages: readonly Passage[],
): Steps<Parsed> {
  const history = {};
  const root = yield* branchInSteps(passages, history);
  return { ...read, passages, root, history, headings: new Map() };
}

/** The next version of a text, whose front matter and definitions are as they were, and whose headings are where nothing else is said. */
export function* goneOn(
  before: Parsed,
  lines: LineIndex,
  passages: readonly Passage[],
  untouched: Untouched,
  headings = before.headings,
): Steps<Parsed> {
  const history = goneOnFrom.has(before) ? {} : before.history;
  goneOnFrom.add(before);
  const root = yield* branchAt(passages, 0, history, untouched);
  return { ...before, lines, passages, root, history, headings };
}

const goneOnFrom = new WeakSet<Parsed>();

/** The first line that is none of the front matter’s: markdown-it would read its `---` as a heading’s underline. */
export function topLine({ lines, frontMatter }: Pick<Parsed, 'lines' | 'frontMatter'>): number {
  return frontMatter === undefined ? 0 : lines.lineAt(frontMatter.end) + 1;
}

/** Quickly told: most texts define nothing at all, and some of their lines are very long. */
export function mayDefine(lines: LineIndex, from: number, to: number): boolean {
  return lines.includes(']:') && lines.includesBetween(']:', lines.startOf(from), lines.startOf(to));
}

/** In UTF-16 code units, on one line: what is longer is an image, or nobody wrote it. */
const longestComment = 64 * 1024;

/** markdown-it drops link definitions: those that are written for their titles, `[//]: # (…)`, are comments. */
export function* withLinkComments(
  lines: LineIndex,
  blocks: Iterable<TopBlock>,
  from: number,
  to: number,
): Iterable<TopBlock> {
  if (!mayDefine(lines, from, to)) return yield* blocks;
  let line = from;
  const commentsBefore = function* (end: number): Iterable<TopBlock> {
    for (; line < end; line++) {
      const [first, last] = [lines.startOf(line), lines.endOf(line)];
      if (longestComment < last - first || !isLinkComment(lines.textBetween(first, last))) continue;
      yield { kind: 'comment', level: 0, first: line, end: line + 1 };
    }
  };
  for (const block of blocks) {
    yield* commentsBefore(block.first);
    yield block;
    line = block.end;
  }
  yield* commentsBefore(to);
}
