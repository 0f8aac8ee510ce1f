/** Blanks beyond ASCII in tags of HTML: they part nothing there, and one more of them takes no longer than the one before. */
import { deepEqual } from 'node:assert/strict';
import { parseDocument } from '../../src/core/index.ts';

function read(text: string): readonly (readonly [string, string])[] {
  return parseDocument(text).root.blocks.map(({ kind, prose }) => [kind, prose]);
}

describe('a blank beyond ASCII', () => {
  for (const [what, text, expected] of [
    ['is a part of a value in a tag', 'a <b c="d\u00a0e">f</b> <i g=\u3000h>j</i>', [['paragraph', 'a f j']]],
    [
      'is a part of a value in a tag on its own line',
      '<x-y a=\u00a0b>\n\nc',
      [
        ['other', ''],
        ['paragraph', 'c'],
      ],
    ],
    ['parts nothing in a tag', 'a <b\u00a0c> d', [['paragraph', 'a <b\u00a0c> d']]],
    ['parts nothing in a tag on its own line', '<x-y\u3000a>', [['paragraph', '<x-y\u3000a>']]],
    ['stays in words', 'a\u00a0b <i>c\u3000d</i>', [['paragraph', 'a\u00a0b c\u3000d']]],
    [
      'is no blank behind the name of a block',
      '<div\u00a0a>\n\n<div a\u00a0b>',
      [
        ['paragraph', '<div\u00a0a>'],
        ['other', ''],
      ],
    ],
  ] as const)
    it(what, () => deepEqual(read(text), expected));

  // Each took twice as long as the one before: of 32 it was minutes.
  for (const [where, before] of [
    ['at the start of a line', ''],
    ['in a line', 'a '],
  ] as const)
    it(`takes no time in a tag that never ends, ${where}`, () => {
      const tag = `<a${' a=\u00a0a'.repeat(32)} "`;
      deepEqual(read(`${before}${tag}`), [['paragraph', `${before}${tag}`]]);
    });
});
