/** A section the template asks for is not there: where that is said, and what puts it in. */
import assert from 'node:assert/strict';
import { checks, fixes, fixNames } from '../check.ts';

const template =
  '## Goals\n\nSay why the project exists.\n\n## Scope\n\nSay what is in and out.\n\n## Risks\n\nSay what could go wrong.\n';
const only = { only: 'missing-section' };
const rule = 'missing-section';

describe('missing-section', () => {
  it('stands on the heading it would follow', () =>
    checks(
      template,
      `## Goals
^^^^^^^^ missing-section: Section “Scope” is missing: the template asks for it after “Goals”
Ship it.

## Risks

None.
`,
    ));

  it('several stand on different headings where they belong to different places', () =>
    checks(
      '## A\n\n## B\n\n## C\n\n## D\n',
      `## A
^^^^ missing-section: Section “B” is missing: the template asks for it after “A”
One.

## C
^^^^ missing-section: Section “D” is missing: the template asks for it after “C”
Three.
`,
    ));

  it('the first one stands on the first heading', () =>
    checks(
      template,
      `# Plan
^^^^^^ missing-section: Section “Goals” is missing: the template asks for it first
## Scope

All.

## Risks

None.
`,
    ));

  it('several that belong to one place each say what they follow', () =>
    checks(
      template,
      `## Goals
^^^^^^^^ missing-section: Section “Scope” is missing: the template asks for it after “Goals”
^^^^^^^^ missing-section: Section “Risks” is missing: the template asks for it after “Goals”
Ship it.
`,
    ));

  it('in a text without headings it stands on the first line', () =>
    checks(
      '## Goals\n',
      `
Some words.
^^^^^^^^^^^ missing-section: Section “Goals” is missing: the template asks for it first
More.
`,
    ));

  it('a child is owed where its parent is present', () =>
    checks(
      '## Testing\n\n### Unit\n\n## Risks\n\n### Costs\n',
      `## Testing
^^^^^^^^^^ missing-section: Section “Unit” is missing: the template asks for it first under “Testing”
^^^^^^^^^^ missing-section: Section “Risks” is missing: the template asks for it after “Testing”
By hand.
`,
    ));

  it('an optional section is not owed', () =>
    checks('## Goals\n\n## Thanks (optional)\n', '## Goals\n\nShip it.\n', only));

  it('a section that is there under another heading is not missing', () =>
    checks(template, '## Goals\n\nA.\n\n## Other\n\n### Scope\n\nB.\n\n## Risks\n\nC.\n', only));

  it('one gap derails nothing behind it', () =>
    checks(
      '## A\n\n## B\n\n## C\n\n## D\n\n## E\n',
      `## A

a

## Extra

x

## C
^^^^ missing-section: Section “D” is missing: the template asks for it after “C”
c

## E

e

## B

b
`,
      only,
    ));

  it('a draft is told more softly, and what was passed by a little louder', () =>
    checks(
      '## A\n\n## B\n\n## C\n\n## D\n',
      `## A
^^^^ missing-section (warning): Section “B” is missing: the template asks for it after “A”
a

## C
^^^^ missing-section (information): Section “D” is missing: the template asks for it after “C”
c
`,
      { stage: 'draft' },
    ));

  it('ready, it is an error', () =>
    checks(
      '## A\n\n## B\n',
      `## A
^^^^ missing-section (error): Section “B” is missing: the template asks for it after “A”
a
`,
    ));

  it('is put in where it belongs, with its guidance', () =>
    fixes(
      template,
      '## Goals\n\nShip it.\n\n## Risks\n\nNone.\n',
      '## Goals\n\nShip it.\n\n## Scope\n\n$0Say what is in and out.\n\n## Risks\n\nNone.\n',
      { rule },
    ));

  it('is put in with what is required under it, and without what is optional', () =>
    fixes(
      '## A\n\nSay a.\n\n### B\n\nSay b.\n\n### C (optional)\n\nSay c.\n\n## D\n',
      '## D\n\nd\n',
      '## A\n\n$0Say a.\n\n### B\n\nSay b.\n\n## D\n\nd\n',
      { rule },
    ));

  it('is put in as not applicable, with the cursor behind it', () =>
    fixes(
      template,
      '## Goals\n\nShip it.\n\n## Risks\n\nNone.\n',
      '## Goals\n\nShip it.\n\n## Scope\n\nN/A – $0\n\n## Risks\n\nNone.\n',
      {
        rule,
        fix: 'not-applicable',
      },
    ));

  it('the lead section is never put in as not applicable', () =>
    assert.deepEqual(fixNames('## Summary\n\nOne sentence.\n', 'Words.\n', { rule }), ['insert']));

  it('a first section goes before the next one that is there', () =>
    fixes(
      '## A\n\nSay a.\n\n## B\n',
      '# Plan\n\nWords.\n\n## B\n\nb\n',
      '# Plan\n\nWords.\n\n## A\n\nSay a.\n\n## B\n\nb\n',
      { rule },
    ));

  it('a last section goes to the end, behind sections of the author’s own', () =>
    fixes('## A\n\n## B\n\nSay b.\n', '## A\n\na\n\n### More\n\nm', '## A\n\na\n\n### More\n\nm\n\n## B\n\nSay b.\n', {
      rule,
    }));

  it('line ends are the document’s', () =>
    fixes('## A\n\n## B\n\nSay b.\n', '## A\r\n\r\na\r\n', '## A\r\n\r\na\r\n\r\n## B\r\n\r\nSay b.\r\n', { rule }));

  it('a child goes under its parent, at the depth that fits there', () =>
    fixes('## T\n\n### U\n\nSay u.\n\n## V\n', '# T\n\nt\n\n# V\n\nv\n', '# T\n\nt\n\n## U\n\nSay u.\n\n# V\n\nv\n', {
      rule,
    }));

  it('under a title that stands alone a section keeps the template’s depth', () =>
    fixes('## A\n\nSay a.\n', '# Plan\n', '# Plan\n\n## A\n\nSay a.\n', { rule }));
});

