/** Amounts of prose that a Chinese, Japanese or Korean sentence asks for: “200字以内”, “一到两句话”, “1~2문장”. */
import type { Amount } from './amounts.ts';

/** Every amount that limits the answer as a whole; see `amountsIn`. */
export function ideographicAmountsIn(sentence: string): readonly Amount[] {
  if (longestSentence < sentence.length || DISTRIBUTES.test(sentence)) return [];
  const amounts: Amount[] = [];
  for (const match of sentence.matchAll(AMOUNT)) {
    const amount = amountOf(sentence, match);
    if (amount !== undefined) amounts.push(amount);
  }
  return amounts;
}

const longestSentence = 2000;

/** For each, or one of several: “每项一句话”, “第一句”. */
const DISTRIBUTES = /每|毎|各|ごと|それぞれ|마다|각각|각 |당 |第/;

const UNITS: readonly (readonly [Amount['unit'], RegExp])[] = [
  ['sentences', /^(?:문장|句|文(?!字))/],
  ['paragraphs', /^(?:문단|단락|段)/],
  ['words', /^(?:단어|单词|單詞|単語|語|词)/],
  ['characters', /^(?:글자|자|字|文字)/],
];

const NUMBER = String.raw`\d{1,6}|[一二两兩三四五六七八九十百]{1,4}|(?:한|두|세|네|다섯|여섯)(?= ?(?:문|단))`;
const AMOUNT = new RegExp(
  String.raw`(?<![\d.一二两兩三四五六七八九十百])(?<from>${NUMBER})(?: ?(?:[-\u2010-\u2015~〜～]|到|至|或|か|から|에서) ?(?<to>${NUMBER}))? ?(?:个|個)?(?<unit>문장|문단|단락|단어|글자|자(?=로|를| ?이내| ?이하| ?내외| ?정도| ?미만|$|\))|句话|句話|句|段落|段话|段話|段文字|字符|字元|文字|单词|單詞|単語|字|文(?![字書章法脈献学化体型件])|語(?= ?以内| ?程度))`,
  'gu',
);

function amountOf(sentence: string, match: RegExpMatchArray): Amount | undefined {
  const { from = '', to, unit = '' } = match.groups ?? {};
  const start = match.index ?? 0;
  const before = sentence.slice(Math.max(0, start - reach), start);
  const behind = sentence.slice(start + match[0].length, start + match[0].length + reach);
  const said = [MOST_BEFORE, LEAST_BEFORE, ABOUT_BEFORE].map((pattern) => pattern.exec(before)?.[0] ?? '');
  const [mostBefore = '', leastBefore = '', aboutBefore = ''] = said;
  const mostBehind = MOST_BEHIND.exec(behind)?.[0] ?? '';
  const leastBehind = LEAST_BEHIND.exec(behind)?.[0] ?? '';
  const aboutBehind = ABOUT_BEHIND.exec(behind)?.[0] ?? '';
  const isLeast = leastBefore + leastBehind !== '';
  const isMost = mostBefore + mostBehind !== '';
  const about = aboutBefore + aboutBehind !== '';
  const [low, high] = [numberOf(from), to === undefined ? highOf(from) : numberOf(to)];
  const units = UNITS.find(([, pattern]) => pattern.test(unit))?.[0] ?? 'characters';
  if (high < low || low < 1 || (isLeast && isMost) || OTHER_SUBJECT.test(before.split(/[，,]/).at(-1) ?? ''))
    return undefined;
  if (units === 'characters' && (high < 10 || !(isMost || about))) return undefined;
  if (!isMost && !isLeast && !about && !ASKS_BEHIND.test(behind) && !ASKS_BEFORE.test(before)) return undefined;
  return {
    unit: units,
    least: isLeast ? low : 0,
    most: isLeast ? Infinity : high,
    about,
    said: (mostBefore + leastBefore + aboutBefore + match[0] + mostBehind + leastBehind + aboutBehind).trim(),
  };
}

const reach = 12;

const MOST_BEFORE = /(?:不超过|不超過|不多于|不得超过|最多|至多|最大|少于|최대) ?$/;
const LEAST_BEFORE = /(?:至少|不少于|最低|最少|少なくとも|최소|적어도) ?$/;
const ABOUT_BEFORE = /(?:大约|大約|约|約|약|대략|およそ) ?$/;
const MOST_BEHIND = /^ ?(?:以内|以內|以下|之内|之內|まで|이내|이하|미만)/;
const LEAST_BEHIND = /^ ?(?:以上|이상)/;
const ABOUT_BEHIND = /^ ?(?:左右|程度|前後|ほど|くらい|정도|내외)/;
/** “…으로 요약”, “…で説明”, “…概括”, or the end of the sentence or bracket. */
const ASKS_BEHIND = /^ ?(?:[)）\].。:：,，、]|으로|로 |로$|で|概括|概述|描述|说明|說明|总结|總結|介绍|简述|$)/;
const ASKS_BEFORE = /(?:用|以|[(（:：]) ?$/;
/** The length of a title or a name. */
const OTHER_SUBJECT = /标题|標題|名称|名稱|名前|タイトル|件名|제목|이름|密码|パスワード|비밀번호/;

const DIGITS = new Map(Array.from('一二三四五六七八九', (digit, index) => [digit, index + 1] as const));
const KOREAN = ['한', '두', '세', '네', '다섯', '여섯'];

/** “一两句” is one or two. */
function highOf(number: string): number {
  return /^一[二两兩]$/.test(number) ? 2 : /^两三$|^二三$|^兩三$/.test(number) ? 3 : numberOf(number);
}

function numberOf(number: string): number {
  if (/^\d/.test(number)) return Number(number);
  if (KOREAN.includes(number)) return KOREAN.indexOf(number) + 1;
  if (/^一[二两兩]$|^[二两兩]三$/.test(number)) return number.startsWith('一') ? 1 : 2;
  let [value, digit] = [0, 0];
  for (const character of number.replace(/[两兩]/g, '二')) {
    if (character === '百' || character === '十') {
      value += Math.max(1, digit) * (character === '百' ? 100 : 10);
      digit = 0;
    } else digit = DIGITS.get(character) ?? 0;
  }
  return value + digit;
}
