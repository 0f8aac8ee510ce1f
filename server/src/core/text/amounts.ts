/** Amounts of prose that an English sentence asks for: “1-2 sentences”, “no more than 50 words”, “a paragraph or two”. */

export interface Amount {
  readonly unit: 'characters' | 'words' | 'sentences' | 'paragraphs';
  /** 0 where no minimum is said. */
  readonly least: number;
  /** `Infinity` where no maximum is said. */
  readonly most: number;
  /** Said to be rough. */
  readonly about: boolean;
  /** In the sentence's words. */
  readonly said: string;
}

/** Every amount that limits the answer as a whole. `sentence` is one sentence without markup. */
export function amountsIn(sentence: string): readonly Amount[] {
  if (longestSentence < sentence.length || !MAY_HAVE_UNIT.test(sentence) || DISTRIBUTES.test(sentence)) return [];
  const amounts: Amount[] = [];
  const others = new Set<string>();
  for (const match of namedIn(sentence)) {
    const amount = amountOf(sentence, match);
    if (amount === undefined) others.add(unitOf(match.groups?.unit ?? ''));
    else amounts.push(amount);
  }
  // “Two sentences about security and one sentence about cost”: neither is the whole.
  return amounts.filter(({ unit }) => !others.has(unit));
}

/** Each has a unit: to look for one more where there is none left would take longer than all else. */
function* namedIn(sentence: string): Iterable<RegExpExecArray> {
  for (let at = 0; MAY_HAVE_UNIT.test(sentence.slice(at)); ) {
    AMOUNT.lastIndex = at;
    const match = AMOUNT.exec(sentence);
    if (match === null) return;
    at = AMOUNT.lastIndex;
    yield match;
  }
}

/** What is longer is no guidance. */
const longestSentence = 2000;

/** Most sentences name none, and the pattern of amounts is a large one. */
const MAY_HAVE_UNIT = /sentence|paragraph|word|char/i;

/** The amount is one of many: “one sentence per item”. */
const DISTRIBUTES = /\b(?:each|every|per|apiece|respectively)\b/i;

