/** What a template's front matter says with its values and remarks: placeholders, choices, what is optional, dates. */
import { deepEqual, equal } from 'node:assert/strict';
import { choicesIn, isPlaceholderValue, saysOptional, wantsDate } from '../../src/core/front-matter-words.ts';

describe('a value of a template’s front matter', () => {
  for (const said of [
    '<URL>',
    '<a list of names, or <none>>',
    '<a> or <b>',
    '<a\nb>',
    '[ a]',
    '( a b )',
    '{ a',
    '{list everyone involved}',
    '{proposed | rejected | … | superseded by ADR-0123',
    '[FEATURE NAME]',
    '[your name]',
    '(fill me in)',
    'YYYY-MM-DD',
    'yyyy/mm/dd when it was decided',
    'draft | final',
    'draft|final',
    'xxx',
    'NNNN',
    '...',
    '[WHO]',
    '…',
  ])
    it(`${said} is a placeholder`, () => equal(isPlaceholderValue(said), true));

  for (const said of [
    'Draft',
    '',
    '[]',
    '{}',
    '[a, b]',
    '[bug]',
    '["a b"]',
    '<to be assigned>',
    '0001',
    '(none)',
    'xxx-1',
    'NN',
    '[WH]',
    '["who is it"]',
    'a < b > c',
    '<>',
    '<a> or b',
    '<a>\n<b>',
    '[a b, c]',
    '(a (b))',
    '{ }',
    'see YYYY-MM-DD',
    `<${'a'.repeat(2000)}>`,
    '2026-11-23',
  ])
    it(`“${said.slice(0, 20)}” is a value`, () => equal(isPlaceholderValue(said), false));
});

describe('choices', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    ['draft|final', '', ['draft', 'final']],
    ['<Draft | Final>', '', ['Draft', 'Final']],
    ['{proposed | rejected}', '', ['proposed', 'rejected']],
    ['<Technical (Core, Networking) | Recovery>', '', ['Technical', 'Recovery']],
    ['<Standards Track, Meta, or Informational>', '', ['Standards Track', 'Meta', 'Informational']],
    ['<draft, review or final>', '', ['draft', 'review', 'final']],
    ['', 'draft | final', ['draft', 'final']],
    ['draft', 'one of: draft, review, final', ['draft', 'review', 'final']],
    ['draft', 'Possible values are draft | final.', ['draft', 'final']],
    ['{proposed | … | superseded by ADR-0123', '', []],
    ['<a comma separated list of names, or one name>', '', []],
    ['<URL>', '', []],
    ['Draft', 'set by an editor, or by nobody', []],
    ['', 'Choose from: "draft", `review` or \'final\'', ['draft', 'review', 'final']],
    ['', 'The options are Core / Edge. Ask, or guess', ['Core', 'Edge']],
    ['', 'Choices: A, B\nor C', ['A', 'B']],
    ['', 'Choices: A ,\tB, or  C  or\tD /E', ['A', 'B', 'C', 'D', 'E']],
    ['', 'Choices: for, orange', ['for', 'orange']],
    ['', 'Choices: A, or', ['A', 'or']],
    ['', 'Choices: A, , B', []],
    ['', 'one of: draft', []],
    ['', 'one of: a word, or two of them', []],
    ['<Core | Edge of it>', '', []],
    ['<Draft, Final>', '', []],
    ['<2 or 3>', '', []],
    ['a | b', 'one of: c, d', ['a', 'b']],
  ];
  for (const [said, remark, expected] of table)
    it(`of “${said}” “${remark}”: ${expected.join(', ') || 'any'}`, () => deepEqual(choicesIn(said, remark), expected));
});

describe('what may be left out', () => {
  for (const words of [
    'optional',
    '*optional',
    'Only required for standards. Otherwise, remove this field.',
    'required if it replaces another',
    'if applicable',
    'leave blank until it is merged',
    'Only when it replaces another',
    'mandatory for standards',
    'the number, if known',
    'Else omit',
    'may be left as it is',
    'This can be removed',
    'leave this empty',
    'Delete it unless somebody asks',
    'Omit if unused',
    '任意',
    '可选',
    '可選',
    '선택',
  ])
    it(words, () => equal(saysOptional(words), true));
  for (const words of [
    '',
    'not optional',
    'non-optional',
    'optionally',
    'required',
    'only a word',
    'may be long',
    'leave the quotes',
    'remove this line',
    'keep the quotes',
    'set by an editor',
  ])
    it(`not “${words}”`, () => equal(saysOptional(words), false));
});

describe('a date', () => {
  it('is asked for by its shape or its norm', () =>
    deepEqual(['YYYY-MM-DD', 'in ISO 8601 (yyyy-mm-dd) format', 'ISO-8601', 'the day', 'MM-DD'].map(wantsDate), [
      true,
      true,
      true,
      false,
      false,
    ]));
});
