/** Sentences, counted as a reader would: “e.g.” and code end none, and a very long one counts as several. */
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

/** The segmenter's time grows with the square of its input: it gets a window, and its last segment again with what follows. */
function* segmentsOf(text: string): Iterable<string> {
  const end = text.search(SENTENCE_END);
  if (end === -1 || AT_END.test(text.slice(end))) return yield* text === '' ? [] : [text];
  let start = 0;
  let open = '';
  while (start < text.length) {
    const segments = Array.from(segmenter().segment(text.slice(start, start + window)), ({ segment }) => segment);
    const isLast = text.length <= start + window;
    const isOpen = !isLast && segments.length === 1;
    if (!isLast && !isOpen) segments.pop();
    for (const { length } of segments) start += length;
    if (isOpen) {
      open += segments[0];
      continue;
    }
    for (const segment of segments) {
      yield open + segment;
      open = '';
    }
  }
  if (open !== '') yield open;
}

const window = 2000;

/** What the segmenter ends a sentence with: where nothing is behind the first of them, there is nothing to ask it. */
const SENTENCE_END = /[\p{Sentence_Terminal}\u0085\u2028\u2029]/u;
const AT_END = /^[.!?。！？]["”’'»)\]]*\s*$/;

let made: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return made;
}
