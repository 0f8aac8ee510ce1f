/** What stands above a template's first section and is no instruction: guidance for the title and the lines under it. */
import type { Laid } from './binding.ts';
import type { Block } from './document.ts';
import { type Guidance, guidanceIn, leftoversIn } from './guidance.ts';
import { isRow } from './label-rows.ts';
import { documentTitle } from './not-asked.ts';
import { placeholdersOf } from './placeholders.ts';
import type { SpecTemplate } from './template.ts';
import type { Span } from './text/span.ts';

/**
 * The template's sentences that still stand above the first section, in order. Tables and code are left out: their words are
 * to stay around what is filled in. So are rows of a label and a value, and sentences with a placeholder in them, which is told
 * by itself. Never throws.
 */
export function leftPreamble({ document, template }: Laid): readonly Span[] {
  const guidance = guidanceOf(template);
  if (guidance.sentences.length === 0) return [];
  const title = documentTitle(template, document);
  const blocks = [...document.root.blocks, ...(title?.blocks ?? [])].filter(isProse);
  const placeholders = placeholdersOf(template);
  const { lines } = document;
  return leftoversIn(document, blocks, guidance).sentences.filter(({ start, end }) => {
    const line = lines.lineAt(start);
    if (isRow(lines.textBetween(lines.startOf(line), lines.endOf(line)))) return false;
    // A sentence begins and ends with a word: the marks around it may be a placeholder's.
    const before = MARKS_BEFORE.exec(lines.textBetween(lines.startOf(line), start))?.[0] ?? '';
    const behind = MARKS_BEHIND.exec(lines.textBetween(end, lines.endOf(lines.lineAt(end))))?.[0] ?? '';
    const words = before + lines.textBetween(start, end) + behind;
    return !placeholders.some(({ source }) => words.includes(source));
  });
}

const MARKS_BEFORE = /[^\s\p{L}\p{N}]{0,9}$/u;
const MARKS_BEHIND = /^[^\s\p{L}\p{N}]{0,9}/u;

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
