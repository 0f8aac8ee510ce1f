/** Documents that say where they went owe nothing; those that only mention it owe what all do. */
import { deepEqual, equal } from 'node:assert/strict';
import { progress } from '../../src/core/index.ts';
import { contextOf, find } from '../check.ts';

const template = '---\nstatus: draft\n---\n\n## Goals\n\nSay why.\n';

function owes(text: string): boolean {
  return 0 < find(contextOf(template, text)).length;
}

describe('a document that has moved', () => {
  for (const text of [
    'Moved to [0012-trains.md](0012-trains.md).\n',
    '> **Moved to** https://example.org/trains\n',
    '---\nstatus: moved\n---\n\nThis file was moved to https://example.org/trains.md\n',
    '# Night trains\n\nThis document has been superseded by [another](other.md).\n\nThank you.\n',
    'This RFC has moved\nto #12.\n',
    'Moved to <the plan of others>, because nobody could find it where it was for all the years. \t\n',
    'Moved to the plan for the trains of the next ten years.\n',
    `Moved to [another](other.md).\n${'\nAnd more words.\n'.repeat(5)}`,
    '# Night trains\r\rThis document has moved\rto #12.\r',
    '<!-- Nobody reads this. -->\n\n_Replaced by the plan for day trains._\n',
  ])
    it(JSON.stringify(text), () => equal(owes(text), false));

  it('is not counted as unanswered', () =>
    deepEqual(progress(contextOf(template, 'Moved to [another](other.md).\n').binding), { done: 0, of: 0 }));
});

describe('a document that has not', () => {
  for (const text of [
    'Words.\n',
    '## Plan\n\nMoved to [another](other.md).\n',
    '# Night trains\n\nMoved to [another](other.md).\n\n## Plan\n\nThere is more.\n',
    '# Night trains\n\nMoved to [another](other.md).\n\n# Plan\n\nThere is more.\n',
    `Moved to [another](other.md). ${'And there are more words. '.repeat(60)}\n`,
    'Moved to the plan for all the trains of the next ten years.\n',
    'Moved to the old plan.\nThat was for the trains of the day.\nSee [another](other.md).\n',
    'Moved to one database, because nobody could keep several of them in step with what the trains really did.\n',
    'We moved to [another](other.md).\n',
    'Moved to <<>> because nobody could find it where it was for all the years.\n',
    `Moved to [another](other.md).\n${'\nAnd more words.\n'.repeat(8)}`,
  ])
    it(JSON.stringify(text.slice(0, 60)), () => equal(owes(text), true));
});
