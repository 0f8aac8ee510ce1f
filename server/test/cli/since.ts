/** What the tests of `--since` share: three texts, a repository that begins with them, and what is new in each. */
import { equal } from 'node:assert/strict';
import type { TestRepository } from './repository.ts';
import { documentsOf, type Ran } from './terminal.ts';

export const template = '## Goals\n\nSay why.\n\n## Risks\n\nSay what may go wrong.\n\n## Costs\n\nSay how much.\n';
export const whole = '## Goals\n\nWarm hands.\n\n## Risks\n\nN/A\n\n## Costs\n\nA kettle.\n';
export const withoutRisks = '## Goals\n\nWarm hands.\n\n## Costs\n\nA kettle.\n';
export const json = ['check', '-f', 'json', '-t', 'template.md', '--since'];

/** Documents with what is new in each: `file: rule section, …`. */
export function newIn(ran: Ran): readonly string[] {
  equal(ran.errors, '');
  return documentsOf(ran).map(({ file, findings }) =>
    `${file}: ${findings.map(({ rule, section }) => `${rule} ${section}`).join(', ')}`.trim(),
  );
}

/** Two documents, one of them without its risks. */
export function started(repository: TestRepository): void {
  repository.commit('2020-01-01', { 'template.md': template, 'docs/a.md': whole, 'docs/b.md': withoutRisks });
}
