/** Whether a document says itself that it is ready. */
import type { SpecDocument } from './document.ts';
import { entryOf, frontMatterOf, listOf, textOf } from './front-matter.ts';
import type { Stage } from './rules/rule.ts';

/**
 * Ready where the front matter has one of the values under one of the keys, whatever their case; else a draft. Undefined where
 * nothing says what makes a document ready. Never throws.
 */
export function stageOf(document: SpecDocument, ready: ReadonlyMap<string, readonly string[]>): Stage | undefined {
  if (ready.size === 0) return undefined;
  const frontMatter = frontMatterOf(document);
  if (frontMatter === undefined) return 'draft';
  for (const [key, values] of ready) {
    const entry = entryOf(frontMatter, key);
    const own = [textOf(entry), ...listOf(entry)].map(foldedValue);
    if (values.some((value) => own.includes(foldedValue(value)))) return 'ready';
  }
  return 'draft';
}

/** Case and blanks around it make no difference. */
export function foldedValue(value: string): string {
  return value.trim().toLowerCase();
}
