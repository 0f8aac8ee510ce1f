/** A document's headings without a word under them: what answers to what, in whatever order it stands, goes by these alone. */
import { boldLinesIn } from './bold-lines.ts';
import { allSections, parseDocument, type SpecDocument } from './document.ts';
import type { SpecTemplate } from './template.ts';
import type { Span } from './text/span.ts';

/** Or the bold lines that may stand for them. Undefined where there are so many that to lay them under the template would be felt. */
export function bareHeadings(document: SpecDocument, { kind }: SpecTemplate): SpecDocument | undefined {
  const { root, lines } = document;
  const headings = new Map<number, Span>();
  for (const { heading } of allSections(root)) {
    if (headings.size === mostHeadings) return undefined;
    headings.set(heading.start, heading);
  }
  if (kind === 'bold-lines') {
    for (const { heading } of boldLinesIn(document)) headings.set(heading.start, heading);
    if (mostHeadings < headings.size) return undefined;
  }
  const sorted = Array.from(headings.values()).sort((a, b) => a.start - b.start);
  return parseDocument(sorted.map(({ start, end }) => `${lines.textBetween(start, end)}\n\n`).join(''));
}

/** That takes some milliseconds. */
export const mostHeadings = 250;
