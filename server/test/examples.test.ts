/** Every rule's documented examples, run: what a page says is what happens. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as core from '../src/core/index.ts';
import { contextOf, find } from './check.ts';
import { home } from './sources.ts';

describe('the examples of each rule', () => {
  it('there are rules', () => ok(0 < core.rules.length));

  for (const rule of core.rules) {
    describe(rule.id, () => {
      it('has an example', () => ok(0 < rule.docs.examples.length));

      it('has its corners tried in a file of its own', () => {
        const path = `server/test/rules/${rule.id}.test.ts`;
        ok(existsSync(`${home}${path}`), `Write ${path}`);
      });

      rule.docs.examples.forEach((example, index) => {
        it(`example ${index + 1}: before yields this rule and no other`, () => {
          deepEqual(Array.from(new Set(rulesFound(rule, example.template, example.before))), [rule.id]);
        });

        it(`example ${index + 1}: after no longer yields it`, () => {
          ok(!rulesFound(rule, example.template, example.after).includes(rule.id));
        });

        it(`example ${index + 1}: the first fix, if any, turns before into after`, () => {
          const [finding] = find(contextOf(example.template, example.before), { only: rule.id });
          const [fix] = finding?.fixes() ?? [];
          if (fix !== undefined) equal(core.applyEdits(example.before, fix.edits), example.after);
        });
      });
    });
  }
});

/** Every rule that is on speaks, and the one in question even where it is off by default. */
function rulesFound(rule: core.Rule, template: string, text: string): readonly string[] {
  const severities = rule.severity === 'off' ? new Map([[rule.id, 'warning'] as const]) : new Map();
  return find(contextOf(template, text), { severities }).map((finding) => finding.rule);
}
