/** Strict JSON with the place of every key and value: the engine's own parser tells neither reliably. */
import type { Note, Span } from './text/span.ts';

export type JsonNode =
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text'; readonly span: Span; readonly value: string }
  | { readonly kind: 'number'; readonly span: Span; readonly value: number }
  | { readonly kind: 'flag'; readonly span: Span; readonly value: boolean }
  | { readonly kind: 'null'; readonly span: Span };

export interface JsonMember {
  readonly key: string;
  /** With its quotes. */
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export type Json =
  | { readonly root: JsonNode; readonly problem?: undefined }
  | { readonly root?: undefined; readonly problem: Note };

/** Reads what `JSON.parse` reads, within bounds and behind a byte order mark; repeated keys stand twice. Never throws. */
export function parseJson(text: string): Json {
  const reading: Reading = { text, at: text.startsWith('\uFEFF') ? 1 : 0, problem: undefined };
  if (mostRead < text.length)
    return { problem: { span: { start: 0, end: 1 }, message: 'The file is larger than 256 KB' } };
  const root = valueIn(reading, 0);
  if (root !== undefined && skipBlanks(reading) && reading.at < text.length) {
    fail(reading, 'The file ends here for JSON, and there is more behind it');
  }
  return root === undefined || reading.problem !== undefined
    ? { problem: reading.problem ?? { span: { start: 0, end: 0 }, message: 'The file cannot be read' } }
    : { root };
}

const mostRead = 256 * 1024;
const deepest = 64;

interface Reading {
  readonly text: string;
  at: number;
  /** The first one; nothing is read behind it. */
  problem: Note | undefined;
}

function valueIn(reading: Reading, depth: number): JsonNode | undefined {
  if (!skipBlanks(reading)) return undefined;
  const { text, at: start } = reading;
  if (depth === deepest) return fail(reading, `Nested deeper than ${deepest}`);
  switch (text[start]) {
    case '{':
      return objectIn(reading, depth);
    case '[':
      return listIn(reading, depth);
    case '"':
      return stringIn(reading);
  }
  const word = take(reading, WORD);
  const span = { start, end: reading.at };
  if (word === 'null') return { kind: 'null', span };
  if (word === 'true' || word === 'false') return { kind: 'flag', span, value: word === 'true' };
  if (NUMBER.test(word)) return { kind: 'number', span, value: Number(word) };
  reading.at = start;
  return fail(reading, valueProblem(text, start, word), word === '' ? undefined : span);
}

function objectIn(reading: Reading, depth: number): JsonNode | undefined {
  const start = reading.at++;
  const members: JsonMember[] = [];
  if (!skipBlanks(reading)) return undefined;
  while (reading.text[reading.at] !== '}') {
    if (0 < members.length && !commaIn(reading, start, '}')) return undefined;
    if (reading.text[reading.at] !== '"') return fail(reading, keyProblem(reading, start));
    const key = stringIn(reading);
    if (key === undefined || !skipBlanks(reading)) return undefined;
    if (reading.text[reading.at] !== ':') return fail(reading, `A colon is missing behind “${key.value}”`);
    reading.at++;
    const value = valueIn(reading, depth + 1);
    if (value === undefined || !skipBlanks(reading)) return undefined;
    members.push({ key: key.value, keySpan: key.span, value });
  }
  return { kind: 'object', span: { start, end: ++reading.at }, members };
}

function listIn(reading: Reading, depth: number): JsonNode | undefined {
  const start = reading.at++;
  const items: JsonNode[] = [];
  if (!skipBlanks(reading)) return undefined;
  while (reading.text[reading.at] !== ']') {
    if (0 < items.length && !commaIn(reading, start, ']')) return undefined;
    const item = valueIn(reading, depth + 1);
    if (item === undefined || !skipBlanks(reading)) return undefined;
    items.push(item);
  }
  return { kind: 'list', span: { start, end: ++reading.at }, items };
}

/** Between two members or items: exactly one. */
function commaIn(reading: Reading, open: number, close: string): boolean {
  const { text, at } = reading;
  if (text[at] !== ',') {
    fail(reading, at < text.length ? 'A comma is missing before this' : stillOpen(text, open));
    return false;
  }
  reading.at++;
  if (!skipBlanks(reading)) return false;
  if (text[reading.at] !== close) return true;
  fail(reading, `JSON has no comma before “${close}”`, { start: at, end: at + 1 });
  return false;
}

function stringIn(reading: Reading): { kind: 'text'; span: Span; value: string } | undefined {
  const { text, at: start } = reading;
  const source = take(reading, STRING);
  if (source === '') {
    const end = start + (/^"[^\r\n"]*"?/.exec(text.slice(start))?.[0].length ?? 1);
    return fail(reading, 'This text is not closed, or holds a line break or an escape that JSON does not know', {
      start,
      end,
    });
  }
  return { kind: 'text', span: { start, end: reading.at }, value: JSON.parse(source) };
}

/** False where a comment stands in the way. */
function skipBlanks(reading: Reading): boolean {
  take(reading, BLANKS);
  const { text, at } = reading;
  const comment = /^(?:\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?)/.exec(text.slice(at, at + longestShown))?.[0];
  if (comment === undefined) return true;
  fail(reading, 'JSON has no comments', { start: at, end: at + comment.length });
  return false;
}

function valueProblem(text: string, at: number, word: string): string {
  const found = text[at];
  if (found === undefined) return 'The file ends where a value belongs';
  if (found === "'") return 'JSON has double quotes only';
  if (word !== '') return `“${word}” is no value of JSON: texts stand in double quotes`;
  return 'A value belongs here';
}

function keyProblem({ text, at }: Reading, open: number): string {
  if (at === text.length) return stillOpen(text, open);
  return 'A key in double quotes belongs here';
}

function stillOpen(text: string, open: number): string {
  return `The file ends here, and a “${text[open]}” is still open`;
}

/** Notes the first problem only. Without a span it is about the one character that is next. */
function fail(reading: Reading, message: string, span?: Span): undefined {
  const { text, at } = reading;
  const width = (text.codePointAt(at) ?? 0) < 0x10000 ? 1 : 2;
  reading.problem ??= { span: span ?? { start: at, end: Math.min(text.length, at + width) }, message };
}

function take(reading: Reading, pattern: RegExp): string {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.text)?.[0] ?? '';
  reading.at += found.length;
  return found;
}

const BLANKS = /[ \t\r\n]*/y;
const WORD = /[-+.\w]{0,200}/y;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const longestShown = 1000;
