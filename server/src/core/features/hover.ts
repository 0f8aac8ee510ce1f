/** What the template says about the section under the cursor. */
import type { RuleContext } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

export interface Hover {
  readonly span: Span;
  /** Markdown without HTML; the document's and template's words are escaped. */
  readonly markdown: string;
}

/** Only on a heading that answers to the template; undefined elsewhere. */
export function hover(context: RuleContext, offset: number): Hover | undefined {
  throw new Error(`not yet ${context} ${offset}`);
}
