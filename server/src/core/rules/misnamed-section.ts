/** A title that means the template's and does not say it. */
import { allBound } from '../binding.ts';
import { titleSpan } from '../document.ts';
import { defineRule } from './rule.ts';

export const misnamedSection = defineRule({
  id: 'misnamed-section',
  severity: 'information',
  steady: true,
  docs: {
    summary: 'A heading means one of the template’s and is worded differently.',
    why: 'Readers and tools find sections by name. It counts as there, and is only offered to be renamed.',
    examples: [
      {
        template: '## Testing\n\nSay how it is tested.\n',
        before: '## Test Plan\n\nBy hand, twice.\n',
        after: '## Testing\n\nBy hand, twice.\n',
      },
    ],
  },

  *check({ binding }) {
    for (const { spec, matches } of allBound(binding)) {
      for (const { section, by } of matches) {
        if (by !== 'likeness') continue;
        const message = `“${section.title}” is “${spec.name}” in the template`;
        yield { span: section.heading, message, key: spec.path, spec, data: { section, spec } };
      }
    }
  },

  *fixes({ data: { section, spec } }, { document }) {
    const edits = [{ span: titleSpan(document, section), newText: spec.title }];
    yield { name: 'rename', title: `Rename to “${spec.name}”`, edits, safe: false };
  },
});
