/** A section at another depth than the template's. */
import type { Binding, BoundSection } from '../binding.ts';
import { boldLevel, type Section, type SpecDocument } from '../document.ts';
import { areMany } from '../steps.ts';
import { BOM } from '../text/front-matter-span.ts';
import { endEscaped, hashesIn } from '../text/heading-end.ts';
import { htmlHeadingAt, htmlHeadingIn } from '../text/html-heading.ts';
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
    const placed = placedIn(binding);
    if (areMany(placed.length)) yield undefined;
    // What stands under one that moves goes along with it, but for what is right already.
    const settled = new Set<Section>();
    for (const { bound, section, isRight } of placed)
      if (isRight && section.level === bound.spec.level) settled.add(section);
    for (const { bound, section, isRight } of placed) {
      const { spec, level, passedBy } = bound;
      if (isRight) continue;
      const where = template.kind === 'form' && level !== spec.level ? 'the others are' : 'in the template';
      const message = `Section “${spec.repeatable ? section.title : spec.name}” is a heading of level ${section.level}, ${where} of level ${level}`;
      yield { span: section.heading, message, key: spec.path, spec, passedBy, data: { section, level, settled } };
    }
  },

  *fixes({ data: { section, level, settled } }, { document }) {
    const by = level - section.level;
    const edits = withChildren(section, settled).map((each) => setLevel(document, each, each.level + by));
    yield { name: 'level', title: `Make it a heading of level ${level}`, edits, safe: true };
  },
});

interface Placed {
  readonly bound: BoundSection;
  readonly section: Section;
  /** As deep as the template has it. */
  readonly isRight: boolean;
}

/** Every section that answers to one of the template. What stands under one at a wrong depth may have gone along with it, or have stayed. */
function placedIn(binding: Binding): readonly Placed[] {
  const placed: Placed[] = [];
  const place = (all: readonly BoundSection[], isUnderWrong: boolean) => {
    for (const bound of all) {
      const { spec, level, matches } = bound;
      for (const match of matches) {
        const { section } = match;
        const hasStayed = isUnderWrong && section.level === spec.level;
        // Bold lines have no depth.
        const isRight = section.level === level || hasStayed || spec.level === boldLevel;
        placed.push({ bound, section, isRight });
        if (0 < spec.children.length) place(match.inner.bound, !isRight);
      }
    }
  };
  place(binding.bound, false);
  return placed;
}

function withChildren(section: Section, settled: ReadonlySet<Section>): readonly Section[] {
  const along = section.children.filter((child) => !settled.has(child));
  return [section, ...along.flatMap((child) => withChildren(child, settled))];
}

function setLevel({ text }: SpecDocument, { heading, title }: Section, wanted: number): Edit {
  const depth = Math.max(1, Math.min(6, wanted));
  const marks = '#'.repeat(depth);
  const { start, end } = heading;
  const source = text.slice(start, end);
  const hashes = hashesIn(source);
  if (hashes !== undefined) return { span: { start: start + hashes.start, end: start + hashes.end }, newText: marks };
  if (htmlHeadingIn(source) !== undefined) return { span: heading, newText: htmlHeadingAt(source, depth) };
  const from = source.startsWith(BOM) ? BOM.length : 0;
  const words = source
    .slice(from)
    .split(/\r\n?|\n/)
    .slice(0, -1)
    .join(' ');
  const newText = `${marks} ${endEscaped(words.replace(/[ \t]+/g, ' ').trim() || title)}`;
  return { span: { start: start + from, end }, newText };
}
