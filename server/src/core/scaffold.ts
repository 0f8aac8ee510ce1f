/** The document a template starts: the template byte for byte, but for its title and, where wanted, its instructions and guidance. */
import type { Section, SpecDocument } from './document.ts';
import { behindColon, entryOf, frontMatterOf, textOf } from './front-matter.ts';
import { type WithoutGuidance, withoutGuidance } from './ghost.ts';
import { answerSpan, bodySpan, emptyPlace, titleSpan } from './place.ts';
import { allSpecs, type SpecTemplate } from './template.ts';
import { hashesIn } from './text/heading-end.ts';
import { htmlHeadingIn, htmlOf } from './text/html-heading.ts';
import { applyEdits, type Edit, type Span } from './text/span.ts';
import type { YamlEntry } from './yaml.ts';
import { scalarSource } from './yaml-scalar.ts';

export interface Scaffold {
  readonly text: string;
  /** The first section's guidance, to be typed over; without it the place to type at. */
  readonly selection: Span;
}

export interface ScaffoldOptions {
  /** Empty: the front matter's title stays as the template has it. */
  readonly title: string;
  readonly instructions: 'keep' | 'omit';
  /** `ghost` leaves out what each section says to its author: an editor shows it in place of an answer. */
  readonly guidance?: 'text' | 'ghost';
}

/** Never throws: a template without sections is a document too. */
export function scaffold(template: SpecTemplate, { title, instructions, guidance }: ScaffoldOptions): Scaffold {
  const { skeleton: document } = template;
  const edits = [...titleEdits(template, oneLine(title))];
  if (instructions === 'omit') edits.push(...omission(template));
  const ghost = guidance === 'ghost' ? withoutGuidance(template) : undefined;
  edits.push(...(ghost?.edits ?? []));
  const { start, end } = firstPlace(template, ghost);
  const text = applyEdits(document.text, edits);
  // Of a template with line ends of several kinds two may have become one.
  const place = (offset: number) => {
    const moved = movedBy(edits, offset);
    return moved + Number(text.slice(moved - 1, moved + 1) === '\r\n');
  };
  return { text, selection: { start: place(start), end: place(end) } };
}

/** The guidance of the first required section that has some; else where one would type in the first section. */
function firstPlace({ skeleton: document, sections }: SpecTemplate, ghost: WithoutGuidance | undefined): Span {
  const specs = Array.from(allSpecs(sections));
  const required = specs.filter((spec) => spec.required);
  const first = required.find(({ guidance }) => guidance !== '') ?? required[0] ?? specs[0];
  if (first === undefined) return { start: document.text.length, end: document.text.length };
  const place = ghost?.places.get(first);
  if (place !== undefined) return { start: place, end: place };
  const { source } = first;
  const words = answerSpan(document, source) ?? (ghost === undefined ? bodySpan(document, source) : undefined);
  return words ?? emptyPlace(document, source);
}

function movedBy(edits: readonly Edit[], offset: number): number {
  const before = edits.filter(({ span }) => span.end <= offset);
  return before.reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), offset);
}

/** From the first line of the instructions to the first one behind them that says something. */
function* omission({ skeleton: { text, lines }, instructions }: SpecTemplate): Iterable<Edit> {
  const words = text.slice(instructions.start, instructions.end);
  if (words.trim() === '') return;
  const from = lines.lineAt(instructions.start + words.search(/\S/));
  let to = lines.lineAt(instructions.start + words.trimEnd().length) + 1;
  while (to < lines.count && lines.isBlank(to)) to++;
  const start = Math.max(lines.startOf(from), text.startsWith(BOM) ? 1 : 0);
  yield { span: { start, end: Math.max(start, lines.startOf(to)) }, newText: '' };
}

const BOM = '\ufeff';

/** The front matter has the title; without such a key the first heading has it, or both where they say the same. */
function* titleEdits(template: SpecTemplate, title: string): Iterable<Edit> {
  if (title === '') return;
  const { skeleton: document, issue, title: heading } = template;
  if (template.kind === 'form') {
    yield { span: { start: 0, end: 0 }, newText: `# ${escapedHash(prefixed(issue?.titlePrefix ?? '', title))}\n\n` };
    return;
  }
  const entry = titleEntry(document);
  if (entry === undefined) {
    if (heading !== undefined) yield headingEdit(document, heading, title);
    return;
  }
  const value = textOf(entry);
  const prefix = issue !== undefined || /[:：–—-]\s*$/.test(value) ? value : '';
  const edit = valueEdit(document, entry, filled(value, title) ?? prefixed(prefix, title));
  if (edit !== undefined) yield edit;
  const isSame = heading?.title === value || TITLE_BEHIND.test(heading?.title ?? '');
  if (heading !== undefined && isSame) yield headingEdit(document, heading, title);
}

