/** What can be folded: sections, comments, the front matter, the instructions that are to be deleted. */
import { allSections, placedInSteps, type Section, type SpecDocument } from '../document.ts';
import { instructionsOf } from '../instructions.ts';
import { atOnce, isPause, type Steps } from '../steps.ts';
import type { Span } from '../text/span.ts';

export interface Fold {
  /** Zero-based, both included. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'section' | 'comment';
}

/** What an editor is given that does not say how many it wants. */
const mostFolds = 10_000;
/** Of blocks and headings: of a million comments on a line each none can be folded. */
const mostLookedAt = 100_000;

/** In document order, the larger first; one a starting line, for editors show no more. The first `most` of them. */
export function folds(document: SpecDocument, most?: number): readonly Fold[] {
  return atOnce(foldsInSteps(document, most));
}

/** The same, and stops behind some hundreds of blocks. */
export function* foldsInSteps(document: SpecDocument, most = mostFolds): Steps<readonly Fold[]> {
  yield* placedInSteps(document);
  const folds = new Map<number, Fold>();
  let at = 0;
  for (const each of foldable(document)) {
    if (isPause(at++)) yield;
    if (mostLookedAt < at) break;
    if (each === undefined) continue;
    const fold = { ...linesOf(document, each.span), kind: each.kind };
    if (fold.startLine < fold.endLine && !((folds.get(fold.startLine)?.endLine ?? -1) >= fold.endLine)) {
      folds.set(fold.startLine, fold);
      if (most <= folds.size) break;
    }
  }
  return Array.from(folds.values());
}

interface Foldable {
  readonly span: Span;
  readonly kind: Fold['kind'];
}

/** Undefined for what is none, of which there may be very much between two that are. */
function* foldable(document: SpecDocument): Iterable<Foldable | undefined> {
  const { root, frontMatter } = document;
  if (frontMatter !== undefined) yield { span: frontMatter, kind: 'section' };
  yield { span: instructionsOf(document), kind: 'comment' };
  for (const section of sectionsOf(root)) {
    yield 0 < section.level ? { span: section.span, kind: 'section' } : undefined;
    for (const { kind, span } of section.blocks) yield kind === 'comment' ? { span, kind } : undefined;
  }
}

function* sectionsOf(root: Section): Iterable<Section> {
  yield root;
  yield* allSections(root);
}

/** Without the blank lines at its end, which stay to be seen between folded sections. */
function linesOf({ lines }: SpecDocument, { start, end }: Span): { startLine: number; endLine: number } {
  const startLine = lines.lineAt(start);
  return { startLine, endLine: Math.max(startLine, lines.lineAt(Math.max(start, wordsEnd(lines, start, end) - 1))) };
}

/** Behind the last character between two offsets that is no blank; there may be megabytes of blank lines. */
function wordsEnd(lines: SpecDocument['lines'], start: number, end: number): number {
  for (let behind = end; start < behind; behind -= lookedAtOnce) {
    const from = Math.max(start, behind - lookedAtOnce);
    const source = lines.textBetween(from, behind);
    if (!NO_BLANK.test(source)) continue;
    let { length } = source;
    while (!NO_BLANK.test(source.charAt(length - 1))) length--;
    return from + length;
  }
  return start;
}

const lookedAtOnce = 4096;
const NO_BLANK = /[^ \t\r\n]/;
