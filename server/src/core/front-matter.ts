/** Front matter as keys and values, with the place of each. */
import type { SpecDocument } from './document.ts';
import type { Note, Span } from './text/span.ts';
import { parseYamlMap, type YamlEntry } from './yaml.ts';
import { plainEntries } from './yaml-plain.ts';

export interface FrontMatter {
  /** The fences included. */
  readonly span: Span;
  /** In the order written, places in the document. */
  readonly entries: readonly YamlEntry[];
  /** Why it cannot be read, and where. */
  readonly problem: Note | undefined;
}

/** By the span: it is the same object for as long as nothing in it changes. */
const known = new WeakMap<Span, FrontMatter>();

/** `undefined` where the document has none. TOML has keys of its own that nothing here reads. Never throws. */
export function frontMatterOf(document: SpecDocument): FrontMatter | undefined {
  const { frontMatter: span } = document;
  if (span === undefined) return undefined;
  const cached = known.get(span);
  if (cached !== undefined) return cached;
  const read = readFrontMatter(document, span);
  known.set(span, read);
  return read;
}

export function entryOf({ entries }: FrontMatter, key: string): YamlEntry | undefined {
  return entries.find((entry) => entry.key === key);
}

/** The value as text: empty where there is none, or where it is a list or a map. */
export function textOf(entry: YamlEntry | undefined): string {
  const value = entry?.value;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A list's texts, or one text split at commas. */
export function listOf(entry: YamlEntry | undefined): readonly string[] {
  const value = entry?.value;
  const items = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : textOf(entry).split(',');
  return items.map((item: string) => item.trim()).filter((item) => item !== '');
}

/** The offset behind the key's colon; undefined where none follows, as behind `? key`. */
export function behindColon(text: string, { keySpan: { end } }: YamlEntry): number | undefined {
  const colon = /^["']?[ \t]*:/.exec(text.slice(end, end + 100))?.[0];
  return colon === undefined ? undefined : end + colon.length;
}

function readFrontMatter({ lines }: SpecDocument, span: Span): FrontMatter {
  if (lines.textBetween(span.start, span.start + 3) === '+++') return { span, entries: [], problem: undefined };
  const first = lines.startOf(lines.lineAt(span.start) + 1);
  const last = lines.startOf(lines.lineAt(span.end));
  const text = lines.textBetween(first, last);
  const plain = plainEntries(text);
  const { entries, problem } = plain === undefined ? parseYamlMap(text) : { entries: plain, problem: undefined };
  return {
    span,
    entries: entries.map((entry) => ({
      ...entry,
      keySpan: moved(entry.keySpan, first),
      valueSpan: moved(entry.valueSpan, first),
    })),
    problem: problem && { ...problem, span: moved(problem.span, first) },
  };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
