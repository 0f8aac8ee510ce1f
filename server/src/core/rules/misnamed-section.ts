/** A title that means the template's and does not say it. */
import { boldLevel, type Section, type SpecDocument } from '../document.ts';
import { titleSpan } from '../place.ts';
import { headingText } from '../section-text.ts';
import type { SectionSpec } from '../template.ts';
import { htmlHeadingIn, htmlOf } from '../text/html-heading.ts';
import { retitled } from '../text/retitle.ts';
import type { Edit } from '../text/span.ts';
import { withoutTail } from '../text/suffixes.ts';
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
        template: '## Rollout\n\nSay who gets it when.\n',
        before: '## Rollout plan\n\nAll at once.\n',
        after: '## Rollout\n\nAll at once.\n',
      },
    ],
  },

  *check({ binding }) {
    for (const { spec, matches } of binding.all) {
      for (const { section, by } of matches) {
        if (by !== 'likeness') continue;
        const message = `“${section.title}” is “${spec.name}” in the template`;
        yield { span: section.heading, message, key: spec.path, spec, data: { section, spec } };
      }
    }
  },

  *fixes({ data: { section, spec } }, { document }) {
    const edit = renaming(document, section, spec);
    if (edit !== undefined) yield { name: 'rename', title: `Rename to “${spec.name}”`, edits: [edit], safe: false };
  },
});

/** A heading gets the template's words, a bold line its marks and colon, too. */
function renaming(document: SpecDocument, section: Section, spec: SectionSpec): Edit | undefined {
  const { start, end } = titleSpan(document, section);
  const { heading, level } = section;
  const source = document.lines.textBetween(start, end);
  const areBold = level === boldLevel && spec.level === boldLevel;
  const words = areBold ? withoutTail(source, ' :：') : source;
  const title = spec.level === boldLevel ? spec.name : spec.title;
  const isHtml = htmlHeadingIn(document.lines.textBetween(heading.start, heading.end)) !== undefined;
  const edit = retitled(words, isHtml ? htmlOf(title) : title);
  if (edit === undefined) return undefined;
  const { span, newText } = edit;
  if (areBold && span.end - span.start === words.length)
    return { span: heading, newText: headingText(spec, boldLevel) };
  return { span: { start: start + span.start, end: start + span.end }, newText };
}
