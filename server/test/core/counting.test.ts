/** Words and sentences as a reader counts them. */
import assert from 'node:assert/strict';
import { countSentences, sentencesOf } from '../../src/core/text/sentences.ts';
import { countWords } from '../../src/core/text/words.ts';

describe('words', () => {
  const counts: readonly (readonly [string, number])[] = [
    ['', 0],
    ['one two', 2],
    ['don’t', 1],
    ["it's end-to-end", 2],
    ['request/response', 2],
    ['word—word', 2],
    ['v1.2 of 3.14', 3],
    ['— … *', 0],
    ['npm\u00a0run\u00a0build', 1],
    ['これはテストです。', 4],
    ['API設計', 2],
    ['設計、API。', 2],
    ['、。', 0],
    ['두 단어', 2],
    ['a\nb\r\nc', 3],
    ['👍 yes', 1],
  ];
  for (const [prose, count] of counts)
    it(`${JSON.stringify(prose)} has ${count}`, () => assert.equal(countWords(prose), count));
});

describe('sentences', () => {
  const sentences: readonly (readonly [string, ...string[]])[] = [
    ['We use it. It works.', 'We use it.', 'It works.'],
    ['We use stores, e.g. Redis. It works.', 'We use stores, e.g. Redis.', 'It works.'],
    // Words of other letters that end as abbreviations do.
    ['It is naïv. It works.', 'It is naïv.', 'It works.'],
    ['Sell each kimóno. 5 PM is late.', 'Sell each kimóno.', '5 PM is late.'],
    ['On any menúu. a. It works.', 'On any menúu. a.', 'It works.'],
    ['That is, i.e. Redis, vs. Memcached.', 'That is, i.e. Redis, vs. Memcached.'],
    ['Dr. Who asked Prof. X.', 'Dr. Who asked Prof. X.'],
    ['It takes approx. 5 s. Fine.', 'It takes approx. 5 s.', 'Fine.'],
    ['Logs, traces, etc. are kept.', 'Logs, traces, etc. are kept.'],
    ['Logs, traces, etc. We keep them.', 'Logs, traces, etc.', 'We keep them.'],
    ['Since v1.2 it is 3.5 times faster.', 'Since v1.2 it is 3.5 times faster.'],
    ['See Fig. 3 and No. 5. No. We wait.', 'See Fig. 3 and No. 5.', 'No.', 'We wait.'],
    ['Node.js is used.', 'Node.js is used.'],
    ['Why? Because! Good.', 'Why?', 'Because!', 'Good.'],
    [
      'As on https://example.com/find?by=name. Seen http://a.b/? Good.',
      'As on https://example.com/find?by=name.',
      'Seen http://a.b/?',
      'Good.',
    ],
    ['See https://a.b/find?By=name. Seen [this?] We ask.', 'See https://a.b/find?By=name.', 'Seen [this?]', 'We ask.'],
    ['See No. Five. Then p. 5 of it.', 'See No.', 'Five.', 'Then p. 5 of it.'],
    ['Is “Why?” asked? He said "Go!" loudly.', 'Is “Why?” asked?', 'He said "Go!" loudly.'],
    ['A line\nthat goes on. Next.', 'A line that goes on.', 'Next.'],
    ['First item\n\nSecond item', 'First item', 'Second item'],
    ['Call foo․bar․\u00a0x now. Done.', 'Call foo․bar․\u00a0x now.', 'Done.'],
    ['这是一。这是二！好吗？', '这是一。', '这是二！', '好吗？'],
    ['一つです。二つです。', '一つです。', '二つです。'],
    ['And so on... then stop.', 'And so on... then stop.'],
    ['—\n\n…'],
    [''],
  ];
  for (const [prose, ...expected] of sentences) {
    it(`${JSON.stringify(prose)} has ${expected.length}`, () => assert.deepEqual(sentencesOf(prose), expected));
  }

  it('every forty words begun in one count as one', () => {
    assert.equal(countSentences([`${'word '.repeat(40)}.`]), 1);
    assert.equal(countSentences([`${'word '.repeat(41)}.`]), 2);
    assert.equal(countSentences([`${'word '.repeat(81)}.`]), 3);
  });

  it('those of all blocks are counted', () => assert.equal(countSentences(['One. Two.', '', 'Three\n\nFour']), 4));

  it('none is lost or split where a long text is read in pieces', () => {
    const prose = 'The quick brown fox jumps over the lazy dog, e.g. today. '.repeat(500);
    assert.equal(countSentences([prose]), 500);
    assert.ok(sentencesOf(prose).every((sentence) => sentence.startsWith('The quick') && sentence.endsWith('today.')));
  });

  it('one that is longer than a piece is one', () => {
    const [first = '', second] = sentencesOf(`${'word '.repeat(2000)}ends. Next.`);
    assert.equal(first.length, 5 * 2000 + 'ends.'.length);
    assert.equal(second, 'Next.');
  });
});
