/** Words shown in the text that are not in it: what the template asks for where nothing is written, and how long an answer is. */
import type { Match } from '../binding.ts';
import type { SpecDocument } from '../document.ts';
import { type Count, measure } from '../length.ts';
import type { Limit } from '../limits.ts';
import { emptyPlace } from '../place.ts';
import type { RuleContext } from '../rules/rule.ts';
import { atOnce, isPause, type Steps } from '../steps.ts';
import type { SectionSpec } from '../template.ts';
import { sentencesOf } from '../text/sentences.ts';
import { shortened } from '../text/shortened.ts';
import type { Span } from '../text/span.ts';
import { commentsIn } from '../text/visible.ts';
import { guidanceMarkdown, plainWords } from './guidance-markdown.ts';
import { amount, countedText, countText } from './limit-words.ts';

export interface Inlay {
  /** Where it is shown. */
  readonly at: number;
  readonly kind: 'guidance' | 'limit';
  /** Plain words on one line. */
  readonly text: string;
  /** Markdown: all of the guidance, or the template's words for the limit. */
  readonly tooltip: string;
  /** Something stands before it on its line. */
  readonly isBehind: boolean;
}

/** In document order. Guidance is there until the first letter is typed, a count as soon as there are words of the author's. Never throws. */
export function inlays(context: RuleContext): readonly Inlay[] {
  return atOnce(inlaysInSteps(context, { start: 0, end: context.document.lines.length }));
}

/** The first so many of those of some kinds within a span. Stops behind some hundreds of sections. */
export function* inlaysInSteps(
  { document, binding }: RuleContext,
  { start, end }: Span,
  isWanted: (kind: Inlay['kind']) => boolean = () => true,
): Steps<readonly Inlay[]> {
  const found: Inlay[] = [];
  for (const { spec, matches } of binding.all) {
    for (const [at, match] of matches.entries()) {
      if (isPause(at)) yield;
      const { heading, body } = match.section;
      if (body.end < start || end < heading.start) continue;
      if (match.status === 'empty') found.push(...ghost(document, spec, match));
      if (match.status === 'done' || match.status === 'overlong') found.push(...counts(document, spec, match));
    }
  }
  const within = found.filter(({ kind, at }) => isWanted(kind) && start <= at && at <= end);
  return within.sort((a, b) => a.at - b.at).slice(0, mostInlays);
}

/** Nobody sees more at once. */
const mostInlays = 10_000;

function* ghost(document: SpecDocument, spec: SectionSpec, { section }: Match): Iterable<Inlay> {
  // A dash or dots are no answer, and yet something was typed.
  if (section.blocks.some(({ kind }) => kind !== 'comment')) return;
  const text = firstSentence(spec, section.blocks.length === 0);
  if (text === '') return;
  const { lines } = document;
  const at = emptyPlace(document, section).start;
  const tooltip = guidanceMarkdown(spec) || plainWords(text);
  yield { at, kind: 'guidance', text, tooltip, isBehind: lines.startOf(lines.lineAt(at)) < at };
}

function* counts(document: SpecDocument, spec: SectionSpec, { section, opening }: Match): Iterable<Inlay> {
  for (const limit of spec.limits) {
    const counted = measure({ document, spec, section, opening }, limit);
    const { end } = section.heading;
    if (0 < counted.count)
      yield {
        at: end,
        kind: 'limit',
        text: countWords(counted, limit),
        tooltip: plainWords(limit.said),
        isBehind: true,
      };
  }
}

/** `2/2 sentences`; where nothing is too long, “1 of at least 2 paragraphs”. */
function countWords(counted: Count, limit: Limit): string {
  const { unit, max } = limit;
  return max === Infinity ? countText(counted, limit) : `${countedText(counted)}/${amount(max, unit)}`;
}

/** Of the guidance, without markup and but for tables, which are to be filled; of its comments only where it says nothing else, and the document has none of them. */
function firstSentence({ source, document }: SectionSpec, orOfComments: boolean): string {
  const told = source.blocks.filter(({ kind }) => kind !== 'table');
  const prose = told.map((block) => block.prose.trim()).find((words) => words !== '') ?? '';
  const comments = () => {
    const [first] = commentsIn(document.text.slice(source.body.start, source.body.end)).filter((words) => words !== '');
    return first ?? '';
  };
  const words = prose === '' && orOfComments ? comments() : prose;
  const [sentence = ''] = sentencesOf(words.split('\n\n')[0] ?? '');
  return shortened(sentence, longest);
}

const longest = 100;
