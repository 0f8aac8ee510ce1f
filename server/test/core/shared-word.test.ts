/** What two titles have in common without being alike, and words cut to one line. */
import { equal } from 'node:assert/strict';
import { isPartOf, shareWord } from '../../src/core/text/shared-word.ts';
import { shortened } from '../../src/core/text/shortened.ts';

describe('two titles share a word', () => {
  for (const [one, other, expected] of [
    ['Known risks', 'Risk of delay', true],
    ['Testing', 'How it is tested', true],
    ['Goals', 'Risks', false],
    ['Details', 'Implementation details', false],
    ['Cost plan', 'Rollout plan', false],
    ['制約', '制約と仮定', true],
    ['背景', '目的', false],
    ['設計', '計画', false],
    ['案', '案', false],
    ['', '', false],
    [`${'a '.repeat(150)}goals`, 'Goals', false],
  ] as const) {
    it(`${expected ? '' : 'not: '}“${one.slice(0, 20)}” and “${other}”`, () => {
      equal(shareWord(one, other), expected);
      equal(shareWord(other, one), expected);
    });
  }
});

describe('a title is a part of another', () => {
  for (const [one, other, expected] of [
    ['制約', '制約と仮定', true],
    ['仮定', '制約と仮定', true],
    ['制約', '制約・仮定・範囲', true],
    ['风险', '风险以及对策', true],
    ['위험', '위험과 대책', true],
    ['Risks', 'Risks/Goals', true],
    ['制約', '制約', false],
    ['目的', '制約と仮定', false],
    ['制', '制と仮定', false],
    ['制約', '制約・仮定・範囲・目的', false],
  ] as const) {
    it(`${expected ? '' : 'not: '}“${one}” of “${other}”`, () => {
      equal(isPartOf(one, other), expected);
      equal(isPartOf(other, one), expected);
    });
  }
});

describe('words that are too long for a line', () => {
  for (const [words, shown] of [
    [' one\n two\u00a0three ', 'one two three'],
    ['call foo\u2024bar', 'call foo.bar'],
    ['one two three four', 'one two three four'],
    ['one two three fours', 'one two three…'],
    ['one two three, four', 'one two three…'],
    ['one two three,  four', 'one two three…'],
    ['one two three,;: ,four', 'one two three…'],
    ['one, twothreefo,:;:,:', 'one, twothreefo…'],
    ['one twothreefourfive', 'one twothreefourfi…'],
    ['aaaaaaaaaaaaaaaaa😀', 'aaaaaaaaaaaaaaaaa…'],
    ['aaaaaaaaaaaaaaaa😀b', 'aaaaaaaaaaaaaaaa😀…'],
  ] as const) {
    it(JSON.stringify(words), () => equal(shortened(words, 18), shown));
  }
});
