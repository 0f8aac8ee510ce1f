/** Sections twice where the template has them once, and sections that the template does not have. */
import { deepEqual } from 'node:assert/strict';
import { checks, contextOf, find } from '../check.ts';

const template = '## A\n\n## B\n\n### P\n';

describe('duplicate-section', () => {
  it('the second of two siblings is found, as loud in a draft', () => {
    for (const stage of ['draft', 'ready'] as const) {
      checks(
        template,
        `## A

a

## B

b

### P

p

## A:
^^^^^ duplicate-section (warning): Section “A” is here a second time
again
`,
        { stage },
      );
    }
  });

  it('the first one is named beside it', () => {
    const [finding] = find(contextOf('## A\n', '# Plan\n\n## A\n\na\n\n## A\n\nb\n'));
    deepEqual(finding?.related, [{ span: { start: 8, end: 12 }, message: 'The first one' }]);
  });

  it('the same name under other parents is no duplicate', () =>
    checks(template, '## A\n\n### P\n\np\n\n## B\n\n### P\n\np\n'));

  it('a section of the author’s own may stand twice', () =>
    checks(template, '## A\n\na\n\n## X\n\nx\n\n## B\n\n### P\n\np\n\n## X\n\nx\n'));

  it('a placeholder heading stands for any number', () =>
    checks(
      '## Options\n\n### Option 1: [name]\n',
      '## Options\n\n### Option 1: Fast\n\na\n\n### Option 2: Cheap\n\nb\n',
    ));

  it('several that go on behind the title with a colon are parts of one', () =>
    checks('## Design\n', '## Design: client\n\na\n\n## Design: server\n\nb\n'));

  it('a heading that the template has twice may stand twice', () =>
    checks('## Notes\n\n## A\n\n## Notes\n', '## Notes\n\na\n\n## A\n\nb\n\n## Notes\n\nc\n'));
});

describe('unknown-section', () => {
  it('is off', () => checks('## A\n', '## A\n\na\n\n## X\n\nx\n'));

  it('where a team turns it on, it stands on the heading', () =>
    checks(
      '## A\n\n### B\n\n## C\n',
      `# Title

## A

### B

b

### X
^^^^^ unknown-section (warning): The template has no section “X”
x

## C

### Y

## Z
^^^^ unknown-section (warning): The template has no section “Z”
`,
      { only: 'unknown-section' },
    ));
});
