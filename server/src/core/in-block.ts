/** What is typed inside a block and leaves it the block that it is, told without reading it: a block may be very long. */
import { goneOn, type Parsed } from './parse.ts';
import type { Passage } from './passages.ts';
import type { Places } from './places.ts';
import type { Steps } from './steps.ts';
import type { Change } from './text/change.ts';
import type { LineIndex } from './text/line-index.ts';
import { mostOfHead } from './text/long-lines.ts';
import type { BlockKind } from './top-blocks.ts';

/** What `parsed` makes of the text. Undefined where the block has to be read to know. The front matter must be as it was. */
export function* changedInBlock(
  before: Parsed,
  lines: LineIndex,
  places: Places,
  change: Change,
): Steps<Parsed | undefined> {
  const place = places.upTo(before.lines.lineAt(change.start));
  if (place?.block === undefined) return undefined;
  const passage = before.passages[place.passage] as Passage;
  const kind = passage.blocks.kindOf(place.block);
  // HTML may come to be a heading.
  if (kind === 'other') return undefined;
  if (before.lines.includes(']:') || lines.includes(']:')) return undefined;
  const from = places.startOf(place.passage);
  if (from + passage.blocks.endOf(place.block) < change.end || !isInWords(before, lines, kind, change))
    return undefined;
  const grown = change.newEnd - change.end;

  const blocks = yield* passage.blocks.grown(place.block, grown);
  const changed = { ...passage, blocks, length: passage.length + grown, branch: undefined, history: undefined };
  const passages = before.passages.slice();
  passages[place.passage] = changed;
  return yield* goneOn(before, lines, passages, { first: place.passage, last: place.passage + 1 });
}

/**
 * In a line, behind its first letter. What stands up to there says what a line is, in lists and quotes, too; what is behind it
 * may only end HTML, part a table’s cells, or define something.
 */
function isInWords({ lines: was }: Parsed, lines: LineIndex, kind: BlockKind, { start, end, newEnd }: Change): boolean {
  const line = was.lineAt(start);
  const lineEnd = was.endOf(line);
  if (lineEnd < end) return false;
  const length = lineEnd - was.startOf(line);
  // It may be a table's head again, or none any more.
  if (length + newEnd - end <= mostOfHead ? mostOfHead < length : kind === 'table') return false;
  const above = was.textBetween(was.startOf(line), start);
  const cell = above.slice(Math.max(above.lastIndexOf('|'), above.lastIndexOf('\\')) + 1);
  if (!BEGINS_IN_WORDS.test(above) || !LETTER_OR_DIGIT.test(cell)) return false;
  if (PARTS.test(was.textBetween(start, end)) || PARTS.test(lines.textBetween(start, newEnd))) return false;
  if (was.textBetween(end, lineEnd).includes('>')) return false;
  // Words behind a comment are none of it.
  return kind !== 'comment' || !above.includes('>');
}

/** Marks of lists, quotes, rows, boxes and emphasis, then a letter. */
const BEGINS_IN_WORDS = /^[-*+_>|.()[\]'" \t\d]*\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const PARTS = /[\r\n|\\>]/;
