/** What stands above a template's first section and is no instruction: guidance for the title and the lines under it. */
import type { Laid } from './binding.ts';
import type { Block } from './document.ts';
import { type Guidance, guidanceIn, leftoversIn } from './guidance.ts';
import { documentTitle } from './not-asked.ts';
import { placeholdersOf } from './placeholders.ts';
import type { SpecTemplate } from './template.ts';
import type { Span } from './text/span.ts';

/**
 * The template's sentences that still stand above the first section, in order. Tables and code are left out: their words are
 * to stay around what is filled in. So are sentences with a placeholder in them, which is told by itself. Never throws.
 */
export function leftPreamble({ document, template }: Laid): readonly Span[] {
  const guidance = guidanceOf(template);
  if (guidance.sentences.length === 0) return [];
  const title = documentTitle(template, document);
  const blocks = [...document.root.blocks, ...(title?.blocks ?? [])].filter(isProse);
  const placeholders = placeholdersOf(template);
  return leftoversIn(document, blocks, guidance).sentences.filter(({ start, end }) => {
    const words = document.lines.textBetween(start, end);
    return !placeholders.some(({ source }) => words.includes(source));
  });
}

const known = new WeakMap<SpecTemplate, Guidance>();

function guidanceOf(template: SpecTemplate): Guidance {
  const cached = known.get(template);
  if (cached !== undefined) return cached;
  const { skeleton, instructions, title } = template;
  const { text } = skeleton;
  const blocks = [...skeleton.root.blocks, ...(title?.blocks ?? [])].filter(isProse);
  const guidance = guidanceIn(
    text,
    blocks.filter(({ span }) => instructions.end <= span.start),
  );
  known.set(template, guidance);
  return guidance;
}

function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'list' || kind === 'quote';
}
