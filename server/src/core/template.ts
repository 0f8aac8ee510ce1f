/** Template text to the schema it states. */
import { allSections, parseDocument, type Section, type SpecDocument } from './document.ts';
import { entryOf, frontMatterOf, listOf, textOf } from './front-matter.ts';
import { instructionsOf, isInstruction } from './instructions.ts';
import { type Limit, limitsOf } from './limits.ts';
import { type Requirement, requirementInComment, requirementInGuidance } from './requirement.ts';
import type { Note, Span } from './text/span.ts';
import { nameOf, placeholderPattern, requirementOf, titleKey } from './text/titles.ts';
import { commentsIn } from './text/visible.ts';

export interface SpecTemplate {
  /** The template read as a document: line numbers and spans of everything below are in it. */
  readonly document: SpecDocument;
  /** What it calls itself: the name in a GitHub issue template's front matter, or undefined. */
  readonly name: string | undefined;
  /** Its first heading of level 1 with sections under it: transparent, not owed. */
  readonly title: Section | undefined;
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
  /** Its guidance may stay in documents. Only the configuration says so. */
  readonly keep: boolean;
  /** “N/A” is no answer without a reason behind it. Only the configuration says so. */
  readonly reason: boolean;
  readonly limits: readonly Limit[];
  /** The Markdown under the heading, trimmed, line ends as LF. Hover shows it, insertion brings it, a finished section has none of it. */
  readonly guidance: string;
  /** The template read as a document, and the section in it. */
  readonly document: SpecDocument;
  readonly source: Section;
  readonly children: readonly SectionSpec[];
}

