/** A long text, read part by part, so that others are heard meanwhile. */
import { blocksIn } from './blocks.ts';
import { documentOf, type SpecDocument } from './document.ts';
import { type Parsed, parsed, parsedFrom, topLine } from './parse.ts';
import { PassageWriter } from './passages.ts';
import type { Steps } from './steps.ts';
import { frontMatterSpan } from './text/front-matter-span.ts';
import type { LineIndex } from './text/line-index.ts';

/** In UTF-16 code units: what is read in some milliseconds. */
const readQuickly = 128 * 1024;

/**
 * Stops between two parts; what is returned at the end is what `parseDocument` makes of the text. A part that a fence or the like
 * goes on through is read again, with as much behind it: that takes twice the time at most.
 */
export function* parsedInParts(lines: LineIndex, partLength = readQuickly): Steps<SpecDocument> {
  return documentOf(yield* partsOf(lines, partLength));
}

function* partsOf(lines: LineIndex, partLength: number): Steps<Parsed> {
  // What a definition means, and which lines part what a merge left, is told from the whole text.
  if (lines.length <= 2 * partLength || lines.includes(']:') || lines.includes('<<<<<<< ')) return parsed(lines);
  const frontMatter = frontMatterSpan(lines);
  const writer = new PassageWriter(lines);
  let from = topLine({ lines, frontMatter });
  for (let length = partLength; ; yield) {
    const to = Math.min(lines.lineAt(lines.startOf(from) + length) + 1, lines.count);
    const { blocks, complete } = blocksIn(lines, from, to, {});
    if (!complete) return parsed(lines);
    // Where a block begins is told by its first line and the two behind it; where it ends may be told by what is still to come.
    const next = blocks.findLast(({ first, goesOn }) => !goesOn && from < first && first + margin <= to);
    for (const block of blocks) if (to === lines.count || block.first < (next?.first ?? 0)) writer.add(block);
    if (to === lines.count) break;
    length = next === undefined ? 2 * length : partLength;
    from = next?.first ?? from;
  }
  return yield* parsedFrom({ lines, frontMatter, definitions: {}, complete: true }, writer.finish(lines.length));
}

const margin = 2;
