/** Sentences, counted as a reader would: “e.g.” and code end none, and a very long one counts as several. */
import { segmentsOf } from './sentence-ends.ts';
import { countWords } from './words.ts';

/**
 * The sentences of a prose, blanks around them taken off. Lines are joined; a blank line ends a sentence, so that a list item
 * or a paragraph is one at least.
 */
export function sentencesOf(prose: string): readonly string[] {
  return prose
    .split(PARAGRAPH_END)
    .flatMap(inParagraph)
    .filter((sentence) => LETTER_OR_DIGIT.test(sentence));
}

/** How many sentences the proses of a section's blocks have. Every 40 words begun in one sentence count as one. */
export function countSentences(proses: readonly string[]): number {
  let count = 0;
  for (const prose of proses) for (const sentence of sentencesOf(prose)) count += countOf(sentence);
  return count;
}

const PARAGRAPH_END = /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

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
  if (ABBREVIATION.test(end)) return true;
  if (BEFORE_NUMBER.test(end) && /^\p{N}/u.test(next)) return true;
  return /[?!][”"’'»)\]]$/.test(end) && /^\p{Ll}/u.test(next);
}

/** Ends in a word with `://`, and no blank behind it: `https://example.com/find?` has more to come. */
function isInAddress(sentence: string): boolean {
  return /[?!]$/.test(sentence) && sentence.includes('://', sentence.lastIndexOf(' '));
}

/** With the word before it. */
const longestAbbreviation = 16;
/** “etc.” is not among them: before a capital, which is where the segmenter breaks, it ends its sentence. */
const ABBREVIATION =
  /(?:^|[^\p{L}\p{N}])(?:e\.\s?g|i\.\s?e|eg|ie|vs|v|cf|viz|approx|ca|resp|incl|excl|esp|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|Mt|Rev|Gen|Fig|Figs|Eq|Ref|Refs|Sec|Ch|App|Vol|U\.\s?S|U\.\s?K|z\.\s?B|d\.\s?h|u\.\s?a|bzw|ggf|vgl|p\.\s?ej)\.$/iu;
/** “No. 5” goes on, “No. We …” does not. */
const BEFORE_NUMBER =
  /(?:^|[^\p{L}\p{N}])(?:No|Nos|Nr|Art|p|pp|max|min|est|ver|rev|RFC|ed|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/iu;
