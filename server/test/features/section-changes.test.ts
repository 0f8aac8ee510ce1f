/** What a change made of the sections, as a line each. */
import { equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';

const template =
  '## Goals\n\nSay why the project exists, in 1-2 sentences.\n\n## Risks\n\nSay what could go wrong.\n\n## Notes (optional)\n\nAnything else.\n';
const whole = '## Goals\n\nTea.\n\n## Risks\n\nHot.\n\n## Notes\n\nNone.\n';

function changed(before: string, after: string): string {
  const changes = core.sectionChanges(contextOf(template, before), contextOf(template, after));
  return changes.map(({ name, before: then, after: now }) => `${name}: ${then} → ${now}`).join('; ');
}

describe('changes of sections', () => {
  it('are none where nothing changed, and none where a section only says something else', () => {
    equal(changed(whole, whole), '');
    equal(changed(whole, whole.replace('Tea.', 'Coffee.')), '');
  });

  it('are those that were put in, and those that were taken out, in the order of the template', () => {
    equal(changed('## Risks\n\nHot.\n', '## Goals\n\nTea.\n'), 'Goals: missing → written; Risks: written → missing');
  });

  it('say what stood there in place of an answer', () => {
    equal(changed(whole.replace('Tea.', '_TODO_'), whole), 'Goals: _TODO_ → written');
    equal(changed(whole, whole.replace('Hot.', 'Say what could go wrong.')), 'Risks: written → guidance only');
    equal(changed(whole, whole.replace('Hot.\n', '')), 'Risks: written → empty');
    equal(changed(whole, whole.replace('Tea.', 'One. Two. Three.')), 'Goals: written → written, not within its limits');
    equal(changed('', whole.replace('Tea.', 'To be written once we know more.')), changedFrom('unfinished'));
    equal(changed(whole.replace('Tea.', '<!-- TODO -->'), whole), 'Goals: unfinished → written');
  });

  it('tell “N/A” with a reason from one without', () => {
    equal(changed(whole, whole.replace('Hot.', 'N/A')), 'Risks: written → N/A, no reason');
    equal(
      changed(whole.replace('Hot.', 'N/A'), whole.replace('Hot.', 'N/A – it is cold')),
      'Risks: N/A, no reason → N/A',
    );
  });

  it('know a section again that was renamed', () => {
    equal(changed(whole.replace('## Risks', '## Risk'), whole), '');
  });
});

function changedFrom(goals: string): string {
  return `Goals: missing → ${goals}; Risks: missing → written; Notes: missing → written`;
}
