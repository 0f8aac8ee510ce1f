/** The Specs view’s request: every spec of the workspace in a few numbers. Only types are imported, so the client can read it whole. */
import type { Request } from './protocol.ts';

/** Client to server: which of some files are specs, and how far each is, open or not. What is no spec, too large or cannot be read is left out. Can be cancelled. */
export const specs: Request<{ readonly uris: readonly string[] }, readonly SpecSummary[]> = {
  method: 'techSpec/specs',
};

export interface SpecSummary {
  readonly uri: string;
  /** What it calls itself, without the words that all documents of its template begin with; null where it does not. */
  readonly title: string | null;
  readonly template: { readonly name: string; readonly uri: string | null };
  readonly stage: 'draft' | 'ready';
  readonly progress: { readonly done: number; readonly of: number };
  /** What opening it would show among the problems: hints are none. */
  readonly counts: { readonly error: number; readonly warning: number; readonly information: number };
}
