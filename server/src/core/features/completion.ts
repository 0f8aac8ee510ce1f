/** The sections still to write, offered after `#` at a line's start. */
import type { RuleContext } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

export interface Completion {
  readonly label: string;
  readonly detail: string;
  /** Markdown: the template's guidance. */
  readonly documentation: string;
  /** What it replaces: the marks typed so far. */
  readonly span: Span;
  /** Heading and the body to fill. */
  readonly newText: string;
  /** The part of `newText` to be selected, as offsets in it. */
  readonly selection: Span;
  /** Sorts it: template order. */
  readonly order: number;
}

export function completions(context: RuleContext, offset: number): readonly Completion[] {
  throw new Error(`not yet ${context} ${offset}`);
}
