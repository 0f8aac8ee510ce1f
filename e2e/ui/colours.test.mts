// Colours by meaning, in light, dark and high contrast: told apart from other text, and legible on what is behind them.

import assert from 'node:assert/strict';
import { coloursOf } from './editor.mts';
import { folderOf, opened } from './opened.mts';
import { inTheme, themes } from './themes.mts';
import { eventually, openFile, screenshot } from './workbench.mts';

const template = `# Plan

## Aims

What [FEATURE NAME] is for.

## Steps

Which, and by when.

## Costs

How much.

## Notes

What else is to be known.
`;
const plan = `# Night trains

<!-- tech-spec-disable-next-line unknown-section -->

## Aims

People sleep on the way with [FEATURE NAME].

## Steps

TBD

## Costs

N/A

## Other

Plain words.
`;
const file = 'plan.md';
const config = '{ "specs": [{ "files": "plan.md", "template": "shape.md" }] }\n';

/** What is coloured by meaning, and a word of it. */
const meant = { heading: 'Aims', placeholder: '[FEATURE NAME]', unfinished: 'TBD', 'not applicable': 'N/A' };

for (const theme of themes) {
  describe(`colours in a ${theme.kind} theme`, () => {
    const folder = folderOf({ '.tech-spec.json': config, 'shape.md': template, [file]: plan });
    const workbench = opened({ folder, settings: inTheme(theme) });

    it('tell what is meant from plain words', async () => {
      await openFile(workbench(), file);
      const read = () => coloursOf(workbench(), 'Plain words.', ...Object.values(meant));
      const isColoured = ([plain, ...others]: readonly { readonly color: string }[]) =>
        others.every(({ color }) => color !== plain?.color);
      // The grammar knows none of these in its place: they have colours of their own once the server has answered.
      await eventually(workbench(), 'colours', read, isColoured);
      await screenshot(workbench(), `60-colours-${theme.kind}`);
    });

    it('tell what is unfinished from what does not apply, and a placeholder from both', async () => {
      const found = await coloursOf(workbench(), meant.unfinished, meant['not applicable'], meant.placeholder);
      assert.equal(new Set(found.map(({ color }) => color)).size, 3, JSON.stringify(found));
    });

    it('tell a section of the template from other headings', async () => {
      const [own, other] = await coloursOf(workbench(), 'Aims', 'Other');
      assert.notDeepEqual(own, other);
    });

    it('are legible: at least 4.5 to 1 on what is behind them', async () => {
      const found = await coloursOf(workbench(), ...Object.values(meant), 'tech-spec-disable-next-line');
      const names = [...Object.keys(meant), 'directive'];
      const faint = names.filter((_, at) => (found[at]?.contrast ?? 0) < 4.5);
      assert.deepEqual(faint, [], JSON.stringify(found));
    });
  });
}
