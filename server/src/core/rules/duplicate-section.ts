/** A section twice where the template has it once. */
import type { Section } from '../document.ts';
import { flagsOf } from '../text/decoration.ts';
import { defineRule } from './rule.ts';

export const duplicateSection = defineRule({
  id: 'duplicate-section',
  severity: 'warning',
  steady: true,
  docs: {
    summary: 'A section stands twice where the template has it once.',
    why: 'Readers stop at the first, and the second goes stale unseen. Only sections side by side count: `Parameters` under each of several methods is fine.',
    examples: [
      {
        template: '## Goals\n\nSay why the project exists.\n\n## Risks\n\nSay what could go wrong.\n',
        before: '## Goals\n\nFewer lost drafts.\n\n## Risks\n\nNone.\n\n## Goals\n\nFewer support calls.\n',
        after: '## Goals\n\nFewer lost drafts, and fewer support calls.\n\n## Risks\n\nNone.\n',
      },
    ],
  },

  *check({ binding }) {
    for (const { spec, matches } of binding.all) {
      if (spec.repeatable) continue;
      const firsts = new Map<string, Section>();
      for (const { section } of matches) {
        const flags = flagsOf(section.title);
        const first = firsts.get(flags);
        if (first === undefined) {
          firsts.set(flags, section);
          continue;
        }
        const message = `Section “${spec.name}” is here a second time`;
        const related = [{ span: first.heading, message: 'The first one' }];
        yield { span: section.heading, message, key: spec.path, spec, related, data: undefined };
      }
    }
  },
});
