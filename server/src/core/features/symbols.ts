/** The document's headings as a tree, with the state of those that answer to the template. */
import type { SectionStatus } from '../binding.ts';
import { placedInSteps, type Section, type SpecDocument } from '../document.ts';
import type { RuleContext } from '../rules/rule.ts';
import { atOnce, isPause, type Steps } from '../steps.ts';
import type { Span } from '../text/span.ts';

export interface Symbol {
  /** The heading's words; its source where it has none, for no symbol may be nameless. */
  readonly name: string;
  readonly level: number;
  readonly status: SectionStatus | undefined;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly Symbol[];
}

/** The first so many of a document: nobody goes through more, and to send them takes as long as to make them. */
const mostSymbols = 10_000;

/** `context` is undefined where the document is no spec or too large: headings only. */
export function symbols(document: SpecDocument, context: RuleContext | undefined): readonly Symbol[] {
  return atOnce(symbolsInSteps(document, context));
}

/** The same, and stops behind some hundreds of headings. */
export function* symbolsInSteps(document: SpecDocument, context: RuleContext | undefined): Steps<readonly Symbol[]> {
  yield* placedInSteps(document);
  const statuses = new Map<Section, SectionStatus>();
  if (context !== undefined) {
    for (const { matches } of context.binding.all) {
      for (const [at, { section, status }] of matches.entries()) {
        if (isPause(at)) yield;
        if (!statuses.has(section)) statuses.set(section, status);
      }
    }
  }
  return yield* symbolsOf(document, document.root, statuses, { left: mostSymbols });
}

function* symbolsOf(
  document: SpecDocument,
  { children }: Section,
  statuses: ReadonlyMap<Section, SectionStatus>,
  count: { left: number },
): Steps<readonly Symbol[]> {
  const made: Symbol[] = [];
  for (const section of children) {
    if (count.left === 0) break;
    if (isPause(--count.left)) yield;
    const { title, level, heading, span } = section;
    const source = document.lines.textBetween(heading.start, heading.end).trim();
    made.push({
      name: title.trim() || source,
      level,
      status: statuses.get(section),
      span,
      nameSpan: heading,
      children: yield* symbolsOf(document, section, statuses, count),
    });
  }
  return made;
}
