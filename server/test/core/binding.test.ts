/** The template laid over a document: where what is missing would go, and how deep. */
import { deepEqual, equal } from 'node:assert/strict';
import { contextOf } from '../check.ts';

/** What is missing, with the level of heading that it would have and what it would stand before. */
function missing(template: string, text: string): readonly string[] {
  const { document, binding } = contextOf(template, text);
  return binding.all
    .filter(({ matches }) => matches.length === 0)
    .map(({ spec, level, insertAt }) => {
      const [next = ''] = document.text.slice(insertAt).split('\n');
      return `${'#'.repeat(level)} ${spec.name}${next === '' ? '' : ` before ${next}`}`;
    });
}

describe('a missing section', () => {
  const flat = '## A\n\n## B\n\n## C\n';
  const deep = '## A\n\n### In A\n\n### Also in A\n\n## B\n';
  for (const [what, template, text, expected] of [
    ['is as deep as the template has it', flat, '## A\n\n## C\n', ['## B before ## C']],
    ['goes along where all others are deeper', flat, '#### A\n\n#### C\n', ['#### B before #### C']],
    ['goes along where all others are higher', flat, '# A\n\n# C\n', ['# B before # C']],
    ['does not fall into the one before', flat, '# A\n\n# C\n\n# Other\n', ['# B before # C']],
    ['stays where the next is a level deeper, within another', flat, '## A\n\n### Inner\n\n### C\n', ['## B']],
    ['stays where the others differ', flat, '# T\n\n## A\n\n### C\n', ['## B']],
    ['stays where the first is deeper than another', flat, '### A\n\n## C\n', ['## B before ## C']],
    [
      'goes along with those beside it, not with one elsewhere',
      flat,
      '### A\n\n## X\n\n#### C\n',
      ['### B before ## X'],
    ],
    ['stands by those beside it, not by one elsewhere', flat, '## C\n\n## X\n\n### A\n\n## Y\n', ['## B before ## C']],
    ['may fall into one of the author’s own', flat, '# T\n\n# U\n\nWords.\n', ['## A', '## B', '## C']],
    ['stands before the next where none is before it', flat, '## B\n\n## C\n', ['## A before ## B']],
    ['stands at the end where none is there', flat, '# T\n\nWords.\n', ['## A', '## B', '## C']],
    ['stands within its parent', deep, '## A\n\n## B\n', ['### In A before ## B', '### Also in A before ## B']],
    [
      'is deeper than its parent',
      deep,
      '#### A\n\n#### B\n',
      ['##### In A before #### B', '##### Also in A before #### B'],
    ],
    [
      'is never deeper than six',
      deep,
      '###### A\n\n###### B\n',
      ['###### In A before ###### B', '###### Also in A before ###### B'],
    ],
    ['goes along with those beside it', deep, '## A\n\n##### In A\n\n## B\n', ['##### Also in A before ## B']],
    ['is as far below its parent as in the template', '## A\n\n#### In A\n', '### A\n\nWords.\n', ['##### In A']],
  ] as const) {
    it(what, () => deepEqual(missing(template, text), expected));
  }

  for (const [what, text, expected] of [
    ['is told on the heading that it would follow', '## A\n\n## C\n', '## A'],
    ['is told on the first heading where it is the first', '## B\n\n## C\n', '## B'],
    ['is told on the title', '# T\n\n## C\n', '# T'],
    ['is told on the first heading, not on the words above it', 'Words.\n\n## B\n', '## B'],
    [
      'is told on the first line with words where there is no heading',
      '---\na: b\n---\n\n \nWords.\nMore.\n',
      'Words.',
    ],
    ['is told on a first line', 'Words.\nMore.\n', 'Words.'],
    ['is told on a last line without words', '\n\n', ''],
  ] as const) {
    it(what, () => {
      const { document, binding } = contextOf(flat, text);
      const after = binding.all.find(({ matches }) => matches.length === 0)?.after;
      equal(after && document.text.slice(after.start, after.end), expected);
    });
  }
});

describe('a missing subsection', () => {
  it('that is the first is told on the heading that it would stand under', () => {
    const { document, binding } = contextOf('## A\n\n### In A\n', '# T\n\n## A\n\nWords.\n');
    const after = binding.all.find(({ matches }) => matches.length === 0)?.after;
    equal(after && document.text.slice(after.start, after.end), '## A');
  });
});

describe('a section of an issue', () => {
  const field = (label: string) => `- type: input\n  attributes: { label: ${label} }\n`;
  const form = `name: Issue\nbody:\n${['A', 'B', 'C', 'D'].map(field).join('')}`;

  it('that is missing is as deep as most that are there, of as many as the first', () => {
    deepEqual(missing(form, '## A\n\n#### C\n\n## D\n'), ['## B before ## D']);
    deepEqual(missing(form, '## A\n\n## C\n\n## D\n'), ['## B before ## C']);
    deepEqual(missing(form, '## A\n\n## C\n'), ['## B before ## C', '## D']);
    deepEqual(missing(form, '#### A\n\n## C\n'), ['#### B before ## C', '## D']);
  });
});

describe('a missing section says what it follows', () => {
  const flat = '## A\n\n## B\n\n## C\n';
  const told = (template: string, text: string) => {
    const { document, binding } = contextOf(template, text);
    const named = new Map(
      binding.all
        .filter(({ matches }) => matches.length === 0)
        .map(({ spec, after, under }) => [spec.name, [document.text.slice(after.start, after.end), under?.name]]),
    );
    return Object.fromEntries(named);
  };

  it('where all that are there stand elsewhere: the last of those before it, if it ends where the section would go', () => {
    deepEqual(told(flat, '# X\n\nWords.\n\n# Y\n\n## A\n\nWords.\n'), {
      B: ['## A', undefined],
      C: ['## A', undefined],
    });
    deepEqual(told(flat, '# X\n\nWords.\n\n# Y\n\n## C\n\nWords.\n\n## A\n\nWords.\n'), { B: ['## A', undefined] });
  });

  it('and what it stands in where it would be the first there', () => {
    const deep = '## A\n\n### B\n\n### C\n';
    deepEqual(told(deep, '## A\n\nWords.\n'), { B: ['## A', 'A'], C: ['## A', 'A'] });
    deepEqual(told(deep, '## A\n\n### B\n\nWords.\n'), { C: ['### B', undefined] });
  });
});
