/** What in a `.tech-spec.json` is not as its shape says: keys, types and words that are not known. */
import type { Key, Shape } from './config-shape.ts';
import type { JsonMember, JsonNode } from './json.ts';
import { didYouMean, quoted } from './text/quoted.ts';
import type { Note, Span } from './text/span.ts';

/** In the order of the text, but for keys that are not there. Never throws. */
export function misshapen(root: JsonNode, shape: Shape): readonly Note[] {
  return Array.from(inValue(root, shape, 'The file', undefined));
}

/** `name` opens sentences about the value; `key` is where to report what spans lines. */
function* inValue(node: JsonNode, shape: Shape, name: string, key: Span | undefined): Iterable<Note> {
  const wrong = (takes: string): Note => ({ span: placeOf(node, key), message: `${name} takes ${takes}` });
  switch (shape.kind) {
    case 'text':
      if (node.kind !== 'text') yield wrong('a text in double quotes');
      else if (node.value.trim() === '') yield { span: node.span, message: `${name} is empty` };
      else if (shape.of === 'date' && !isDate(node.value)) yield wrong('a day, as in "2026-11-23"');
      return;
    case 'flag':
      if (node.kind !== 'flag') yield wrong('true or false');
      return;
    case 'scalar':
      if (node.kind !== 'text' && node.kind !== 'number' && node.kind !== 'flag')
        yield wrong('a text, a number, true or false');
      return;
    case 'limit':
      if (!isLimit(node)) yield wrong('a whole number from 1, or false for no limit');
      return;
    case 'word':
      if (node.kind !== 'text') yield wrong(`one of ${wordsIn(shape.words)}`);
      else yield* unknownWord(node.value, shape.what, shape.words, node.span);
      return;
    case 'list':
      if (node.kind !== 'list') return yield wrong('a list in square brackets');
      for (const item of node.items) yield* inValue(item, shape.item, `An entry of ${name}`, undefined);
      return;
    case 'some':
      if (node.kind !== 'list') return yield* inValue(node, shape.item, name, key);
      if (node.items.length === 0) yield { span: node.span, message: `${name} is an empty list` };
      for (const item of node.items) yield* inValue(item, shape.item, `An entry of ${name}`, undefined);
      return;
    case 'map':
      if (node.kind !== 'object') return yield wrong('an object in braces');
      yield* repeated(node.members);
      for (const { key: own, keySpan, value } of node.members) {
        if (shape.words !== undefined) yield* unknownWord(own, shape.what, shape.words, keySpan);
        yield* inValue(value, shape.value, quoted(own), keySpan);
      }
      return;
    case 'object':
      if (node.kind !== 'object') return yield wrong('an object in braces');
      yield* repeated(node.members);
      yield* inMembers(node.members, shape.keys);
      yield* missingIn(node, shape.keys, name);
  }
}

function* inMembers(members: readonly JsonMember[], keys: readonly Key[]): Iterable<Note> {
  for (const { key, keySpan, value } of members) {
    const known = keys.find((each) => each.key === key);
    if (known !== undefined) yield* inValue(value, known.shape, quoted(key), keySpan);
    else
      yield {
        span: keySpan,
        message: `Unknown key ${quoted(key)}${suggestion(
          key,
          keys.map((each) => each.key),
        )}`,
      };
  }
}

function* missingIn(node: Extract<JsonNode, { kind: 'object' }>, keys: readonly Key[], name: string): Iterable<Note> {
  for (const { key, required } of keys) {
    if (required !== true || node.members.some((member) => member.key === key)) continue;
    yield { span: placeOf(node, undefined), message: `${name} lacks ${quoted(key)}` };
  }
}

function* repeated(members: readonly JsonMember[]): Iterable<Note> {
  const seen = new Set<string>();
  for (const { key, keySpan } of members) {
    if (seen.has(key)) yield { span: keySpan, message: `${quoted(key)} stands here twice` };
    seen.add(key);
  }
}

function* unknownWord(word: string, what: string, words: readonly { word: string }[], span: Span): Iterable<Note> {
  if (words.some((each) => each.word === word)) return;
  yield {
    span,
    message: `Unknown ${what} ${quoted(word)}${suggestion(
      word,
      words.map((each) => each.word),
    )}`,
  };
}

/** The nearest, or all where they are few. */
function suggestion(word: string, known: readonly string[]): string {
  const meant = didYouMean(word, known);
  if (meant !== '' || fewWords < known.length) return meant;
  return `. Known are ${known.map(quoted).join(', ')}`;
}

const fewWords = 8;

/** What spans lines is reported on its key, else on its first character: a whole block of waves is no place. */
function placeOf({ kind, span }: JsonNode, key: Span | undefined): Span {
  return kind === 'object' || kind === 'list' ? (key ?? { start: span.start, end: span.start + 1 }) : span;
}

function isLimit(node: JsonNode): boolean {
  if (node.kind === 'flag') return !node.value;
  return node.kind === 'number' && Number.isSafeInteger(node.value) && 0 < node.value;
}

/** A day that there is. */
function isDate(words: string): boolean {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(words)?.slice(1).map(Number);
  if (parts === undefined) return false;
  const [year = 0, month = 0, day = 0] = parts;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return 1 <= day && day <= days;
}

function wordsIn(words: readonly { readonly word: string }[]): string {
  return words.map(({ word }) => quoted(word)).join(', ');
}
