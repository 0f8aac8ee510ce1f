/** Findings that no rule makes: where each stands, and that it has no fixes. */
import { deepEqual } from 'node:assert/strict';
import { parseDocument } from '../../src/core/document.ts';
import { configurationProblem, reservedRules, templateProblem, tooLarge } from '../../src/core/reserved.ts';

const place = { start: 3, end: 7 };

describe('a finding that no rule makes', () => {
  it('is that a document is too large: on its first heading, else on its first line', () => {
    const found = (text: string) => {
      const { rule, severity, message, span, fixes } = tooLarge(parseDocument(text));
      return [rule, severity, message, text.slice(span.start, span.end), fixes()];
    };
    const said = ['too-large', 'information', 'The document is larger than 10 MiB and is not checked'];
    deepEqual(found('Words.\n\n## Goals\n'), [...said, '## Goals', []]);
    deepEqual(found('Words.\nMore.\n'), [...said, 'Words.', []]);
  });

  it('is a problem of a template, as it is told there', () => {
    const { fixes, ...found } = templateProblem({ span: place, message: 'The template is empty' });
    const message = 'The template is empty';
    deepEqual(found, { rule: 'template-problem', severity: 'warning', message, span: place, key: message });
    deepEqual(fixes(), []);
  });

  it('is a problem of a configuration, as loud as it is there', () => {
    for (const severity of ['error', 'warning'] as const) {
      const { fixes, ...found } = configurationProblem({ span: place, message: 'A', severity });
      deepEqual(found, { rule: 'configuration-problem', severity, message: 'A', span: place, key: 'A' });
      deepEqual(fixes(), []);
    }
  });

  it('has an id that says what it is about', () =>
    deepEqual(
      reservedRules.map(({ id }) => id),
      ['too-large', 'template-problem', 'configuration-problem', 'template-drift'],
    ));
});