describe('behind what is never closed', () => {
  const two = '## Goals\n\n## Scope\n';
  const closings = [
    ['a code block', '```ts\ncode\n', '```'],
    ['one of tildes, indented and longer', '  ~~~~\n~~~\ncode', '~~~~'],
    ['a comment', '<!-- one\n\ntwo\n', '-->'],
    ['a script', '<script>\none\n\ntwo', '</script>'],
    ['raw words', '<PRE>\none\n\ntwo\n', '</PRE>'],
    ['an instruction', '<?php\n', '?>'],
    ['a declaration', '<!DOCTYPE\n', '>'],
    ['a section of characters', '<![CDATA[\n', ']]>'],
  ] as const;
  for (const [what, open, closing] of closings) {
    it(`${what} is closed first`, () =>
      fixes(two, `## Goals\n\n${open}`, `## Goals\n\n${open.trimEnd()}\n${closing}\n\n## Scope\n`, {
        rule,
      }));
  }

  it('a code block is closed with the line ends of the document, and the guidance is selected', () =>
    fixes(
      '## Goals\n\n## Scope\n\nSay.\n',
      '## Goals\r\n\r\n```\r\ncode',
      '## Goals\r\n\r\n```\r\ncode\r\n```\r\n\r\n## Scope\r\n\r\n$0Say.\r\n',
      { rule },
    ));

  for (const closed of ['```\ncode\n```\n', '~~~\n```\n~~~~  \n', '<!-- one -->\n', '    ```\n', '> ```\n', '- ```\n'])
    it(`${JSON.stringify(closed)} is closed, and stays so`, () =>
      fixes(two, `## Goals\n\n${closed}`, `## Goals\n\n${closed}\n## Scope\n`, { rule }));

  for (const [what, open, closing] of closings) {
    it(`${what} at the template’s end is closed above what it is put in before`, () =>
      fixes(
        `## Goals\n\n## Scope\n\n${open}`,
        '## Goals\n\n# Own\n\nOurs.\n',
        `## Goals\n\n## Scope\n\n${open.trim()}\n${closing}\n\n# Own\n\nOurs.\n`,
        { rule },
      ));
  }

  it('guidance that begins with indented code keeps its indentation, words lose theirs', () => {
    for (const code of ['    ls -l\n    ls', '\tls'])
      fixes(`## A\n\n${code}\n\n## B\n`, '## B\n\nb\n', `## A\n\n${code}\n\n## B\n\nb\n`, { rule });
    fixes('## A\n\n   Say.\n\n## B\n', '## B\n\nb\n', '## A\n\nSay.\n\n## B\n\nb\n', { rule });
    fixes('**A:**     Say.\n\n**B:** Why.\n', '**B:** b\n', '**A:** Say.\n\n**B:** b\n', { rule });
  });

  it('guidance closes no front matter that is never closed', () => {
    const asked = '## A\n\nSay.\n\n---\n\n...\n\n## B\n';
    const guidance = 'Say.\n\n ---\n\n ...';
    for (const open of ['---\ntitle: x\n', '\ufeff---\n', '+++\na = 1\n']) {
      fixes(asked, `${open}\n## B\n\nb\n`, `${open}\n## A\n\n${guidance}\n\n## B\n\nb\n`, { rule });
      fixes(asked, `${open}\n## A\n\n## B\n\nb\n`, `${open}\n## A\n\n${guidance}\n\n## B\n\nb\n`, {
        rule: 'empty-section',
      });
    }
    const closed = '---\na: b\n---\n\n';
    fixes(asked, `${closed}## B\n\nb\n`, `${closed}${asked.slice(0, asked.indexOf('## B'))}## B\n\nb\n`, { rule });
  });

  it('a mark that is one of the words stays in front of them and behind them', () => {
    fixes('#1 goal\n---\n\n## B\n', '## B\n\nb\n', '## #1 goal\n\n## B\n\nb\n', { rule });
    fixes('Use of #\n---\n\n## B\n', '## B\n\nb\n', '## Use of \\#\n\n## B\n\nb\n', { rule });
  });

  it('what stands before it is not touched', () =>
    fixes(two, '## Scope\n\n```\ncode\n', '## Goals\n\n## Scope\n\n```\ncode\n', { rule }));
});
