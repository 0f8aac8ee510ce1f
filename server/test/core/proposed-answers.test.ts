/** Answers that a template proposes: fine where they are answers, unfinished where they say so, left whole where they are choices. */
import { checks } from '../check.ts';

describe('an answer that the template proposes', () => {
  it('is one', () =>
    checks(
      '## Compatibility\n\nNo backward compatibility issues found.\n',
      '## Compatibility\n\nNo backward compatibility issues found.\n',
    ));
  it('is one, however short', () => checks('## Costs\n\nNone.\n', '## Costs\n\nNone.\n'));

  it('that says it is unfinished is unfinished', () =>
    checks(
      '## Rationale\n\nTBD\n\n## Security\n\nNeeds discussion.\n',
      `## Rationale
^^^^^^^^^^^^ unfinished-section: Section “Rationale” is still to be written

TBD

## Security
^^^^^^^^^^^ unfinished-section: Section “Security” is still to be written

Needs discussion.
`,
    ));

  it('that is a choice is to be made', () =>
    checks(
      '## Size\n\nSize: small | large\n\nSay why.\n',
      `## Size

Size: small | large
^^^^^^^^^^^^^^^^^^^ leftover-placeholder: The template’s placeholder “Size: small | large” is still here

Two pages.
`,
    ));

  it('that was chosen is one', () => checks('## Size\n\n[small | large]\n', '## Size\n\nsmall\n'));

  it('is not an empty code block', () =>
    checks(
      '## Log\n\n```shell\n\n```\n',
      `## Log
^^^^^^ empty-section: Section “Log” is empty

\`\`\`shell

\`\`\`
`,
    ));
});
