/** Folding: a picture has what is folded to the left of each line. */
import { equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';

describe('what can be folded', () => {
  it('is a section, without the blank lines behind it', () => {
    folded(`
s ## Goals
s
s Fewer lost drafts.
.
.
s ## Costs
s
s Few.
`);
  });

  it('is a section with all that is under it', () => {
    folded(`
s ## Goals
s
ss ### Whose
ss Ours.
.
. ## Costs
`);
  });

  it('is a section of a line', () => folded('\ns ## Goals\ns Fewer.\n'));

  it('is a section whose last line is a letter', () => folded('\ns ## Goals\ns\ns Fewer:\ns\ns x\n'));

  it('is no paragraph, and no list', () => {
    folded(`
s ## Goals
s
s Fewer
s drafts.
s
s - One
s - Two
`);
  });

  it('is no heading without a body', () => folded('\n. ## Goals\n.\n. ## Costs\n'));

  it('is a comment of several lines, and none of one', () => {
    folded(`
c <!--
c Later.
c -->
.
. <!-- Now. -->
`);
  });

  it('is a comment within a section', () => {
    folded(`
s ## Goals
s
sc <!-- Say
sc why. -->
`);
  });

  it('is the front matter', () => {
    folded(`
s ---
s title: Plan
s ---
.
. Words.
`);
  });

  it('is the block that is to be deleted, marker included', () => {
    folded(`
c Keep it short.
c
cs ## Guidelines
cs
cs **Delete the text above before submitting**
.
s ## Goals
s
s Fewer.
`);
  });

  it('begins once on a line: the larger wins', () => {
    folded(`
c ## Guidelines
c
c Keep it short.
c
cs ## More
cs
cs **Delete the text above**
.
. ## Goals
`);
  });

  it('begins once on a line: of two that are as large, what is to be deleted wins', () => {
    folded('\nc ## Guidelines\nc\nc **Delete the text above**\n');
  });

  it('is in document order', () => {
    const text =
      '---\na: b\n---\n<!--\nx\n-->\nShort.\n\n# A\n<!--\nx\n-->\n## B\nx\n\n**Delete the text above**\n\n# C\nx\n';
    const starts = core.folds(core.parseDocument(text)).map(({ startLine }) => startLine);
    equal(starts.join(' '), '0 3 8 9 12 17');
  });

  it('is a section under an underlined heading', () => folded('\ns Goals\ns -----\ns\ns Fewer.\n'));

  it('is found with any line ends', () => {
    for (const lineBreak of ['\r\n', '\r']) {
      const [goals] = core.folds(core.parseDocument(['## Goals', '', 'Fewer.', '', '## Costs'].join(lineBreak)));
      equal(JSON.stringify(goals), '{"startLine":0,"endLine":2,"kind":"section"}');
    }
  });

  it('is nothing in an empty text', () => equal(core.folds(core.parseDocument('')).length, 0));
});

/** One letter a fold on each line, the outer first. */
function folded(picture: string): void {
  const lines = picture.slice(1, -1).split('\n');
  const text = lines.map((line) => line.replace(/^[sc.]+ ?/, ''));
  const marks = text.map(() => '');
  for (const { startLine, endLine, kind } of core.folds(core.parseDocument(text.join('\n')))) {
    for (let line = startLine; line <= endLine; line++) marks[line] += kind.charAt(0);
  }
  equal(text.map((line, at) => `${marks[at] || '.'} ${line}`.trimEnd()).join('\n'), lines.join('\n'));
}
