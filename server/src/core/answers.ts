/** What a stock answer says: not applicable, none, unfinished, empty. */
import { isAscii } from './text/letters.ts';

export type Answer = 'not-applicable' | 'none' | 'unfinished' | 'empty';

/**
 * What the words of a section say, whatever list bullets, emphasis, quote marks, brackets and final dot are around them.
 * `undefined`: something of their own, as does every text that only begins or ends like a stock answer. Never throws.
 */
export function answerOf(prose: string): Answer | undefined {
  const trimmed = prose.trim();
  if (longestAnswer < trimmed.length) return undefined;
  const words = coreOf(trimmed);
  return words === '' ? 'empty' : (wholeAnswer(words) ?? answerOfLines(trimmed));
}

/** What stands behind the “N/A”: “client only” of `n/a - client only`. Empty where nothing does, or where it is another answer. */
export function reasonOf(prose: string): string {
  if (answerOf(prose) !== 'not-applicable') return '';
  const words = coreOf(prose.trim());
  const head = NOT_APPLICABLE.exec(words)?.[0] ?? '';
  const reason = coreOf(words.slice(head.length));
  return BARE_ADVERB.test(reason) || wholeAnswer(reason) === 'not-applicable' ? '' : reason;
}

/** A longer text says something of its own, whatever it begins with. */
const longestAnswer = 600;

function wholeAnswer(words: string): Answer | undefined {
  const folded = words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  if (WHOLE.has(folded)) return WHOLE.get(folded);
  if (isNotApplicable(words)) return 'not-applicable';
  if (isUnfinished(words)) return 'unfinished';
  return isNone(folded) ? 'none' : undefined;
}

/** Several lines that all say the same: `- TBD`, twice. Blank bullets among them say nothing. */
function answerOfLines(prose: string): Answer | undefined {
  const lines = prose.split(/[\r\n]+/).map(coreOf);
  if (lines.length < 2) return undefined;
  const said = lines.filter((line) => line !== '');
  const answers = new Set(said.map(wholeAnswer));
  return answers.size === 1 ? answers.values().next().value : undefined;
}

/** From the first letter or digit to the last, without a checkbox or a list number. */
function coreOf(prose: string): string {
  let words = prose.replace(BREAK_TAG, ' ').replace(CHECKBOX, ' ').replace(LINK_DEFINITION, '');
  const number = LIST_NUMBER.exec(words);
  if (number !== null) words = words.slice(number[0].length);
  const sign = isAscii(words) ? ASCII_LETTER_OR_DIGIT : LETTER_OR_DIGIT;
  const start = words.search(sign);
  if (start === -1) return '';
  let end = words.length;
  while (start < end && !sign.test(words.charAt(end - 1)) && !/[\udc00-\udfff]/.test(words.charAt(end - 1))) end--;
  return words.slice(start, end);
}

const ASCII_LETTER_OR_DIGIT = /[A-Za-z0-9]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{So}]/u;
const BREAK_TAG = /<br *\/?>/gi;
const CHECKBOX = /\[[ xX]\](?=\s|$)/g;
const LINK_DEFINITION = /^ {0,3}\[[^\]\n\r\u2028\u2029]+\]:[ \t]*\S[^\n]*/gm;
const LIST_NUMBER = /^[\s>]*\d{1,9}[.)](?=\s|$)/;

/**
 * With a reason behind a mark (`N/A: no data`, `n/a - client only`, `N/A (docs)`) or a word that opens one. “N/A values are
 * dropped” is about such values, and a bare “NA” may begin the name of a region.
 */
function isNotApplicable(words: string): boolean {
  const head = MAY_NOT_APPLY.test(words) ? NOT_APPLICABLE.exec(words)?.[0] : undefined;
  if (head === undefined) return false;
  const behind = words.slice(head.length);
  if (behind === '') return true;
  if (head.toLowerCase() === 'na' && head !== 'NA') return false;
  if (MARK_BEHIND.test(behind)) return true;
  return (head.length <= 5 ? REASON : REASON_OR_OBJECT).test(behind);
}

