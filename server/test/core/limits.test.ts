/** Which words of a template set a limit, and which only count something. */
import assert from 'node:assert/strict';
import { limitsOf } from '../../src/core/limits.ts';

function shown(text: string): string {
  return limitsOf(text)
    .map(({ unit, min, max, said }) => `${unit} ${min}-${max === Infinity ? '' : max} “${said}”`)
    .join(', ');
}

const limits = [
  ['Give a short (1-2 sentences) overview.', 'sentences 0-2 “1-2 sentences”'],
  ['two to three sentences', 'sentences 0-3 “two to three sentences”'],
  ['In one or two sentences, say why.', 'sentences 0-2 “one or two sentences”'],
  ['**1–2 sentences**', 'sentences 0-2 “1–2 sentences”'],
  ['_One full (short) sentence_', 'sentences 0-1 “One full (short) sentence”'],
  ['Maximum 3 sentences', 'sentences 0-3 “Maximum 3 sentences”'],
  ['up to three sentences', 'sentences 0-3 “up to three sentences”'],
  ['Summarize in 2 sentences.', 'sentences 0-2 “2 sentences”'],
  ['Describe it in a sentence.', 'sentences 0-1 “a sentence”'],
  ['A one-sentence summary.', 'sentences 0-1 “one-sentence”'],
  ['Don’t write more than 3 sentences.', 'sentences 0-3 “Don’t write more than 3 sentences”'],
  ['One or two sentences or so.', 'sentences 0-3 “One or two sentences or so”'],
  ['One paragraph explanation of it.', 'paragraphs 0-1 “One paragraph”'],
  ['> one paragraph', 'paragraphs 0-1 “one paragraph”'],
  ['Keep this to one paragraph.', 'paragraphs 0-1 “one paragraph”'],
  ['A paragraph or two.', 'paragraphs 0-2 “A paragraph or two”'],
  ['Two paragraphs max.', 'paragraphs 0-2 “Two paragraphs max.”'],
  ['A good one is probably at least a paragraph in length.', 'paragraphs 1- “at least a paragraph”'],
  ['2+ paragraphs', 'paragraphs 2- “2+ paragraphs”'],
  ['Two paragraphs or more.', 'paragraphs 2- “Two paragraphs or more”'],
  ['No fewer than 3 sentences.', 'sentences 3- “No fewer than 3 sentences”'],
  ['Not less than 100 words.', 'words 100- “Not less than 100 words”'],
  ['no more than 50 words', 'words 0-50 “no more than 50 words”'],
  ['no more than\n50 words', 'words 0-50 “no more than 50 words”'],
  ['under 100 words', 'words 0-100 “under 100 words”'],
  ['Must not exceed 500 words.', 'words 0-500 “not exceed 500 words”'],
  ['Limit: 1,000 words', 'words 0-1000 “Limit: 1,000 words”'],
  ['between 100 and 200 words', 'words 100-200 “100 and 200 words”'],
  ['150–200 words', 'words 0-200 “150–200 words”'],
  ['44 characters or less', 'characters 0-44 “44 characters or less”'],
  ['44 characters, or less', 'characters 0-44 “44 characters, or less”'],
  ['3 sentences(max)', 'sentences 0-3 “3 sentences(max”'],
  ['≤3 sentences', 'sentences 0-3 “≤3 sentences”'],
  ['<3 sentences', 'sentences 0-3 “<3 sentences”'],
  ['<=3 sentences', 'sentences 0-3 “<=3 sentences”'],
  ['≥3 sentences', 'sentences 3- “≥3 sentences”'],
  ['Summary: 80 characters', 'characters 0-80 “80 characters”'],
  ['Say what it is (80 characters).', 'characters 0-80 “80 characters”'],
  ['max. 280 characters', 'characters 0-280 “max. 280 characters”'],
  ['<!-- 1-2 sentences -->', 'sentences 0-2 “1-2 sentences”'],
  ['Summary (max 3 sentences)\n\nSay what.', 'sentences 0-3 “max 3 sentences”'],
  ['One paragraph, max. 50 words.', 'paragraphs 0-1 “One paragraph”, words 0-50 “max. 50 words”'],
  ['1-2 sentences\n\n<!-- Write 1-2 sentences. -->', 'sentences 0-2 “1-2 sentences”'],
  [
    'At least two sentences. At most five sentences.',
    'sentences 2- “At least two sentences”, sentences 0-5 “At most five sentences”',
  ],
  [
    'At least two sentences. At most two sentences.',
    'sentences 2- “At least two sentences”, sentences 0-2 “At most two sentences”',
  ],
  ['1~2문장으로 요약', 'sentences 0-2 “1~2문장”'],
  ['두 문장으로 요약', 'sentences 0-2 “두 문장”'],
  ['200자 이내로 작성', 'characters 0-200 “200자 이내”'],
  ['200字以内', 'characters 0-200 “200字以内”'],
  ['3文以内', 'sentences 0-3 “3文以内”'],
  ['一到两句话概括', 'sentences 0-2 “一到两句话”'],
  ['用一两句话说明', 'sentences 0-2 “一两句话”'],
  ['不超过二百字', 'characters 0-200 “不超过二百字”'],
] as const;

