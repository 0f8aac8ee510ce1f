/** What of very many findings an editor is sent. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import * as core from '../../src/core/index.ts';
import { reserved } from '../../src/core/reserved.ts';

const document = core.parseDocument('\n# Plan\n\nWords.\n');
const finding = (at: number, severity: core.Severity) =>
  reserved('a-rule', severity, { start: at, end: at }, `The ${at}th`);

describe('findings as an editor is sent them', () => {
  it('are all of them, up to a thousand', () => {
    const findings = Array.from({ length: 1_000 }, (_, at) => finding(at, 'hint'));
    ok(core.shown(document, findings) === findings);
  });

  it('are the loudest of more, in their order, and how many there are', () => {
    const findings = Array.from({ length: 1_200 }, (_, at) => finding(at, at < 150 ? 'hint' : 'warning'));
    findings.push(finding(1_200, 'error'));
    const sent = core.shown(document, findings);
    equal(sent.length, 1_000);
    deepEqual(
      [sent[0], sent[998]?.severity, sent.filter(({ severity }) => severity === 'hint').length],
      [findings[150], 'error', 0],
    );
    ok(sent.slice(0, -1).every((each, at) => at === 0 || (sent[at - 1]?.span.start ?? 0) < each.span.start));
    const { rule, severity, message, span } = sent.at(-1) as core.Finding;
    deepEqual(
      [rule, severity, message, span],
      ['too-many', 'information', '999 of 1201 findings are shown: `tech-spec check` lists all', { start: 1, end: 7 }],
    );
  });

  it('are at least so many where no more of a rule were looked for', () => {
    const findings = Array.from({ length: 1_200 }, (_, at) => ({ ...finding(at, 'hint'), rule: `rule-${at % 2}` }));
    const told = (most: number) => core.shown(document, findings, most).at(-1)?.message;
    equal(told(600), '999 of at least 1200 findings are shown: `tech-spec check` lists all');
    equal(told(601), '999 of 1200 findings are shown: `tech-spec check` lists all');
  });
});
