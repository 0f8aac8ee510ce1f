/** What an entry's `ready` asks the front matter for, and no document says: a slip there would make drafts of all of them. */
import type { ConfigEntry, Words } from './config.ts';
import type { SpecDocument } from './document.ts';
import { entryOf, frontMatterOf, listOf, textOf } from './front-matter.ts';
import { keysIn } from './front-matter-schema.ts';
import { foldedValue } from './stage.ts';
import type { SpecTemplate } from './template.ts';
import { closest } from './text/closest.ts';
import { quoted } from './text/quoted.ts';
import type { Note } from './text/span.ts';

/**
 * Keys that no document has; values that none has and that the template does not list, where it lists some, or where a
 * document has one that is spelt nearly so: nobody may be ready yet. Documents are asked for as far as needed. Never throws.
 */
export function idleReady(
  { readyWords }: Pick<ConfigEntry, 'readyWords'>,
  template: SpecTemplate | undefined,
  documents: Iterable<SpecDocument>,
): readonly Note[] {
  const keys = template === undefined ? [] : keysIn(template);
  const seen = new Map<string, Map<string, string>>();
  const isSeen = (key: string, value: string) => seen.get(key)?.has(foldedValue(value)) === true;
  const isOpen = () => readyWords.some(({ key, values }) => values.some(({ value }) => !isSeen(key.value, value)));
  let any = false;
  for (const document of documents) {
    any = true;
    see(document, seen);
    if (!isOpen()) return [];
  }
  if (!any) return [];
  return readyWords.flatMap(({ key, values }) => {
    const own = seen.get(key.value);
    const names = [...keys.map((each) => each.key), ...seen.keys()];
    if (own === undefined) return [noteOf(key, 'stands in the front matter of no document', names)];
    const { choices = [] } = keys.find((each) => each.key === key.value) ?? {};
    const listed = new Set(choices.map(foldedValue));
    const known = [...choices, ...own.values()];
    return values
      .filter(({ value }) => !isSeen(key.value, value) && !listed.has(foldedValue(value)))
      .filter(({ value }) => 0 < choices.length || closest(value, known) !== undefined)
      .map((value) => noteOf(value, `is the ${quoted(key.value)} of no document`, known));
  });
}

function see(document: SpecDocument, seen: Map<string, Map<string, string>>): void {
  const found = frontMatterOf(document);
  for (const { key } of found?.entries ?? []) {
    const values = seen.get(key) ?? new Map<string, string>();
    seen.set(key, values);
    const entry = found && entryOf(found, key);
    for (const value of [textOf(entry), ...listOf(entry)]) values.set(foldedValue(value), value);
  }
}

function noteOf({ value, span }: Words, what: string, known: readonly string[]): Note {
  const meant = closest(value, known);
  const advice = meant === undefined ? '' : `. Did you mean ${quoted(meant)}?`;
  return { span, message: `${quoted(value)} ${what}: none is ready by it${advice}` };
}