const MAY_NOT_APPLY = /^(?:n[ /\\.aio]|irrelevant|does|sans)|[^\0-\x7f]/i;
const NOT_APPLICABLE =
  /^(?:n ?[/\\⁄∕／] ?a|n\. ?a|NA|(?:not|non) ?-?applicable|not relevant|irrelevant|(?:does not|doesn['’]t) apply|not (?:needed|required|necessary)|nicht zutreffend|entfällt|sans objet|no aplica|não se aplica|不涉及|不适用|不適用|无需|不需要|該当なし|該当しない|該当しません|該当せず|対象外|非該当|適用外|해당 ?(?:사항 ?)?없음|해당되지 않음)(?![\p{L}\p{N}])/iu;
/** Punctuation that parts, or a line's end; a hyphen only beside a blank: “N/A-like” is a word. */
const MARK_BEHIND = /^[*_`~'"”’)\]]*(?:[ \t]*[:;,.(（[–—，。：；、=|\r\n!]|[ \t]+[-*_/>→]|-[-*_]*[ \t]|(?<=[*_])[ \t])/;
const REASON =
  /^[*_`]* +(?:here|yet|currently|now|because|since|as|for|due|until|unless|given|so far|at (?:this|the moment|present)|in (?:this|our|that)|to (?:this|our|us))\b/i;
const REASON_OR_OBJECT =
  /^[*_`]* +(?:here|yet|currently|now|because|since|as|for|due|until|unless|given|so far|at|in|to|with|by|on)\b/i;
const BARE_ADVERB = /^(?:here|yet|currently|now|so far|at this time|at the moment)$/i;

/** `TODO`, `TBD by the team`, `TODO: write this`; a text that merely has the word in it is none. */
function isUnfinished(words: string): boolean {
  const head = MAY_BE_UNFINISHED.test(words) ? UNFINISHED.exec(words)?.[0] : undefined;
  if (head === undefined) return words.includes(':') && LABELLED.test(words);
  const behind = words.slice(head.length);
  // Work that can be looked at: “WIP: https://…”.
  if (/^(?:wip|work in progress)$/i.test(head) && ADDRESS.test(behind)) return false;
  const count = behind.split(/\s+/).filter((word) => LETTER_OR_DIGIT.test(word)).length;
  if (count === 0) return true;
  if (/^[*_`~'"”’]*\s*[:;,.(（[–—，。：；!\r\n-]/.test(behind)) return count <= fewWords;
  return /^[*_`]* +\p{Ll}/u.test(behind) && !TODO_THING.test(behind) && count <= fewerWords;
}

/** `Pull request: TODO` */
const LABELLED = /^(?:[\p{L}\p{N}'’#/-]+ ){0,3}[\p{L}\p{N}'’#/-]+[*_]*: *[*_`]*(?:to-?do|tb[dac])$/iu;
/** What follows, and the patterns of its kind above and below, takes a while to be made ready: most texts never need it. Any other script may fold into these letters. */
const MAY_BE_UNFINISHED =
  /^(?:still|currently|status|this is|it is|is\b|to-?do|to be|t\.|tb|wip|w\.|work in|fixme|will be|coming|needs)|[^\0-\x7f]/i;
const ADDRESS = /https?:\/\/\S/i;
const UNFINISHED =
  /^(?:(?:still|currently|status:?|this is|it is|is)\s+)?(?:to-?do|t\. ?b\. ?[dac]|tb[dac]|wip|w\. ?i\. ?p|fixme|(?:to be|will be) (?:completed|added|done|determined|decided|defined|discussed|described|documented|written|announced|confirmed|specified|filled(?: in| out)?|provided|finali[sz]ed|updated|clarified|detailed|agreed|investigated)|work in progress|coming soon|needs (?:more |further )?discussion|待定|未定|待补充|待補充|待完善|待续|待填写|待填寫|待确认|待確認|未記入|作成中|検討中|要検討|後日(?:記載|追記)|記載予定|追記予定|미정|작성 ?(?:중|예정)|추후 ?(?:작성|결정|논의|추가)(?: ?예정)?)(?![\p{L}\p{N}])/iu;
/** As many as a note to oneself has. */
const fewWords = 15;
const fewerWords = 8;
/** A thing of that name. */
const TODO_THING =
  /^\s+(?:apps?|lists?|items?|comments?|entries|entry|markers?|sections?|is|are|was|were|has|have|can|will)\b/i;

/** “None”, and nothing behind it but “at the moment”, “foreseen”, “that we know of”; “No compatibility issues found”. “None of the above works” says more. */
function isNone(folded: string): boolean {
  if (/^(?:no|there) /.test(folded) && NO_SUCH_THING.test(folded)) return true;
  const [first = '', ...rest] = folded.split(' ');
  if (!NONE.has(first) || mostFillers < rest.length) return false;
  return rest.every((word) => FILLERS.has(word.replace(/[.,;:()!]/g, '')));
}

const NO_SUCH_THING =
  /^(?:there (?:are|is) )?no (?:[\p{L}-]+ ){1,4}(?:issues?|problems?|concerns?|changes?|impacts?|effects?|risks?|implications?|considerations?|questions?|incompatibilities|dependencies)(?: (?:are|is|were|was|have been|has been))?(?: (?:known|found|foreseen|expected|anticipated|identified|needed|required|introduced|open|remaining|yet|so far|at this time|at the moment))*$/u;
const mostFillers = 8;
const NONE = new Set(['none', 'nothing', 'no', 'nope', 'none,', 'nothing,']);
const FILLERS = new Set(
  `at the this moment time point stage present yet so far known foreseen relevant needed required identified planned currently expected
  anticipated found open left remaining applicable now here that i we know knows are am aware of can think to my our knowledge as for
  special new specific in particular really thanks necessary`.split(/\s+/),
);

const WHOLE: ReadonlyMap<string, Answer> = new Map([
  ...entries('not-applicable', 'na 不要 무관 불필요 해당없음'),
  ...entries(
    'none',
    'none nope nah nil null nothing no yes yep y n keine keiner nein ja aucun aucune oui non ninguno ninguna nenhum nessuno si sí нет да 無 无 没有 沒有 暂无 暫無 なし 無し ない ありません 特になし 特に無し はい いいえ 없음 없습니다 특이사항없음 예 아니오 아니요 是 否 有',
  ),
  ...entries('unfinished', 'todo tbd tba tbc wip fixme 待 后补 後補 pending'),
  ['특이사항 없음', 'none'],
  ['no response', 'not-applicable'],
  ['to do', 'unfinished'],
  ['in progress', 'unfinished'],
]);

function entries(answer: Answer, words: string): readonly (readonly [string, Answer])[] {
  return words.split(' ').map((word) => [word, answer] as const);
}
