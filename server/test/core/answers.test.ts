/** Which texts are stock answers, and which only look like one. */
import assert from 'node:assert/strict';
import { type Answer, answerOf, reasonOf } from '../../src/core/answers.ts';

const answers: Readonly<Record<Answer | 'own', readonly string[]>> = {
  'not-applicable': [
    ...[
      'N/A',
      'NA',
      'n/a',
      'N / A',
      'N.A.',
      'N／A',
      'N/A.',
      '“N/A”',
      '(N/A)',
      '`N/A`',
      '> N/A',
      '* N/A',
      '1. N/A',
      '- **N/A**.',
    ],
    ...['n/a - client only', 'N/A (docs)', 'N/A: no data', 'N/A – none', 'NA: a console tool', '**N/A** - see above'],
    ...[
      'N/A because the client does it',
      'N/A, since nothing is stored',
      'N/A for this release',
      '**N/A** here',
      '_N/A_- client only',
      'N/A-- client only',
      '`N/A`*- *client only',
      'N/A\n\nNothing is stored.',
    ],
    ...[
      'Not applicable.',
      'Not applicable here.',
      'not relevant',
      'Irrelevant.',
      'Does not apply.',
      'Not needed for the first version',
      'Not needed in the client',
    ],
    ...['_No response_', '不涉及', '不涉及。', '不适用', '該当なし', '対象外', '해당 없음', '- N/A\n- N/A', 'N/A<br>'],
  ],
  none: [
    ...[
      'None',
      'None.',
      '(None.)',
      '_(none)_',
      'None at the moment.',
      'None foreseen.',
      'None relevant.',
      'None planned at this time.',
    ],
    ...['None  known', 'None<br>known', 'None so far, thanks', 'None, as far as we know', 'No  known  issues'],
    ...['None that we know of', 'Nothing so far', 'No', 'No.', '- No', 'Nope', 'Yes', 'yes.', 'No\n\nNo', 'Yes\nNo'],
    ...['无', '無', '暂无', '没有。', 'なし', '- なし', '特になし', '없음'],
  ],
  unfinished: [
    ...[
      'TBD',
      'tbd',
      'T.B.D.',
      'TBA',
      'TBC',
      'WIP',
      'TODO',
      'todo',
      'To do',
      '> **TODO**',
      '- TODO\n- TODO',
      '- TODO\n-',
      '- TBD by us\n-\n- TBD by them',
      `TODO: ${'word '.repeat(15)}`,
      'TBD by all eight of us on the day',
      '<-- TODO -->',
    ],
    ...[
      'TODO: write this',
      'TODO(sam): fill in',
      'TODO write the migration',
      'TBD by the team',
      'TBD, waiting for the security review',
      'Still TBD',
      'Pull request: TODO',
      'WIP branch for now',
    ],
    ...[
      'To be completed',
      '**To be completed**',
      'To be added.',
      'To be decided by the platform team.',
      'Work in progress',
      '待定',
      '未定',
      '検討中',
      '작성 중',
    ],
  ],
  empty: [
    '',
    '  ',
    '\n\n',
    '-',
    '* ',
    '...',
    '…',
    '?',
    '---',
    '- [ ] ',
    '>',
    '。',
    '1.',
    '[spec]: https://example.com',
    '[spec]:\thttps://example.com "The spec"\r\n[b]: c',
    '***',
  ],
  own: [
    ...[
      'WIP pull request here: https://example.com/7',
      'Work in progress: <https://example.com/7>',
      'The word that we look for in a comment is: TODO',
      'None of the above works, because the lock is held',
      'No user is affected; we only move files',
      'No changes',
      'No-op',
      'Nobody',
      'Nothing happens until they log in',
    ],
    ...[
      'NA region is affected',
      'The NA value',
      'na: a prefix',
      'NATO',
      'N/A values are dropped',
      'N/A-like rows',
      'Not applicable rows are dropped',
      'Irrelevant columns go',
    ],
    ...[
      'The list returns TODO items',
      'TODO list component',
      'TODO app: users can share lists',
      'todos are shown',
      'We ship it. TODO: docs',
      'To be honest, this works',
    ],
    ...[
      'None\nN/A',
      `TODO: ${'word '.repeat(16)}`,
      'TBD by all of the nine of us that day',
      'None at the moment that we know of as of now',
      'N/A in the client is a value',
    ],
    'TBD is the name of a store that we use and it has many qualities, such as speed and scale, that matter to all',
    ...['See above.', 'Yes, we do', 'Notable changes', 'Navigation', '無料', '对其他模块无影响。', '42', '👍', '✅'],
    `N/A – ${'because '.repeat(200)}`,
  ],
};

describe('answers', () => {
  for (const [answer, texts] of Object.entries(answers)) {
    for (const text of texts) {
      const shown = JSON.stringify(text.slice(0, 60));
      it(`${shown} says ${answer === 'own' ? 'something of its own' : answer}`, () =>
        assert.equal(answerOf(text) ?? 'own', answer));
    }
  }

  describe('reasons', () => {
    const reasons = [
      ['n/a - client only', 'client only'],
      ['N/A (docs)', 'docs'],
      ['N/A: no data.', 'no data'],
      ['- **N/A** – nothing is stored', 'nothing is stored'],
      ['N/A because the client does it', 'because the client does it'],
      ['N/A\n\nNothing is stored.', 'Nothing is stored'],
      ['Not applicable to the server', 'to the server'],
      ['N/A', ''],
      ['Not applicable here.', ''],
      ['- N/A\n- N/A', ''],
      ['None at the moment', ''],
      ['We store nothing', ''],
    ] as const;
    for (const [text, reason] of reasons) {
      it(`${JSON.stringify(text)} gives ${reason === '' ? 'none' : `“${reason}”`}`, () =>
        assert.equal(reasonOf(text), reason));
    }
  });
});
