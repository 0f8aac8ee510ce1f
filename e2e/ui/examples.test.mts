// What is to be seen in the examples, and what is not.

import assert from 'node:assert/strict';
import { clickText, goToHeading, squiggles, squiggleUnder, visibleLines } from './editor.mts';
import { halfWritten } from './half-written.mts';
import { opened, testSteps } from './opened.mts';
import {
  clickTreeRow,
  hoverTreeRow,
  notifications,
  problems,
  statusBarItem,
  treeBecomes,
  unfoldView,
  viewSays,
} from './views.mts';
import { openFile, press, runCommand, typeText } from './workbench.mts';

describe('the half-written example', () => testSteps(halfWritten, opened()));

describe('the examples', () => {
  const workbench = opened({ file: 'tech-specs/offline-drafts.md' });

  it('are underlined in their headings, each as loud as it is urgent', async () => {
    await squiggleUnder(workbench(), '## User Stories:', 'warning');
    const inHeadings = (await squiggles(workbench())).filter(({ text }) => text.startsWith('#'));
    assert.deepEqual(inHeadings, [
      { severity: 'warning', text: '## Summary:' },
      { severity: 'info', text: '## Data Models:' },
      { severity: 'warning', text: '## User Stories:' },
    ]);
  });

  it('have an outline of all sections, those not written yet among them', async () => {
    await unfoldView(workbench(), 'Spec Outline');
    const rows = await treeBecomes(workbench(), 'Spec Outline', 'ten sections', (all) => all.length === 10);
    assert.deepEqual(
      rows.map(({ spoken }) => spoken),
      [
        'Summary, outside its limit',
        'Scope, answered',
        'Data model, answered',
        'User Stories, empty',
        'Implementation Details, answered',
        'APIs, unfinished',
        'Security/Privacy, missing',
        'Testing, template’s words',
        'Open Questions, answered',
        'Deployment, missing',
      ],
    );
  });

  it('have guidance under the mouse in the outline, also for what is missing', async () => {
    const said = await hoverTreeRow(workbench(), 'Spec Outline', 'Security/Privacy');
    assert.match(said, /^Security\/Privacy · missing Call out any security or privacy concerns/);
  });

  it('are read again by a server that was restarted', async () => {
    await runCommand(workbench(), 'Tech Spec: Restart Server');
    await squiggleUnder(workbench(), '## User Stories:', 'warning');
    await goToHeading(workbench(), 'User Stories');
    await press(workbench(), 'End');
    await typeText(workbench(), '\n\nA writer goes on where the tunnel began.');
    await squiggleUnder(workbench(), '## User Stories:', undefined);
    await statusBarItem(workbench(), '5/10');
    await squiggleUnder(workbench(), '## Summary:', 'warning');
  });

  it('get a missing section where it belongs by a click in the outline', async () => {
    await clickTreeRow(workbench(), 'Spec Outline', 'Security/Privacy');
    await statusBarItem(workbench(), 'selected');
    await typeText(workbench(), 'N/A');
    await statusBarItem(workbench(), '6/10');
    const lines = await visibleLines(workbench());
    const at = lines.indexOf('## Security/Privacy:');
    assert.deepEqual(lines.slice(at - 4, at + 5), [
      '## APIs:',
      '',
      'TBD',
      '',
      '## Security/Privacy:',
      '',
      'N/A',
      '',
      '## Testing:',
    ]);
  });

  it('are left alone where they are finished', async () => {
    await openFile(workbench(), 'tech-specs/profile-pictures.md');
    await statusBarItem(workbench(), '10/10');
    assert.deepEqual(await squiggles(workbench()), []);
  });

  it('are left alone where they are no spec', async () => {
    await openFile(workbench(), 'README.md');
    await viewSays(workbench(), 'Spec Outline', 'This document follows no template.');
    await clickText(workbench(), 'Specs of an imaginary team');
    assert.deepEqual(await squiggles(workbench()), []);
    assert.deepEqual(
      (await problems(workbench())).filter(({ file }) => file !== 'offline-drafts.md'),
      [],
    );
  });

  it('raise no message', async () => assert.deepEqual(await notifications(workbench()), []));
});
