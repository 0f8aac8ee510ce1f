// How it looks in light, dark and high contrast: a workbench a theme, a picture a step.

import { lookedAt, looks } from './looks.mts';
import { folderOf, opened, testSteps } from './opened.mts';
import { inTheme, themes } from './themes.mts';

for (const theme of themes) {
  describe(`looks in a ${theme.kind} theme`, () => {
    const settings = { ...inTheme(theme), 'techSpec.codeLens': true };
    testSteps(looks, opened({ folder: folderOf(lookedAt), settings }), `-${theme.kind}`);
  });
}
