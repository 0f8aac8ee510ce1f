/** What a template says of a section's being optional or required: in the heading, in a comment before it, in its guidance. */
import type { Section, SpecDocument } from './document.ts';
import { type Requirement, requirementInComment, requirementInGuidance } from './requirement.ts';
import { requirementOf } from './text/titles.ts';
import { commentsIn } from './text/visible.ts';

/** The body, without the comments at its end that speak of the heading behind them. */
export function guidanceSource({ text, lines }: SpecDocument, { body, blocks }: Section): string {
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
export function markOf(document: SpecDocument, section: Section): Requirement {
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
