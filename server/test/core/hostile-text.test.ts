/** Long and odd texts: everything that reads words answers, and in time that grows with their length only. */
import assert from 'node:assert/strict';
import { answerOf, reasonOf } from '../../src/core/answers.ts';
import { parseDocument, type SpecDocument } from '../../src/core/document.ts';
import { guidanceIn, leftoversIn } from '../../src/core/guidance.ts';
import { limitsOf } from '../../src/core/limits.ts';
import { insertBlock } from '../../src/core/text/insert.ts';
import { countSentences } from '../../src/core/text/sentences.ts';
import {
  halvesOf,
  likeness,
  nameOf,
  partsOf,
  placeholderPattern,
  requirementOf,
  titleKey,
} from '../../src/core/text/titles.ts';
import { countWords } from '../../src/core/text/words.ts';

/** Enough for what grows with the square to be felt: mocha stops waiting, and no clock is read. */
const length = 20_000;
const units = [
  ' ',
  '(',
  ')',
  '[a] ',
  '{',
  '(optional) ',
  '1.',
  '漢',
  ':a:',
  'or ',
  '!?',
  '1-2 sentences ',
  '\n',
  '`',
  '\ud800',
];

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  titleKey,
  nameOf,
  requirementOf,
  halvesOf,
  partsOf,
  placeholderPattern: (text) => placeholderPattern(text)?.(text),
  likeness: (text) => likeness(text, `${text}s`),
  answerOf: (text) => answerOf(`TODO ${text}`),
  reasonOf: (text) => reasonOf(`N/A - ${text}`),
  limitsOf: (text) => limitsOf(`max 3 ${text} sentences`),
  countSentences: (text) => countSentences([text]),
  countWords,
  insertBlock: (text) => insertBlock({ text }, text.length / 2, text),
};

describe('hostile text', () => {
  for (const [name, read] of Object.entries(readers)) {
    it(`${name} answers`, () => {
      for (const unit of units) assert.doesNotThrow(() => read(unit.repeat(Math.ceil(length / unit.length))));
    });
  }

  it('of more sentences of the guidance than a call takes arguments holds them all', () => {
    const said = 'a b c d e.';
    const [template, document] = [said, `${said} `.repeat(130_000)].map((text) => parseDocument(text));
    const guidance = guidanceIn(said, template?.root.blocks ?? []);
    assert.equal(
      leftoversIn(document as SpecDocument, document?.root.blocks ?? [], guidance).sentences.length,
      130_000,
    );
  });
});
