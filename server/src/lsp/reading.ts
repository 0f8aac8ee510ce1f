/** What the server makes of a document. */
import type * as core from '../core/index.ts';
import type { Template, Why } from './templates.ts';

/** A spec with its template: what every answer starts from. */
export interface Context extends core.RuleContext {
  readonly uri: string;
  readonly version: number;
  readonly stage: core.Stage;
  readonly source: Template;
  /** Undefined for a document that is no spec yet, and is laid under a template all the same. */
  readonly why: Why | undefined;
  /** Worked out when first asked for. */
  readonly findings: readonly core.Finding[];
  /** As they would be were it ready: its stage stays. Worked out in slices; undefined where they are not wanted any more. */
  whenReady(isWanted: () => boolean): Promise<readonly core.Finding[] | undefined>;
  /** Works them out rule by rule, so that others are heard meanwhile. Stops where they are not wanted any more: then false. */
  settle(isWanted: () => boolean): Promise<boolean>;
}

/** What an open document turned out to be. */
export type Reading =
  | { readonly kind: 'spec'; readonly context: Context }
  | { readonly kind: 'too-large'; readonly document: core.SpecDocument }
  /** It is a template itself, or names one that is in trouble. */
  | {
      readonly kind: 'template-problems';
      readonly document: core.SpecDocument;
      readonly problems: readonly core.Note[];
    }
  /** It is the file that says which documents are specs. */
  | {
      readonly kind: 'configuration';
      readonly document: Pick<core.SpecDocument, 'lines'>;
      readonly problems: readonly core.ConfigProblem[];
    }
  | { readonly kind: 'other' };
