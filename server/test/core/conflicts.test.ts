/** Marks that a merge left in a document. */
import { deepEqual } from 'node:assert/strict';
import { allSections, LineIndex, parseDocument, parsedInParts } from '../../src/core/index.ts';
import { atOnce } from '../../src/core/steps.ts';
import { checks } from '../check.ts';

const template = '## Summary\n\n## Goals\n';

function titlesOf(text: string): readonly string[] {
  return Array.from(allSections(parseDocument(text).root), ({ title }) => title);
}

describe('a conflict of a merge', () => {
  it('has no heading above what parts its versions', () => {
    checks(
      template,
      `## Summary

<<<<<<< HEAD
Ship it.
=======
Ship it soon.
>>>>>>> main

## Goals

Fewer.
`,
    );
    const other = (version: string) => `## Goals\n\nFewer.\n\n${version}\n`;
    const text = `<<<<<<< HEAD\n${other('Lost drafts.')}||||||| base\n${other('Drafts.')}=======\n${other('Calls.')}>>>>>>> main\n`;
    deepEqual(titlesOf(text.replaceAll('\n', '\r\n')), ['Goals', 'Goals', 'Goals']);
  });

  it('is text like any other: what stands above its marks keeps its words, and is what it was', () => {
    checks(
      '## Summary\n\nNo more than 5 words.\n',
      `## Summary
^^^^^^^^^^ overlong-section: Section “Summary” has 7 words, the template asks for “No more than 5 words”

<<<<<<< HEAD
Ship it soon, or never.
=======

>>>>>>> main
`,
    );
    const kinds = (above: string) =>
      parseDocument(`<<<<<<< a\n\n${above}\n=======\n\n>>>>>>> b\n`).root.blocks.map(({ kind }) => kind);
    deepEqual(kinds('Words.'), ['paragraph', 'paragraph', 'quote']);
    deepEqual(kinds('- Words.'), ['paragraph', 'list', 'quote']);
    deepEqual(kinds('| Words. |\n| --- |'), ['paragraph', 'table', 'quote']);
  });

  it('ends with its last mark', () =>
    deepEqual(titlesOf('<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n\nSummary\n=======\n\nGoals\n=======\n'), [
      'Summary',
      'Goals',
    ]));

  it('has all its marks, at the beginning of lines', () => {
    deepEqual(titlesOf('<<<<<<< a\n\nSummary\n=======\n'), ['Summary']);
    deepEqual(titlesOf('Summary\n=======\n\n>>>>>>> a\n'), ['Summary']);
    deepEqual(titlesOf('x <<<<<<< a\n\nSummary\n=======\n\n>>>>>>> a\n'), ['Summary']);
    deepEqual(titlesOf('<<<<<<< a\n\nSummary\n======\n\nGoals\n========\n\n>>>>>>> a\n'), ['Summary', 'Goals']);
  });

  it('is none the less where a long text is read in parts', () => {
    const text = `<<<<<<< a\n${'Words.\n\n'.repeat(20)}b\n=======\nc\n\n${'Words.\n\n'.repeat(20)}>>>>>>> d\n\n## Goals\n`;
    const document = atOnce(parsedInParts(new LineIndex(text), 20));
    deepEqual(
      Array.from(allSections(document.root), ({ title }) => title),
      ['Goals'],
    );
  });
});
