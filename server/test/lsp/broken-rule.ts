/** A rule that throws, to see what goes on without it. */
import { defineRule } from '../../src/core/rules/rule.ts';

export const brokenRule = defineRule({
  id: 'broken-rule',
  severity: 'error',
  docs: { summary: 'Breaks.', why: 'To see what happens.', examples: [] },
  check: () => {
    throw new Error('out of order');
  },
});
