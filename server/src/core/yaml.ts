/** YAML within bounds. The only file that sees `yaml`. */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Note, Span } from './text/span.ts';

export type YamlValue = string | number | boolean | undefined | readonly YamlValue[] | ReadonlyMap<string, YamlValue>;

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlValue;
  /** The value's source; empty behind the key where there is none. */
  readonly valueSpan: Span;
}

export interface YamlMap {
  /** In the order written; repeated keys stand twice. */
  readonly entries: readonly YamlEntry[];
  /** The first thing that is wrong; entries may be there all the same. */
  readonly problem: Note | undefined;
}

/** Reads a map. Spans are offsets in `text`. Never throws: what cannot be read is a problem. */
export function parseYamlMap(text: string): YamlMap {
  const bound = boundPassed(text);
  if (bound !== undefined) return { entries: [], problem: bound };
  try {
    return read(text);
  } catch (error) {
    const message = error instanceof Error ? firstLine(error.message) : 'cannot be read';
    return { entries: [], problem: { span: { start: 0, end: text.length }, message } };
  }
}

/** Limits before any parser sees the text: what is larger is no front matter that a person wrote. */
const maxLength = 65_536;
const maxDepth = 64;
const maxKeys = 1000;

function boundPassed(text: string): Note | undefined {
  const whole = { start: 0, end: Math.min(text.length, maxLength) };
  if (maxLength < text.length) return { span: whole, message: 'longer than 64 KB' };
  let flow = 0;
  let keys = 0;
  const indents: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (at === 0 || isLineBreak(text.charCodeAt(at - 1))) {
      const { indent, dashes } = lineStart(text, at);
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
      if (maxDepth < indents.length + dashes) return { span: { start: at, end: at }, message: 'nested deeper than 64' };
    }
    const char = text[at];
    if (char === '[' || char === '{') flow++;
    if (char === ']' || char === '}') flow = Math.max(0, flow - 1);
    if (maxDepth < flow) return { span: { start: at, end: at + 1 }, message: 'nested deeper than 64' };
    if (char === ':' || char === '?') keys++;
    if (maxKeys < keys) return { span: { start: at, end: at + 1 }, message: 'more than 1,000 keys' };
  }
  return undefined;
}

function lineStart(text: string, start: number): { indent: number; dashes: number } {
  let at = start;
  let dashes = 0;
  while (at < text.length && (text[at] === ' ' || (text[at] === '-' && text[at + 1] === ' '))) {
    if (text[at] === '-') dashes++;
    at++;
  }
  return { indent: at - start, dashes };
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function read(text: string): YamlMap {
  // A lone CR ends a line here, and to the parser does not: LF in its place keeps every offset.
  const yaml = parseDocument(text.replace(/\r(?!\n)/g, '\n'), {
    uniqueKeys: false,
    logLevel: 'silent',
    version: '1.2',
  });
  const error = yaml.errors[0];
  let problem: Note | undefined;
  if (error !== undefined) problem = { span: within(text, error.pos), message: firstLine(error.message) };
  if (yaml.contents === null) return { entries: [], problem };
  if (!isMap(yaml.contents)) {
    const span = within(text, yaml.contents.range ?? [0, text.length]);
    return { entries: [], problem: problem ?? { span, message: 'not a list of keys and values' } };
  }
  const entries: YamlEntry[] = [];
  const seen = new Set<string>();
  for (const { key, value } of yaml.contents.items) {
    if (!isScalar(key) || key.range == null) continue;
    const keySpan = within(text, key.range);
    const name = String(key.value);
    if (seen.has(name)) problem ??= { span: keySpan, message: `the key “${name}” stands twice` };
    seen.add(name);
    const range = (value as { range?: readonly [number, number] } | null)?.range;
    const valueSpan = range == null ? { start: keySpan.end, end: keySpan.end } : within(text, range);
    entries.push({ key: name, keySpan, value: plain(value, 0), valueSpan });
  }
  return { entries, problem };
}

/** Aliases are left unresolved: following them is how a small text becomes a large one. */
function plain(node: unknown, depth: number): YamlValue {
  if (maxDepth < depth || isAlias(node)) return undefined;
  if (isScalar(node)) {
    const { value } = node;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    return value == null ? undefined : String(value);
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1));
  if (!isMap(node)) return undefined;
  const map = new Map<string, YamlValue>();
  for (const { key, value } of node.items) if (isScalar(key)) map.set(String(key.value), plain(value, depth + 1));
  return map;
}

function within(text: string, [start, end]: readonly [number, number, ...number[]]): Span {
  const from = Math.min(start, text.length);
  let to = Math.max(from, Math.min(end, text.length));
  while (from < to && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/\.$/, '');
}
