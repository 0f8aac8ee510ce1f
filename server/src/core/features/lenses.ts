/** What is said above a spec, for those who want it there: how much is answered, and what would put in the rest. */
import { allSections } from '../document.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { isAnyMissing, isOwed } from './insertion.ts';
import { progress } from './progress.ts';

export interface Lens {
  /** The first heading. */
  readonly span: Span;
  readonly kind: 'progress' | 'insert-missing';
  readonly title: string;
}

/** None in a document without headings. Never throws. */
export function lenses(context: RuleContext): readonly Lens[] {
  const { document, binding } = context;
  const [first] = allSections(document.root);
  if (first === undefined) return [];
  const { done, of } = progress(binding);
  const span = first.heading;
  const all: Lens[] = [{ span, kind: 'progress', title: `${done}/${of} sections` }];
  if (isAnyMissing(context, isOwed)) all.push({ span, kind: 'insert-missing', title: 'Insert missing' });
  return all;
}
