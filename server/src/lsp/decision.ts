/** What a document is, and why: what the server goes by, and what `explain` tells. */
import type * as core from '../core/index.ts';
import type { Configuration } from './configurations.ts';
import type { Template, Trouble } from './template-files.ts';

/** What is asked about. `recognised` is remembered for the document while it is open. */
export interface Candidate {
  readonly uri: string;
  readonly document: core.SpecDocument;
  readonly recognised: Set<string>;
  /** Lays a template over the document before it is asked by its headings, where that is not to be in anybody's way. */
  lay?(template: core.SpecTemplate): Promise<unknown>;
}

/** What a document is, and from where that is known. */
export type Decision =
  | Spec
  /** A template itself. */
  | { readonly kind: 'template' }
  | { readonly kind: 'none'; readonly why: WhyNone }
  /** It would be a spec, or might be, and there is nothing to go by. `problem` is in the document; without it, it was told. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly problem?: core.Note };

export interface Spec {
  readonly kind: 'spec';
  readonly template: Template;
  readonly why: Why;
  /** How loud rules are: of the configuration, else of the settings. */
  readonly severities: ReadonlyMap<string, core.Severity | 'off'>;
  /** As the document's own front matter says; undefined where nothing is configured. */
  readonly stage: core.Stage | undefined;
}

/** Why it is this template, and where that is written. */
export type Why =
  | { readonly by: 'directive'; readonly span: core.Span }
  | ConfiguredBy
  | { readonly by: 'setting' | 'issue-template' | 'built-in'; readonly recognition: core.Recognition | 'before' };

export interface ConfiguredBy {
  readonly by: 'configuration';
  /** Has the file's address, text and lines: spans below are in it. */
  readonly configuration: Configuration;
  readonly entry: core.ConfigEntry;
  /** What its path fits; undefined for a document that has no place yet. */
  readonly pattern: core.Words | undefined;
  /** The template's path there; undefined where the entry names none. */
  readonly named: core.Words | undefined;
  /** How it was told from the entry's other templates. */
  readonly choice: core.Choice;
}

export type WhyNone =
  | { readonly by: 'directive'; readonly span: core.Span }
  /** No entry speaks of it; `except` is the pattern that took it out of one. */
  | { readonly by: 'configuration'; readonly configuration: Configuration; readonly except: core.Words | undefined }
  /** It is a README, a changelog or the like. */
  | { readonly by: 'file-name' }
  /** Nothing in it answers to the template that it would follow. */
  | { readonly by: 'headings'; readonly template: Template };
