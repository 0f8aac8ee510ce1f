/** Definition: from a heading to the template's. */
import { deepEqual } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';
import { unmark } from '../marked.ts';

const template = '# Design\n\n## Drawbacks\n\nWhat is bad.\n\n## Alternatives\n\nWhat else.\n';

describe('a definition', () => {
  it('is the template’s heading', () => leads('## Draw$0backs\n\nNone.\n', ['## Drawbacks → ## Drawbacks']));

  it('is found at both ends of the heading', () => {
    leads('$0## Drawbacks\n\nNone.\n', ['## Drawbacks → ## Drawbacks']);
    leads('## Drawbacks$0\n\nNone.\n', ['## Drawbacks → ## Drawbacks']);
  });

  it('is two for a heading that answers to two', () => {
    leads('## Drawbacks / alter$0natives\n\nNone.\n', [
      '## Drawbacks / alternatives → ## Drawbacks',
      '## Drawbacks / alternatives → ## Alternatives',
    ]);
  });

  it('is none elsewhere', () => {
    leads('## Drawbacks\n\nNo$0ne.\n', []);
    leads('## Drawbacks\n\nNone.\n\n## Oth$0er\n', []);
  });
});

function leads(picture: string, expected: readonly string[]): void {
  const { text, cursor = 0 } = unmark(picture);
  const context = contextOf(template, text);
  const found = core.definitions(context, cursor).map(({ from, spec: { heading } }) => {
    return `${text.slice(from.start, from.end)} → ${template.slice(heading.start, heading.end)}`;
  });
  deepEqual(found, expected);
}
