/** Sections that the template does not have, for teams that want none. */
import { checks } from '../check.ts';

const template = '# Plan\n\n## Goals\n\n## Tests\n\n### Unit tests\n\n## Notes\n';
const rest = '\n## Tests\n\nBy hand.\n\n### Unit tests\n\nNone.\n\n## Notes\n\nNone.\n';
const only = { only: 'unknown-section' };

describe('unknown-section', () => {
  it('is off unless it is turned on', () => checks(template, `## Goals\n\nShip it.\n\n## Thanks\n\nTo you.\n${rest}`));

  it('tells a heading that answers to nothing', () =>
    checks(
      template,
      `## Goals

Ship it.

## Thanks
^^^^^^^^^ unknown-section: The template has no section “Thanks”

To you.
${rest}`,
      only,
    ));

  it('tells one among subsections that the template asks for, and none where it asks for none', () =>
    checks(
      template,
      `## Goals

### Ours

Ship it.

## Tests

By hand.

### Unit tests

None.

### Load tests
^^^^^^^^^^^^^^ unknown-section: The template has no section “Load tests”

None.

## Notes

None.
`,
      only,
    ));

  it('tells neither the title nor what is like a section', () =>
    checks(template, `# Our plan\n\n## Goal\n\nShip it.\n${rest}`, only));
});