const NUMBERS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, value) => [word, value]),
);
for (const [word, value] of [
  ['a', 1],
  ['an', 1],
  ['couple', 2],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['hundred', 100],
  ['a hundred', 100],
  ['one hundred', 100],
  ['two hundred', 200],
  ['three hundred', 300],
  ['five hundred', 500],
] as const) {
  NUMBERS.set(word, value);
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3})?|\d{1,6}|(?:a|one|two|three|five) hundred|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)`;
const ADJECTIVES = String.raw`(?:(?:full|short|brief|concise|complete|simple|small|succinct|clear|crisp|single|well-written|\((?:full|short|brief)\))[ -])*`;
const AMOUNT = new RegExp(
  String.raw`(?<![\w.,$#-])(?:(?<from>${NUMBER})(?: ?(?:[-\u2010-\u2015~〜]|to|or|(?<and>and)) ?(?<to>${NUMBER}))?(?<plus>\+)?[ \u00a0-]{1,2}|(?<few>(?:an?|one|1) )|(?<couple>(?:a |the )?couple(?: of)? ))${ADJECTIVES}(?<unit>sentence|paragraph|word|character|char)s?(?<ortwo> or (?:two|so|2))?(?![\w'’])`,
  'gi',
);

function amountOf(sentence: string, match: RegExpExecArray): Amount | undefined {
  const { from, to, and, plus, few, couple, unit = '', ortwo } = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const context: Context = {
    before: sentence.slice(Math.max(0, start - reach), start),
    behind: sentence.slice(end, end + reach),
    begins: start === 0 || OPENS.test(sentence.slice(Math.max(0, start - reach), start)),
    article: few !== undefined && !/^(?:one|1)/i.test(few),
  };
  const units = unitOf(unit);
  const modality = modalityOf(context);
  if (modality === undefined || speaksOfElse(context, modality)) return undefined;
  if (and !== undefined && !BETWEEN.test(context.before)) return undefined;
  const low = from === undefined ? (couple === undefined ? 1 : 2) : numberOf(from);
  const high = ortwo !== undefined && /two|2/.test(ortwo) ? 2 : to === undefined ? low : numberOf(to);
  if (high < low || high < smallest[units] || !isMeant(context, modality, match)) return undefined;
  const isLeast = modality.kind === 'least' || plus !== undefined;
  if (isLeast && units === 'characters') return undefined;
  return {
    unit: units,
    least: isLeast || BETWEEN.test(context.before) ? low : 0,
    most: isLeast ? Infinity : high,
    about: modality.about || couple !== undefined || ortwo?.endsWith('so') === true,
    said: (modality.before + match[0] + modality.behind).trim(),
  };
}

/** Characters to each side that can bear on the amount. */
const reach = 60;

/** Fewer are no limit of an answer: “a word of caution”, “a 3-character code”. */
const smallest = { characters: 10, words: 5, sentences: 1, paragraphs: 1 };

interface Context {
  readonly before: string;
  readonly behind: string;
  /** The sentence, or a bracket in it, begins with the amount. */
  readonly begins: boolean;
  /** The number is but an “a”. */
  readonly article: boolean;
}

interface Modality {
  readonly kind: 'most' | 'least' | 'plain';
  readonly about: boolean;
  /** The words before and behind that said so. */
  readonly before: string;
  readonly behind: string;
}

/** What “at most”, “about” and the like make of the amount; undefined where it is compared with something: “if longer than 2 paragraphs”. */
function modalityOf({ before, behind }: Context): Modality | undefined {
  const leading = LEADS_ON.test(before) ? before : '';
  const roughly = saidIn(leading, ROUGHLY);
  const rest = leading.slice(0, leading.length - roughly.length);
  const most = saidIn(rest, MOST_BEFORE);
  const least = most === '' ? saidIn(rest, LEAST_BEFORE) : '';
  const usually = saidIn(rest.slice(0, rest.length - most.length - least.length), USUALLY);
  const following = FOLLOWS_ON.test(behind) ? behind : '';
  const mostBehind = saidIn(following, MOST_BEHIND);
  const leastBehind = saidIn(following, LEAST_BEHIND);
  const aboutBehind = saidIn(following, ABOUT_BEHIND);
  if (most === '' && least === '' && saidIn(rest, COMPARES) !== '') return undefined;
  const isMost = most !== '' || mostBehind !== '';
  const isLeast = least !== '' || leastBehind !== '';
  if (isMost && isLeast) return undefined;
  return {
    kind: isMost ? 'most' : isLeast ? 'least' : 'plain',
    about: roughly !== '' || usually !== '' || aboutBehind !== '',
    before: usually + most + least + roughly,
    behind: mostBehind + leastBehind + aboutBehind,
  };
}

/** No pattern fits where there are no words: each takes a while to be made ready. */
function saidIn(words: string, pattern: RegExp): string {
  return words === '' ? '' : (pattern.exec(words)?.[0] ?? '');
}

/** How words in front end that bear on an amount, and how those behind begin. */
const LEADS_ON = /[ ~≈∼≤≥<=]$/;
const FOLLOWS_ON = /^[ ,(]/;
const ROUGHLY =
  /(?:\b(?:about|around|approximately|approx\.?|appx\.?|roughly|circa|ca\.?|some|maybe|perhaps) |[~≈∼] ?)$/i;
const USUALLY = /\b(?:usually|typically|generally|ideally|normally|preferably) (?:be )?$/i;
const MOST_BEFORE =
  /(?:\b(?:(?:no|not|never) (?:more|longer|greater|larger) than|at (?:the )?most|up to|maximum(?: of)?:?|max(?:\.|:| of)?|under|below|(?<!\bnot? )(?:less|fewer|shorter) than|within|(?:not|never|n['’]t) exceed|not to exceed|limit(?:ed)?(?: (?:it|this|yourself|your \w+))? to|limit(?: of|:)|not (?:\w+ ){1,3}more than) |\b\w{2,6}['’]t (?:\w+ ){1,3}(?:more|longer) than |(?:≤|<=|<) ?)$/i;
const LEAST_BEFORE =
  /(?:\b(?:at (?:the very )?least|minimum(?: of)?:?|min(?:\.|:| of)?|(?:no|not) (?:less|fewer) than) |(?:≥|>=) ?)$/i;
const MOST_BEHIND =
  /^(?:,? (?:or|and) (?:less|fewer|shorter|under|below)\b| ?\(?(?:max(?:imum)?|at (?:the )?most|tops|or less|limit)\b\.?)/i;
const LEAST_BEHIND = /^(?:,? or (?:more|longer)\b| ?\(?(?:minimum|min\b\.?|at least))/i;
const ABOUT_BEHIND = /^(?: or so\b| ?\((?:roughly|approximately|approx\.?|about|ish)\))/i;
const BETWEEN = /\b(?:between|from) $/i;
/** It measures against the amount and asks for none. */
const COMPARES = /\b(?:more|longer|greater|larger|over|exceed|exceeds|exceeding|beyond|than)(?: \w+)? $/i;

/** One part of the answer, a thing elsewhere, or the length of something else. */
function speaksOfElse({ before, behind }: Context, modality: Modality): boolean {
  const subject = before.slice(0, before.length - modality.before.length);
  if (isOneWay(behind) || CONDITION.test(before.slice(before.lastIndexOf(',') + 1))) return true;
  if (before.endsWith(' ') && PART_BEFORE.test(before)) return true;
  if (behind.startsWith(' ') && PART_BEHIND.test(behind)) return true;
  return (namesSubject(before) && OTHER_SUBJECT.test(before)) || (subject.endsWith(' ') && OTHER_VERB.test(subject));
}

/** The amount is one of two ways: “two sentences or in the form of a story”. */
function isOneWay(behind: string): boolean {
  return /^,? or /i.test(behind) && OTHER_FORM.test(behind);
}

const OTHER_FORM =
  /^,? or (?:(?:else|alternatively),? )?(?:in (?:the )?(?:form|shape|style|format)\b|as an? |by means of |through an? |with an? |an? (?:\w+ ){0,2}(?:story|diagram|table|list|picture|image|figure|example|video|link)\b|bullet(?:s|ed| points)\b|(?:a )?links?\b)/i;
const PART_BEFORE =
  /\b(?:first|last|final|next|these|those|following|previous|preceding|above|another|other|same|opening|closing|extra|additional|of the|read|add|replace|delete|remove|example|copy|list of|set of|top) (?:\w+ )?$/i;
const CONDITION = /\b(?:if|when|unless|until|whenever|once)\b(?! (?:possible|you can)\b)/i;
const SUBJECTS =
  'title name heading header headline subject filename branch commit password field column label tag id identifier key url slug line message token input string value bullet item row cell option example username comment request tweet'
    .split(' ')
    .flatMap((word) => [word, word === 'branch' ? 'branches' : `${word}s`])
    .concat('entries', 'stories');

/** Most sentences name none, and the pattern is a large one. */
function namesSubject(before: string): boolean {
  const words = before.toLowerCase().split(/[^a-z]+/);
  return words.some((word) => SUBJECTS.includes(word));
}

const OTHER_SUBJECT = new RegExp(
  String.raw`\b(?:${SUBJECTS.join('|')})\b(?: (?:text|length|that|which|should|must|may|can|cannot|shall|will|is|are|has|have|be|being|to|of|in|with|up|no|not|more|longer|than|at|most|least|limited|exceed|contain|contains|kept|keep|a|the|maximum|max|under|within|short)\b)*[ :(]*(?:~|about )?$`,
  'i',
);
/** A program does that, not an author. */
const OTHER_VERB =
  /\b(?:returns?|accepts?|allows?|supports?|stores?|holds?|sends?|types?|enters?|generates?|processes|handles?|reads?|outputs?|truncates?|translates?|counts?)(?: \w+)? $/i;
const PART_BEHIND =
  /^ (?:of (?:the|your|this|that|its|these|our)\b|from\b|above\b|below\b|later\b|earlier\b|before\b|after\b|ago\b|(?:about|for|on) (?:all|both|any)\b|(?:is|are|was|were|appear|appears|follows?|apart)\b|long (?:password|name|title))/i;

/** Whether the sentence asks for the amount, and does not only mention it. */
function isMeant(
  { begins, article, before, behind }: Context,
  modality: Modality,
  { groups = {} }: RegExpMatchArray,
): boolean {
  const { kind, about } = modality;
  const { ortwo, unit = '' } = groups;
  const ahead = before.slice(0, before.length - modality.before.length);
  if (unitOf(unit) === 'characters') {
    return kind === 'plain' ? begins && /^(?: ?[)\].:,]|$)/.test(behind) : OPENS.test(ahead) || ASKS.test(ahead);
  }
  if (kind !== 'plain' || ortwo !== undefined) return true;
  if (article) return IN.test(before) && !/^,? (?:or|and) /.test(behind);
  return begins || about || ASKS.test(before);
}

/** Nothing, or a bracket or dash opened just before. */
const OPENS = /(?:^|[([:：–—] ?|["“] ?|\s-\s)$/;
const IN = /\b(?:in|within|keep (?:it|this) to|just|only) $/i;
const ASKS =
  /\b(?:in|into|to|with|using|of|within|write|writing|provide|give|be|is|only|just|a|an|keep (?:it|this) to|length:?|size:?|limit:?|between|from|as)(?: (?:just|only|a|an|the|about|your))? $/i;

function unitOf(unit: string): Amount['unit'] {
  const word = unit.toLowerCase();
  return word.startsWith('char')
    ? 'characters'
    : word === 'sentence'
      ? 'sentences'
      : word === 'word'
        ? 'words'
        : 'paragraphs';
}

function numberOf(number: string): number {
  return NUMBERS.get(number.toLowerCase()) ?? Number(number.replace(',', ''));
}
