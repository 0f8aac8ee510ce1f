/** What can be folded: sections, comments, the front matter. */
import type { SpecDocument } from '../document.ts';

export interface Fold {
  /** Zero-based, both included. */
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'section' | 'comment';
}

export function folds(document: SpecDocument): readonly Fold[] {
  throw new Error(`not yet ${document}`);
}
