/** Hover: what the template says about the heading under the cursor. */
import { equal, match } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';
import { draw, unmark } from '../marked.ts';

const template =
  '# Design\n\n## Summary:\n\nSay in 1-2 sentences what it is for.\n\n## Risks (optional)\n\n## Costs\n\nAt most 40 words.\n';

describe('a hover', () => {
  it('says name, state, limit and count, guidance, and who asks', () => {
    hovers(
      template,
      '## Sum$0mary\n\nDrafts are saved. Nobody has to do anything.\n',
      `**Summary** · answered · 2 of at most 2 sentences

Say in 1-2 sentences what it is for.

*Required in “Design”, line 3*`,
    );
  });

  it('says that a section is too long, and by how much', () => {
    hoverMatches(
      template,
      '## Summary$0\n\nOne. Two. Three.\n',
      /^\*\*Summary\*\* · outside its limit · 3 of at most 2 sentences\n/,
    );
  });

  it('says that the lead section has to say something', () => {
    hoverMatches(template, '$0## Summary\n\nN/A\n', /not answered yet; “N\/A” is no answer here/);
  });

  it('says what is optional', () =>
    hoverMatches(template, '## Risks$0\n\nNone.\n', /\*Optional in “Design”, line 7\*$/));

  it('says what may be there as often as needed, and nothing of guidance where there is none', () =>
    hovers(
      '## Story 1 - [Title]\n',
      '## Story 7 - Sle$0ep\n\nOn the train.\n',
      '**Story 1 - \\[Title\\]** · answered\n\n*Optional, as often as needed, in the template, line 1*',
    ));

  it('calls a template without a name the template', () => {
    hovers(
      '## Goals\n\nSay why.\n',
      '## Goals$0\n',
      '**Goals** · empty\n\nSay why.\n\n*Required in the template, line 1*',
    );
  });

  it('marks the heading', () => {
    const { text, cursor } = unmark('Goals$0\n-----\n\nFewer.\n');
    const found = core.hover(contextOf('## Goals\n', text), cursor ?? 0);
    equal(draw(text, found ? [{ span: found.span, label: 'hover' }] : []), 'Goals\n^^^^^+1 hover\n-----\n\nFewer.\n');
  });

  it('is there at both ends of the heading', () => {
    hoverMatches(template, '$0## Costs\n', /Costs/);
    hoverMatches(template, '## Costs$0\n', /Costs/);
  });

  it('is nowhere else', () => {
    for (const text of [
      '## Costs\n$0\nFew.\n',
      '## Costs\n\nFe$0w.\n',
      '## Own$0\n\nWords.\n',
      '$0',
      '# Plan$0\n\n## Costs\n',
    ]) {
      const { text: plain, cursor } = unmark(text);
      equal(core.hover(contextOf(template, plain), cursor ?? 0), undefined, text);
    }
  });

  it('on a subsection says what is asked there', () => {
    hoverMatches(
      '## Testing\n\n### Unit tests\n\nWhich.\n',
      '## Testing\n\n### Unit $0tests\n\nAll.\n',
      /^\*\*Unit tests\*\* · answered\n\nWhich\./,
    );
  });

  it('escapes the words of a heading', () => {
    hoverMatches(
      '## Use of <b> and *stars* \\[x\\]\n',
      '## Use of <b> and stars \\[x\\]$0\n',
      /^\*\*Use of (?:\\<b\\> )?and stars \\\[x\\\]\*\*/,
    );
  });

  it('leads to the template’s line where that can be gone to', () => {
    const context = contextOf(template, '## Costs\n');
    match(
      core.hover(context, 0, (line) => `command:go?${line}`)?.markdown ?? '',
      /\*Required in “Design”, \[line 9\]\(command:go\?8\)\*$/,
    );
  });

  it('lets no other command in, whatever the template says', () => {
    const hostile = '## Goals\n\n[run](command:x) <command:y> ![z](command:z) [r]: command:r\n\n[b]: command:b\n';
    const markdown = markdownAt(hostile, '## Goals$0\n');
    equal(/\]\(command:|<command:|\]: command:/.test(markdown), false, markdown);
  });

  it('on CRLF has plain line breaks', () => {
    hoverMatches('## Goals\r\n\r\nSay why,\r\nin words.\r\n', '## Goals$0\r\n', /Say why,\nin words\./);
  });
});

function hovers(schema: string, picture: string, expected: string): void {
  equal(markdownAt(schema, picture), expected);
}

function hoverMatches(schema: string, picture: string, expected: RegExp): void {
  match(markdownAt(schema, picture), expected);
}

function markdownAt(schema: string, picture: string): string {
  const { text, cursor } = unmark(picture);
  return core.hover(contextOf(schema, text), cursor ?? 0)?.markdown ?? 'no hover';
}
