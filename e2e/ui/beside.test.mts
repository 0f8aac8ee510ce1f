// The template on the left, the spec on the right, the gap underlined: the README's first picture.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../host/places.mts';
import { squiggles, squiggleUnder } from './editor.mts';
import { folderOf, opened } from './opened.mts';
import { heightenView, treeBecomes, unfoldView } from './views.mts';
import { openFile, press, runCommand, screenshot } from './workbench.mts';

const spec = `## Summary:

Readers keep what they opened, so that a train without a signal is no reason to stop.

## Scope:

Articles and their pictures, on the phone. Films stay where they are.

## Data model:

\`article\` gains \`kept_until\`, a date.

## User Stories:

- A reader opens an article in a tunnel, and reads on.

## Implementation Details:

The app stores what was opened, newest first, up to 200 MB.

## APIs:

None.

## Testing:

Two phones, a week on the night train, and the old tests.
`;

describe('a template and a spec, side by side', () => {
  const folder = folderOf({
    '.tech-spec.json': '{ "specs": [{ "files": "specs/*.md", "template": "docs/template.md" }] }\n',
    'docs/template.md': readFileSync(join(root, 'templates', 'tech-spec.md'), 'utf8')
      .split('\n')
      .slice(22)
      .join('\n'),
    'specs/offline.md': spec,
  });
  const workbench = opened({ folder, settings: { 'editor.minimap.enabled': false, 'editor.wordWrap': 'on' } });

  it('show what the one asks for and the other lacks', async () => {
    await openFile(workbench(), 'docs/template.md');
    await runCommand(workbench(), 'View: Split Editor Right');
    await openFile(workbench(), 'specs/offline.md');
    await unfoldView(workbench(), 'Spec Outline');
    await heightenView(workbench(), 'Spec Outline', 260);
    await press(workbench(), 'Control+2');
    const rows = await treeBecomes(workbench(), 'Spec Outline', 'ten sections', (all) => all.length === 10);
    assert.equal(rows.filter(({ spoken }) => spoken.endsWith('answered')).length, 7);
    await squiggleUnder(workbench(), '## APIs:', 'warning');
    assert.equal((await squiggles(workbench())).filter(({ severity }) => severity === 'warning').length, 1);
    await press(workbench(), 'Escape');
    await screenshot(workbench(), '50-beside');
  });
});
