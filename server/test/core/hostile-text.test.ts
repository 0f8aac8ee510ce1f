/** Long and odd texts: everything that reads words answers, and in time that grows with their length only. */
import assert from 'node:assert/strict';
import { answerOf, reasonOf } from '../../src/core/answers.ts';
import { proseOfLines } from '../../src/core/blocks.ts';
import { parseDocument, type SpecDocument } from '../../src/core/document.ts';
import { keyLine, keyName, keysIn, titleLimits, valueIn } from '../../src/core/front-matter-schema.ts';
import { choicesIn } from '../../src/core/front-matter-words.ts';
import { guidanceIn, leftoversIn } from '../../src/core/guidance.ts';
import { limitsOf } from '../../src/core/limits.ts';
import { readTemplate } from '../../src/core/template-file.ts';
import { withLink } from '../../src/core/text/delete.ts';
import { insertBlock } from '../../src/core/text/insert.ts';
import { fenced } from '../../src/core/text/markdown.ts';
import { retitled } from '../../src/core/text/retitle.ts';
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

describe('a million of one sign', () => {
  const many = 1_000_000;
  const tabs = '\t'.repeat(many);
  const requiredIn = (front: string) =>
    keysIn({ document: parseDocument(`---\n${front}\na: b\n---\n`) }).map(({ required }) => required);
  // No template is longer.
  const ofTemplate = 250_000;
  const titleIn = (above: string) =>
    titleLimits(readTemplate(`<!--\n${above}\n-->\n\n## A\n`, '')).map(({ max }) => max);

  const cases: Readonly<Record<string, readonly [() => unknown, unknown]>> = {
    'blanks among words': [() => proseOfLines(`a${tabs}b`), `a${tabs}b`],
    'blanks at a line’s end': [() => proseOfLines(`a${tabs}\n${tabs}b${tabs}\r\nc`), 'a b c'],
    'blanks in a key, and no remark': [() => keyName(`a${tabs}(b`), `a${tabs}(b`],
    'blanks before a remark': [() => keyName(`a${tabs}(b)`), 'a'],
    'blanks behind a colon': [() => keyLine(`a:${tabs}\u2028`), undefined],
    'blanks before a value': [() => keyLine(`a:${tabs}b`), { key: 'a', rest: 'b' }],
    'blanks in a comment': [() => requiredIn(`#${tabs}\u2028`), [true]],
    'words that call all of them …': [() => requiredIn(`# ${'all '.repeat(many / 2)}`), [true]],
    '… optional': [() => requiredIn(`# ${'all '.repeat(many / 2)} optional`), [false]],
    'quotes in quotes': [() => valueIn(`${"'".repeat(many)}'\u2028`), { source: "'".repeat(many), remark: "'" }],
    'marks above the sections': [() => titleIn('-'.repeat(ofTemplate)), []],
    'marks before a title': [() => titleIn(`a!\n${'*-'.repeat(ofTemplate / 2)}The title must be 9 words`), [9]],
    'blanks between choices': [() => choicesIn('', `one of: a,${tabs}b${tabs}or c`), ['a', 'b', 'c']],
    'blanks in a choice': [() => choicesIn('', `one of: a${tabs}b, c`), []],
    'marks, and no link': [
      () => withLink({ text: `${'!'.repeat(many)} b` } as SpecDocument, { start: 0, end: many }),
      { start: 0, end: many },
    ],
    'marks in a link': [
      () => withLink({ text: `[${'!'.repeat(many)}](b)` } as SpecDocument, { start: 1, end: many }),
      { start: 0, end: many + 5 },
    ],
    'line breaks in code': [() => fenced('', `${'\n'.repeat(many)}a\n\n`), `\`\`\`\n${'\n'.repeat(many)}a\n\`\`\`\n`],
    'marks in a word': [
      () => retitled(`a${'_'.repeat(many)}a`, 'B'),
      { span: { start: 0, end: many + 2 }, newText: 'B' },
    ],
  };
  for (const [what, [read, expected]] of Object.entries(cases)) it(what, () => assert.deepEqual(read(), expected));
});
