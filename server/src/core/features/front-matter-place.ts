/** What is being written in front matter, read line by line: YAML in the making is often none. */
import type { SpecDocument } from '../document.ts';
import { frontMatterOf } from '../front-matter.ts';
import { keyLine, keyName, valueIn } from '../front-matter-schema.ts';
import { unquoted } from '../front-matter-words.ts';
import { BOM } from '../text/front-matter-span.ts';
import type { Span } from '../text/span.ts';
import { maxLength } from '../yaml.ts';

export type FrontMatterPlace =
  /** The document's first line, where no front matter is yet: blank, or a fence in the making. */
  | { readonly kind: 'start'; readonly span: Span }
  /** A line without a colon; `keys` are those of the other lines. */
  | { readonly kind: 'key'; readonly span: Span; readonly keys: ReadonlySet<string> }
  | (Written & {
      readonly kind: 'value';
      readonly key: string;
      /** The cursor stands directly behind the colon. */
      readonly isFresh: boolean;
      /** Where the value is a text with commas, the part between two of them that the cursor is in. */
      readonly part: Item | undefined;
    })
  | (Item & { readonly kind: 'item'; readonly key: string });

export interface Written {
  /** All of it, quotes included; the cursor is in it. */
  readonly span: Span;
  /** It needs a blank before it. */
  readonly isTight: boolean;
}

export interface Item extends Written {
  /** The list's other items. */
  readonly others: readonly string[];
}

/** Undefined outside of front matter, and in it where nothing of ours could stand. Never throws. */
export function frontMatterPlace(document: SpecDocument, offset: number): FrontMatterPlace | undefined {
  const { text, lines } = document;
  const line = lines.lineAt(offset);
  if (line === 0) return startPlace(document, offset);
  const inner = innerLines(document, line);
  if (inner === undefined) return undefined;
  const span = { start: lines.startOf(line), end: lines.endOf(line) };
  const words = text.slice(span.start, span.end);
  if (KEY_BEGUN.test(words)) return { kind: 'key', span, keys: keysBeside(inner, line) };
  const dash = ITEM.exec(words)?.[1];
  if (dash !== undefined)
    return itemPlace(text, inner, line, { start: span.start + dash.length, end: span.end }, offset);
  const key = keyLine(words)?.key;
  if (key === undefined) return undefined;
  const colon = span.start + words.indexOf(':', key.length) + 1;
  return valuePlace(text, nameOf(key), { start: colon, end: span.end }, offset);
}

