/** Template text to the schema it states. */
import { boldLinesIn, cutAt } from './bold-lines.ts';
import { allSections, parseDocument, type Section, type SpecDocument } from './document.ts';
import { entryOf, frontMatterOf, listOf, textOf } from './front-matter.ts';
import { instructionsOf, isInstruction } from './instructions.ts';
import { type Limit, limitsOf } from './limits.ts';
import { followingOptional, guidanceSource, markOf } from './marks.ts';
import type { Note, Span } from './text/span.ts';
import { nameOf, placeholderPattern, symbolsOf, titleKey } from './text/titles.ts';
import { commentsIn } from './text/visible.ts';

export interface SpecTemplate {
  /** What its sections are in the file: headings, bold lines where it has no headings, the fields of a GitHub issue form. */
  readonly kind: 'headings' | 'bold-lines' | 'form';
  /** The file's text: line numbers and spans of headings and problems are in it. A form has no sections there. */
  readonly document: SpecDocument;
  /** The document it starts, with all of its guidance: the file itself, or what a form stands for. Title and instructions are in it. */
  readonly skeleton: SpecDocument;
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
  /** The heading in the template's file; of a form's field, its label. */
  readonly heading: Span;
  readonly required: boolean;
  readonly repeatable: boolean;
  /** The template's words that make it optional or required, on one line; empty where it says nothing of it. */
  readonly requiredBy: string;
  /** The first required section, where its guidance sets a limit: “N/A” is no answer there. */
  readonly lead: boolean;
  /** Its guidance may stay in documents. Only the configuration says so. */
  readonly keep: boolean;
  /** “N/A” is no answer without a reason behind it. Only the configuration says so. */
  readonly reason: boolean;
  readonly limits: readonly Limit[];
  /** The Markdown under the heading, without blanks around it but those of a code block, line ends as LF. Hover shows it, insertion brings it, a finished section has none of it. */
  readonly guidance: string;
  /** What a form's field is filled with from the start: an answer as it is. Empty for most. */
  readonly preset: string;
  /** What a form's field lets choose from. Empty for most. */
  readonly choices: readonly string[];
  /** The template's skeleton, and the section in it. */
  readonly document: SpecDocument;
  readonly source: Section;
  readonly children: readonly SectionSpec[];
}

/** Never throws. `text` is Markdown. */
export function parseTemplate(text: string): SpecTemplate {
  const isTooLong = longestTemplate < text.length;
  const parsed = parseDocument(isTooLong ? '' : text);
  const instructions = instructionsOf(parsed);
  const bold = boldSections(parsed, instructions);
  const document = bold === undefined ? parsed : cutAt(parsed, bold);
  const title = titleOf(document, instructions);
  const all = Array.from(allSections(document.root));
  const tops = mostSections < all.length ? [] : outsideInstructions(topSections(document, title), instructions);
  const marked = all.some((section) => markOf(document, section)?.requirement === 'required');
  const reading: Reading = { document, marked, following: followingOptional(document), paths: new Map(), led: false };
  const sections = tops.map((section) => toSpec(reading, section, undefined));
  const issue = issueOf(document);
  return {
    kind: bold === undefined ? 'headings' : 'bold-lines',
    document,
    skeleton: document,
    name: issue?.name,
    title,
    sections,
    instructions,
    issue,
    problems: isTooLong
      ? [{ span: { start: 0, end: 0 }, message: tooLong }]
      : problemsOf(document, sections, all.length),
  };
}

/** Each is held against each heading of a document. The longest template we know has a tenth of it. */
const mostSections = 1000;

/** In UTF-16 code units: several times as long, too. To read more takes as long as nobody may wait. */
const longestTemplate = 256 * 1024;

export const tooManySections = 'The template has more than 1,000 sections';
export const tooLong = 'The template is longer than 256 KB';

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
  const { children } = root;
  const at = title === undefined ? -1 : children.indexOf(title);
  // There may be very many: most stand under a title that is alone, else they are put together as a whole.
  if (children.length === 1 && title !== undefined && at === 0) return title.children;
  return at === -1 ? children : children.slice(0, at).concat(title?.children ?? [], children.slice(at + 1));
}

/** Where the bold lines start that stand for sections; undefined where the template has headings, but for a title. */
function boldSections(document: SpecDocument, instructions: Span): ReadonlySet<number> | undefined {
  const headings = Array.from(allSections(document.root)).filter((section) => !isInstruction(section, instructions));
  const isTitled = headings.length === 1 && headings[0]?.level === 1;
  if (0 < headings.length && !isTitled) return undefined;
  const first = boldLinesIn(document).filter(({ heading, isFirst }) => isFirst && instructions.end <= heading.start);
  const alone = first.filter(({ isAlone }) => isAlone);
  // Of bold words with an answer's beginning behind them a single one is a note.
  const bold = 0 < alone.length ? alone : first;
  const least = isTitled || alone.length === 0 ? 2 : 1;
  return bold.length < least ? undefined : new Set(bold.map(({ heading }) => heading.start));
}

/** A heading of the instructions may hold the first sections, by its level: they are taken from under it. */
function outsideInstructions(sections: readonly Section[], instructions: Span): readonly Section[] {
  return sections.flatMap((section) =>
    isInstruction(section, instructions) ? outsideInstructions(section.children, instructions) : [section],
  );
}

function titleOf({ root }: SpecDocument, instructions: Span): Section | undefined {
  const first = root.children.find((section) => !isInstruction(section, instructions) && section.level === 1);
  if (first === undefined || 0 < first.children.length) return first;
  return 1 < root.children.length && TITLE.test(first.title.trim()) ? first : undefined;
}

/** Where the sections are H1s, too, the title is told by its words alone. */
const TITLE =
  /^(?:(?:the |your |document |spec )?(?:title|name)|标题|標題|题目|題目|名称|任务名|タイトル|題名|件名|제목|\[[^[\]]+\]|\{[^{}]+\}|<[^<>]+>)[:：]?$/i;

interface Reading {
  readonly document: SpecDocument;
  /** Some sections are marked mandatory: then the others are not. */
  readonly marked: boolean;
  /** Where the template calls all that follows optional. */
  readonly following: ReturnType<typeof followingOptional>;
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
  const { following } = reading;
  const above = following !== undefined && following.end <= heading.start ? following.mark : undefined;
  const mark = markOf(document, section) ?? above;
  const required = mark === undefined ? !reading.marked : mark.requirement === 'required';
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
    requiredBy: mark?.said ?? '',
    lead,
    keep: false,
    reason: false,
    limits,
    guidance,
    preset: '',
    choices: [],
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

function problemsOf(document: SpecDocument, sections: readonly SectionSpec[], count: number): readonly Note[] {
  const problems: Note[] = [];
  const { text } = document;
  const broken = frontMatterOf(document)?.problem;
  if (broken !== undefined) {
    problems.push({ ...broken, message: `The template’s front matter cannot be read: ${broken.message}` });
  }
  if (text.trim() === '') problems.push({ span: { start: 0, end: 0 }, message: 'The template is empty' });
  else if (mostSections < count) problems.push({ span: { start: 0, end: 0 }, message: tooManySections });
  else if (sections.length === 0) {
    problems.push({
      span: { start: 0, end: 0 },
      message: 'The template has no sections: it needs at least one heading or bold line',
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
    const key = `${titleKey(title)} ${symbolsOf(title)}`;
    if (seen.has(key) && !repeatable)
      problems.push({ span: heading, message: `The template has the heading “${name}” twice` });
    seen.add(key);
  }
  return problems;
}
