/** Bytes to text, as every other program reads UTF-8. */
import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { textOf } from '../../src/node/read.ts';

const utf8 = new TextDecoder();

describe('what is read of a file', () => {
  for (const [what, words] of [
    ['plain letters', '# Plan'],
    ['letters of all scripts', '# Plän 計画 🧭'],
    ['a byte order mark, which is left out', '\ufeff# Plan'],
    ['nothing', ''],
  ] as const) {
    it(what, () => {
      const bytes = new TextEncoder().encode(words);
      deepEqual(textOf(bytes), { kind: 'text', text: words.replace('\ufeff', ''), bytes });
    });
  }

  it('a NUL near the beginning makes it none', () =>
    deepEqual(textOf(Uint8Array.of(35, 0)), { kind: 'binary', bytes: Uint8Array.of(35, 0) }));

  it('bytes that are no UTF-8 are what others make of them', () => {
    const some = fc.constantFrom(
      0x23,
      0x0a,
      0x61,
      0x80,
      0xbf,
      0xc3,
      0xa4,
      0xe2,
      0x82,
      0xac,
      0xed,
      0xa0,
      0xf0,
      0x9f,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 30 }), (all) => {
        const bytes = Uint8Array.from(all);
        deepEqual(textOf(bytes), { kind: 'text', text: utf8.decode(bytes), bytes });
      }),
      { numRuns: 2_000 },
    );
  });
});
