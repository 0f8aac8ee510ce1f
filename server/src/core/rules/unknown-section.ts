/** A section the template does not have. */
import type { Binding } from '../binding.ts';
import { defineRule } from './rule.ts';

export const unknownSection = defineRule({
  id: 'unknown-section',
  severity: 'off',
  docs: {
    summary: 'A section the template does not have.',
    why: 'Most documents have one, and that is normal: the rule is off unless a team turns it on.',
    examples: [
      {
        template: '## Goals\n\nSay why the project exists.\n',
        before: '## Goals\n\nFewer lost drafts.\n\n## Thanks\n\nTo the support desk.\n',
        after: '## Goals\n\nFewer lost drafts.\n',
      },
    ],
  },

  *check({ binding }) {
    for (const { title, heading } of unknownIn(binding)) {
      yield { span: heading, message: `The template has no section “${title}”`, key: title, data: undefined };
    }
  },
});

/** On top, and under sections of the template that have subsections of their own. */
function* unknownIn(binding: Binding): Iterable<Binding['unknown'][number]> {
  yield* binding.unknown;
  for (const { spec, matches } of binding.all) {
    if (spec.children.length === 0) continue;
    for (const { inner } of matches) yield* inner.unknown;
  }
}
