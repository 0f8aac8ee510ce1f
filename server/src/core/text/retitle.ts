/** Other words for a heading, with all else that stands there left as it is: a number, an image, a link around them, a comment. */
import { wordsSpan } from './decoration.ts';
import { numberingLength } from './numbering.ts';
import type { Edit, Span } from './span.ts';
import { splitSuffixes } from './suffixes.ts';
import { withoutNumber } from './title-key.ts';

/**
 * `source` is what stands between a heading's marks. Its number gives way where the title has one. Undefined where more than
 * words would be lost: a link around one of several, a number or an image between them.
 */
export function retitled(source: string, title: string): Edit | undefined {
  const isNumbered = 0 < numberLength(title.slice(wordsSpan(title).start));
  const own = wordsIn(source, isNumbered);
  const theirs = wordsIn(title, true);
  const words = source.slice(own.start, own.end);
  if (isTorn(words) || (source[own.start - 1] === ']' && /^[([]/.test(words))) return undefined;
  if (HOLDS_MORE.test(words) || losesNumber(words, title)) return undefined;
  const [before, behind] = [source.slice(0, own.start), source.slice(own.end)];
  // Emphasis that holds nothing else goes with the words.
  if (EMPHASIS_ALONE.test(before + behind)) return { span: { start: 0, end: source.length }, newText: title };
  const newText = title.slice(before === '' ? 0 : theirs.start, behind === '' ? title.length : theirs.end);
  return { span: own, newText };
}

const HOLDS_MORE = /[[\]<>{}\p{Extended_Pictographic}]|:\/\/|\\$/u;
const EMPHASIS_ALONE = /^[*_]*$/;

function losesNumber(words: string, title: string): boolean {
  const numbers = words.slice(numberLength(words)).match(/\p{N}+/gu) ?? [];
  return numbers.some((number) => !title.includes(number));
}

function numberLength(title: string): number {
  return numberingLength(title) || title.length - withoutNumber(title).length;
}

/** Between all that is none of the title's words, from both ends. */
function wordsIn(source: string, withNumber: boolean): Span {
  let { start, end } = wordsSpan(source);
  for (let marks = 0; marks < mostMarks; marks++) {
    const words = source.slice(start, end);
    const [before, behind] = around(words, withNumber);
    if (before + behind === 0) break;
    const inner = wordsSpan(words.slice(before, words.length - behind));
    end = start + before + inner.end;
    start += before + inner.start;
  }
  return { start, end };
}

/** Nobody has more of them around a title. */
const mostMarks = 20;

/** How long what stands before the words is, and what stands behind them. */
function around(words: string, withNumber: boolean): readonly [number, number] {
  const link = LINK.exec(words)?.[1]?.length;
  if (link !== undefined) return [1, link];
  const emphasis = EMPHASIS.exec(words)?.[1]?.length;
  if (emphasis !== undefined) return [emphasis, emphasis];
  const [before, behind] = [lengthOf(BEFORE, words), lengthOf(BEHIND, words)];
  if (0 < before + behind) return [before, behind];
  const number = withNumber ? 0 : numberLength(words);
  if (0 < number) return [number, 0];
  const { name } = splitSuffixes(words);
  const at = words.indexOf(name);
  const [front, rest] = [words.slice(0, at), words.slice(at + name.length)];
  if (!isTorn(name)) return [front.length, rest.length];
  // One of a pair of marks was taken along with what stands beside the name.
  return [front.replace(/(?<![*_~`])[*_~`]+$/, '').length, rest.replace(/^[*_~`]+/, '').length];
}

function lengthOf(mark: RegExp, words: string): number {
  return mark.exec(words)?.[0].length ?? 0;
}

function isTorn(words: string): boolean {
  return (words.match(/(?<!\w)[*_~`]+|(?<![*_~`])[*_~`]+(?!\w)/g)?.length ?? 0) % 2 === 1;
}

const EMPHASIS = /^(\*{1,3}|_{1,3}|~~)(?=\S)[^*_~]+(?<=\S)\1$/;
const ADDRESS = String.raw`(?:\([^()\s]*(?:\s+"[^"]*")?\)|\[[^[\]]+\])`;
const LINK = new RegExp(String.raw`^\[[^[\]]*(\]${ADDRESS}[:：]?)$`);
/** An image, which may be a link, a comment, or another mark of HTML. */
const MARK = String.raw`(?:\[!\[[^[\]]*\]${ADDRESS}\]${ADDRESS}|!\[[^[\]]*\]${ADDRESS}|<!--[^<>]*-->|<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>)`;
const BEFORE = new RegExp(`^${MARK}`, 'i');
const BEHIND = new RegExp(`${MARK}$`, 'i');