/** Never throws. `text` is Markdown. */
export function parseTemplate(text: string): SpecTemplate {
  const document = parseDocument(text);
  const instructions = instructionsOf(document);
  const title = titleOf(document, instructions);
  const tops = outsideInstructions(topSections(document, title), instructions);
  const marked = Array.from(allSections(document.root)).some((section) => markOf(document, section) === 'required');
  const reading: Reading = { document, marked, paths: new Map(), led: false };
  const sections = tops.map((section) => toSpec(reading, section, undefined));
  const issue = issueOf(document);
  return {
    document,
    name: issue?.name,
    title,
    sections,
    instructions,
    issue,
    problems: problemsOf(document, sections),
  };
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

/** The top level, where a title is transparent: what is under it counts as beside it. */
export function topSections({ root }: SpecDocument, title: Section | undefined): readonly Section[] {
  return root.children.flatMap((section) => (section === title ? section.children : [section]));
}

/** A heading of the instructions may hold the first sections, by its level: they are taken from under it. */
function outsideInstructions(sections: readonly Section[], instructions: Span): readonly Section[] {
  return sections.flatMap((section) =>
    isInstruction(section, instructions) ? outsideInstructions(section.children, instructions) : [section],
  );
}

function titleOf({ root }: SpecDocument, instructions: Span): Section | undefined {
  const first = root.children.find((section) => !isInstruction(section, instructions) && section.level === 1);
  return first !== undefined && 0 < first.children.length ? first : undefined;
}

interface Reading {
  readonly document: SpecDocument;
  /** Some sections are marked mandatory: then the others are not. */
  readonly marked: boolean;
  /** Those given away, each with the last number that was put behind it. */
  readonly paths: Map<string, number>;
  /** The lead section has been looked for. */
  led: boolean;
}

function toSpec(reading: Reading, section: Section, parent: string | undefined): SectionSpec {
  const { document } = reading;
  const { level, heading } = section;
  const title = section.title === '' ? placeholderTitle(document, section) : section.title;
  const name = nameOf(title);
  const path = uniquePath(reading, parent === undefined ? name : `${parent}/${name}`);
  const guidance = guidanceSource(document, section);
  const mark = markOf(document, section);
  const required = mark === undefined ? !reading.marked : mark === 'required';
  const repeatable = placeholderPattern(title) !== undefined;
  const limits = limitsOf(`${title}\n\n${guidance}`);
  const lead = required && !reading.led && 0 < limits.length;
  reading.led ||= required;
  const children = section.children.map((child) => toSpec(reading, child, path));
  return {
    title,
    name,
    path,
    aliases: [],
    level,
    heading,
    required: required && !repeatable,
    repeatable,
    lead,
    keep: false,
    reason: false,
    limits,
    guidance,
    document,
    source: section,
    children,
  };
}

/** A heading that is nothing but a comment says in it what belongs there. */
function placeholderTitle({ text }: SpecDocument, { heading }: Section): string {
  const words = commentsIn(text.slice(heading.start, heading.end)).join(' ');
  return words === '' ? '{untitled}' : `{${words}}`;
}

function uniquePath({ paths }: Reading, wanted: string): string {
  let number = paths.get(wanted) ?? 0;
  let path = wanted;
  while (paths.has(path)) path = `${wanted} (${++number})`;
  paths.set(wanted, Math.max(number, 1));
  if (path !== wanted) paths.set(path, 1);
  return path;
}

/** The body, without the comments at its end that speak of the heading behind them. */
function guidanceSource({ text, lines }: SpecDocument, { body, blocks }: Section): string {
  let end = body.end;
  const last = blocks.at(-1);
  if (last?.kind === 'comment' && requirementOfComments(text.slice(last.span.start, last.span.end)) !== undefined) {
    // Alone it may speak of its own section, unless the next heading follows at once.
    const gap = lines.lineAt(body.end) - lines.lineAt(last.span.end);
    if (1 < blocks.length || gap === 1) end = last.span.start;
  }
  return text.slice(body.start, end).replace(/\r\n?/g, '\n').trim();
}

function requirementOfComments(source: string): Requirement {
  for (const comment of commentsIn(source)) {
    const requirement = requirementInComment(comment);
    if (requirement !== undefined) return requirement;
  }
  return undefined;
}

/** What the template says of the section: in the heading, in a comment before it, in its guidance. */
function markOf(document: SpecDocument, section: Section): Requirement {
  const { text, lines } = document;
  const { heading, title } = section;
  const source = text.slice(heading.start, heading.end);
  const mark = requirementOf(title) ?? requirementOf(source);
  if (mark !== undefined) return mark;
  const before = lines.lineAt(heading.start) - 1;
  const above = before < 0 ? '' : text.slice(lines.startOf(before), lines.endOf(before));
  const commented = above.includes('-->') ? requirementInComment(commentsIn(above)[0] ?? '') : undefined;
  return commented ?? requirementInGuidance(guidanceSource(document, section));
}

function issueOf(document: SpecDocument): IssueTemplate | undefined {
  const frontMatter = frontMatterOf(document);
  if (frontMatter === undefined) return undefined;
  const name = entryOf(frontMatter, 'name');
  const about = entryOf(frontMatter, 'about');
  if (name === undefined || about === undefined) return undefined;
  return {
    name: textOf(name),
    about: textOf(about),
    titlePrefix: textOf(entryOf(frontMatter, 'title')),
    labels: listOf(entryOf(frontMatter, 'labels')),
    assignees: listOf(entryOf(frontMatter, 'assignees')),
  };
}

function problemsOf(document: SpecDocument, sections: readonly SectionSpec[]): readonly Note[] {
  const problems: Note[] = [];
  const { text } = document;
  const broken = frontMatterOf(document)?.problem;
  if (broken !== undefined) {
    problems.push({ ...broken, message: `The template's front matter cannot be read: ${broken.message}` });
  }
  if (text.trim() === '') problems.push({ span: { start: 0, end: 0 }, message: 'The template is empty' });
  else if (sections.length === 0) {
    problems.push({
      span: { start: 0, end: 0 },
      message: 'The template has no sections: it needs at least one heading',
    });
  }
  for (const siblings of [sections, ...Array.from(allSpecs(sections), ({ children }) => children)]) {
    problems.push(...repeatedIn(siblings));
  }
  return problems;
}

function repeatedIn(siblings: readonly SectionSpec[]): readonly Note[] {
  const seen = new Set<string>();
  const problems: Note[] = [];
  for (const { title, name, heading, repeatable } of siblings) {
    const key = titleKey(title);
    if (seen.has(key) && !repeatable)
      problems.push({ span: heading, message: `The template has the heading “${name}” twice` });
    seen.add(key);
  }
  return problems;
}
