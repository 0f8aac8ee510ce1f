/** What numbers a title in words: `Section 1: Summary`, `Part II – Goals`, `Appendix A: Glossary`. Numbers alone are no part of a title at all: see `titleKey`. */
import { wordsSpan } from './decoration.ts';
import { hasLetterOrDigit, isAscii } from './letters.ts';

/** The title without its numbering, and without symbols in front; itself where it has none, or nothing else. */
export function withoutNumbering(title: string): string {
  return title.slice(numberingLength(title));
}

/** How far it reaches from the title's beginning: 0 where there is none, or nothing behind it. */
export function numberingLength(title: string): number {
  // Most titles begin with a letter, and this is asked of every heading.
  const start = LETTER_FIRST.test(title) ? 0 : wordsSpan(title).start;
  const length = lengthOf(title.slice(start));
  return 0 < length && hasLetterOrDigit(title.slice(start + length)) ? start + length : 0;
}

function lengthOf(words: string): number {
  if (isAscii(words.charAt(0)) && !MAY_BE_NUMBERED.test(words)) return 0;
  const numbered = NUMBERED.exec(words)?.[0].length;
  if (numbered === undefined) return ALONE.exec(words)?.[0].length ?? 0;
  const behind = BEHIND.exec(words.slice(numbered))?.[0].length;
  return behind === undefined ? 0 : numbered + behind;
}

/** Of what begins in ASCII few titles are, and the patterns below take a while to be made ready. */
const MAY_BE_NUMBERED =
  /^(?:sec[.tc]|chap|part|abschnitt|kapitel|teil|cap|se[cç][aã]o|app|annex|anhang|ap[eéê]nd|anexo|[a-z0-9]\.|[0-9]{1,3}[a-z][.:)])/i;
const LETTER_FIRST = /^(?:[A-Za-z]|\p{L})/u;
const APPENDIX = 'appendix|annexe?|anhang|ap[éeê]ndice|anexo|приложение|附[录錄]|付録|부록';
const PART =
  'section|sec\\.|chapter|part|abschnitt|kapitel|teil|chapitre|partie|cap[íi]tulo|secci[óo]n|se[çc][ãa]o|parte|раздел|глава|часть';
const NUMBERED = new RegExp(
  `^(?:${PART}|${APPENDIX})(?:\\s+|(?<=[录錄録록]))(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){0,4}[a-z]?|[ivx]{1,5}|[a-zа-я](?:\\.?[0-9]{1,3}){0,4})(?![\\p{L}\\p{N}])`,
  'iu',
);
/** Without a mark, only before a capital, Han or Kana: “Part a user plays” is no part. */
const BEHIND = /^(?:\s*[:：.)、]\s*|\s+[-\u2010-\u2015\u2212]\s+|\s+(?=[\p{Lu}\p{Lo}]))/u;
/** An appendix without a number; `A.1` and `1a.`, which name nothing. */
const ALONE = new RegExp(
  `^(?:(?:${APPENDIX})(?:\\s*[:：]\\s*|\\s+[-\\u2010-\\u2015\\u2212]\\s+)|[a-z](?:\\.[0-9]{1,3}){1,4}[.:)]?\\s+|[0-9]{1,3}[a-z][.:)]\\s+)`,
  'iu',
);
