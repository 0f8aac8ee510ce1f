/** The sections still to write, offered after `#` at a line's start. */
import { type Binding, type BoundSection, contextOf } from '../binding.ts';
import { allSections, parseDocument, type Section, type SpecDocument } from '../document.ts';
import type { RuleContext } from '../rules/rule.ts';
import { headingText, sectionText } from '../section-text.ts';
import { lineEndOf } from '../text/insert.ts';
import type { Span } from '../text/span.ts';
import { guidanceMarkdown } from './guidance-markdown.ts';

export interface Completion {
  readonly label: string;
  readonly detail: string;
  /** Markdown: the template's guidance. */
  readonly documentation: string;
  /** What it replaces: the marks and words typed so far, on one line. */
  readonly span: Span;
  /** Heading and the body to fill. */
  readonly newText: string;
  /** The part of `newText` to be selected, as offsets in it. */
  readonly selection: Span;
  /** Sorts it: what is missing first, in template order. */
  readonly order: number;
}

/** Empty where no heading could stand: in code, comments, lists, front matter, or behind other words. Never throws. */
export function completions({ document, template }: RuleContext, offset: number): readonly Completion[] {
  const typed = typedHeading(document, offset, template.kind === 'bold-lines' ? TYPED_BOLD : TYPED);
  if (typed === undefined) return [];
  // What is being typed is no heading yet: without it, the document lacks what it lacked before.
  const { text } = document;
  const { start, end } = typed.span;
  const blanked = parseDocument(text.slice(0, start) + ' '.repeat(end - start) + text.slice(end));
  const { document: rest, binding } = contextOf(template, blanked);
  return wanted(binding, enclosing(rest, start)).map((bound, order) => {
    const { spec } = bound;
    const { newText, selection } = toInsert(document, typed, bound);
    const facts = [spec.required ? 'required' : 'optional', ...spec.limits.map(({ said }) => said)];
    return {
      label: spec.name,
      detail: facts.join(' · '),
      documentation: guidanceMarkdown(spec),
      span: typed.span,
      newText,
      selection,
      order,
    };
  });
}

interface TypedHeading {
  /** Marks and words, to the end of the line. */
  readonly span: Span;
  /** Something stands below it already: the heading is enough. */
  readonly hasBody: boolean;
  /** A line of words follows at once: it needs a blank line before it. */
  readonly isTight: boolean;
}

function typedHeading(document: SpecDocument, offset: number, pattern: RegExp): TypedHeading | undefined {
  const { text, lines, frontMatter, root } = document;
  if (offset < 0 || text.length < offset || (frontMatter !== undefined && offset <= frontMatter.end)) return undefined;
  const line = lines.lineAt(offset);
  const start = lines.startOf(line);
  const end = lines.endOf(line);
  const indent = pattern.exec(text.slice(start, Math.min(offset, end)))?.[1];
  if (indent === undefined) return undefined;
  const sections = [root, ...allSections(root)];
  const section = sections.find(({ level, heading }) => 0 < level && lines.lineAt(heading.start) === line);
  if (section === undefined && sections.some(({ blocks }) => blocks.some((block) => holdsNoHeading(block, start)))) {
    return undefined;
  }
  const next = line + 1;
  return {
    span: { start: start + indent.length, end },
    hasBody: section?.blocks.some(({ kind }) => kind !== 'comment') ?? false,
    isTight: next < lines.count && !lines.isBlank(next),
  };
}

/** Marks, and words of a title behind them; a cursor within the marks will do. */
const TYPED = /^(\ufeff? {0,3})#{1,6}(?:[^#\r\n][^\r\n]*)?$/;
/** Two stars too, where bold lines are the headings. */
const TYPED_BOLD = /^(\ufeff? {0,3})(?:#{1,6}(?:[^#\r\n][^\r\n]*)?|\*\*(?:[^*\s][^*\r\n]*\*{0,2}:?)?)$/;

/** Of blocks that a line of marks would break off, only paragraphs may be. */
function holdsNoHeading({ kind, span }: Section['blocks'][number], offset: number): boolean {
  return kind !== 'paragraph' && span.start <= offset && offset <= span.end;
}

/** The sections that `offset` stands in. */
function enclosing({ root }: SpecDocument, offset: number): ReadonlySet<Section> {
  return new Set(Array.from(allSections(root)).filter(({ span }) => span.start <= offset && offset <= span.end));
}

/** What is missing at the top level and in the sections around the cursor; behind it, what may be written again. */
function wanted(binding: Binding, around: ReadonlySet<Section>): readonly BoundSection[] {
  const open = Array.from(offered(binding, around));
  return [...open.filter(({ matches }) => matches.length === 0), ...open.filter(({ matches }) => 0 < matches.length)];
}

function* offered({ bound }: Binding, around: ReadonlySet<Section>): Iterable<BoundSection> {
  for (const each of bound) {
    const { spec, matches } = each;
    if (matches.length === 0 || spec.repeatable) yield each;
    for (const { section, inner } of matches) if (around.has(section)) yield* offered(inner, around);
  }
}

function toInsert(
  document: SpecDocument,
  { hasBody, isTight }: TypedHeading,
  { spec, level }: BoundSection,
): { readonly newText: string; readonly selection: Span } {
  const lineBreak = lineEndOf(document.text);
  if (hasBody) {
    const newText = headingText(spec, level);
    return { newText, selection: { start: newText.length, end: newText.length } };
  }
  const { text, selection } = sectionText(spec, { level, body: 'guidance', including: () => false });
  const withLineBreaks = (words: string) => words.replaceAll('\n', lineBreak);
  const isBare = spec.guidance === '' && spec.preset === '';
  const before = isBare ? `${text}\n\n` : text;
  const start = isBare ? before.length : selection.start;
  const end = isBare ? before.length : selection.end;
  return {
    newText: withLineBreaks(isTight ? `${before}\n` : before),
    selection: {
      start: withLineBreaks(before.slice(0, start)).length,
      end: withLineBreaks(before.slice(0, end)).length,
    },
  };
}
