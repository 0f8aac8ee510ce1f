/** A section at another depth than the template's. */
import { allBound, type Binding } from '../binding.ts';
import { boldLevel, type Section, type SpecDocument } from '../document.ts';
import type { Edit } from '../text/span.ts';
import { defineRule } from './rule.ts';

export const sectionLevel = defineRule({
  id: 'section-level',
  severity: 'warning',
  docs: {
    summary: 'A section stands at another depth than in the template.',
    why: 'Outlines, tables of contents and other tools read the structure from the depth of the headings. The fix moves subsections along.',
    examples: [
      {
        template: '## Goals\n\nSay why the project exists.\n',
        before: '# Plan\n\n### Goals\n\nFewer lost drafts.\n',
        after: '# Plan\n\n## Goals\n\nFewer lost drafts.\n',
      },
    ],
  },

  *check({ binding, template }) {
    for (const { spec, matches, level, passedBy } of allBound(binding)) {
      for (const { section } of matches) {
        // Bold lines have no depth.
        if (section.level === level || spec.level === boldLevel) continue;
        const where = template.kind === 'form' && level !== spec.level ? 'the others are' : 'in the template';
        const message = `Section “${spec.repeatable ? section.title : spec.name}” is a heading of level ${section.level}, ${where} of level ${level}`;
        yield { span: section.heading, message, key: spec.path, spec, passedBy, data: { section, level } };
      }
    }
  },

  *fixes({ data: { section, level } }, { binding, document }) {
    const by = level - section.level;
    const settled = new Set(settledIn(binding, section));
    const edits = withChildren(section, settled).map((each) => setLevel(document, each, each.level + by));
    yield { name: 'level', title: `Make it a heading of level ${level}`, edits, safe: true };
  },
});

/** Sections that are as deep as the template has them, `moving` and its own subsections aside: they do not go along. */
function* settledIn({ bound }: Binding, moving: Section): Iterable<Section> {
  for (const { matches, level } of bound) {
    for (const { section, inner } of matches) {
      if (section === moving) continue;
      if (section.level === level) yield section;
      yield* settledIn(inner, moving);
    }
  }
}

function withChildren(section: Section, settled: ReadonlySet<Section>): readonly Section[] {
  const along = section.children.filter((child) => !settled.has(child));
  return [section, ...along.flatMap((child) => withChildren(child, settled))];
}

function setLevel({ text }: SpecDocument, { heading, level, title }: Section, wanted: number): Edit {
  const marks = '#'.repeat(Math.max(1, Math.min(6, wanted)));
  const { start, end } = heading;
  if (text[start] === '#') return { span: { start, end: start + level }, newText: marks };
  const words = text
    .slice(start, end)
    .split(/\r\n?|\n/)
    .slice(0, -1)
    .join(' ');
  return { span: heading, newText: `${marks} ${words.replace(/[ \t]+/g, ' ').trim() || title}` };
}
