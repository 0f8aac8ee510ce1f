/** What a document calls itself, for a list of many of its kind. */
import { equal } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { contextOf } from '../check.ts';

const plain = '## Goals\n\nSay why.\n';
const issue = `---\nname: Plan\nabout: A plan\ntitle: "Plan: "\n---\n\n${plain}`;
const headed = `# Feature Specification: [FEATURE NAME]\n\n${plain}`;

describe('the title of a document', () => {
  it('is that of its front matter, else its first heading of level 1', () => {
    called(plain, '---\ntitle: Night trains\n---\n\n# Trains at night\n', 'Night trains');
    called(plain, '## Before\n\n# Trains at night\n\n# Trams\n', 'Trains at night');
    called(plain, '---\ntitle: 2026\n---\n', '2026');
  });

  it('is none where neither is there', () => {
    called(plain, '', undefined);
    called(plain, '## Goals\n', undefined);
    called(plain, '---\ntitle:\n---\n\n#\n', undefined);
    called(plain, '---\ntitle: [a, b]\n---\n', undefined);
  });

  it('is without what every document of the template begins with', () => {
    called(issue, '---\ntitle: "Plan: Night trains"\n---\n', 'Night trains');
    called(issue, '# plan: Night trains\n', 'Night trains');
    called(headed, '# Feature Specification: Night trains\n', 'Night trains');
    called(`---\ntitle: "[RFC] "\n---\n\n${plain}`, '---\ntitle: "[RFC] Night trains"\n---\n', 'Night trains');
  });

  it('keeps a word that only begins like the template’s', () => {
    called(`---\ntitle: Night\n---\n\n${plain}`, '---\ntitle: Nightly trains\n---\n', 'Nightly trains');
  });

  it('is not the template’s own, which says nothing', () => {
    called(issue, '---\ntitle: "Plan: "\n---\n\n# Night trains\n', 'Night trains');
    called(headed, '# Feature Specification: [FEATURE NAME]\n', undefined);
    called(headed, '# Feature specification:\n', undefined);
  });

  it('is no heading that answers to the template', () => {
    called('# Goals\n\n# Risks\n', '# Goals\n\nTrains.\n\n# Risks\n', undefined);
    called('# Goals\n\n# Risks\n', '# Night trains\n\n# Goals\n\nTrains.\n\n# Risks\n', 'Night trains');
  });

  it('is one line, and no longer than a list has room for', () => {
    called(plain, '---\ntitle: |\n  Night\n  trains\n---\n', 'Night trains');
    called(plain, `# ${'🚂'.repeat(300)}\n`, '🚂'.repeat(200));
  });
});

function called(template: string, text: string, title: string | undefined): void {
  equal(core.titleOf(contextOf(template, text)), title);
}
