/** Sections out of the template's order. */
import { checks, fixes } from '../check.ts';

const template = '## A\n\n## B\n\n## C\n\n## D\n';
const rule = 'section-order';

describe('section-order', () => {
  it('the one that moved is reported, not all it passed', () =>
    checks(
      template,
      `## D
^^^^ section-order (warning): Section “D” is out of order: the template has it after “C”
d

## A

a

## B

b

## C

c
`,
    ));

  it('what it follows is what stands in order, or nothing', () => {
    checks(
      template,
      `## A

a

## D
^^^^ section-order: Section “D” is out of order: the template has it after “C”
d

## B

b

## C

c
`,
      { only: rule },
    );
    checks(
      template,
      `## A

a

## C
^^^^ section-order: Section “C” is out of order: the template has it after “B”

c

## B

b

## D

d
`,
    );
    checks(
      template,
      `## B

b

## C

c

## A
^^^^ section-order: Section “A” is out of order: the template has it first
a

## D

d
`,
    );
  });

  it('what the template has first is said of that alone', () =>
    checks(
      template,
      `## C

c

## D

d

## B
^^^^ section-order: Section “B” is out of order: the template has it before “C”
b
`,
      { only: rule },
    ));

  it('a heading that answers to two sections stands for the first', () =>
    checks('## Drawbacks\n\n## Costs\n\n## Alternatives\n', '## Drawbacks / Alternatives\n\na\n\n## Costs\n\nc\n'));

  it('what stands inside another is too deep, not out of order', () =>
    checks(template, '## B\n\nb\n\n### C\n\nc\n\n### A\n\na\n\n## D\n\nd\n', { only: rule }));

  it('sections of the author’s own may stand anywhere', () =>
    checks(template, '## X\n\nx\n\n## A\n\na\n\n## Y\n\ny\n\n## B\n\nb\n\n## C\n\nc\n\n## D\n\nd\n\n## Z\n'));

  it('subsections have an order too', () =>
    checks(
      '## A\n\n### B\n\n### C\n',
      `## A

### C
^^^^^ section-order: Section “C” is out of order: the template has it after “B”

c

### B
b
`,
    ));

  it('in a draft it is an information', () =>
    checks(
      '## A\n\n## B\n',
      `## B
^^^^ section-order (information): Section “B” is out of order: the template has it after “A”

b

## A
a
`,
      { stage: 'draft' },
    ));

  it('is moved to its place with all it holds', () =>
    fixes(
      template,
      '## D\n\nd\n\n### E\n\ne\n\n## A\n\na\n\n## C\n\nc\n',
      '## A\n\na\n\n## C\n\nc\n\n## D\n\nd\n\n### E\n\ne\n',
      { rule },
    ));

  it('is moved with its line ends', () => {
    for (const end of ['\r\n', '\r'])
      fixes(
        '## A\n\n## B\n',
        '## B\n\nb\nb\n\n## A\n\na\n'.replaceAll('\n', end),
        '## A\n\na\n\n## B\n\nb\nb\n'.replaceAll('\n', end),
        { rule },
      );
  });

  it('is moved before the first where it comes first', () =>
    fixes(template, '# T\n\n## B\n\nb\n\n## C\n\nc\n\n## A\n\na', '# T\n\n## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n', {
      rule,
    }));

  it('all are put in order, what stands between stays', () =>
    fixes(
      template,
      '## C\r\n\r\nc\r\n\r\n## X\r\n\r\nx\r\n\r\n## B\r\n\r\nb\r\n\r\n\r\n## A\r\n\r\na',
      '## A\r\n\r\na\r\n\r\n## X\r\n\r\nx\r\n\r\n## B\r\n\r\nb\r\n\r\n\r\n## C\r\n\r\nc',
      { rule, fix: 'sort' },
    ));
});

describe('a section that ends in a code block that is never closed', () => {
  const before = '## B\n\nb\n\n## A\n\n```\na\n';

  it('is closed where it moves away from the end', () =>
    fixes(template, before, '## A\n\n```\na\n```\n\n## B\n\nb\n', { rule, fix: 'sort' }));

  it('is closed where another is moved behind it', () =>
    fixes(template, before, '## A\n\n```\na\n```\n\n## B\n\nb\n', { rule, fix: 'move' }));
});

