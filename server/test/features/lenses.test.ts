/** Lenses: how much is answered, and what would put in the rest. */
import { deepEqual } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';

const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay which.\n\n## Notes (optional)\n';

describe('lenses', () => {
  it('stand on the first heading, with the progress', () => {
    has('# Plan\n\n## Goals\n\nShip it.\n\n## Risks\n', ['# Plan: 1/2 sections']);
  });

  it('offer what is missing', () =>
    has('## Goals\n\nShip it.\n', ['## Goals: 1/2 sections', '## Goals: Insert missing']));

  it('offer nothing where only an optional section is missing', () => {
    has('## Goals\n\nShip it.\n\n## Risks\n\nNone.\n', ['## Goals: 2/2 sections']);
  });

  it('are none without a heading', () => has('Ship it.\n', []));
});

function has(text: string, expected: readonly string[]): void {
  const found = core.lenses(contextOf(template, text));
  deepEqual(
    found.map(({ span, title }) => `${text.slice(span.start, span.end)}: ${title}`),
    expected,
  );
}
