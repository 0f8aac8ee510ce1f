/** Where sentences may end: as Unicode has it (UAX #29, “Sentence Boundaries”), what is written in Latin letters without the segmenter of the language. */
import { isAscii, isLower, isUpper } from './letters.ts';

/**
 * The text in pieces, each with the blanks behind it: what `Intl.Segmenter` cuts, whose making alone takes longer than to
 * check a document, and whose time grows with the square of its input.
 */
export function segmentsOf(text: string): readonly string[] {
  const isPlain = isAscii(text);
  const end = text.search(isPlain ? ASCII_END : SENTENCE_END);
  if (end === -1 || AT_END.test(text.slice(end))) return text === '' ? [] : [text];
  return (isPlain ? CONTROL : NOT_SIMPLE).test(text) ? segments(text) : simpleSegments(text);
}

/** What a sentence ends with: where nothing is behind the first of them, there is nothing to ask. */
const SENTENCE_END = /[\p{Sentence_Terminal}\r\n\u0085\u2028\u2029]/u;
const ASCII_END = /[.!?\r\n]/;
const AT_END = /^[.!?。！？]["”’'»)\]]*[^\S\r\n\u0085\u2028\u2029]*$/;

/**
 * Latin letters, digits, signs and the usual pictures. Not among them is what the rules below do not tell apart: marks that
 * join the letter before them, letters in circles, brackets of mathematics.
 */
const NOT_SIMPLE =
  /[^\t\n\r -~\u00a0-\u00ac\u00ae-\u01ba\u01c4-\u024f\u2010-\u2023\u2025-\u2027\u2030-\u2044\u2047-\u205e\u2190-\u2307\u2500-\u275a\u2794-\u27bf\u{1f300}-\u{1f675}\u{1f679}-\u{1fbef}\u{1fbfa}-\u{1fbff}]/u;

const CONTROL = /[^\t\n\r -~]/;

/** The rules' numbers are those of UAX #29. */
function simpleSegments(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  TERMINATOR.lastIndex = 0;
  for (let match = TERMINATOR.exec(text); match !== null; match = TERMINATOR.exec(text)) {
    const [mark] = match;
    const behind = match.index + mark.length;
    const end = /[\r\n]/.test(mark) ? behind : endBehind(text, match.index, mark === '.');
    if (end !== undefined && end < text.length) {
      parts.push(text.slice(start, end));
      start = end;
    }
    TERMINATOR.lastIndex = end ?? behind;
  }
  parts.push(text.slice(start));
  return parts;
}

const TERMINATOR = /[.!?\u203c\u203d\u2047-\u2049]|\r\n|[\r\n]/g;

/** Where the sentence ends whose mark stands at `at`; undefined where it goes on. */
function endBehind(text: string, at: number, isDot: boolean): number | undefined {
  const next = text.charAt(at + 1);
  // 6 and 7: “3.14”, “U.K”.
  if (isDot && (isDigit(next) || (isUpper(next) && isLetter(text.charAt(at - 1))))) return undefined;
  let end = at + 1;
  while (CLOSE.test(text.charAt(end))) end++;
  while (BLANK.test(text.charAt(end))) end++;
  const behind = text.charAt(end);
  // 8a, 9 and 10: what follows belongs to it, or ends it by itself.
  if (CONTINUES.test(behind)) return undefined;
  // 8: a small letter is the next.
  if (isDot && goesOnSmall(text, end)) return undefined;
  return end;
}

function goesOnSmall(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (isLetter(character) || DECIDES.test(character)) return isLower(character);
  }
  return false;
}

/** One that is large or small. */
function isLetter(character: string): boolean {
  return isLower(character) || isUpper(character);
}

const DECIDES = /[\r\n.!?\u203c\u203d\u2047-\u2049]/;
const CLOSE = /["'()[\]{}«»‘-‟‹›]/;
const BLANK = /[\t \u00a0]/;
const CONTINUES = /[,:;–—\r\n.!?\u203c\u203d\u2047-\u2049-]/;

function isDigit(character: string): boolean {
  return '0' <= character && character <= '9';
}

/** It gets a window, and its last segment again with what follows. */
function segments(text: string): readonly string[] {
  const done: string[] = [];
  let start = 0;
  let open = '';
  while (start < text.length) {
    const parts = Array.from(segmenter().segment(text.slice(start, start + window)), ({ segment }) => segment);
    const isLast = text.length <= start + window;
    const isOpen = !isLast && parts.length === 1;
    if (!isLast && !isOpen) parts.pop();
    for (const { length } of parts) start += length;
    if (isOpen) {
      open += parts[0];
      continue;
    }
    for (const part of parts) {
      done.push(open + part);
      open = '';
    }
  }
  if (open !== '') done.push(open);
  return done;
}

const window = 2000;

let made: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return made;
}
