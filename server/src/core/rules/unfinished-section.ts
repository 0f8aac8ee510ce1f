/** “TBD” and its like in place of an answer. */
import { lacksReason } from '../section-answer.ts';
import { defineRule } from './rule.ts';

export const unfinishedSection = defineRule({
  id: 'unfinished-section',
  severity: 'warning',
  docs: {
    summary: 'A section says “TBD”, “TODO” or the like in place of an answer.',
    why: 'It is fine while you write. When the document goes to review, somebody has to guess what was meant.',
    examples: [
      {
        template: '## Goals\n\nSay why the project exists.\n',
        before: '## Goals\n\nTBD\n',
        after: '## Goals\n\nFewer lost drafts.\n',
      },
    ],
  },

  *check({ binding, document }) {
    for (const { spec, matches, passedBy } of binding.all) {
      for (const { section, status, opening } of matches) {
        if (status !== 'unfinished') continue;
        const message = lacksReason({ document, spec, section, opening })
          ? `Section “${spec.name}” says that it does not apply, and not why`
          : `Section “${spec.name}” is still to be written`;
        yield { span: section.heading, message, key: spec.path, spec, passedBy, data: undefined };
      }
    }
  },
});
