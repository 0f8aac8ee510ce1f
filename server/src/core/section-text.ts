/** A template's section as Markdown to put into a document. Line ends are LF. */
import { boldLevel, type SpecDocument } from './document.ts';
import { withoutDefined } from './link-definitions.ts';
import { titleSpan } from './place.ts';
import type { SectionSpec } from './template.ts';
import { openingFence } from './text/front-matter-span.ts';
import { endEscaped, hashesIn } from './text/heading-end.ts';
import { htmlHeadingAt, htmlHeadingIn } from './text/html-heading.ts';
import type { Edit, Span } from './text/span.ts';
import { insertOutside } from './unclosed.ts';

export interface SectionText {
  readonly text: string;
  /** What is to be selected in `text`: the guidance, or the place behind “N/A – ”. */
  readonly selection: Span;
}

export interface SectionTextOptions {
  /** That it is put into. */
  readonly document: SpecDocument;
  /** Of the heading; subsections are as much deeper as they are in the template. */
  readonly level: number;
  readonly body: 'guidance' | 'not-applicable';
  /** Whether its `selection` is what will be selected. */
  readonly selected: boolean;
  /** The subsections to bring along. */
  readonly including: (spec: SectionSpec) => boolean;
}

/** Heading and body. The lead section gets its guidance whatever is asked for: “N/A” is no answer there. */
export function sectionText(spec: SectionSpec, options: SectionTextOptions): SectionText {
  const { document, level, body, including, selected } = options;
  const heading = headingText(spec, level);
  const isAnswered = body === 'not-applicable' && !spec.lead;
  const [own = '', ...behind] = isAnswered
    ? [selected ? notApplicable : answerAlone]
    : [spec.guidance, spec.preset].map((part) => fitting(part, document)).filter((part) => part !== '');
  const start = own === '' ? heading.length : heading.length + gapOf(spec).length;
  const selection = { start: isAnswered ? start + own.length : start, end: start + own.length };
  const text = own === '' ? heading : [`${heading}${gapOf(spec)}${own}`, ...behind].join('\n\n');
  const children = spec.children.filter(including).map((child) => {
    const deeper = level + Math.max(1, child.level - spec.level);
    return sectionText(child, { ...options, level: deeper, selected: false }).text;
  });
  return { text: [text, ...children].join('\n\n'), selection };
}

/** The template's words as they mean in a document what they mean there: they take no definition's place, and close no front matter. */
export function fitting(markdown: string, document: SpecDocument): string {
  const fence = document.frontMatter === undefined ? openingFence(document.lines) : undefined;
  const defined = withoutDefined(markdown, document);
  return fence === undefined ? defined : defined.replace(CLOSING, ' $&');
}

const CLOSING = /^(?:---|\+\+\+|\.\.\.)[ \t]*$/gm;

/** The reason belongs behind it. */
export const notApplicable = 'N/A – ';
/** Where the cursor is not, nobody goes on behind it: linters would find its last blank. */
const answerAlone = 'N/A';

/** What the template has between a heading and the words under it: bold lines often have them on the next line. */
function gapOf({ document, source, level }: SectionSpec): string {
  const first = source.blocks[0]?.span.start;
  if (level !== boldLevel || first === undefined) return '\n\n';
  const lines = document.lines.lineAt(first) - document.lines.lineAt(source.heading.end);
  return lines === 0 ? ' ' : '\n'.repeat(Math.min(lines, 2));
}

/** The heading as the template spells it, markup included, at the level given; a bold line as it is. */
export function headingText({ document, source, title }: SectionSpec, level: number): string {
  if (source.level === boldLevel) return document.text.slice(source.heading.start, source.heading.end);
  const depth = Math.max(1, Math.min(6, level));
  const own = document.text.slice(source.heading.start, source.heading.end);
  if (htmlHeadingIn(own) !== undefined) return htmlHeadingAt(own, depth).replace(/\r\n?/g, '\n');
  const { end } = titleSpan(document, source);
  const words = own
    .slice(hashesIn(own)?.end ?? 0, end - source.heading.start)
    .replace(/\s+/g, ' ')
    .trim();
  const [address = ''] = /^[ \t]*\{[^{}\r\n]*\}/.exec(document.text.slice(end, source.heading.end)) ?? [];
  return `${'#'.repeat(depth)} ${endEscaped(words === '' ? title : words)}${address}`;
}

export interface SectionEdit {
  readonly edit: Edit;
  /** Of the first section, in the text as edited. */
  readonly selection: Span;
}

/** Puts sections in at one place, one behind the other, with blank lines and line ends of the document's kind. */
export function insertSections(document: SpecDocument, at: number, sections: readonly SectionText[]): SectionEdit {
  const block = sections.map(({ text }) => text).join('\n\n');
  const edit = insertOutside(document, at, block);
  const lineEnd = /\r\n|\r|\n/.exec(edit.newText)?.[0] ?? '\n';
  const first = edit.span.start + Math.max(0, edit.newText.indexOf(block.trim().replaceAll('\n', lineEnd)));
  const place = (offset: number) => first + block.slice(0, offset).replaceAll('\n', lineEnd).length;
  const { start, end } = sections[0]?.selection ?? { start: 0, end: 0 };
  return { edit, selection: { start: place(start), end: place(end) } };
}
