/** What a section lists: user stories, endpoints, open questions, whatever they are called there. */
import { answerOf } from '../answers.ts';
import type { BoundSection, Match } from '../binding.ts';
import type { Block, BlockItem, Section, SpecDocument } from '../document.ts';
import { isGuidanceOf } from '../status.ts';
import type { Steps } from '../steps.ts';
import { shortened } from '../text/shortened.ts';
import type { Span } from '../text/span.ts';

export interface OutlineEntry {
  /** On one line; never empty. */
  readonly name: string;
  readonly span: Span;
  readonly children: readonly OutlineEntry[];
}

/**
 * In document order: the items of its lists and the rows of its tables, and the headings under it that the template does
 * not have. The first two thousand of them, of the first hundred thousand blocks; none where the section says nothing of its own yet. Stops at each
 * of its lists and what these list. Never throws.
 */
export function* entriesOf(
  document: SpecDocument,
  { spec }: Pick<BoundSection, 'spec'>,
  { section, status, inner }: Match,
): Steps<readonly OutlineEntry[]> {
  if (status !== 'done' && status !== 'overlong') return [];
  const entries: OutlineEntry[] = [];
  for (const [at, block] of section.blocks.entries()) {
    if (mostEntries <= entries.length || at === mostLookedAt) break;
    if (!LISTS.has(block.kind) || isGuidanceOf(spec, document, block)) continue;
    yield;
    yield* addListed(entries, block);
  }
  const headings = yield* entriesFor(inner.unknown, { left: mostEntries - entries.length });
  return entries.concat(headings);
}

/** Nobody goes through more. */
const mostEntries = 2_000;
/** Blocks of a section. */
const mostLookedAt = 100_000;
const LISTS: ReadonlySet<Block['kind']> = new Set(['list', 'table']);

/** With their subsections, and without what these list in turn. */
function* entriesFor(sections: readonly Section[], count: { left: number }): Steps<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  for (const { title, level, heading, children } of sections) {
    if (count.left <= 0) break;
    count.left--;
    yield;
    const name = shortened(title, longest) || '#'.repeat(level);
    entries.push({ name, span: heading, children: yield* entriesFor(children, count) });
  }
  return entries;
}

function* addListed(entries: OutlineEntry[], { kind, items }: Block): Steps<void> {
  for (const item of items) {
    if (mostEntries <= entries.length) break;
    yield;
    if (kind === 'list' && isCheckBox(item)) continue;
    const name = shortened(kind === 'table' ? cells(item) : (item.proses[0] ?? ''), longest);
    // “None.” in a list is an answer, and lists nothing.
    if (name !== '' && answerOf(name) === undefined) entries.push({ name, span: item.span, children: [] });
  }
}

/** The first two: a method and a path, a question and who answers it. */
function cells({ proses }: BlockItem): string {
  return proses
    .filter((prose) => prose !== '')
    .slice(0, 2)
    .join(' · ');
}

function isCheckBox({ proses: [first = ''] }: BlockItem): boolean {
  return /^\[[ xX]\](?:\s|$)/.test(first);
}

const longest = 80;