describe('sections above an underlined heading', () => {
  it('do not run into it where what was between moves away', () =>
    fixes(template, '## A\n\na\n## C\n\nc\n\nB\n---\n\nb\n', '## A\n\na\n\nB\n---\n\nb\n\n## C\n\nc\n', {
      rule,
      fix: 'move',
    }));

  it('do not run into it either where no blank line stood there', () =>
    fixes(
      template,
      '## A\n\na\n## C\n\n```\nc\n```\nB\n---\n\nb\n',
      '## A\n\na\n\nB\n---\n\nb\n\n## C\n\n```\nc\n```\n',
      {
        rule,
        fix: 'move',
      },
    ));

  it('do not run into one that comes to stand there', () =>
    fixes(template, 'Hello.\n## B\n\nb\n\nA\n---\n\na\n', 'Hello.\n\nA\n---\n\na\n\n## B\n\nb\n', {
      rule,
      fix: 'sort',
    }));

  it('do not run into it where they change places', () =>
    fixes(template, '## B\n\nb\n\n## A\n\n---\nMy own\n---\n\nx\n', '## A\n\n---\n\n## B\n\nb\n\nMy own\n---\n\nx\n', {
      rule,
      fix: 'sort',
    }));
});

describe('a list above a heading that is indented', () => {
  it('does not take it in where what was between moves away', () =>
    fixes(template, '## A\n\n- a\n\n## C\n\nc\n\n  ## B\n\nb\n', '## A\n\n- a\n\n## B\n\nb\n\n## C\n\nc\n', {
      rule,
      fix: 'move',
    }));

  it('does not take in what comes to stand there', () =>
    fixes(template, '## C\n\nc\n\n  ## A\n\n- a\n\n## B\n\nb\n', '## A\n\n- a\n\n## B\n\nb\n\n## C\n\nc\n', {
      rule,
      fix: 'sort',
    }));

  for (const own of ['## Own', 'Own\n---'])
    it(`does not take in what stays where it is: ${JSON.stringify(own)}`, () => {
      const before = `## C\n\n- c\n\n## A\n\na\n\n  ${own}\n\nx\n`;
      const after = `## A\n\na\n\n## C\n\n- c\n\n${own}\n\nx\n`;
      fixes(template, before, after, { rule, fix: 'sort' });
      fixes(template, before, after, { rule, fix: 'move' });
    });

  it('is no reason to touch an indentation under other words', () =>
    fixes(template, '## B\n\nb\n\n## A\n\na\n\n  ## D\n\nd\n', '## A\n\na\n\n## B\n\nb\n\n  ## D\n\nd\n', {
      rule,
      fix: 'sort',
    }));

  it('does not take in a section in order, behind one that came', () =>
    fixes(template, '## B\n\n- b\n\n## A\n\na\n\n  ## C\n\nc\n', '## A\n\na\n\n## B\n\n- b\n\n## C\n\nc\n', {
      rule,
      fix: 'sort',
    }));
});

describe('a section with a bold line for its heading', () => {
  const bold = '**A:**\n\n**B:**\n\n**C:**\n';

  for (const fix of ['move', 'sort'])
    it(`does not run into words that stood above another: ${fix}`, () =>
      fixes(bold, 'Hello.\n## B\n\nb\n\n**A:**\n\na\n', 'Hello.\n\n**A:**\n\na\n\n## B\n\nb\n', { rule, fix }));

  it('does not run into a list that comes to stand above it', () =>
    fixes(bold, '**B:** b\n**A:**\n- a\n\n**C:** c\n', '**A:**\n- a\n\n**B:** b\n\n**C:** c\n', {
      rule,
      fix: 'sort',
    }));

  it('does not run into a second paragraph of another', () =>
    fixes(bold, '**B:** b\n**A:** a\n\nand more\n\n**C:** c\n', '**A:** a\n\nand more\n\n**B:** b\n\n**C:** c\n', {
      rule,
      fix: 'sort',
    }));

  for (const end of ['\n', '\r\n'])
    it(`stays a line under the other where it was one: ${JSON.stringify(end)}`, () =>
      fixes(
        bold,
        '**B:** b\n**A:** a\n**C:** c\n'.replaceAll('\n', end),
        '**A:** a\n**B:** b\n**C:** c\n'.replaceAll('\n', end),
        { rule, fix: 'sort' },
      ));

  it('needs no blank line below a heading without words', () =>
    fixes(bold, '# T\n**B:**\n\nb\n\n**A:**\n\na\n', '# T\n**A:**\n\na\n\n**B:**\n\nb\n', { rule, fix: 'sort' }));
});
