/** Tokens: what has a colour by what it means. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';
import { draw, unmark } from '../marked.ts';

const template = '## Summary\n\nSay it in 1-2 sentences.\n\n## Owner\n\nTeam: [team name]\n\n## Risks\n\nSay what.\n';

describe('tokens', () => {
  it('are headings that answer to the template, and no others', () => {
    colours(`## Risks
^^^^^^^^ section

Some.

## Own

Words.
`);
  });

  it('are the lines of an underlined heading', () => {
    colours(`Risks
^^^^^ section
-----
^^^^^ section

Some.
`);
  });

  it('are “N/A” and none, without the reason behind', () => {
    colours(`## Owner
^^^^^^^^ section

- N/A – nobody yet
  ^^^ notApplicable

## Risks
^^^^^^^^ section

None.
^^^^^ notApplicable
`);
  });

  it('are all words of “not applicable”, and no mark or comment before them', () => {
    colours(`## Owner
^^^^^^^^ section

- <!-- ask Anna --> Not applicable, for now
                    ^^^^^^^^^^^^^^ notApplicable
`);
  });

  it('are no “N/A” in the lead section, where it is no answer', () => {
    colours(`## Summary
^^^^^^^^^^ section

N/A
`);
  });

  it('are none in the lead section', () => {
    colours(`## Summary
^^^^^^^^^^ section

None.
^^^^^ notApplicable
`);
  });

  it('are no comment of an empty section', () => {
    colours(`## Owner
^^^^^^^^ section

<!-- ask Anna -->
`);
  });

  it('are unfinished markers, alone or as a paragraph', () => {
    colours(`## Owner
^^^^^^^^ section

**TBD**
^^^^^^^ unfinished

## Risks
^^^^^^^^ section

Losing drafts.

TODO: more
^^^^ unfinished
`);
  });

  it('are an unfinished marker that is all a comment says', () => {
    colours(`## Risks
^^^^^^^^ section

<!-- TODO -->
     ^^^^ unfinished

## Owner
^^^^^^^^ section

  <!-- TBD -->
       ^^^ unfinished
`);
  });

  it('are all of a link that says no more than a marker', () => {
    colours(`## Risks
^^^^^^^^ section

[TBD](https://example.org)
^^^^^^^^^^^^^^^^^^^^^^^^^^ unfinished
`);
  });

  it('are an unfinished marker that is a list or a quote of its own', () => {
    colours(`## Risks
^^^^^^^^ section

Losing drafts.

- TODO
  ^^^^ unfinished

> TBD: more
  ^^^ unfinished

| TODO |
| ---- |
`);
  });

  it('are the answer below or above a comment', () => {
    colours(`## Owner
^^^^^^^^ section

<!-- ask Anna -->

N/A, nobody yet
^^^ notApplicable

## Risks
^^^^^^^^ section

<!-- TODO -->

TBD
^^^ unfinished
`);
  });

  it('are placeholders of this template', () => {
    colours(`## Owner
^^^^^^^^ section

Anna, of [team name], not of [another].
         ^^^^^^^^^^^ placeholder
`);
  });

  it('part a heading that holds a placeholder', () => {
    colours(
      `### Story 1 - [Title]
^^^^^^^^^^^^^^ section
              ^^^^^^^ placeholder

Authors save.
`,
      '### Story 1 - [Title]\n\nWho.\n',
    );
  });

  it('part headings that stand in another order than the template’s', () => {
    colours(
      `## Risks of {name}{team}
^^^^^^^^^^^^ section
            ^^^^^^ placeholder
                  ^^^^^^ placeholder

Some.

## Owner
^^^^^^^^ section

Anna.
`,
      '## Owner\n\n## Risks of {name}{team}\n',
    );
  });

  it('are the title and the answer of a heading that answers', () => {
    colours(`## Risks: N/A
^^^^^^^^^ section
          ^^^ notApplicable
`);
  });

  it('are none in a text that answers to nothing', () => colours('Words.\n'));

  it('lie on one line each, in order, and never overlap', () => {
    const piece = fc.constantFrom(
      '## Owner',
      '## Risks',
      'Risks\n---',
      '\n',
      '\r\n',
      '\n\n',
      'N/A',
      'TBD',
      '[team name]',
      '- ',
      '> ',
      '🙂',
      '<!-- TODO -->',
      ' – ',
      ': ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { span } of core.tokens(contextOf(template, text))) {
          deepEqual(
            [at <= span.start, span.start < span.end, /[\r\n]/.test(text.slice(span.start, span.end))],
            [true, true, false],
          );
          at = span.end;
        }
      }),
    );
  });
});

function colours(picture: string, schema = template): void {
  const { text } = unmark(picture);
  const found = core.tokens(contextOf(schema, text)).map(({ span, kind }) => ({ span, label: kind }));
  equal(draw(text, found), picture);
}
