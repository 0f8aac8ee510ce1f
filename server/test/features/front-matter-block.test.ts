/** Completion of the whole front matter, where a document begins without. */
import { deepEqual, match } from 'node:assert/strict';
import { builtinTemplate } from '../../src/core/index.ts';
import { completes, offers, offersAt } from '../completing.ts';

const today = { today: '2026-11-23' };

describe('completion of the whole front matter', () => {
  const small =
    '---\nstatus: draft|final # one of them\ndate: YYYY-MM-DD\nowner: <who>\nteam: trains\nlink:\n---\n\n## Goals\n';

  it('is offered on a first line that is empty, or has dashes', () => {
    for (const typed of ['$0', '-$0', '--$0', '---$0']) {
      const found = offersAt(small, `${typed}\n\n## Goals\n`);
      deepEqual(
        found.map(({ label, filter, detail }) => [label, filter, detail]),
        [['Front matter', `${typed.replace('$0', '')}Front matter`, 'status, date, owner, team, link']],
      );
    }
  });

  it('has a place for everything that is to be filled in', () =>
    completes(
      small,
      '--$0\n\n## Goals\n',
      'Front matter',
      `---
status: draft # one of them
        ^^^^^ filled in: draft | final
date: 2026-11-23
      ^^^^^^^^^^ filled in: 2026-11-23
owner: <who>
       ^^^^^ filled in: <who>
team: trains
link: 
      ^0 filled in: nothing yet
---
   ^0 selected

## Goals
`,
      today,
    ));

  it('is set apart from what follows, in the document’s line breaks', () =>
    completes(
      '---\nstatus: draft\n---\n\n## Goals\n',
      '\ufeff$0\r\n## Goals\r\n',
      'Front matter',
      '\ufeff---\r\nstatus: draft\r\n---\r\n\r\n^0 selected\r\n## Goals\r\n',
    ));

  it('has the required keys of a template that is no YAML', () =>
    completes(
      '---\nstatus: draft|final\nowner: @who # optional\nlink: : :\n---\n\n## Goals\n',
      '$0\n\n## Goals\n',
      'Front matter',
      '---\nstatus: draft\n        ^^^^^ filled in: draft | final\nlink: \n      ^0 filled in: nothing yet\n---\n   ^0 selected\n\n## Goals\n',
    ));

  it('is offered, too, where dashes further down would end what has been begun', () =>
    offers(small, '---$0\n\n## Goals\n\nWords.\n\n---\n', ['Front matter']));

  it('is not offered where there is some, where none is owed, and further down', () => {
    offers(small, '---$0\nstatus: draft\n---\n', []);
    offers(small, '---$0\nstatus: draft\n', []);
    offers(small, '---$0\n\n---\n', []);
    offers(small, '\n$0\n\n## Goals\n', []);
    offers(small, 'Words$0\n', []);
    offers(small, '$0\n', [], { trigger: '#' });
    offers(builtinTemplate, '$0\n\n## Summary:\n', []);
  });

  it('shows what it puts in', () =>
    match(offersAt(small, '$0\n')[0]?.documentation ?? '', /^```yaml\n---\nstatus: draft #/));
});
