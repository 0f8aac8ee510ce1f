/** Sentences, counted as a reader would: “e.g.” and code end none, and a very long one counts as several. */
import { hasLetterOrDigit } from './letters.ts';
import { segmentsOf } from './sentence-ends.ts';
import { countWords } from './words.ts';

/**
 * The sentences of a prose, blanks around them taken off. Lines are joined; a blank line ends a sentence, so that a list item
 * or a paragraph is one at least.
 */
export function sentencesOf(prose: string): readonly string[] {
  return prose.split(PARAGRAPH_END).flatMap(inParagraph).filter(hasLetterOrDigit);
}

/** How many sentences the proses of a section's blocks have. Every 40 words begun in one sentence count as one. */
export function countSentences(proses: readonly string[]): number {
  let count = 0;
  for (const prose of proses) for (const sentence of sentencesOf(prose)) count += countOf(sentence);
  return count;
}

const PARAGRAPH_END = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/;

/** So that a limit in sentences cannot be dodged by a long one. */
const wordsInSentence = 40;

function countOf(sentence: string): number {
  return sentence.length < wordsInSentence ? 1 : Math.max(1, Math.ceil(countWords(sentence) / wordsInSentence));
}

function inParagraph(paragraph: string): readonly string[] {
  const sentences: string[] = [];
  let open = '';
  for (const segment of segmentsOf(paragraph.replace(LINE_BREAK, ' '))) {
    if (open !== '' && goesOn(open, segment)) open += segment;
    else {
      if (open !== '') sentences.push(open.trim());
      open = segment;
    }
  }
  if (open !== '') sentences.push(open.trim());
  return sentences;
}

const LINE_BREAK = /[\r\n]+/g;

/** The segmenter breaks before every capital: not a new sentence behind an abbreviation, an open bracket or a quoted question. */
function goesOn(sentence: string, next: string): boolean {
  const end = sentence.slice(-longestAbbreviation).trimEnd();
  if (/[([{]$/.test(end)) return true;
  if (isInAddress(sentence)) return true;
  if (endsShort(end, next)) return true;
  return /[?!][”"’'»)\]]$/.test(end) && /^\p{Ll}/u.test(next);
}

/** Ends in a word with `://`, and no blank behind it: `https://example.com/find?` has more to come. */
function isInAddress(sentence: string): boolean {
  return /[?!]$/.test(sentence) && sentence.includes('://', sentence.lastIndexOf(' '));
}

/** With the word before it. */
const longestAbbreviation = 16;

/** Whether it ends in an abbreviation. By words, not by one pattern of them all: that takes longer to be made ready than a document to be checked. */
function endsShort(end: string, next: string): boolean {
  const last = LAST_WORD.exec(end);
  if (last === null) return false;
  const word = last[0].toLowerCase();
  const before = end.slice(0, last.index);
  if (ABBREVIATIONS.has(word)) return !LETTER_AT_END.test(before);
  if (BEFORE_NUMBER.has(word)) return /^\p{N}/u.test(next) && !LETTER_AT_END.test(before);
  const first = SECOND_PARTS.has(word) ? FIRST_PART.exec(before) : null;
  if (first === null) return false;
  return (
    IN_TWO_PARTS.has(`${first[0].charAt(0).toLowerCase()}.${word}`) && !LETTER_AT_END.test(before.slice(0, first.index))
  );
}

const LAST_WORD = /(?<![A-Za-z])[A-Za-z]+(?=\.$)/;
const FIRST_PART = /[A-Za-z]\.\s?$/;
const LETTER_AT_END = /[\p{L}\p{N}]$/u;
/** “etc.” is not among them: before a capital, which is where the segmenter breaks, it ends its sentence. */
const ABBREVIATIONS = new Set(
  'eg ie vs v cf viz approx ca resp incl excl esp dr mr mrs ms prof st jr sr mt rev gen fig figs eq ref refs sec ch app vol bzw ggf vgl'.split(
    ' ',
  ),
);
const IN_TWO_PARTS = new Set('e.g i.e u.s u.k z.b d.h u.a p.ej'.split(' '));
const SECOND_PARTS = new Set(Array.from(IN_TWO_PARTS, (each) => each.slice(2)));
/** “No. 5” goes on, “No. We …” does not. */
const BEFORE_NUMBER = new Set(
  'no nos nr art p pp max min est ver rfc ed jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
);
