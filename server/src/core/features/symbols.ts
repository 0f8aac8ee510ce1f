/** The document's headings as a tree, with the state of those that answer to the template. */
import type { SectionStatus } from '../binding.ts';
import type { SpecDocument } from '../document.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

export interface Symbol {
  readonly name: string;
  readonly level: number;
  readonly status: SectionStatus | undefined;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly Symbol[];
}

/** `context` is undefined where the document is no spec or too large: headings only. */
export function symbols(document: SpecDocument, context: RuleContext | undefined): readonly Symbol[] {
  throw new Error(`not yet ${document} ${context}`);
}
