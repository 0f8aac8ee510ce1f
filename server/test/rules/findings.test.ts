/** What a finding says of itself beside its message: the key by which it is found again, the section that it is about, and what its fixes are called, with `!` where nobody has to look at them first. */
import { deepEqual } from 'node:assert/strict';
import { contextOf, find } from '../check.ts';

const two = '## Goals\n\nSay why it exists, and for whom.\n\n## Risks\n\nSay what could go wrong with it.\n';
const written = '## Goals\n\nOurs.\n\n## Risks\n\nNone.\n';
const comment = '<!-- Think of everybody who is not here -->';

describe('a finding is told by its key, its section and its fixes, of', () => {
  it('missing-section', () =>
    told('missing-section', two, '## Risks\n\nNone.\n', [
      'Goals of Goals: Insert section “Goals”, Insert section “Goals” as not applicable',
    ]));

  it('missing-section, whose lead section is never not applicable', () =>
    told('missing-section', two.replace('Say why', 'One sentence: say why'), '## Risks\n\nNone.\n', [
      'Goals of Goals: Insert section “Goals”',
    ]));

  it('empty-section', () =>
    told('empty-section', two, '## Goals\n\n## Risks\n\nNone.\n', [
      'Goals of Goals: Insert the guidance for “Goals”, Answer “Goals” with N/A',
    ]));

  it('empty-section, where there is no guidance to insert', () =>
    told('empty-section', '## Goals\n', '## Goals\n', ['Goals of Goals: Answer “Goals” with N/A']));

  it('unfinished-section and overlong-section, which have no fix', () => {
    told('unfinished-section', two, written.replace('None.', 'TBD'), ['Risks of Risks: no fix']);
    told('overlong-section', '## Goals\n\nOne sentence.\n', '## Goals\n\nOne. Two.\n', ['Goals of Goals: no fix']);
  });

  it('leftover-guidance, a whole section', () =>
    told('leftover-guidance', two, written.replace('None.', 'Say what could go wrong with it.'), [
      'Risks of Risks: Delete the guidance of “Risks”',
    ]));

  it('leftover-guidance, sentences', () =>
    told(
      'leftover-guidance',
      two,
      written.replace('None.', 'Say what could go wrong with it. None. Say what could go wrong with it.'),
      [
        'Risks#sentence of Risks: Delete the guidance of “Risks”',
        'Risks#sentence (2) of Risks: Delete the guidance of “Risks”',
      ],
    ));

  it('leftover-guidance, the instructions', () => {
    const instructions = 'Do it like this, and then do that.\n\n**Delete the text above**\n\n';
    told('leftover-guidance', instructions + two, instructions + written, ['#instructions: Delete the instructions!']);
  });

  it('leftover-guidance, above the first section', () => {
    const above = '# Plan\n\n- Say who decides, and by when.\n\n';
    told('leftover-guidance', above + two, above + written, ['#preamble: Delete the guidance']);
  });

  it('leftover-guidance, a comment', () =>
    told('leftover-guidance', `${two}\n${comment}\n`, `${written}\n${comment}\n`, ['#comment: Delete the comment']));

  it('leftover-placeholder, in a section and above them', () =>
    told(
      'leftover-placeholder',
      '# Plan of [team]\n\n## Goals\n\nFor [whom].\n',
      '# Plan of [team]\n\n## Goals\n\n[whom] and us.\n',
      ['#[team]: no fix', 'Goals#[whom] of Goals: no fix'],
    ));

  it('misnamed-section', () =>
    told('misnamed-section', '## Risk list\n', '## Risks\n\nNone.\n', [
      'Risk list of Risk list: Rename to “Risk list”',
    ]));

  it('section-order', () =>
    told('section-order', two, '## Risks\n\nNone.\n\n## Goals\n\nOurs.\n', [
      'Risks of Risks: Move “Risks” to its place, Put all sections in the template’s order',
    ]));

  it('section-level', () =>
    told('section-level', two, written.replace('## Goals', '### Goals'), [
      'Goals of Goals: Make it a heading of level 2!',
    ]));

  it('front-matter', () => {
    const schema = '---\nstatus: draft | final\ncreated: YYYY-MM-DD\nby: <at most 5 words>\n---\n\n## Goals\n';
    const under = (frontMatter: string, ...expected: readonly string[]) =>
      told('front-matter', schema, `${frontMatter}\n## Goals\n\nOurs.\n`, expected);
    under('', '#missing: Add the front matter');
    under('---\na: [\n---\n', '#unreadable: no fix');
    under(
      '---\nStatus: draft\nby: One two three four five six\n---\n',
      'created: Add “created” to the front matter',
      'status: Rename to “status”',
      'by#limit: no fix',
    );
    under(
      '---\ncreated: now\nstatus: done\nby: us\n---\n',
      'created#date: no fix',
      '#order: Put the keys in the template’s order!',
      'status#choice: no fix',
    );
    const issue = '---\nname: Plan\nabout: For plans\ntitle: "Plan: "\n---\n\n## Goals\n';
    told('front-matter', issue, `${issue}\nOurs.\n`, ['title: no fix']);
  });

  it('duplicate-section and unknown-section, which have no fix', () => {
    told('duplicate-section', two, `${written}\n## Goals\n\nTheirs.\n`, ['Goals of Goals: no fix']);
    told('unknown-section', two, `${written}\n## Thanks\n`, ['Thanks: no fix']);
  });
});

function told(rule: string, template: string, text: string, expected: readonly string[]): void {
  const found = find(contextOf(template, text), { only: rule });
  deepEqual(
    found.map(({ key, spec, fixes }) => {
      const about = spec === undefined ? key : `${key} of ${spec.path}`;
      return `${about}: ${
        fixes()
          .map(({ title, safe }) => (safe ? `${title}!` : title))
          .join(', ') || 'no fix'
      }`;
    }),
    expected,
  );
}
