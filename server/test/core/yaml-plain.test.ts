/** Front matter that is read without a parser: held against what the parser makes of it. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { parseYamlMap } from '../../src/core/yaml.ts';
import { plainEntries } from '../../src/core/yaml-plain.ts';

describe('front matter with a plain value a line', () => {
  for (const text of [
    '',
    'eip: 1559\ntitle: Fee market change\nstatus: Final\n',
    'title: "Tech spec: "\r\nlabels: tech spec, needs review\r\nassignees: \'\'\r\n',
    'created: 2026-11-26\n\nrequires:\nauthor:   Ada L (@ada), Grace\n',
    'discussions-to: https://example.org/t/1?a=b#c\n',
    'a:  \nb:   c   d   \nf: g:h  \n',
    'title: Übrigens, `it` is [so] & *more*, yes!\n',
  ]) {
    it(JSON.stringify(text), () => {
      const { entries, problem } = parseYamlMap(text);
      equal(problem, undefined);
      deepEqual(plainEntries(text), entries);
    });
  }
});

describe('left to the parser is', () => {
  for (const [what, text] of [
    ['a list', 'labels: [a, b]\n'],
    ['what is deeper', 'labels:\n  - a\n'],
    ['a text of several lines', 'title: a\n  b\n'],
    ['a comment', 'title: a # b\n'],
    ['a key in a value', 'title: a: b\n'],
    ['a key with nothing behind it in a value', 'title: a:\n'],
    ['an alias', 'title: *a\n'],
    ['a number of another shape', 'eip: 0155\n'],
    ['numbers in a row', 'requires: 155, 170\n'],
    ['a truth', 'draft: true\n'],
    ['what is nothing', 'draft: Null\n'],
    ['an escape', 'title: "a\\n"\n'],
    ['a quote in quotes', "title: 'it''s'\n"],
    ['words behind quotes', 'title: "a" b\n'],
    ['a quote alone', 'title: "\n'],
    ['a key that stands twice', 'a: b\na: c\n'],
    ['a key without its colon', 'a\n'],
    ['a value right behind the colon', 'a:b\n'],
    ['a key in quotes', '"a": b\n'],
    ['a tab', 'a:\tb\n'],
    ['a lone CR', 'a: b\rc: d\n'],
    ['the end of a document', 'a: b\n...\n'],
    ['more than a screen of it', `a: ${'b'.repeat(1000)}\n`],
  ] as const) {
    it(what, () => equal(plainEntries(text), undefined));
  }
});

describe('what is read without a parser', () => {
  it('is what the parser reads', () => {
    const bits = [
      ...'aZ1é漢-:#"\'?!&*|>%@`[]{},~\\=\t\r',
      ...[
        ': ',
        ' ',
        '  ',
        ' #',
        '- ',
        '42',
        '007',
        '1e3',
        '0x1f',
        '.5',
        '2026-11-26',
        'true',
        'No',
        'null',
        '...',
        '---',
      ],
      ...[
        '<<',
        '\u00a0',
        '\u0085',
        '\u2028',
        '\ud800',
        '\u{1f600}',
        '.inf',
        '1_000',
        '12:30',
        '+1',
        '12345678901234567',
      ],
      ...['http://x.y/#z', '"x"', "'x'"],
    ];
    const value = fc.array(fc.constantFrom(...bits), { maxLength: 4 }).map((parts) => parts.join(''));
    const line = fc
      .tuple(
        fc.constantFrom('a', 'key', 'Z_1', 'x-y', 'true', ' b', '- c', '"d"'),
        fc.constantFrom(':', ': ', ':  ', ''),
        value,
      )
      .map((parts) => parts.join(''));
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\n\n')), { maxLength: 4 });
    let plain = 0;
    fc.assert(
      fc.property(text, (lines) => {
        const whole = lines.flat().join('');
        const entries = plainEntries(whole);
        if (entries === undefined) return;
        plain += 1;
        deepEqual({ entries, problem: undefined }, parseYamlMap(whole));
      }),
      { numRuns: 5_000 },
    );
    equal(500 < plain, true, 'many are read so');
  });
});
