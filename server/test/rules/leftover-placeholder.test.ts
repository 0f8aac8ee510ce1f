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
});
