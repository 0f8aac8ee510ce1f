/** Template text to the schema it states. */
import type { SpecDocument } from './document.ts';
import type { Limit } from './limits.ts';
import type { Note, Span } from './text/span.ts';

export interface SpecTemplate {
  /** The template read as a document: line numbers and spans of everything below are in it. */
  readonly document: SpecDocument;
  /** Its first heading of level 1, where that is a title; else the front matter's `name`; else undefined. */
  readonly name: string | undefined;
  readonly sections: readonly SectionSpec[];
  /** What stands above “Delete the text above”, the marker included: no section, and not to be kept. Empty span: none. */
  readonly instructions: Span;
  /** What a GitHub issue template says of itself, or undefined. */
  readonly issue: IssueTemplate | undefined;
  /** A bad template is still a template. */
  readonly problems: readonly Note[];
}

/** The front matter of a GitHub issue template: not owed by documents. */
export interface IssueTemplate {
  readonly name: string;
  readonly about: string;
  /** The prefix that titles begin with: “Tech spec: ”. Empty where there is none. */
  readonly titlePrefix: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

export interface SectionSpec {
  /** As the template's heading has it, without markup: “Summary:”. */
  readonly title: string;
  /** Without its final colon and suffixes such as “(optional)”: “Summary”. What messages and reports show. */
  readonly name: string;
  /** Its name under its parents': Testing/Unit tests. Unique in the template. */
  readonly path: string;
  /** Other titles that count as this one. */
  readonly aliases: readonly string[];
  readonly level: number;
  /** The heading in the template's text. */
  readonly heading: Span;
  readonly required: boolean;
  readonly repeatable: boolean;
  /** The first required section, where its guidance sets a limit: “N/A” is no answer there. */
  readonly lead: boolean;
  readonly limits: readonly Limit[];
  /** The Markdown under the heading, trimmed, line ends as LF. Hover shows it, insertion brings it, a finished section has none of it. */
  readonly guidance: string;
  readonly children: readonly SectionSpec[];
}

/** Never throws. `text` is Markdown. */
export function parseTemplate(text: string): SpecTemplate {
  throw new Error(`not yet ${text}`);
}

/** Every section of the template in its order, at every depth. */
export function* allSpecs(sections: readonly SectionSpec[]): Iterable<SectionSpec> {
  for (const spec of sections) {
    yield spec;
    yield* allSpecs(spec.children);
  }
}

/** The template's zero-based line of a section's heading. */
export function lineOf({ document }: SpecTemplate, { heading }: SectionSpec): number {
  return document.lines.lineAt(heading.start);
}
