/** What of a text a reader sees: comments in each form that Markdown has, and code blocks with nothing in them. */
import { deepEqual, equal } from 'node:assert/strict';
import {
  commentsIn,
  isBlankFence,
  isLinkComment,
  isOnlyComments,
  withoutComments,
} from '../../src/core/text/visible.ts';

describe('comments are blanked, and all else stays where it was', () => {
  for (const [text, expected] of [
    ['a <!-- b --> c', 'a            c'],
    ['<!-- a\r\nb --> c', '      \r\n      c'],
    ['<!-- a -->\n<!-- b -->c', '          \n          c'],
    ['<!----> a', '        a'],
    ['<!--> a', '<!--> a'],
    ['a <!-- b', 'a <!-- b'],
    ['<!-- a --> <!-- b', '           <!-- b'],
    ['a', 'a'],
  ] as const) {
    it(JSON.stringify(text), () => equal(withoutComments(text), expected));
  }
});

describe('the comments of a text', () => {
  for (const [text, expected] of [
    ['<!-- a --> b <!--c\nd-->', ['a', 'c\nd']],
    ['<!-- a', []],
    ['[//]: # (a b)', ['a b']],
    ['[//]: # ( a )\r\n[comment]: <> "b"\n\n[_]: <#> \'c\'', ['a', 'b', 'c']],
    ['[Comment]: # (a)  ', ['a']],
    ['<!-- b -->\n[//]: # (a)', ['b', 'a']],
    ['[//]: # ()', ['']],
    ['[a]: # (a)\n[//]: #a (b)\n[//]: # (c) d\n- [//]: # (e)', []],
  ] as const) {
    it(JSON.stringify(text), () => deepEqual(commentsIn(text), expected));
  }

  it('may be indented by three blanks, and stand behind a byte order mark', () => {
    deepEqual(
      ['   [//]: # (a)', '\ufeff[//]: # (a)', '    [//]: # (a)', 'a [//]: # (a)', '[//]: # (a'].map(isLinkComment),
      [true, true, false, false, false],
    );
  });
});

describe('HTML says nothing to a reader', () => {
  for (const [html, expected] of [
    ['<!-- a -->', true],
    [' <!-- a -->\n<!-- b -->\n', true],
    ['<!-- a', true],
    ['<!-- a --> <!-- b', true],
    ['<!-- a --> b', false],
    ['a <!-- b -->', false],
    ['<!-- a --> <div>', false],
    ['<div>', false],
    [' \n', true],
  ] as const) {
    it(`${expected ? '' : 'not: '}${JSON.stringify(html)}`, () => equal(isOnlyComments(html), expected));
  }
});

describe('a code block has nothing in it', () => {
  for (const [source, expected] of [
    ['```\n```', true],
    ['```sh\n\n \t\n```', true],
    ['~~~~\r\n~~~~~\n', true],
    ['  ```sh\n  ```', true],
    ['```sh', true],
    ['```\n\n', true],
    ['```\na\n```', false],
    ['```\n```\na', false],
    ['``` `a`', false],
    ['``\n``', false],
    ['````\n```', false],
    ['~~~~\n~~~', false],
  ] as const) {
    it(`${expected ? '' : 'not: '}${JSON.stringify(source)}`, () => equal(isBlankFence(source), expected));
  }

  it('however long its mark is', () => equal(isBlankFence(`${'~'.repeat(1_000_000)}\na`), false));
});
