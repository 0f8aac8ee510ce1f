/** Patterns of Unicode’s classes are made when they are first asked for: what the build makes of a file, and that none of the core is missed. */
import { deepEqual, equal, throws } from 'node:assert/strict';
import { home, sourcesIn } from '../sources.ts';

const { withLatePatterns }: { withLatePatterns(source: string): string } = await import(
  `${home}scripts/late-patterns.mjs`
);

/** A constant at the top of a file that is such a pattern. */
const LARGE = /^(?:export )?const (\w+) =\s+(?:\/.*\\p\{|new RegExp\(\s*[`'].*(?:\\p\{|\$\{))/gm;

describe('a pattern of Unicode’s classes', () => {
  it('is made where it is used', () =>
    equal(
      withLatePatterns(
        'const is = (a: string) => WORD.test(a);\nconst WORD =\n  /[\\p{L}/]\\/\\p{N}/u;\nconst WORDS = 1;\n',
      ),
      'const is = (a: string) => (WORD_made ??= /[\\p{L}/]\\/\\p{N}/u).test(a);\nlet WORD_made: RegExp | undefined;\nconst WORDS = 1;\n',
    ));

  it('is made where it is used when it is put together of others', () =>
    equal(
      withLatePatterns("const A = new RegExp(\n  '[\\p{L}];(?:)',\n  'u',\n);\nuse(A);\n"),
      "let A_made: RegExp | undefined;\nuse((A_made ??= new RegExp(\n  '[\\p{L}];(?:)',\n  'u',\n)));\n",
    ));

  for (const [what, source] of Object.entries({
    'has no such class': 'const A = /[a-z]/;\n',
    'others import': 'export const A = /\\p{L}/u;\n',
    'stands in a function': 'function a() {\n  const A = /\\p{L}/u;\n}\n',
  })) {
    it(`is left as it is where it ${what}`, () => equal(withLatePatterns(source), source));
  }

  for (const [what, use] of Object.entries({
    'in words': "say('WORD');",
    'within words': "say('a WORD of it');",
    'in another pattern': 'const other = /WORD|words/;',
    'as the name of a group': 'const other = /(?<WORD>a)/;',
    'taken apart': 'say(...WORD);',
  })) {
    it(`is not built where its name stands ${what}`, () =>
      throws(() => withLatePatterns(`const WORD = /\\p{L}/u;\n${use}\n`), /“WORD” is a pattern that is made late/));
  }

  it('is made late in each file of the core', () => {
    const early = sourcesIn('server/src/core').flatMap(({ path, text }) =>
      Array.from(withLatePatterns(text).matchAll(LARGE), ([, name]) => `${path}: ${name}`),
    );
    deepEqual(early, []);
  });
});
