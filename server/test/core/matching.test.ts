/** Which heading answers to which section of the template, where it does not simply bear its title. */
import { deepEqual } from 'node:assert/strict';
import { contextOf } from '../check.ts';

describe('a section of the template is answered', () => {
  it('under a heading with a word of its title that holds two and half of its subsections', () => {
    const plan = '## Testing plan\n\n### Unit tests\n\n### Load tests\n\n### Others\n';
    const both = '## How we do testing of it all\n\n### Unit tests\n\nu\n\n### Load tests\n\nl\n';
    deepEqual(answers(plan, both), [
      'Testing plan ← How we do testing of it all (likeness)',
      'Testing plan/Unit tests ← Unit tests (title)',
      'Testing plan/Load tests ← Load tests (title)',
      'Testing plan/Others ← nothing',
    ]);
    const one = both.slice(0, both.indexOf('### Load'));
    deepEqual(answers(plan, one), ['Testing plan ← nothing']);
    deepEqual(answers(plan, both.replace('How we do testing of it all', 'Appendix')), ['Testing plan ← nothing']);
    deepEqual(answers(`${plan}\n### More\n`, both)[0], 'Testing plan ← How we do testing of it all (likeness)');
    deepEqual(answers(`${plan}\n### More\n\n### Last\n`, both), ['Testing plan ← nothing']);
  });

  it('at another depth, also where it belongs to one that is a near miss', () => {
    const of = '## Test plan\n\n### Load tests\n\n## Costs\n';
    for (const title of ['Test plan', 'Testing'])
      deepEqual(answers(of, `## ${title}\n\n### Ours\n\n#### Load tests\n\nl\n`).slice(1), [
        'Test plan/Load tests ← Load tests (title)',
        'Costs ← nothing',
      ]);
    deepEqual(
      answers(of, '## Testing\n\nt\n\n## Ours\n\n### Load tests\n\nl\n')[1],
      'Test plan/Load tests ← Load tests (title)',
    );
  });

  it('with another by a heading that names both, also with a slip of spelling', () => {
    const two = '## Drawbacks\n\n## Alternatives\n';
    for (const title of ['Drawbacks / Alternatives', 'Drawbacks and alternativs', 'Drawback & Alternatives'])
      deepEqual(answers(two, `## ${title}\n\nNone.\n`), [
        `Drawbacks ← ${title} (title)`,
        `Alternatives ← ${title} (title)`,
      ]);
  });

  it('alone by a heading that names it and something else, as a likeness', () =>
    deepEqual(answers('## Drawbacks\n\n## Alternatives\n', '## Drawbacks / Thanks\n\nNone.\n'), [
      'Drawbacks ← Drawbacks / Thanks (likeness)',
      'Alternatives ← nothing',
    ]));

  it('by what is left of a heading that names two, where the other has one of its own', () =>
    deepEqual(
      answers('## Drawbacks\n\n## Alternatives\n', '## Drawbacks\n\nNone.\n\n## Drawbacks / Alternatives\n\nNone.\n'),
      ['Drawbacks ← Drawbacks (title)', 'Alternatives ← Drawbacks / Alternatives (likeness)'],
    ));

  it('behind a colon or a dash in the heading', () => {
    for (const mark of [':', ': ', ':   ', '：', ' - ', ' – ', ' —  '])
      deepEqual(answers('## Goals\n', `## Goals${mark}fewer flights\n`), [
        `Goals ← Goals${mark.replace(/ +/g, ' ')}fewer flights (title) fewer flights`,
      ]);
    deepEqual(answers('## Goals\n', '## Goals-fewer flights\n'), ['Goals ← nothing']);
    deepEqual(answers('## Goals\n', '## Goals -\n'), ['Goals ← Goals - (title)']);
    deepEqual(answers('## Goals\n', '## :Goals: none\n'), ['Goals ← nothing']);
  });

  it('each by one of two headings at another depth, where two have one title', () =>
    deepEqual(
      answers('## A\n\n### Tests\n\n## B\n\n### Tests\n', '# A\n\na\n\n# B\n\nb\n\n# Tests\n\nx\n\n# Tests\n\ny\n'),
      ['A ← A (title)', 'A/Tests ← Tests (title)', 'B ← B (title)', 'B/Tests ← Tests (title)'],
    ));

  it('as often as there are headings that fill in its title, and by none that is another’s', () =>
    deepEqual(
      answers(
        '## Option {name}\n\n## Option value\n',
        '## Option one\n\na\n\n## Option value\n\nv\n\n## Option two\n\nb\n',
      ),
      ['Option {name} ← Option one (title), Option two (title)', 'Option value ← Option value (title)'],
    ));

  it('by a first heading of level 1 that is much like its own, unless there are sections under that', () => {
    const [plan, risks] = ['# Test plan\n\nBy hand.\n', '# Risks\n\nNone.\n'];
    const both = '# Testing\n\n# Risks\n';
    deepEqual(answers(both, `${plan}\n${risks}`), ['Testing ← Test plan (likeness)', 'Risks ← Risks (title)']);
    deepEqual(answers(both, `${plan}\n## Tools\n\n${risks}`), ['Testing ← nothing', 'Risks ← Risks (title)']);
    deepEqual(answers('## Costs\n\n# Testing\n', plan), ['Costs ← nothing', 'Testing ← Test plan (likeness)']);
  });

  it('in every way also among thousands of other headings, which are not each compared', () => {
    const asked =
      '## Summary\n\n## 概要 (Goals)\n\n## Security\n\n## Rollout plan\n\n## Drawbacks\n\n## Alternatives\n\n## Option {name}\n\n## Open questions\n\n## Risks\n\n## Pitfalls\n\n## Mistakes\n\n## Test matrix\n\n### Unit tests\n\n### Load tests\n';
    const said =
      '## 1. summary\n\ns\n\n## Goals\n\ng\n\n## Security: none\n\n## Rollout strategy\n\nr\n\n## Drawbacks & alternatives\n\nd\n\n## Option one\n\no\n\n## 背景 (Risks)\n\nr\n\n## Notes / Costs / Pitfalls / Mistakes\n\nn\n\n## Other\n\n### Questions, open\n\nq\n\n## The whole matrix\n\n### Unit tests\n\nu\n\n### Load tests\n\nl\n';
    const others = Array.from({ length: 3_000 }, (_, at) => `## Chapter ${at} of the whole\n\nw\n\n`).join('');
    const found = [
      'Summary ← 1. summary (title)',
      '概要 (Goals) ← Goals (title)',
      'Security ← Security: none (title) none',
      'Rollout plan ← Rollout strategy (likeness)',
      'Drawbacks ← Drawbacks & alternatives (title)',
      'Alternatives ← Drawbacks & alternatives (title)',
      'Option {name} ← Option one (title)',
      'Open questions ← Questions, open (likeness)',
      'Risks ← 背景 (Risks) (title)',
      'Pitfalls ← Notes / Costs / Pitfalls / Mistakes (title)',
      'Mistakes ← Notes / Costs / Pitfalls / Mistakes (title)',
      'Test matrix ← The whole matrix (likeness)',
      'Test matrix/Unit tests ← Unit tests (title)',
      'Test matrix/Load tests ← Load tests (title)',
    ];
    deepEqual(answers(asked, said), found);
    deepEqual(answers('## {Module}\n', '## Reader\n\nr\n'), ['{Module} ← Reader (title)']);
    deepEqual(answers(asked, `${others}${said}`), found);
  });
});

/** Each section of the template, what answers to it and how, and the words in the heading that open the answer. */
function answers(template: string, text: string): readonly string[] {
  const { binding } = contextOf(template, text);
  return Array.from(binding.all, ({ spec, matches }) => {
    const found = matches.map(({ section, by, opening }) =>
      `${section.title} (${by}) ${text.slice(opening.start, opening.end).trim()}`.trim(),
    );
    return `${spec.path} ← ${found.join(', ') || 'nothing'}`;
  });
}
