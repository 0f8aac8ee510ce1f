/** The common shapes of answers, such as a user story, offered in the section that is being written. */
import type { Laid } from '../binding.ts';
import { boldLevel, type Section } from '../document.ts';
import type { Shape } from '../shape.ts';
import { shapes } from '../shapes.ts';
import { joined } from '../text/holes.ts';
import { lineEndOf } from '../text/insert.ts';
import { shareWord } from '../text/shared-word.ts';
import { likeness, nameOf } from '../text/titles.ts';
import { type Completion, filling, fromWord } from './completion-item.ts';
import { breaksAround, lastBefore, sectionsAround, type TypedLine } from './typed-line.ts';

/** The one that the section is named for comes first. Empty outside of sections, and before words. `laid` is the document without what is typed. */
export function shapeCompletions(laid: Laid, { span, typed, isLast }: TypedLine): readonly Completion[] {
  const { document } = laid;
  const around = sectionsAround(laid, span.start);
  const section = around.at(-1);
  if (section === undefined || !isLast) return [];
  const marks = /^#*/.exec(typed)?.[0] ?? '';
  return fitting(around).flatMap(({ name, description, parts }) => {
    const filter = marks === '' ? fromWord(name, typed) : `${marks} ${name}`;
    const levelled = parts.map((part) => (typeof part === 'string' ? atLevel(part, section.level + 1) : part));
    const hasHeading = parts.some((part) => typeof part === 'string' && HEADING.test(part));
    // Where bold lines are the sections, a heading would end them.
    if (filter === undefined || (hasHeading && section.level === boldLevel)) return [];
    const before = !hasHeading && endsList(laid, section, span.start) ? '' : breaksAround(document, span).before;
    return [
      {
        kind: 'shape',
        label: name,
        detail: description,
        documentation: joined(levelled, '\n').text.trim(),
        span,
        filter,
        ...filling([before, ...levelled], lineEndOf(document.text)),
      },
    ];
  });
}

function fitting(around: readonly Section[]): readonly Shape[] {
  const titles = around.map(({ title }) => nameOf(title));
  return shapes
    .map((shape) => ({ shape, alike: Math.max(...titles.map((title) => likenessTo(title, shape))) }))
    .sort((a, b) => b.alike - a.alike)
    .map(({ shape }) => shape);
}

/** A word in common is less than any likeness, and better than nothing. */
function likenessTo(title: string, { name }: Shape): number {
  return likeness(name, title) || (shareWord(name, title) ? 0.1 : 0);
}

const HEADING = /^#+(?= )/m;

/** Every heading of a shape is one deeper than the section. */
function atLevel(part: string, level: number): string {
  return part.replace(HEADING, '#'.repeat(Math.min(6, level)));
}

/** The line above ends a list: an item goes on with it. */
function endsList({ document: { lines } }: Laid, section: Section, offset: number): boolean {
  const above = lastBefore(section, offset);
  return above?.kind === 'list' && above.span.end === lines.endOf(lines.lineAt(offset) - 1);
}
