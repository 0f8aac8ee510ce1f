// The tour of docs/tour.md, step by step: in light, dark and high contrast, and in the web host.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/places.mts';
import { opened, testSteps } from './opened.mts';
import { inTheme, themes } from './themes.mts';
import { tour } from './tour.mts';

describe('docs/tour.md', () => {
  it('has the steps that are tested, in their order', () => {
    const page = readFileSync(join(root, 'docs', 'tour.md'), 'utf8');
    const headings = Array.from(page.matchAll(/^## \d+\. (.*)$/gm), ([, words]) => words);
    assert.deepEqual(
      headings,
      tour.map(({ name }) => name),
    );
  });
});

for (const theme of themes) {
  describe(`the tour in a ${theme.kind} theme`, () => {
    testSteps(tour, opened({ settings: inTheme(theme) }), `-${theme.kind}`);
  });
}

describe('the tour in the web host', () => {
  testSteps(tour, opened({ host: 'web', settings: inTheme(themes[0]) }), '-web');
});