/** Letters, or nothing yet. */
const KEY_BEGUN = /^(?:["']?[\p{L}\p{N}_][^:#\r\n]{0,100})?$/u;
const ITEM = /^([ \t]*-)(?:[ \t]|$)/;

function startPlace(document: SpecDocument, offset: number): FrontMatterPlace | undefined {
  const { text, lines } = document;
  const span = { start: text.startsWith(BOM) ? 1 : 0, end: lines.endOf(0) };
  if (offset < span.start || !/^-{0,3}$/.test(text.slice(span.start, span.end))) return undefined;
  // A line of dashes further down would end it: what stands between them are no keys.
  const found = frontMatterOf(document);
  if (found !== undefined && (found.problem === undefined || 0 < found.entries.length)) return undefined;
  const isBegun = keyLine(text.slice(lines.startOf(1), lines.endOf(1))) !== undefined;
  return isBegun ? undefined : { kind: 'start', span };
}

/** The lines between the fences, by number, without their line breaks. */
type InnerLines = ReadonlyMap<number, string>;

/** Where the second fence is not there yet, all lines from the first one to the cursor have to look like YAML. */
function innerLines({ text, lines, frontMatter }: SpecDocument, line: number): InnerLines | undefined {
  const wordsAt = (at: number) => text.slice(lines.startOf(at), lines.endOf(at));
  if (frontMatter === undefined && wordsAt(0).replace(BOM, '').trimEnd() !== '---') return undefined;
  if (frontMatter !== undefined && text.startsWith('+++', frontMatter.start)) return undefined;
  // No more is read as YAML.
  if (maxLength < lines.endOf(line)) return undefined;
  const fence = frontMatter === undefined ? lines.count : lines.lineAt(frontMatter.end);
  const inner = new Map<number, string>();
  for (let at = 1; at < fence && lines.startOf(at) <= maxLength; at++) {
    const words = wordsAt(at);
    if (frontMatter === undefined && at !== line && !looksLikeYaml(words)) break;
    inner.set(at, words);
  }
  return inner.has(line) ? inner : undefined;
}

function looksLikeYaml(words: string): boolean {
  return words.trim() !== '' && (/^(?:[ \t]|-(?:[ \t]|$)|#)/.test(words) || keyLine(words) !== undefined);
}

function keysBeside(inner: InnerLines, line: number): ReadonlySet<string> {
  const keys = Array.from(inner).flatMap(([at, words]) => {
    const key = at === line ? undefined : keyLine(words)?.key;
    return key === undefined ? [] : [nameOf(key)];
  });
  return new Set(keys);
}

function nameOf(key: string): string {
  return keyName(unquoted(key));
}

/** `behind`: from the colon to the line's end. */
function valuePlace(text: string, key: string, behind: Span, offset: number): FrontMatterPlace | undefined {
  const source = sourceIn(text.slice(behind.start, behind.end));
  const written = writtenIn(text, behind, source, offset);
  if (written === undefined || /^[|>&*!]/.test(source)) return undefined;
  const start = written.span.end - source.length;
  const isList = source.startsWith('[');
  if (isList && start < offset) {
    const inside = { start: start + 1, end: source.endsWith(']') ? written.span.end - 1 : written.span.end };
    const item = itemIn(text, inside, offset);
    return item && { kind: 'item', key, ...item };
  }
  const isPlain = !isList && !/^["'{]/.test(source);
  const part = isPlain && source.includes(',') ? itemIn(text, { start, end: written.span.end }, offset) : undefined;
  return { kind: 'value', key, ...written, isFresh: offset === behind.start, part };
}

/** The value's source. To a list that is to go on belong the blanks behind it. */
function sourceIn(behind: string): string {
  const { source } = valueIn(behind);
  const goesOn = (source.startsWith('[') && !source.endsWith(']')) || source.endsWith(',');
  const rest = behind.slice(behind.indexOf(source) + source.length);
  return goesOn ? source + rest.slice(0, rest.search(/[^ \t]|$/)) : source;
}

function itemPlace(
  text: string,
  inner: InnerLines,
  line: number,
  behind: Span,
  offset: number,
): FrontMatterPlace | undefined {
  if (offset <= behind.start) return undefined;
  const written = writtenIn(text, behind, valueIn(text.slice(behind.start, behind.end)).source, offset);
  const list = listAround(inner, line);
  return written && list && { kind: 'item', ...written, ...list };
}

/** The list that a line's item belongs to: its key, and the items on the other lines. */
function listAround(inner: InnerLines, line: number): { readonly key: string; readonly others: string[] } | undefined {
  const others: string[] = [];
  const take = (at: number) => {
    const words = inner.get(at) ?? '';
    const dash = ITEM.exec(words)?.[1];
    if (dash !== undefined) others.push(unquoted(valueIn(words.slice(dash.length)).source));
    // A key that is indented has a list of its own.
    return dash !== undefined || words.trim() === '' || /^[ \t]*#/.test(words);
  };
  let above = line - 1;
  while (inner.has(above) && take(above)) above--;
  for (let below = line + 1; inner.has(below) && take(below); ) below++;
  const { key, rest = '' } = keyLine(inner.get(above) ?? '') ?? {};
  return key === undefined || valueIn(rest).source !== '' ? undefined : { key: nameOf(key), others };
}

/** Between two commas, where commas in quotes do not count. */
function itemIn(text: string, list: Span, offset: number): Item | undefined {
  const pieces = Array.from(piecesOf(text, list));
  const here = pieces.find(({ start, end }) => start <= offset && offset <= end);
  const wordsOf = ({ start, end }: Span) => text.slice(start, end).trim();
  const written = here && writtenIn(text, here, wordsOf(here), offset);
  if (written === undefined) return undefined;
  const others = pieces.filter((piece) => piece !== here).map((piece) => unquoted(wordsOf(piece)));
  return { ...written, isTight: written.isTight && list.start < written.span.start, others };
}

function* piecesOf(text: string, { start, end }: Span): Iterable<Span> {
  let from = start;
  let quote = '';
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (/["']/.test(character) && text.slice(from, at).trim() === '') quote = character;
    else if (character === ',') {
      yield { start: from, end: at };
      from = at + 1;
    }
  }
  yield { start: from, end };
}

/** What is written there so far, which is `source`; undefined where the cursor is behind it, as in a comment. */
function writtenIn(text: string, { start: from, end }: Span, source: string, offset: number): Written | undefined {
  const first = from + text.slice(from, end).search(/\S|$/);
  // A comment needs the blank before it.
  const last = source === '' && first < end ? first - 1 : first + source.length;
  if (offset < from || last < offset) return undefined;
  const start = Math.min(first, offset);
  return { span: { start, end: source === '' ? start : last }, isTight: start === from };
}