/** Front matter that is no YAML can have a line for the title all the same. */
function titleEntry(document: SpecDocument): YamlEntry | undefined {
  const frontMatter = frontMatterOf(document);
  const entry = frontMatter && entryOf(frontMatter, 'title');
  if (frontMatter?.problem === undefined) return entry;
  const { start, end } = frontMatter.span;
  const line = /(?<=[\r\n])title(:[ \t]*)([^\r\n]*)/.exec(document.text.slice(start, end));
  if (line === null) return undefined;
  const [, colon = '', words = ''] = line;
  const value = words.trimEnd();
  const keySpan = { start: start + line.index, end: start + line.index + 'title'.length };
  const from = value === '' ? keySpan.end : keySpan.end + colon.length;
  return {
    key: 'title',
    keySpan,
    value: value.replace(/^(["'])(.*)\1$/, '$2'),
    valueSpan: { start: from, end: from + value.length },
  };
}

/** The words with their one placeholder for a title filled in; undefined where they have none. */
function filled(words: string, title: string): string | undefined {
  const [placeholder, another] = titlePlaceholders(words);
  if (placeholder === undefined || another !== undefined) return undefined;
  const { index, 0: source } = placeholder;
  return words.slice(0, index) + title + words.slice(index + source.length);
}

/** A title that already begins with the prefix does not get it twice. */
export function prefixed(prefix: string, title: string): string {
  const words = prefix.trim();
  if (words !== '' && title.toLowerCase().startsWith(words.toLowerCase())) return title;
  return prefix === '' || /\s$/.test(prefix) ? prefix + title : `${prefix} ${title}`;
}

/** Undefined where the value is not one that a line of ours could take the place of. */
function valueEdit({ text }: SpecDocument, entry: YamlEntry, title: string): Edit | undefined {
  const { valueSpan: value } = entry;
  const source = text.slice(value.start, value.end);
  const first = source[0] ?? '';
  if (source === '') {
    const at = behindColon(text, entry);
    return at === undefined ? undefined : { span: { start: at, end: at }, newText: ` ${scalarSource(title, '')}` };
  }
  if (first !== '|' && first !== '>' && /[\r\n]/.test(source)) return undefined;
  // In the style that the template quotes in.
  return { span: value, newText: scalarSource(title, first) };
}

/** Fills the heading's placeholder for a title, follows words that end in a colon or a number, and takes the place of any others. */
function headingEdit(document: SpecDocument, section: Section, title: string): Edit {
  const { text } = document;
  const { start, end } = titleSpan(document, section);
  const words = text.slice(start, end);
  const heading = text.slice(section.heading.start, section.heading.end);
  const isHash = hashesIn(heading) !== undefined;
  const isHtml = htmlHeadingIn(heading) !== undefined;
  const escaped = isHash ? escapedHash(title) : isHtml ? htmlOf(title) : escapedUnderlined(title);
  const whole = filled(words, escaped);
  if (whole !== undefined) return { span: { start, end }, newText: whole };
  if (/[:：]$/.test(words)) return { span: { start: end, end }, newText: ` ${escaped}` };
  const number = (NUMBER.exec(words) ?? TITLE_BEHIND.exec(words))?.[0].length ?? 0;
  if (0 < number) return { span: { start: start + number, end }, newText: escaped };
  const needsBlank = isHash && !/[ \t]/.test(text[start - 1] ?? '');
  return { span: { start, end }, newText: needsBlank ? ` ${escaped}` : escaped };
}

/** `{title}`, `[FEATURE NAME]`, `<title>`: in a title, the part that is to be filled in. */
function titlePlaceholders(words: string): readonly RegExpExecArray[] {
  const brackets = words.matchAll(/\{[^{}]+\}|\[[^[\]]+\](?![([:])|<[^<>]+>/g);
  return Array.from(brackets).filter(([placeholder]) => TITLE_WORD.test(placeholder));
}

/** “KEP-NNNN: ”, “ADR 0000: ”: a number yet to be given stays in front of the title. */
const NUMBER = /^[\p{L}-]{1,20}[- #]?(?:N{2,9}|X{2,9}|\d{1,9})[:：][ \t]+/u;

/** “FIP-Number: Title”: the last word is the title's place. */
const TITLE_BEHIND = /^\p{L}[\p{L} -]{0,20}[:：][ \t]+(?=title$)/iu;

const TITLE_WORD = /title|name|feature|subject|topic|タイトル|題名|機能|标题|名称|제목/i;

function escapedHash(title: string): string {
  return escapedMarkdown(title).replace(/(?<!#)#+$/, (marks) => `\\${marks}`);
}

/** A line that is underlined would be a list, quote or heading of its own where it begins like one. */
function escapedUnderlined(title: string): string {
  return escapedMarkdown(title)
    .replace(/^[-+#>=~|]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** What was typed is what is shown. */
function escapedMarkdown(title: string): string {
  return title
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** A title is one line of whole characters. */
function oneLine(title: string): string {
  return title
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}
