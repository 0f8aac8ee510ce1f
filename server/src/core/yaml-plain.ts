/** YAML as most front matter is: a key and a value a line, with nothing in them that needs a parser. */
import type { YamlEntry } from './yaml.ts';

/**
 * The entries of a text in which every line is such a one, as the parser would give them: there is nothing wrong with them.
 * Undefined for all other texts, which are the parser's. Spans are offsets in `text`. Never throws.
 */
export function plainEntries(text: string): readonly YamlEntry[] | undefined {
  if (longest < text.length) return undefined;
  const entries: YamlEntry[] = [];
  const keys = new Set<string>();
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start);
    const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    const entry = line === '' ? undefined : entryIn(line, start);
    if (line !== '' && (entry === undefined || keys.has(entry.key))) return undefined;
    if (entry !== undefined) {
      entries.push(entry);
      keys.add(entry.key);
    }
    start = end + 1;
  }
  return entries;
}

/** In UTF-16 code units: what is shorter is within all bounds of the parser. */
const longest = 1000;

function entryIn(line: string, start: number): YamlEntry | undefined {
  const [, key = '', blanks = '', source = ''] = LINE.exec(line) ?? [];
  if (key === '' || (blanks === '' && source !== '') || RESERVED.test(key)) return undefined;
  const keySpan = { start, end: start + key.length };
  const from = keySpan.end + 1 + blanks.length;
  // What stands for nothing stands behind the blanks.
  if (source === '') return { key, keySpan, value: undefined, valueSpan: { start: from, end: from } };
  const value = valueIn(source);
  return value === undefined
    ? undefined
    : { key, keySpan, value, valueSpan: { start: from, end: from + source.length } };
}

/** A word, a colon, and on the same line what is meant by it. */
const LINE = /^([A-Za-z][\w-]*):( *)(?! )(?:(\S(?:[^\0-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]*\S)?) *)?$/;

function valueIn(source: string): YamlEntry['value'] {
  const first = source.charAt(0);
  if (first === '"' || first === "'") {
    const inner = source.slice(1, -1);
    return source.length < 2 || !source.endsWith(first) || inner.includes(first) || inner.includes('\\')
      ? undefined
      : inner;
  }
  if (/^[1-9]\d{0,14}$/.test(source)) return Number(source);
  if (/^\d/.test(source) ? !DATE.test(source) : !LETTER.test(source)) return undefined;
  // A colon before a blank makes a key, a hash behind one a comment.
  return RESERVED.test(source) || /:(?: |$)| #/.test(source) ? undefined : source;
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const LETTER = /^\p{L}/u;
/** Words that are no texts to a parser. */
const RESERVED = /^(?:true|false|null)$/i;
