/** “TBD” and its like in place of an answer. */
import { checks } from '../check.ts';

const template = '## Goals\n\n## Risks\n';

function reported(body: string): void {
  checks(
    template,
    `## Goals\n\nShip it.\n\n## Risks\n^^^^^^^^ unfinished-section: Section “Risks” is still to be written\n${body}\n`,
  );
}

describe('unfinished-section', () => {
  for (const body of ['TBD', 'TODO', '- **TBD**', '> **TODO**', '`WIP`', 'To be completed.', '待定', '<!-- TODO -->']) {
    it(`${body} is no answer`, () => reported(body));
  }

  it('a text that mentions what is to be done is an answer', () =>
    checks(template, '## Goals\n\nShip it.\n\n## Risks\n\nThe TODO list may grow.\n'));

  it('in a draft it is an information', () =>
    checks(
      template,
      `## Goals

Ship it.

## Risks
^^^^^^^^ unfinished-section (information): Section “Risks” is still to be written
TBD
`,
      { stage: 'draft' },
    ));
});
