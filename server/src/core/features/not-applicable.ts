/** Answers a section with “N/A”, the reason to be typed behind it. */
import type { BoundSection, Match } from '../binding.ts';
import { answerSpan, withoutBlanks } from '../place.ts';
import type { RuleContext } from '../rules/rule.ts';
import { notApplicable } from '../section-text.ts';
import type { SectionStatus } from '../status.ts';
import { insertBlock } from '../text/insert.ts';
import type { Span } from '../text/span.ts';
import { type Insertion, insertion } from './insertion.ts';

/** What is done, or why nothing is: the section has an answer, it is the lead section, or there is none at that place. */
export type NotApplicable = Insertion | { readonly refused: 'answered' | 'lead' | 'none'; readonly name: string };

/** Whether a section in this state can be answered so: one with words of its author's is left alone. */
export function canBeNotApplicable({ spec }: Pick<BoundSection, 'spec'>, status: SectionStatus): boolean {
  return !spec.lead && OPEN.has(status);
}

const OPEN: ReadonlySet<SectionStatus> = new Set(['missing', 'empty', 'guidance', 'unfinished']);

/** The section of a path, or the innermost one of the template's at an offset. Never throws. */
export function markNotApplicable(context: RuleContext, target: string | number): NotApplicable {
  const found = typeof target === 'string' ? byPath(context, target) : at(context, target);
  if (found === undefined) return { refused: 'none', name: '' };
  const { bound, match } = found;
  const { spec } = bound;
  const { name, path } = spec;
  if (spec.lead) return { refused: 'lead', name };
  if (!canBeNotApplicable(bound, match?.status ?? 'missing')) return { refused: 'answered', name };
  if (match === undefined) return insertion(context, (each) => each.path === path, 'not-applicable');
  return answered(context, match);
}

interface Found {
  readonly bound: BoundSection;
  /** Undefined where it is missing. */
  readonly match: Match | undefined;
}

/** Of one that stands there several times, the first that can be answered. */
function byPath({ binding }: RuleContext, path: string): Found | undefined {
  for (const bound of binding.all) {
    if (bound.spec.path !== path) continue;
    const open = bound.matches.find(({ status }) => canBeNotApplicable(bound, status));
    return { bound, match: open ?? bound.matches[0] };
  }
  return undefined;
}

function at({ binding }: RuleContext, offset: number): Found | undefined {
  let innermost: Found | undefined;
  for (const bound of binding.all) {
    for (const match of bound.matches) {
      const { start, end } = match.section.span;
      if (start <= offset && offset <= end && !isWithin(innermost, start)) innermost = { bound, match };
    }
  }
  return innermost;
}

/** Whether what was found begins behind `start`: then it is the nearer one. */
function isWithin(found: Found | undefined, start: number): boolean {
  return found?.match !== undefined && start < found.match.section.span.start;
}

/** In the place of what stands there, and of words behind the heading's colon; else under the heading. */
function answered({ document }: RuleContext, { section, opening }: Match): Insertion {
  const span: Span | undefined =
    answerSpan(document, section) ?? (opening.start < opening.end ? withoutBlanks(document.text, opening) : undefined);
  if (span !== undefined) {
    const cursor = span.start + notApplicable.length;
    return { edits: [{ span, newText: notApplicable }], selection: { start: cursor, end: cursor } };
  }
  const edit = insertBlock(document, section.heading.end, notApplicable);
  const cursor = edit.span.start + edit.newText.replace(/(?<![\r\n])[\r\n]+$/, '').length;
  return { edits: [edit], selection: { start: cursor, end: cursor } };
}
