/** Rows of a label and a value, `- Owner: name`: which of a template are to be filled in, which say a state to begin with. */
import { isPlaceholderValue } from './front-matter-words.ts';

export const LIST_MARK = /^[ \t>]*(?:[-*+][ \t]+)?/;

/** Those of a template that say what belongs there, without list marks. Above the first section also `(fill me in)` and a number yet to be given. */
export function* openRows(source: string, where: 'above' | 'below'): Iterable<string> {
  for (const line of source.split(LINE_END)) {
    const words = line.replace(LIST_MARK, '').trim();
    if (!HAS_LABEL.test(words)) continue;
    const isHole = LABELLED_CHOICE.test(words) || (LABELLED_WORD.test(words) && !isFirstState(words));
    if (isHole || (where === 'above' && isAsideOrNumber(words))) yield words;
  }
}

/** Whether a line says what a document begins with: `Status: proposed`. */
export function namesState(line: string): boolean {
  const words = line.replace(LIST_MARK, '').trim();
  return HAS_LABEL.test(words) && LABELLED_WORD.test(words) && isFirstState(words);
}

/** Whether a line is one to fill in rather than to delete: an item or bold label, and behind it no sentence. */
export function isRow(line: string): boolean {
  const value = ROW.exec(line)?.[1]?.trimEnd();
  return value !== undefined && !/[.!?。！？][*_"”’]*$/.test(value);
}

const LINE_END = /\r\n?|\n/;
/** Few lines have one, and what follows takes a while to be made ready. */
const HAS_LABEL = /:[*_]*[ \t]/;
/** `Issue: issuelink`: the word says what belongs there. */
const LABELLED_WORD = /^(?:\*\*|__)?[\p{L}][\p{L}\p{N} ]{0,30}(?:\*\*|__)?:(?:\*\*|__)?[ \t]+[a-z]{3,20}$/u;
/** `Status: draft | final`, left whole. */
const LABELLED_CHOICE =
  /^(?:\*\*|__)?[\p{L}][\p{L}\p{N} ]{0,30}(?:\*\*|__)?:(?:\*\*|__)?[ \t]+[^|\s][^|]{0,40}(?:\|[^|]{1,40}){1,10}$/u;
const LABELLED = /^(?:\*\*|__)?[\p{L}][\p{L}\p{N} ]{0,30}(?:\*\*|__)?:(?:\*\*|__)?[ \t]+(\S.{0,300})$/u;
const ROW =
  /^[ \t>]*(?:[-*+][ \t]+(?:\*\*|__)?|\*\*|__)\p{L}[^.!?:：*_]{0,40}(?:(?:\*\*|__)?[:：]|[:：](?:\*\*|__))(?:[ \t]+(.*)|$)/u;

/** What a document begins with is true as it stands: `Status: proposed`, `Priority: medium`. Not so `Status: status`. */
function isFirstState(words: string): boolean {
  const [label = '', value = ''] = words.split(':').map((part) => part.replace(/[*_]/g, '').trim());
  return label.toLowerCase() !== value && (STATE_LABEL.test(label) || STATE.test(value));
}

const STATE_LABEL =
  /(?:^| )(?:status|state|stage|phase|priority|severity|impact|importance|effort|risk|confidence|visibility|version)$/i;
const STATE =
  /^(?:draft|drafted|drafting|proposed|proposal|new|open|pending|planned|active|accepted|approved|rejected|closed|final|living|experimental|provisional|implementable|review|low|medium|high|minor|major|critical|normal|public|internal|private|yes|none|true|false)$/;

/** `(fill me in with a name)`, `[rfcs#0000](…/0000)`. */
function isAsideOrNumber(words: string): boolean {
  const value = LABELLED.exec(words)?.[1] ?? '';
  return (value.startsWith('(') && isPlaceholderValue(value)) || OPEN_NUMBER.test(value);
}

/** Not the year of a date, nor part of an address or a version. */
const OPEN_NUMBER = /(?<![\w.:])(?<!\d-)(?:0000(?![\w.:-])|(?:N{3,5}|X{3,5})(?!\w))/;
