/** A title that means the template's and does not say it. */
import { boldLevel, type Section, type SpecDocument } from '../document.ts';
import { titleSpan } from '../place.ts';
import { headingText } from '../section-text.ts';
import type { SectionSpec } from '../template.ts';
import { wordsSpan } from '../text/decoration.ts';
import { htmlHeadingIn, htmlOf } from '../text/html-heading.ts';
import { numberingLength } from '../text/numbering.ts';
import type { Edit, Span } from '../text/span.ts';
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
    const edits = [renaming(document, section, spec)];
    yield { name: 'rename', title: `Rename to “${spec.name}”`, edits, safe: false };
  },
});

/** A bold line gets the template's marks and colon, a heading its words. */
function renaming(document: SpecDocument, section: Section, spec: SectionSpec): Edit {
  if (section.level === boldLevel && spec.level === boldLevel)
    return { span: section.heading, newText: headingText(spec, boldLevel) };
  const title = spec.level === boldLevel ? spec.name : spec.title;
  const isHtml = htmlHeadingIn(document.text.slice(section.heading.start, section.heading.end)) !== undefined;
  return retitled(document, titleSpan(document, section), isHtml ? htmlOf(title) : title);
}

/** The words alone, where an address, a number in words, an emoji or the like stands before or behind them: the author's stays, but for a number where the template has one. */
function retitled({ text }: SpecDocument, { start, end }: Span, title: string): Edit {
  const source = text.slice(start, end);
  const marks = emphasisOf(source);
  const within = source.slice(marks, source.length - marks);
  const [own, theirs] = [ownWords(within, 0 < numberingLength(title)), wordsSpan(title)];
  const [isBefore, isBehind] = [0 < own.start, own.end < within.length];
  if (!isBefore && !isBehind) return { span: { start, end }, newText: title };
  const words = title.slice(isBefore ? theirs.start : 0, isBehind ? theirs.end : title.length);
  return { span: { start: start + marks + own.start, end: start + marks + own.end }, newText: words };
}

function ownWords(source: string, withNumber: boolean): Span {
  const from = ANCHORS.exec(source)?.[0].length ?? 0;
  const words = source.slice(from);
  const { start, end } = wordsSpan(words);
  return { start: from + (withNumber ? start : Math.max(start, numberingLength(words))), end: from + end };
}

/** `<a name="goals"></a>` in front of the words. */
const ANCHORS = /^(?:<a\s[^<>]*><\/a>\s*)+/i;

/** How long the marks are that stand on both sides of the words. */
function emphasisOf(source: string): number {
  const marks = /^(?:\*{1,3}|_{1,3})(?![*_])/.exec(source)?.[0] ?? '';
  return 2 * marks.length < source.length && source.endsWith(marks) ? marks.length : 0;
}
