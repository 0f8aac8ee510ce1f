/** Sections that change places, with what keeps a heading apart from the words that it comes to stand under. */
import { allSections, boldLevel, type Section, type SpecDocument } from './document.ts';
import { linesWith } from './text/delete.ts';
import { BOM } from './text/front-matter-span.ts';
import { hashesIn } from './text/heading-end.ts';
import { lineEndOf } from './text/insert.ts';
import type { Edit, Span } from './text/span.ts';
import { closed, insertOutside } from './unclosed.ts';

/** Takes a section away, with all it holds, and puts it in at `target`. */
export function movedTo(document: SpecDocument, section: Section, target: number): readonly Edit[] {
  const { span } = section;
  const whole = trimmed(document, behindMark(document, span));
  const source = closed(document, whole).replace(/\r\n?/g, '\n');
  const { start, end } = linesWith(document, whole);
  const { gap, unindented } = seamAt(laidOut(document), span.start, span.end, span.start);
  const from = start === span.start ? whole.start : start;
  return [
    { span: { start: from, end: unindented ? span.end : end }, newText: gap },
    insertOutside(document, target, source),
  ];
}

/**
 * The places of `sections` stay, and the sections change among them, to be in the order of `wanted`. What stands between is not
 * touched, but where words would run into a heading behind them, or a list would take it in.
 */
export function inOrder(
  document: SpecDocument,
  sections: readonly Section[],
  wanted: readonly Section[],
): readonly Edit[] {
  const laid = laidOut(document);
  const places = new Set(sections.map(({ span }) => span.start));
  const edits: Edit[] = [];
  let changed = { end: -1, above: -1 };
  for (const [at, section] of sections.entries()) {
    const { start, end } = section.span;
    const other = wanted[at] ?? section;
    if (other === section && changed.end !== start) continue;
    const seam = seamAt(laid, start, other.span.start, changed.end === start ? changed.above : start);
    const from = seam.unindented ? startOfLine(document, start) : behindMark(document, section.span).start;
    if (other === section) {
      edits.push({ span: { start: from, end: start }, newText: seam.gap });
      continue;
    }
    const newText = seam.gap + closed(document, trimmed(document, behindMark(document, other.span)));
    edits.push({ span: { start: from, end: trimmed(document, section.span).end }, newText });
    changed = { end, above: other.span.end };
    if (places.has(end)) continue;
    const { gap, unindented } = seamAt(laid, end, end, other.span.end);
    edits.push({ span: { start: unindented ? startOfLine(document, end) : end, end }, newText: gap });
  }
  return edits.filter(({ span, newText }) => span.start < span.end || newText !== '');
}

/** A byte order mark belongs to the place, and not to the section that begins there. */
function behindMark({ text }: SpecDocument, { start, end }: Span): Span {
  return { start: text.startsWith(BOM, start) ? start + BOM.length : start, end };
}

interface Laid {
  readonly document: SpecDocument;
  /** All of the document's. */
  readonly sections: readonly Section[];
}

function laidOut(document: SpecDocument): Laid {
  return { document, sections: Array.from(allSections(document.root)) };
}

interface Seam {
  /** A blank line, where one is needed. */
  readonly gap: string;
  /** Whether the heading must begin its line. */
  readonly unindented: boolean;
}

/** Between the heading that begins at `heading` when it stands at `place`, and what ends at `above` when it stands over it. */
function seamAt({ document, sections }: Laid, place: number, heading: number, above: number): Seam {
  const { text, root } = document;
  const section = sections.find((each) => each.heading.start === heading);
  if (section === undefined) return { gap: '', unindented: false };
  const upper = sections.findLast((each) => each.heading.start < above) ?? root;
  const last = upper.blocks.at(-1)?.kind;
  const { end } = trimmed(document, { start: 0, end: place });
  const isClose = 0 < end && breaksIn(text.slice(end, place)) < 2;
  const isLine = sections.some((each) => each.heading.start === place && each.level === boldLevel);
  // What is in HTML goes on to a blank line, over headings too.
  const isHtml = last === 'other' || (last === undefined && document.text[upper.heading.start] === '<');
  const runsIn = () =>
    isHtml ||
    (section.level === boldLevel
      ? (last !== undefined || upper.level === boldLevel) && !(isLine && isBoldLine(document, upper, above))
      : isUnderlined(document, section));
  const gap = isClose && runsIn() ? lineEndOf(text) : '';
  return { gap, unindented: last === 'list' || gap !== '' };
}

/** One with nothing but words behind it: others may stand under it in the same paragraph. */
function isBoldLine(document: SpecDocument, { level, heading, blocks }: Section, end: number): boolean {
  const { start, end: last } = trimmed(document, { start: heading.start, end });
  return (
    level === boldLevel &&
    blocks.every(({ kind }) => kind === 'paragraph') &&
    !BLANK_LINE.test(document.text.slice(start, last))
  );
}

const BLANK_LINE = /\n[ \t]*\r?\n|\r[ \t]*\r/;

function breaksIn(blanks: string): number {
  return blanks.match(/\r\n?|\n/g)?.length ?? 0;
}

function isUnderlined({ text }: SpecDocument, { heading }: Section): boolean {
  return hashesIn(text.slice(heading.start, heading.end)) === undefined;
}

function startOfLine({ lines }: SpecDocument, offset: number): number {
  return lines.startOf(lines.lineAt(offset));
}

function trimmed({ text }: SpecDocument, { start, end }: Span): Span {
  let last = end;
  while (start < last && /\s/.test(text[last - 1] ?? '')) last--;
  return { start, end: last };
}
