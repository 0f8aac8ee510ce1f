/** The words of a text, and where they stand. */
import { deepEqual, equal } from 'node:assert/strict';
import { wordRun } from '../../src/core/text/word-run.ts';

describe('a run of words', () => {
  const words = (text: string) => wordRun(text, 0).spans.map(({ start, end }) => text.slice(start, end));

  it('has the words of ASCII', () => deepEqual(words('Say it, in 2 words.'), ['Say', 'it', 'in', '2', 'words']));
  it('has those of other letters, with their marks', () =>
    deepEqual(words('Naïve re\u0301sumé'), ['Naïve', 're\u0301sumé']));
  it('has each Han and Kana character', () => deepEqual(words('写要点 あa b'), ['写', '要', '点', 'あ', 'a', 'b']));
  it('is the same however it is wrapped', () => equal(wordRun('写要\n点').joined, wordRun('写 要点').joined));
});
