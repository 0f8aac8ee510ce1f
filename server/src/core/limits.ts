/** Limits read from the template's prose: “1-2 sentences”, “~200 words”, “at least a paragraph”, “200字以内”. */
import { type Amount, amountsIn } from './text/amounts.ts';
import { ideographicAmountsIn } from './text/ideographic-amounts.ts';

export type LimitUnit = 'characters' | 'words' | 'sentences' | 'paragraphs';

export interface Limit {
  readonly unit: LimitUnit;
  /** 0 where there is none. */
  readonly min: number;
  /** `Infinity` where there is none. Room for “about” is already in it. */
  readonly max: number;
  /** In the template's words. */
  readonly said: string;
  /** It is the configuration's, in place of the template's. */
  readonly configured?: true;
}

/**
 * The limits that a heading and its guidance set on the section's answer. Vague words (“brief”, “a few”) set none, nor does
 * what speaks of something else: one sentence *per item*, *the first* two sentences, a *title* of 44 characters. Where two
 * disagree, neither counts: a false limit is worse than none. A range sets no minimum, only “at least” does. Never throws.
 */
export function limitsOf(guidance: string): readonly Limit[] {
  const limits: Limit[] = [];
  for (const sentence of sentencesIn(guidance)) {
    for (const amount of [...amountsIn(sentence), ...ideographicAmountsIn(sentence)]) limits.push(toLimit(amount));
  }
  return units.flatMap((unit) => agreedOf(limits.filter((limit) => limit.unit === unit)));
}

const units = ['sentences', 'paragraphs', 'words', 'characters'] as const;

/** “About”, “usually”, “roughly” leave a quarter of room. */
const room = 0.25;

function toLimit({ unit, least, most, about, said }: Amount): Limit {
  return {
    unit,
    min: about && 1 < least ? Math.floor(least * (1 - room)) : least,
    max: about ? Math.ceil(most * (1 + room)) : most,
    said,
  };
}

/** Of one unit, each once. A minimum and a maximum agree where both can be kept, two maxima where they are one. */
function agreedOf(limits: readonly Limit[]): readonly Limit[] {
  const maxima = new Set(limits.map(({ max }) => max).filter(Number.isFinite));
  const minima = new Set(limits.map(({ min }) => min).filter((min) => 0 < min));
  const seen = new Set<string>();
  if (1 < maxima.size || 1 < minima.size || Math.min(Infinity, ...maxima) < Math.max(0, ...minima)) return [];
  return limits.filter(({ min, max }) => !seen.has(`${min}-${max}`) && seen.add(`${min}-${max}`));
}

/** Sentences and lines that begin something, without code and markup; soft line breaks are blanks. */
function sentencesIn(guidance: string): readonly string[] {
  const lines: string[] = [];
  let fence: string | undefined;
  let isOpen = false;
  for (const line of guidance.split(LINE_END)) {
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      isOpen = false;
      continue;
    }
    if (fence !== undefined) continue;
    const inner = line.replace(MARKS_IN_FRONT, '');
    const words = (MAY_HAVE_MARKUP.test(inner) ? inner.replace(MARKUP, '') : inner).trim();
    const continues = isOpen && words !== '' && !STARTS_ANEW.test(line);
    if (continues) lines[lines.length - 1] += ` ${words}`;
    else if (words !== '') lines.push(words);
    isOpen = words !== '';
  }
  return lines.flatMap((line) => line.split(SENTENCE_END));
}

const LINE_END = /\r\n|\r|\n/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const STARTS_ANEW = /^[ \t]*(?:[-+*#>|]|<!--|\d{1,9}[.)])/;
const MARKS_IN_FRONT = /^[ \t]*(?:[-+*>#]+[ \t]+|\d{1,9}[.)][ \t]+|>)/;
/** Most lines have none. */
const MAY_HAVE_MARKUP = /[<>*`\\_]/;
const MARKUP = /<!--|-->|[*`\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** Not behind “max.”, “approx.”, “e.g.”, which take their number along. */
const SENTENCE_END = /(?<=[!?;。！？；]|(?<!\b(?:max|min|approx|appx|ca|e\.g|i\.e|etc|vs|incl))\.(?=\s))\s*/iu;
