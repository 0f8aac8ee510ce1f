/** Placeholders of the template that were never filled in. */
import { checks } from '../check.ts';

const template = `# Plan: [Feature | Bug]

Owner: ownername
Date: YYYY-MM-DD

## Goals

As a [role] we want {something}. See <link to the board>, [NEEDS CLARIFICATION: question] and [our pages](https://a.example).

- [ ] Check this.
`;

function reported(line: string, carets: string, words: string, body = ''): void {
  checks(
    template,
    `# Plan: Drafts

## Goals

Ship it.
${line}
${carets} leftover-placeholder: The template’s placeholder “${words}” is still here
${body}`,
  );
}

describe('leftover-placeholder', () => {
  it('brackets', () => reported('As a [role] we ship.', '     ^^^^^^', '[role]'));
  it('braces', () => reported('We want {something}.', '        ^^^^^^^^^^^', '{something}'));
  it('angles', () => reported('See <link to the board>.', '    ^^^^^^^^^^^^^^^^^^^', '<link to the board>'));
  it('a date', () => reported('On YYYY-MM-DD we ship.', '   ^^^^^^^^^^', 'YYYY-MM-DD'));
  it('a line with a label and the word it came with', () =>
    reported('\nOwner: ownername', '^^^^^^^^^^^^^^^^', 'Owner: ownername'));
  it('a question that was asked in the template’s way', () =>
    reported(
      'Ours [NEEDS CLARIFICATION: which one?].',
      '     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
      '[NEEDS CLARIFICATION: …]',
    ));

  it('not in code, whose marks need not be as many in front as behind', () => {
    const carets = (line: string) => ' '.repeat(line.lastIndexOf('[role]'));
    for (const line of ['`[role]` [role]', '``[role]` [role]', '`[role]`` [role]` [role]'])
      reported(line, `${carets(line)}^^^^^^`, '[role]');
  });
  it('behind very many marks of code', () => {
    const marks = '`'.repeat(100_000);
    reported(`As ${marks} [role]`, `   ${' '.repeat(marks.length + 1)}^^^^^^`, '[role]');
  });

  it('in the title', () =>
    checks(
      template,
      `# Plan: [Feature | Bug]
        ^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “[Feature | Bug]” is still here
## Goals

Ship it.
`,
    ));

  it('above the first heading', () =>
    checks(
      template,
      `# Plan: Drafts

Owner: ownername
^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “Owner: ownername” is still here
Date: 2026-11-23

## Goals

Ship it.
`,
    ));

  it('a state that a document begins with is no hole', () => {
    for (const line of ['**Status:** proposed', '- Status: draft', 'State: open', 'Priority: medium', 'Is: none']) {
      only(`# Plan\n\n${line}\n\n## Goals\n\nWhy?\n`, `# Plan\n\n${line}\n\n## Goals\n\nFewer flights.\n`);
    }
  });
  it('a label that says itself again is one', () =>
    only(
      '# Plan\n\nStatus: status\n\n## Goals\n\nWhy?\n',
      `# Plan

Status: status
^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “Status: status” is still here

## Goals
`,
    ));
  it('a choice of states left whole is one', () =>
    only(
      '# Plan\n\n**Status:** draft | final\n\n## Goals\n\nWhy?\n',
      `# Plan

**Status:** draft | final
^^^^^^^^^^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “**Status:** draft | final” is still here

## Goals
`,
    ));

  it('what was filled in is silent', () =>
    checks(template, '# Plan: Bug\n\nOwner: Ada\n\n## Goals\n\nAs a reader we want more.\n'));
  it('brackets that the template does not have are the author’s', () =>
    checks(template, '# P\n\n## Goals\n\nThe [cache] of {users} in <div> and [x] are fine.\n'));
  it('in code it is quoted', () => checks(template, '# P\n\n## Goals\n\nWrite `[role]`.\n\n```\n{something}\n```\n'));
  it('in a comment it is not seen', () => checks(template, '# P\n\n## Goals\n\nShip. <!-- [role] -->\n'));
  it('a link with the same words is a link', () =>
    checks(template, '# P\n\n## Goals\n\nThe [role](https://a.example).\n'));
  it('a section of guidance alone is said once', () =>
    checks('## A\n\nSay what [this] is for.\n', '## A\n\nSay what [this] is for.\n', { only: 'leftover-placeholder' }));
  it('a mark is no hole', () =>
    checks(
      '## A\n\n- [Optional] Further reading\n- [Required] A title\n',
      '## A\n\n- [Optional] Further reading: none\n- [Required] A title: this\n',
    ));

  describe('where', () => {
    it('a section of guidance alone is said once, however short', () =>
      only('## A\n\n[Say it]\n', '## A\n\n[Say it]\n'));
    it('a sentence of the guidance is left beside an answer it is said once', () =>
      only('## A\n\nSay what [this] is for.\n', '## A\n\nIt is new.\n\nSay what [this] is for.\n'));
    it('a sentence of the guidance is left the others of its section are said', () =>
      only(
        '## A\n\nSay what [this] is for, or {that}.\n',
        `## A

It is {that}.
      ^^^^^^ leftover-placeholder: The template’s placeholder “{that}” is still here

Say what [this] is for, or {that}.

Or {that}.
   ^^^^^^ leftover-placeholder: The template’s placeholder “{that}” is still here
`,
      ));
    it('they begin with a number they are said, too', () =>
      only(
        '## A\n\nBy {2 names}.\n',
        `## A

It is by {2 names}.
         ^^^^^^^^^ leftover-placeholder: The template’s placeholder “{2 names}” is still here
`,
      ));
    it('one holds another the outer one is said', () =>
      only(
        '## A\n\nBy YYYY-MM-DD.\n\n## B\n\nOn <YYYY-MM-DD> or so.\n',
        `## A

On <YYYY-MM-DD> it is.
   ^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “<YYYY-MM-DD>” is still here
`,
      ));
    it('two touch each other both are said', () =>
      only(
        '## A\n\nThe {name}{suffix} of it.\n',
        `## A

Tea is {name}{suffix} here.
       ^^^^^^ leftover-placeholder: The template’s placeholder “{name}” is still here
             ^^^^^^^^ leftover-placeholder: The template’s placeholder “{suffix}” is still here
`,
      ));
    it('more words than a label stand on a line it is a sentence', () => {
      for (const line of ['The Owner: ownername', 'Owner: ownername or so', '- Owner: ownername.']) {
        only(template, `# Plan\n\n## Goals\n\nShip.\n${line}\n`);
      }
    });
    it('a label is an item of a list', () => {
      for (const line of ['Owner: ownername  ', '- Owner: ownername']) {
        only(
          `# Plan\n\n${line}\nTeam: ours\n\n## Goals\n`,
          `# Plan: Drafts

All:
- Owner: ownername
  ^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “Owner: ownername” is still here

## Goals
`,
        );
      }
    });
    it('a question is never closed it is none', () =>
      only(template, '# P\n\n## Goals\n\nOurs [NEEDS CLARIFICATION: \n'));
    it('words stand directly behind', () => {
      for (const behind of [':', '(s)', '[0]']) {
        const line = `Want {something}${behind} now.`;
        only(
          `## A\n\n${line}\n`,
          `## A

Tea. ${line}
          ^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “{something}” is still here
`,
        );
      }
    });
  });

  describe('of the template is none', () => {
    it('its code', () =>
      only('## A\n\nSay.\n\n~~~\n{something}\n~~~\n\nWrite ``[`role`]``.\n', '## A\n\n{something} and [`role`]\n'));
    it('what it says of itself, to be deleted', () =>
      only(
        'Fill [this] in.\n\n**Delete the text above before submitting**\n\n## A\n\nSay.\n',
        '## A\n\nYes, [this] is ours.\n',
      ));
    it('HTML, a link, an address or a comment', () =>
      only(
        '## A\n\n<b>Say</b> <br/> <details open> what <!DOCTYPE> <a@b.example> <https://a.example> <1 day>.\n',
        '## A\n\n<b>All</b> <br/> <details open> of <!DOCTYPE> <a@b.example> <https://a.example> <1 day>.\n',
      ));
    it('a table of contents, a footnote, a link by reference or a mark', () => {
      for (const words of ['[TOC]', '[_TOC_]', '[^note]', '[page]', '\\[Optional\\]', '[12]']) {
        only(`## A\n\nSay ${words} what.\n\n[page]: https://a.example\n`, `## A\n\nOurs ${words} too.\n`);
      }
    });
  });

  it('in a code block it is quoted, beside one that is not', () =>
    only(
      template,
      `# Plan: Drafts

## Goals

A [role] writes:
  ^^^^^^ leftover-placeholder: The template’s placeholder “[role]” is still here
~~~
{something}
~~~
`,
    ));

  describe('in front matter', () => {
    const keys = (owner: string) => `---\nowner: ${owner}\nnotes:\n---\n\n## A\n`;

    it('is a value that the template has in its place', () =>
      only(
        keys('<name>'),
        `---
owner: "<name>"
       ^^^^^^^^ leftover-placeholder: The template’s placeholder “<name>” is still here
notes:
---

## A
`,
      ));
    it('is none where there is nothing to be filled in', () => only(keys('Ada'), keys('Ada')));
    it('is shown as far as a line goes', () => {
      const long = `<who ${'and who '.repeat(8)}>`;
      only(
        keys(long),
        keys(long).replace(
          '\nnotes',
          `\n       ${'^'.repeat(long.length)} leftover-placeholder: The template’s placeholder “<who and who and who and who and who and who and who and who …” is still here\nnotes`,
        ),
      );
    });
  });
});

function only(of: string, picture: string): void {
  checks(of, picture, { only: 'leftover-placeholder' });
}