const rough = [
  ['A short (~200 word) text', 'words 0-250 “~200 word”'],
  ['A short (\\~200 word) text', 'words 0-250 “~200 word”'],
  ['About 100 words.', 'words 0-125 “About 100 words”'],
  ['roughly 3 sentences', 'sentences 0-4 “roughly 3 sentences”'],
  ['usually not more than a couple sentences', 'sentences 0-3 “usually not more than a couple sentences”'],
  ['a couple of sentences', 'sentences 0-3 “a couple of sentences”'],
  ['At least about 200 words.', 'words 150- “At least about 200 words”'],
  ['At least about one paragraph.', 'paragraphs 1- “At least about one paragraph”'],
  ['Two sentences (roughly)', 'sentences 0-3 “Two sentences (roughly)”'],
  ['100 words or so', 'words 0-125 “100 words or so”'],
  ['100文字程度で', 'characters 0-125 “100文字程度”'],
  ['约100字', 'characters 0-125 “约100字”'],
] as const;

const none = `
  Say it in two or three sentences or in the form of a story.
  One paragraph, or as a diagram.
  Brief, short, in a few words.
  A few sentences.
  One page.
  Explain in the first two sentences of the document.
  Read the last roughly two sentences of it.
  In two sentences of the summary you say why.
  Title: 44 characters
  One sentence per item.
  A sentence or two about each.
  Each option: 1-2 sentences.
  One sentence for every option.
  In other words, why?
  A word of caution.
  The title should be 44 characters or less.
  Names are limited to 63 characters.
  Passwords have at least 8 characters.
  Users type up to 200 characters.
  The API returns no more than 3 sentences.
  If this needs more than two paragraphs, split it.
  If it is longer than 500 words, split it.
  So, when you can, if at all, once you must use two sentences.
  Split what is over 100 words.
  See the two paragraphs above.
  The previous two paragraphs said so.
  In 2024 there were 3 releases.
  Since v1.2 sentences are counted.
  Add a paragraph on rollout.
  A multi-sentence summary.
  A paragraph.
  The 100 words used most.
  Write two sentences about security and one sentence about cost.
  At most 2 sentences. Maximum 3 sentences.
  At least 2 sentences. At least 3 sentences.
  At least 5 sentences. At most 2 sentences.
  At least 2 sentences or less.
  Three to two sentences.
  100 and 200 words.
  A sentence, or two words.
  In a sentence, or two words.
  Write longer than 2 paragraphs.
  At most 4 words.
  At least 20 characters.
  80 characters of text.
  It has 80 characters.
  Use no more than 80 characters a row, always.
  第一段
  每项一句话
  一段代码
  标题不超过20字
  好，标题不超过20字
  3文字列
  各項目3文以内
  문장 2개`;

describe('limits', () => {
  for (const [text, expected] of limits)
    it(`${JSON.stringify(text)} sets one`, () => assert.equal(shown(text), expected));

  for (const [text, expected] of rough)
    it(`${JSON.stringify(text)} leaves room`, () => assert.equal(shown(text), expected));

  for (const text of none.trim().split('\n'))
    it(`“${text.trim()}” sets none`, () => assert.equal(shown(text.trim()), ''));

  it('code sets none', () => assert.equal(shown('Such as:\n\n```md\n1-2 sentences\n```\n'), ''));

  it('a fence ends code that is as long as the one that began it', () => {
    for (const [fence, other] of [
      ['````', '```'],
      ['~~~', '```'],
    ])
      assert.equal(shown(`${fence}\n${other}\n1-2 sentences\n${fence}\nUp to 3 words, or 9`), '');
    assert.equal(shown('```\n1-2 sentences\n```\nUp to 30 words'), 'words 0-30 “Up to 30 words”');
  });

  it('lines between which code or nothing stands are not one', () => {
    assert.equal(shown('no more than\n50 words'), 'words 0-50 “no more than 50 words”');
    assert.equal(shown('no more than\n\n50 words'), 'words 0-50 “50 words”');
    assert.equal(shown('no more than\n```\ncode\n```\n50 words'), 'words 0-50 “50 words”');
  });

  it('a sentence that goes on and on sets none', () => {
    assert.equal(shown(`${'It '.repeat(500)}is one sentence.`), 'sentences 0-1 “one sentence”');
    assert.equal(shown(`${'It '.repeat(700)}is one sentence.`), '');
  });

  it('a list item sets its own', () =>
    assert.equal(shown('- One paragraph\n- links'), 'paragraphs 0-1 “One paragraph”'));

  it('empty guidance sets none', () => assert.deepEqual(limitsOf(''), []));
});
