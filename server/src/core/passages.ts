/** A text in passages: a heading and what stands under it up to the next one. What is known of a passage moves with it. */
import { PassageBlocks } from './passage-blocks.ts';
import { areMany, isPause, type Steps } from './steps.ts';
import type { LineIndex } from './text/line-index.ts';
import type { Span } from './text/span.ts';
import type { BlockKind, TopBlock } from './top-blocks.ts';
import type { Holder } from './worked-out.ts';

/** Wherever it stands, and in whichever version of the text: places count from where its heading begins. */
export interface Passage {
  /** 0 of what stands above the first heading. */
  readonly level: number;
  /** How long the heading is, without the line break behind it. */
  readonly heading: number;
  readonly blocks: PassageBlocks;
  readonly length: number;
  /** Found when it is first asked for. */
  title: string | undefined;
  /** The passage with what it last had under it, in a text of that history. */
  branch: Branch | undefined;
  history: History | undefined;
}

/** A passage with those of deeper headings behind it. The same object for as long as none of them changes. */
export interface Branch extends Holder {
  readonly passage: Passage;
  readonly children: readonly Branch[];
  readonly length: number;
  /** How many passages it is made of. */
  readonly count: number;
  /** How many blocks there are in that passage of it which has the most. */
  readonly mostBlocks: number;
}

/** The same object for one version of a text after the other; who goes on from an earlier one begins another. */
export type History = object;

/** Passages that are there as they were: all before `first`, and all from `last` on. */
export interface Untouched {
  readonly first: number;
  readonly last: number;
}

/** Of all passages, none of which is known: each heading is under the last one before it that is less deep. */
export function* branchInSteps(passages: readonly Passage[], history: History): Steps<Branch> {
  const open: OpenBranch[] = [];
  const close = (behind: number): Branch => {
    const { passage, at, children, length, mostBlocks } = open.pop() as OpenBranch;
    const branch = { passage, children, length, count: behind - at, mostBlocks, workedOut: undefined };
    passage.branch = branch;
    passage.history = history;
    const above = open.at(-1);
    if (above !== undefined) {
      if (above.children === none) above.children = [];
      above.children.push(branch);
      above.length += length;
      above.mostBlocks = Math.max(above.mostBlocks, mostBlocks);
    }
    return branch;
  };
  for (let at = 0; at < passages.length; at++) {
    if (isPause(at)) yield;
    const passage = passages[at] as Passage;
    while (1 < open.length && passage.level <= (open.at(-1)?.passage.level ?? 0)) close(at);
    open.push({ passage, at, children: none, length: passage.length, mostBlocks: passage.blocks.length });
  }
  while (1 < open.length) close(passages.length);
  return close(passages.length);
}

/** Most have none of something: that they share. */
const none: never[] = [];

interface OpenBranch {
  readonly passage: Passage;
  readonly at: number;
  children: Branch[];
  /** Of it and of what is closed under it. */
  length: number;
  mostBlocks: number;
}

