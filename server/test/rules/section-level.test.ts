/** Sections at another depth than the template's. */
import { checks, fixes } from '../check.ts';

const rule = 'section-level';

describe('section-level', () => {
  it('a heading too deep is found and stays found', () =>
    checks(
      '## A\n\n## B\n',
      `## A

a

### B
^^^^^ section-level (warning): Section “B” is a heading of level 3, in the template of level 2
b
`,
    ));

  it('what moved along with its parent is not said again', () =>
    checks(
      '## A\n\n### B\n',
      `# A
^^^ section-level: Section “A” is a heading of level 1, in the template of level 2
a

## B

b
`,
    ));

  it('what stayed when its parent was moved is right', () =>
    checks(
      '## A\n\n### B\n',
      `# A
^^^ section-level: Section “A” is a heading of level 1, in the template of level 2
a

### B

b
`,
    ));

  it('what is under one that stayed is at its depth, too', () =>
    checks(
      '## A\n\n### B\n\n#### C\n',
      `# A
^^^ section-level: Section “A” is a heading of level 1, in the template of level 2
a

### B

b

##### C
^^^^^^^ section-level: Section “C” is a heading of level 5, in the template of level 4
c
`,
    ));

  it('a title above is no level', () => checks('## A\n', '# Title\n\n## A\n\na\n'));

  it('children move along', () =>
    fixes('## A\n\n### B\n', '# A\n\na\n\n## B\n\nb\n\n### C\n\nc\n', '## A\n\na\n\n### B\n\nb\n\n#### C\n\nc\n', {
      rule,
    }));

  it('what stayed stays, and what is of the document’s own goes along', () =>
    fixes('## A\n\n### B\n', '# A\n\na\n\n### B\n\nb\n\n## Own\n\nc\n', '## A\n\na\n\n### B\n\nb\n\n### Own\n\nc\n', {
      rule,
    }));

  it('an underlined heading becomes one with marks', () =>
    fixes('## A\n', 'A\r\n===\r\n\r\na\r\n', '## A\r\n\r\na\r\n', { rule }));

  it('an underlined heading of several lines becomes one line', () =>
    fixes('## A long title\n', 'A\nlong\t  *title*  \n===\n\na\n', '## A long *title*\n\na\n', { rule }));

  it('marks behind the words and in them stay', () =>
    fixes('## A\n', '### *A* ###\n\na\n', '## *A* ###\n\na\n', { rule }));

  it('in a draft it is an information', () =>
    checks(
      '## A\n',
      `### A
^^^^^ section-level (information): Section “A” is a heading of level 3, in the template of level 2
a
`,
      { stage: 'draft' },
    ));

  it('what only came to stand under it stays where it is', () =>
    fixes('## A\n\n## B\n', '# A\n\na\n\n## B\n\nb\n', '## A\n\na\n\n## B\n\nb\n', { rule: 'section-level' }));

  it('an underlined heading whose words begin with a mark keeps it', () =>
    fixes('## #1 goal\n', '#1 goal\n===\n\nNone.\n', '## #1 goal\n\nNone.\n', { rule: 'section-level' }));

  it('a byte order mark stays in front', () => {
    for (const [before, after] of [
      ['### A ###', '## A ###'],
      ['  ### A', '  ## A'],
      ['A\n===', '## A'],
    ])
      fixes('## A\n\n## B\n', `\ufeff${before}\n\na\n\n## B\n\nb\n`, `\ufeff${after}\n\na\n\n## B\n\nb\n`, {
        rule: 'section-level',
      });
  });

  it('an underlined heading keeps the mark at its end', () =>
    fixes('## Use of C #\n', 'Use of C #\n===\n\nNone.\n', '## Use of C \\#\n\nNone.\n', { rule }));
});
