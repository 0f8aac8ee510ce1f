/** A title without a word of those asked for is left out, and never one that is asked for. */
import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { bareKey, halvesOf, likenessOf, partsOf, titleKey, waysToRead } from '../../src/core/text/titles.ts';
import { WantedWords } from '../../src/core/text/wanted-words.ts';
import { times } from '../random.ts';

function wantedIn(titles: readonly string[]): WantedWords {
  const keys = titles.flatMap((title) => [titleKey(title), bareKey(title), ...halvesOf(title).map(titleKey)]);
  return new WantedWords(new Set(keys), titles.flatMap(waysToRead));
}

/** Whether a title is one of the others in any of the ways in which it may be, all tried. */
function isOne(titles: readonly string[], title: string): boolean {
  return titles.some((asked) => {
    const keys = [titleKey(asked), bareKey(asked), ...halvesOf(asked).map(titleKey)];
    const own = [titleKey(title), bareKey(title), ...[...halvesOf(title), ...partsOf(title)].map(titleKey)];
    if (own.some((key) => key !== '' && keys.includes(key))) return true;
    const read = [title, ...partsOf(title)].flatMap(waysToRead);
    return waysToRead(asked).some((one) => read.some((other) => 0 < likenessOf(one, other)));
  });
}

describe('the words of titles that are asked for', () => {
  const spec = wantedIn(['Summary:', 'Data model', 'Security/Privacy', 'User Stories', 'High-level design']);

  it('leave out what has none of them', () => {
    for (const title of ['Motivation', 'Non-goals', 'Prior art', 'Über uns', '背景', '2. Cost of it'])
      equal(spec.mayBeIn(title), false, title);
  });

  it('let through what has one, in any form', () => {
    for (const title of [
      ...[
        'summary',
        '3.1 Sumary',
        'Summaries of all',
        '# Data base',
        'Story (optional)',
        'Ｓｕｍｍａｒｙ',
        'Sécurité / Privacy',
      ],
      ...['"Summ"ary', 'Highly level', '概要 (Summary)', 'userstories', "User's view", 'Designing it'],
    ])
      ok(spec.mayBeIn(title), title);
  });

  it('that have signs in them let through all titles with any', () => {
    const cpp = wantedIn(['C++', "What's next"]);
    ok(cpp.mayBeIn('D++'));
    ok(cpp.mayBeIn('Who’s who'));
    equal(cpp.mayBeIn('Rust'), false);
  });

  it('in another script let through all that is not in ASCII', () => {
    const foreign = wantedIn(['概要', 'Résumé']);
    ok(foreign.mayBeIn('背景'));
    ok(foreign.mayBeIn('Resume'));
    equal(foreign.mayBeIn('Goals'), false);
  });

  it('of which there are none in one let all through', () => ok(wantedIn(['->', 'Goals']).mayBeIn('Rust')));

  it('leave out no title that is one of them, or like one', () => {
    const words = fc.constantFrom(
      ...[
        'Summary',
        'sumary',
        'Data',
        'model',
        'Models',
        'User',
        'stories',
        'story',
        'Test',
        'Testing',
        'plan',
        'API',
        'APIs',
      ],
      ...[
        'goals',
        'non-goals',
        'Rollout',
        'high level',
        'High-level',
        'the',
        'of',
        'and',
        'about',
        'no',
        "what's",
        'C++',
      ],
      ...[
        'Résumé',
        '概要',
        'テスト計画',
        '요약',
        'ｄａｔａ',
        'ſummary',
        'İndex',
        'Indices',
        'indeces',
        'Part II:',
        '1.',
        'A.1',
      ],
      ...[
        'Appendix A',
        '(optional)',
        '[必須]',
        ':rocket:',
        '🚀',
        '->',
        '"quoted"',
        'da"ta',
        '*bold*',
        '_',
        'N/A',
        '{name}',
      ],
    );
    const between = fc.constantFrom(
      ' ',
      ' ',
      ' ',
      '-',
      '/',
      ' / ',
      ' & ',
      ', ',
      ': ',
      ' – ',
      ' | ',
      '（',
      '',
      '\u200b',
      '’s ',
    );
    const title = fc
      .array(fc.tuple(words, between), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.flat().join('').trim());
    let like = 0;
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 3 }), title, (titles, other) => {
        if (!isOne(titles, other)) return;
        like++;
        ok(wantedIn(titles).mayBeIn(other), JSON.stringify([titles, other]));
      }),
      { numRuns: 6_000 * times },
    );
    ok(300 < like, String(like));
  });
});
