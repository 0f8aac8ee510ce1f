/** All rules, in the order the docs list them. */
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [];
