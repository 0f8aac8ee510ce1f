/** Colours by meaning: the template's headings, `N/A`, unfinished markers, placeholders. In specs only. */
import type { RuleContext } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

export type TokenKind = 'section' | 'notApplicable' | 'unfinished' | 'placeholder';

export interface Token {
  readonly span: Span;
  readonly kind: TokenKind;
}

/** In document order, none across a line end, none overlapping. */
export function tokens(context: RuleContext): readonly Token[] {
  throw new Error(`not yet ${context}`);
}
