/** Patterns of the configuration: what they mean, and that a hostile one ends in time. */
import { deepEqual, equal } from 'node:assert/strict';
import { folderGlobOf, globOf, spellsNames } from '../../src/lsp/globs.ts';

const meant: Readonly<Record<string, { readonly yes: readonly string[]; readonly no: readonly string[] }>> = {
  'text/*.md': { yes: ['text/a.md'], no: ['text/.a.md', 'text/b/a.md', 'x/text/a.md', 'text/a.mdx'] },
  './text/*.md': { yes: ['text/a.md'], no: ['a.md'] },
  '**/*.md': { yes: ['a.md', 'a/b/c.md'], no: ['.github/a.md', 'node_modules/x/a.md'] },
  'docs/**': { yes: ['docs/a.md', 'docs/a/b.md'], no: ['doc/a.md'] },
  'keps/*/*/README.md': { yes: ['keps/sig/1/README.md'], no: ['keps/sig/README.md'] },
  '{text,drafts}/[0-9][0-9]*.md': { yes: ['text/01.md', 'drafts/12-a.md'], no: ['drafts/1a.md'] },
  '[!a]*.md': { yes: ['b.md'], no: ['a.md'] },
  '?.md': { yes: ['a.md', 'é.md'], no: ['ab.md', '/.md'] },
  '.github/*.md': { yes: ['.github/a.md'], no: ['x.github/a.md'] },
  'a (old)/c++/$x|y.md': { yes: ['a (old)/c++/$x|y.md'], no: ['a old/c/x.md', 'y.md'] },
  '(a|aa)+b.md': { yes: ['(a|aa)+b.md'], no: ['aab.md'] },
  '日本*.md': { yes: ['日本語.md'], no: ['日.md'] },
  '../a.md': { yes: [], no: ['../a.md', 'a.md'] },
};

describe('a pattern', () => {
  for (const [pattern, { yes, no }] of Object.entries(meant)) {
    it(`${pattern} means what it says`, () => {
      const matches = globOf(pattern);
      deepEqual({ yes: yes.filter(matches), no: no.filter(matches) }, { yes, no: [] });
    });
  }

  it('names a document where its last part is no wildcard', () => {
    deepEqual(['keps/*/README.md', '{a,b}.md', '*.md', 'a/**', 'a?.md'].map(spellsNames), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('has folders that its documents lie in', () => {
    const inFolder = (pattern: string) => ['', 'docs', 'docs/a'].filter(folderGlobOf(pattern));
    deepEqual(inFolder('*.md'), ['']);
    deepEqual(inFolder('docs/*.md'), ['docs']);
    deepEqual(inFolder('docs/**/*.md'), ['docs', 'docs/a']);
  });
});

/** Mocha stops waiting where one of them takes long. */
describe('a hostile pattern ends in time', () => {
  const long = 'a'.repeat(255);
  const cases: readonly (readonly [string, string])[] = [
    ['*a*a*b', long],
    ['*{a,aa}*b', long],
    ['{a,aa}{a,aa}{a,aa}b', long],
    [`${'**/a/'.repeat(15)}b`, 'a/'.repeat(2000)],
    [Array(5).fill('*a*a*b').join('/'), Array(16).fill('a'.repeat(254)).join('/')],
    ['+(+(a)+(a))b', long],
    ['(a*)*b', long],
    [`${'*'.repeat(250)}b`, long],
  ];
  for (const [pattern, path] of cases) it(pattern, () => equal(globOf(pattern)(path), false));
});
