/** What can be folded: sections, comments, the front matter, the instructions that are to be deleted. */
import { allSections, type SpecDocument } from '../document.ts';
import { instructionsOf } from '../instructions.ts';
import type { Span } from '../text/span.ts';

export interface Fold {
  /** Zero-based, both included. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'section' | 'comment';
}

/** In document order, the larger first; one a starting line, for editors show no more. */
export function folds(document: SpecDocument): readonly Fold[] {
  const folds = new Map<number, Fold>();
  for (const { span, kind } of foldable(document)) {
    const fold = { ...linesOf(document, span), kind };
    if (fold.startLine < fold.endLine && !((folds.get(fold.startLine)?.endLine ?? -1) >= fold.endLine)) {
      folds.set(fold.startLine, fold);
    }
  }
  return Array.from(folds.values()).sort((a, b) => a.startLine - b.startLine);
}

interface Foldable {
  readonly span: Span;
  readonly kind: Fold['kind'];
}

function* foldable(document: SpecDocument): Iterable<Foldable> {
  const { root, frontMatter } = document;
  if (frontMatter !== undefined) yield { span: frontMatter, kind: 'section' };
  const instructions = instructionsOf(document);
  if (instructions.start < instructions.end) yield { span: instructions, kind: 'comment' };
  for (const section of [root, ...allSections(root)]) {
    if (0 < section.level) yield { span: section.span, kind: 'section' };
    for (const { kind, span } of section.blocks) if (kind === 'comment') yield { span, kind };
  }
}

/** Without the blank lines at its end, which stay to be seen between folded sections. */
function linesOf({ lines }: SpecDocument, { start, end }: Span): { startLine: number; endLine: number } {
  const startLine = lines.lineAt(start);
  let endLine = lines.lineAt(Math.max(start, end - 1));
  while (startLine < endLine && lines.isBlank(endLine)) endLine--;
  return { startLine, endLine };
}
