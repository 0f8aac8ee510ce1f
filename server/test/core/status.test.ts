/** The one status of a section, where it rests on what stands below it. */
import { deepEqual } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';

const template = '## Design\n\nSay how.\n\n### API\n\nList the endpoints.\n\n## Risks\n\n### Open\n\nList them.\n';

describe('the status of a section', () => {
  it('is guidance as long as it and its subsections hold nothing else', () =>
    deepEqual(statuses(template.slice(0, 52)), ['Design guidance', 'Design/API guidance', 'Risks missing']));

  it('is done when a subsection says something of its own', () =>
    deepEqual(statuses('## Design\n\nSay how.\n\n### API\n\nOne, to save.\n'), [
      'Design done',
      'Design/API done',
      'Risks missing',
    ]));

  it('is done without words of its own when a subsection has some', () =>
    deepEqual(statuses('## Risks\n\n### Open\n\nNone.\n'), ['Design missing', 'Risks done', 'Risks/Open done']));
});

function statuses(text: string): readonly string[] {
  const { binding } = contextOf(template, text);
  return Array.from(core.allBound(binding), (bound) => `${bound.spec.path} ${core.statusOf(bound)}`);
}
