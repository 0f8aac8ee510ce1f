/** The document's headings as a tree, with the state of those that answer to the template. */
import type { SectionStatus } from '../binding.ts';
import type { Section, SpecDocument } from '../document.ts';
import type { RuleContext } from '../rules/rule.ts';
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

/** `context` is undefined where the document is no spec or too large: headings only. */
export function symbols(document: SpecDocument, context: RuleContext | undefined): readonly Symbol[] {
  const statuses = new Map<Section, SectionStatus>();
  if (context !== undefined) {
    for (const { matches } of context.binding.all) {
      for (const { section, status } of matches) if (!statuses.has(section)) statuses.set(section, status);
    }
  }
  return symbolsOf(document, document.root, statuses);
}

function symbolsOf(
  document: SpecDocument,
  { children }: Section,
  statuses: ReadonlyMap<Section, SectionStatus>,
): readonly Symbol[] {
  return children.map((section) => {
    const { title, level, heading, span } = section;
    const source = document.text.slice(heading.start, heading.end).trim();
    return {
      name: title.trim() || source || '#',
      level,
      status: statuses.get(section),
      span,
      nameSpan: heading,
      children: symbolsOf(document, section, statuses),
    };
  });
}
