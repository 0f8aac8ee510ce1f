// A folder that nobody has said to trust: nothing in it is run, so nothing of ours is held back.

import { opened } from './opened.mts';
import { problemsBecome, treeBecomes, unfoldView } from './views.mts';
import { openFile } from './workbench.mts';

for (const host of ['node', 'web'] as const) {
  describe(`in Restricted Mode (${host})`, () => {
    const workbench = opened({ host, restricted: true });

    it('a spec is checked, and has its outline', async () => {
      await workbench().page.locator('.statusbar-item:visible', { hasText: 'Restricted Mode' }).waitFor();
      await openFile(workbench(), 'tech-specs/offline-drafts.md');
      await unfoldView(workbench(), 'Spec Outline');
      await treeBecomes(workbench(), 'Spec Outline', 'ten sections', (rows) => rows.length === 10);
      await problemsBecome(workbench(), 'those of the half-written spec', (found) =>
        found.some(({ code }) => code === 'missing-section'),
      );
    });
  });
}
