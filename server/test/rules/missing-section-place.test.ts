/** Where the message says that the template asks for a section. */
import { checks } from '../check.ts';

describe('where a missing section is asked for', () => {
  const nested = '## A\n\n### A1\n\n### A2\n\n## B\n\n## C\n';

  it('is said with the section that it stands in', () =>
    checks(
      nested,
      `# Doc

## A
^^^^ missing-section: Section “A1” is missing: the template asks for it first under “A”
^^^^ missing-section: Section “A2” is missing: the template asks for it under “A”, after “A1”

Mine.

## B

Yours.

## C

Theirs.
`,
    ));

  it('is first for the first alone', () =>
    checks(
      nested,
      `## Z
^^^^ missing-section: Section “A” is missing: the template asks for it first
^^^^ missing-section: Section “B” is missing: the template asks for it after “A”
^^^^ missing-section: Section “C” is missing: the template asks for it after “B”

Mine.
`,
    ));

  it('is behind no section that need not be there', () =>
    checks(
      '## A (optional)\n\n## B\n',
      `## Z
^^^^ missing-section: Section “B” is missing: the template asks for it first

Mine.
`,
    ));

  it('is behind the one before it where all are deeper', () =>
    checks(
      '# Title\n\n## A\n\n## B\n\n## C\n',
      `# Doc

## Doc

### A

Mine.

### B
^^^^^ missing-section: Section “C” is missing: the template asks for it after “B”

Yours.
`,
      { only: 'missing-section' },
    ));
});