/** The same from the passage at `at`, where others are there as they were. Who stops for good begins another history. */
export function* branchAt(
  passages: readonly Passage[],
  at: number,
  history: History,
  untouched: Untouched,
): Steps<Branch> {
  const passage = passages[at] as Passage;
  const isKnown = passage.history === history && passage.branch !== undefined;
  const before = passage.branch?.children ?? [];
  // Most are there as they were: they are taken over together.
  let [same, next] = [0, at + 1];
  for (; isKnown && same < before.length; same++) {
    if (isPause(same)) yield;
    const { count } = before[same] as Branch;
    if (untouched.first <= next + count) break;
    next += count;
  }
  const own: Branch[] = [];
  let behind: readonly Branch[] = [];
  let mayGoOn = isKnown;
  while (passage.level < (passages[next]?.level ?? 0)) {
    if (isPause(own.length)) yield;
    const child = knownAt(passages, next, history, untouched) ?? (yield* branchAt(passages, next, history, untouched));
    if (mayGoOn && untouched.last <= next) {
      mayGoOn = false;
      const from = before.indexOf(child, same);
      if (from !== -1) {
        behind = before.slice(from);
        break;
      }
    }
    own.push(child);
    next += child.count;
  }
  const isSame =
    passage.branch !== undefined &&
    before.length === same + own.length + behind.length &&
    own.every((each, i) => each === before[same + i]);
  if (isSame && passage.branch !== undefined) {
    passage.history = history;
    return passage.branch;
  }
  // To copy hundreds of thousands takes some milliseconds.
  const inSteps = areMany(before.length);
  if (inSteps) yield;
  const children = before.slice(0, same).concat(own, behind);
  if (inSteps) yield;
  let [length, count, mostBlocks] = [passage.length, 1, passage.blocks.length];
  for (let i = 0; i < children.length; i++) {
    if (isPause(i)) yield;
    const child = children[i] as Branch;
    length += child.length;
    count += child.count;
    mostBlocks = Math.max(mostBlocks, child.mostBlocks);
  }
  // Both at once: others may go on from an earlier version meanwhile.
  passage.history = history;
  passage.branch = { passage, children, length, count, mostBlocks, workedOut: undefined };
  return passage.branch;
}

/** The branch of a passage that is there as it was, and what ends it, too. */
function knownAt(
  passages: readonly Passage[],
  at: number,
  history: History,
  { first, last }: Untouched,
): Branch | undefined {
  const { branch, history: own } = passages[at] as Passage;
  if (branch === undefined || own !== history) return undefined;
  return last <= at || at + branch.count < first ? branch : undefined;
}

/** Puts passages together from what stands one behind the other in a text: blocks, and parts of passages that were there. */
export class PassageWriter {
  readonly #lines: LineIndex;
  readonly #done: Passage[] = [];
  #open: Open = { level: 0, start: 0, heading: 0, blocks: new PassageBlocks([]) };

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  /** What a passage at `start` begins with, up to a block, or all of it. */
  addBeginning({ level, heading, blocks }: Passage, start: number, end = blocks.length): void {
    this.#open = { level, start, heading, blocks: blocks.upTo(end) };
  }

  add({ kind, level, first, end }: TopBlock): void {
    const lines = this.#lines;
    if (kind === 'heading') {
      const span = withoutBlanks(lines, lines.startOf(first), lines.endOf(end - 1));
      this.#close(span.start);
      this.#open = { level, start: span.start, heading: span.end - span.start, blocks: new PassageBlocks([]) };
      return;
    }
    let last = end - 1;
    while (first < last && lines.isBlank(last)) last--;
    this.#add(kind, lines.startOf(first), lines.endOf(last));
  }

  /** What a passage at `start` ends with, from a block on. Stops behind some hundreds of blocks. */
  *addEnd({ blocks }: Passage, start: number, from: number): Steps<void> {
    for (let at = from; at < blocks.length; at++) {
      if (isPause(at)) yield;
      this.#add(blocks.kindOf(at), start + blocks.startOf(at), start + blocks.endOf(at));
    }
  }

  /** All that was written; the last passage goes up to `end`. */
  finish(end: number): readonly Passage[] {
    this.#close(end);
    return this.#done;
  }

  #add(kind: BlockKind, start: number, end: number): void {
    const { start: from, blocks } = this.#open;
    blocks.add(kind, start - from, end - from);
  }

  #close(end: number): void {
    const { level, start, heading, blocks } = this.#open;
    this.#done.push({
      level,
      heading,
      blocks: blocks.written(),
      length: end - start,
      title: undefined,
      branch: undefined,
      history: undefined,
    });
  }
}

interface Open {
  readonly level: number;
  /** In the text; the rest counts from there. */
  readonly start: number;
  readonly heading: number;
  readonly blocks: PassageBlocks;
}

function withoutBlanks(lines: LineIndex, start: number, end: number): Span {
  const source = lines.textBetween(start, end);
  let [from, to] = [0, source.length];
  while (from < to && isBlank(source.charCodeAt(from))) from++;
  while (from < to && isBlank(source.charCodeAt(to - 1))) to--;
  return { start: start + from, end: start + to };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
