/** A heading with nothing under it. */
import type { Match } from '../binding.ts';
import { fitting, notApplicable } from '../section-text.ts';
import { insertBlock } from '../text/insert.ts';
import { defineRule, type Fix, type RuleContext } from './rule.ts';

export const emptySection = defineRule({
  id: 'empty-section',
  severity: 'error',
  docs: {
    summary: 'A heading has nothing under it.',
    why: 'An empty section tells nobody whether it was forgotten or does not apply. `N/A` is a full answer in every section but a summary.',
    examples: [
      {
        template: '## Goals\n\nSay why the project exists.\n\n## Risks\n\nSay what could go wrong.\n',
        before: '## Goals\n\nFewer lost drafts.\n\n## Risks\n',
        after: '## Goals\n\nFewer lost drafts.\n\n## Risks\n\nSay what could go wrong.\n',
      },
    ],
  },

  *check({ binding }) {
    for (const { spec, matches, passedBy } of binding.all) {
      const [match] = matches;
      if (!spec.required || match?.status !== 'empty') continue;
      const message = `Section “${spec.name}” is empty`;
      yield { span: match.section.heading, message, key: spec.path, spec, passedBy, data: { match, spec } };
    }
  },

  *fixes({ data: { match, spec } }, { document }) {
    const guidance = fitting(spec.guidance, document);
    const { start, end } = match.section.body;
    // Where it is a comment the section is still empty.
    if (guidance !== '' && !document.lines.textBetween(start, end).includes(guidance)) {
      yield fill('guidance', `Insert the guidance for “${spec.name}”`, match, document, guidance);
    }
    if (!spec.lead) yield fill('not-applicable', `Answer “${spec.name}” with N/A`, match, document, notApplicable);
  },
});

/** Right under the heading: comments and link definitions that stand there stay behind it. */
function fill(name: string, title: string, { section }: Match, document: RuleContext['document'], body: string): Fix {
  const edit = insertBlock(document, section.heading.end, body);
  const [first, last] = [edit.newText.search(/\S/), edit.newText.replace(/(?<![\r\n])[\r\n]+$/, '').length];
  const end = edit.span.start + last;
  const selection = { start: name === 'guidance' ? edit.span.start + first : end, end };
  return { name, title, edits: [edit], selection, safe: false };
}
