/** The keys and values of front matter that the template knows, and the whole of it where a document begins without. */
import type { SpecDocument } from '../document.ts';
import { frontMatterBlock } from '../front-matter-block.ts';
import { keysOwed } from '../front-matter-schema.ts';
import { unquoted } from '../front-matter-words.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { SpecTemplate } from '../template.ts';
import type { Part } from '../text/holes.ts';
import { lineEndOf } from '../text/insert.ts';
import { fenced } from '../text/markdown.ts';
import type { Span } from '../text/span.ts';
import { scalarSource } from '../yaml-scalar.ts';
import { type Completion, type CompletionOptions, filling } from './completion-item.ts';
import {
  itemValues,
  keysOffered,
  type OfferedKey,
  ownFirst,
  prefixSource,
  quoteOf,
  type Value,
} from './front-matter-keys.ts';
import { frontMatterPlace, type Item, type Written } from './front-matter-place.ts';

/** Empty elsewhere. Also where the front matter cannot be read, or has no second fence yet. */
export function frontMatterCompletions(
  { document, template }: RuleContext,
  offset: number,
  { today, trigger }: CompletionOptions,
): readonly Completion[] {
  const place = frontMatterPlace(document, offset);
  if (place === undefined) return [];
  // Further to the right a colon is a part of the value.
  const isCalled = trigger === undefined || (trigger === ':' && place.kind === 'value' && place.isFresh);
  if (!isCalled) return [];
  if (place.kind === 'start') return blockCompletions(document, template, place.span, today);
  const keys = keysOffered(template, today);
  if (place.kind === 'key') return keyCompletions(document, keys, place, offset);
  const key = keys.find((each) => each.key === place.key);
  if (key === undefined) return [];
  if (place.kind === 'item') return itemCompletions(document, key, place, offset);
  if (place.part !== undefined && 1 < key.items.length) return itemCompletions(document, key, place.part, offset);
  if (key.prefix !== '') return titleCompletions(document, key, place, offset);
  return valueCompletions(document, key, key.values, place, offset);
}

/** Of a GitHub issue template none: its front matter is not owed. */
function blockCompletions(
  document: SpecDocument,
  template: SpecTemplate,
  span: Span,
  today: string | undefined,
): readonly Completion[] {
  const owed = keysOwed(template);
  if (owed.length === 0) return [];
  const { text, lines } = document;
  const block = frontMatterBlock(template, owed).flatMap((piece): readonly Part[] => {
    if (typeof piece === 'string') return [piece];
    const { spec, words } = piece;
    if (words !== '') return [[words]];
    return [' ', 0 < spec.choices.length ? ownFirst(spec) : [(spec.date ? today : '') ?? '']];
  });
  const isTight = 1 < lines.count && !lines.isBlank(1);
  const words = block.map((part) => [part].flat()[0] ?? '').join('');
  return [
    {
      kind: 'block',
      label: 'Front matter',
      detail: owed.map(({ key }) => key).join(', '),
      documentation: fenced('yaml', words),
      span,
      filter: `${text.slice(span.start, span.end)}Front matter`,
      ...filling([...block, isTight || lines.count === 1 ? '\n' : ''], lineEndOf(text)),
    },
  ];
}

function keyCompletions(
  { text }: SpecDocument,
  keys: readonly OfferedKey[],
  { span, keys: there }: { readonly span: Span; readonly keys: ReadonlySet<string> },
  offset: number,
): readonly Completion[] {
  const known = new Set(Array.from(there, (key) => key.toLowerCase()));
  const quote = quoteOf(text.slice(span.start, offset), '');
  return keys
    .filter(({ key }) => !known.has(key.toLowerCase()))
    .map(({ key, detail, documentation, parts }) => ({
      kind: 'key',
      label: key,
      detail,
      documentation,
      span,
      filter: quote + key,
      ...filling([`${key}:`, ...parts], lineEndOf(text)),
    }));
}

/** What is begun narrows the choice; what is no beginning of any is there to be replaced. */
function valueCompletions(
  { text }: SpecDocument,
  { documentation }: OfferedKey,
  values: readonly Value[],
  { span, isTight }: Written,
  offset: number,
): readonly Completion[] {
  const typed = text.slice(span.start, offset);
  const quote = quoteOf(text.slice(span.start, span.end), '');
  const begun = typed.slice(quote.length).toLowerCase();
  const isBegun = values.some(({ words }) => begun.length < words.length && words.toLowerCase().startsWith(begun));
  return values
    .filter(({ isList }) => !isList || quote === '')
    .map(({ words, source, detail }) => ({
      kind: 'value',
      label: words,
      detail,
      documentation,
      span,
      filter: isBegun ? quote + words : typed,
      ...filling([isTight ? ' ' : '', quote === '' ? source : scalarSource(words, quote)], lineEndOf(text)),
    }));
}

function itemCompletions(document: SpecDocument, key: OfferedKey, item: Item, offset: number): readonly Completion[] {
  const others = new Set(item.others.map((other) => other.toLowerCase()));
  const values = itemValues(key.key, key.items).filter(({ words }) => !others.has(words.toLowerCase()));
  return valueCompletions(document, key, values, item, offset);
}

/** The prefix goes before a title that is there already, and is not put before it twice. */
function titleCompletions(
  { text }: SpecDocument,
  { prefix, documentation, detail }: OfferedKey,
  { span, isTight }: Written,
  offset: number,
): readonly Completion[] {
  const source = text.slice(span.start, span.end);
  const quote = quoteOf(source, '');
  const title = quote === '' ? source : unquoted(source).replace(/^["']/, '');
  const isBegun = prefix.toLowerCase().startsWith(title.toLowerCase());
  if (!isBegun && title.toLowerCase().startsWith(prefix.trim().toLowerCase())) return [];
  const whole = prefixSource(prefix, quote);
  // What stands in quotes is escaped already.
  const rest = isBegun ? '' : quote === '' ? scalarSource(title, '"').slice(1, -1) : title;
  return [
    {
      kind: 'value',
      label: prefix.trim(),
      detail,
      documentation,
      span,
      filter: isBegun ? quote + prefix : text.slice(span.start, offset),
      ...filling([(isTight ? ' ' : '') + whole.slice(0, -1), [rest], whole.slice(-1)], lineEndOf(text)),
    },
  ];
}
