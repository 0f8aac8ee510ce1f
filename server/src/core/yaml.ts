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

/** A value with the places of all that is in it. */
export interface YamlNode {
  readonly kind: 'scalar' | 'list' | 'map' | 'nothing';
  /** Its source; empty behind the key where there is none. */
  readonly span: Span;
  /** Of a scalar. */
  readonly scalar: string | number | boolean | undefined;
  /** Of a list. */
  readonly items: readonly YamlNode[];
  /** Of a map, in the order written; repeated keys stand twice. */
  readonly fields: readonly YamlField[];
}

export interface YamlField {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: YamlNode;
}

/** Reads a map. Spans are offsets in `text`. Never throws: what cannot be read is a problem. */
export function parseYamlMap(text: string): YamlMap {
  const { root, problem } = parseYaml(text);
  const entries = root.fields.map(({ key, keySpan, node }) => {
    return { key, keySpan, value: plain(node), valueSpan: node.span };
  });
  return { entries, problem };
}

/** Reads a map with all that is in it. Spans are offsets in `text`. Never throws: what cannot be read is a problem. */
export function parseYaml(text: string): { readonly root: YamlNode; readonly problem: Note | undefined } {
  const bound = boundPassed(text);
  if (bound !== undefined) return { root: nothing, problem: bound };
  try {
    return read(text);
  } catch (error) {
    const message = error instanceof Error ? firstLine(error.message) : 'cannot be read';
    return { root: nothing, problem: { span: { start: 0, end: text.length }, message } };
  }
}

const nothing: YamlNode = { kind: 'nothing', span: { start: 0, end: 0 }, scalar: undefined, items: [], fields: [] };

/** Limits before any parser sees the text: what is larger is no front matter that a person wrote. */
export const maxLength = 65_536;
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

function read(text: string): { root: YamlNode; problem: Note | undefined } {
  // A lone CR ends a line here, and to the parser does not: LF in its place keeps every offset.
  const yaml = parseDocument(text.replace(/\r(?!\n)/g, '\n'), {
    uniqueKeys: false,
    logLevel: 'silent',
    version: '1.2',
    // Whatever a text says of its version or its tags: “yes” is a word, and a date one, too.
    schema: 'core',
    resolveKnownTags: false,
  });
  const reading: Reading = { text, problem: undefined };
  const error = yaml.errors[0];
  if (error !== undefined) reading.problem = { span: within(text, error.pos), message: firstLine(error.message) };
  const root = toNode(reading, yaml.contents, { start: 0, end: 0 }, 0);
  if (root.kind !== 'map' && root.kind !== 'nothing') {
    reading.problem ??= { span: root.span, message: 'not a list of keys and values' };
  }
  return { root, problem: reading.problem };
}

interface Reading {
  readonly text: string;
  /** The first thing that is wrong. */
  problem: Note | undefined;
}

/** Aliases are left unresolved: following them is how a small text becomes a large one. `empty` is the place of a value that is not there. */
function toNode(reading: Reading, node: unknown, empty: Span, depth: number): YamlNode {
  const range = (node as { range?: readonly [number, number] } | null)?.range;
  const span = range == null ? empty : within(reading.text, range);
  if (maxDepth < depth || isAlias(node)) return { ...nothing, span };
  if (isScalar(node)) return { ...nothing, kind: 'scalar', span, scalar: scalarOf(node.value) };
  if (isSeq(node)) {
    return { ...nothing, kind: 'list', span, items: node.items.map((item) => toNode(reading, item, span, depth + 1)) };
  }
  if (!isMap(node)) return { ...nothing, span };
  const fields: YamlField[] = [];
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    if (!isScalar(key) || key.range == null) continue;
    const keySpan = within(reading.text, key.range);
    const name = String(key.value);
    if (seen.has(name)) reading.problem ??= { span: keySpan, message: `the key “${name}” stands twice` };
    seen.add(name);
    const behind = { start: keySpan.end, end: keySpan.end };
    fields.push({ key: name, keySpan, node: toNode(reading, value, behind, depth + 1) });
  }
  return { ...nothing, kind: 'map', span, fields };
}

function scalarOf(value: unknown): YamlNode['scalar'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value == null ? undefined : String(value);
}

function plain({ kind, scalar, items, fields }: YamlNode): YamlValue {
  if (kind === 'list') return items.map(plain);
  return kind === 'map' ? new Map(fields.map(({ key, node }) => [key, plain(node)])) : scalar;
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
