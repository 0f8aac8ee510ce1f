/** The block above a template's content that tells how to use it, and that is to be deleted. */
import { allSections, type Block, type Section, type SpecDocument } from './document.ts';
import type { Span } from './text/span.ts';
import { commentsIn } from './text/visible.ts';

/** From behind the front matter to the end of the delete marker. Empty where the template has none. */
export function instructionsOf(document: SpecDocument): Span {
  const { root, frontMatter, text } = document;
  let start = frontMatter?.end ?? 0;
  while (start < text.length && /[\s\ufeff]/.test(text[start] ?? '')) start++;
  let looked = 0;
  const find = ({ blocks }: Section) =>
    blocks.find((block) => looked++ < mostLookedAt && isDeleteMarker(text, block))?.span.end;
  let end = find(root);
  for (const section of allSections(root)) {
    if (end !== undefined || mostLookedAt < looked++) break;
    end = find(section);
  }
  return { start, end: end ?? start };
}

/** Of blocks and headings: they stand above the rest. */
const mostLookedAt = 10_000;

/** A paragraph or comment, wholly strong, emphasised or commented, that tells to delete the text above. */
export function isDeleteMarker(text: string, { kind, span }: Block): boolean {
  if (longestMarker < span.end - span.start) return false;
  const source = text.slice(span.start, span.end).trim();
  if (kind === 'comment') return commentsIn(source).some(tellsToDelete);
  // To a pattern `_` is a letter.
  return kind === 'paragraph' && EMPHASISED.test(source) && tellsToDelete(source.replaceAll('_', ' '));
}

const longestMarker = 300;
const EMPHASISED = /^(\*{1,3}|_{1,3})\S.*\1$/s;

function tellsToDelete(words: string): boolean {
  return (
    (/\b(?:delete|remove|erase)\b/i.test(words) && /\babove\b/i.test(words)) ||
    (/削除|删除|刪除/.test(words) && /上記|以上|上述|上面/.test(words))
  );
}

/** Whether a section of the template lies wholly in its instructions. */
export function isInstruction({ heading }: Section, { start, end }: Span): boolean {
  return start < end && heading.start < end;
}
