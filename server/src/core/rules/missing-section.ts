/** A section the template asks for is not there. */
import type { BoundSection } from '../binding.ts';
import { insertSections, sectionText } from '../section-text.ts';
import { defineRule, type Fix, type RuleContext } from './rule.ts';

export const missingSection = defineRule({
  id: 'missing-section',
  severity: 'error',
  docs: {
    summary: 'A section the template asks for is not there.',
    why: 'Reviewers look for it by name, and read its absence as an oversight. A section that does not apply is answered with `N/A`, so that they know it was thought of.',
    examples: [
      {
        template: '## Goals\n\nSay why the project exists.\n\n## Risks\n\nSay what could go wrong.\n',
        before: '## Goals\n\nFewer lost drafts.\n',
        after: '## Goals\n\nFewer lost drafts.\n\n## Risks\n\nSay what could go wrong.\n',
      },
    ],
  },

  *check({ binding }) {
    for (const bound of binding.all) {
      const { spec, matches, after, passedBy } = bound;
      if (!spec.required || 0 < matches.length) continue;
      const message = `Section “${spec.name}” is missing: the template asks for it ${placeIn(bound)}`;
      yield { span: after, message, key: spec.path, spec, passedBy, data: bound };
    }
  },

  *fixes({ data: bound }, context) {
    const { name, lead } = bound.spec;
    yield insert('insert', `Insert section “${name}”`, bound, context);
    if (!lead) yield insert('not-applicable', `Insert section “${name}” as not applicable`, bound, context);
  },
});

function placeIn({ follows, under }: BoundSection): string {
  const place = follows === undefined ? 'first' : `after “${follows.name}”`;
  if (under === undefined) return place;
  return follows === undefined ? `first under “${under.name}”` : `under “${under.name}”, ${place}`;
}

/** What is required under it comes along: it would be missing as soon as its parent is there. */
function insert(
  name: 'insert' | 'not-applicable',
  title: string,
  { insertAt, level, spec }: BoundSection,
  { document }: RuleContext,
): Fix {
  const body = name === 'insert' ? 'guidance' : name;
  const section = sectionText(spec, { document, level, body, including: ({ required }) => required, selected: true });
  const { edit, selection } = insertSections(document, insertAt, [section]);
  return { name, title, edits: [edit], selection, safe: false };
}
