/** Colours by meaning: the template's headings, `N/A`, unfinished markers, placeholders. In specs only. */
import { type Answer, answerOf } from '../answers.ts';
import type { Match } from '../binding.ts';
import type { Block, Section, SpecDocument } from '../document.ts';
import { withoutBlanks } from '../place.ts';
import { placeholdersLeft } from '../placeholders.ts';
import type { RuleContext } from '../rules/rule.ts';
import { answerIn } from '../status.ts';
import type { SectionSpec } from '../template.ts';
import type { Span } from '../text/span.ts';
import { withoutTail } from '../text/suffixes.ts';
import { withoutComments } from '../text/visible.ts';

export type TokenKind = 'section' | 'notApplicable' | 'unfinished' | 'placeholder';

export interface Token {
  readonly span: Span;
  readonly kind: TokenKind;
}

/** In document order, none across a line end, none overlapping. Where two would, the placeholder is seen. */
export function tokens(context: RuleContext): readonly Token[] {
  const { document, binding } = context;
  const found: Token[] = placeholdersLeft(context).map(({ span }) => ({ span, kind: 'placeholder' }));
  const seen = new Set<Section>();
  for (const { spec, matches } of binding.all) {
    for (const match of matches) {
      if (seen.has(match.section)) continue;
      seen.add(match.section);
      found.push(...tokensIn(document, spec, match));
    }
  }
  return withoutOverlaps(found.flatMap((token) => lineByLine(document, token)));
}

function* tokensIn(document: SpecDocument, spec: SectionSpec, { section, opening }: Match): Iterable<Token> {
  const { text } = document;
  const { heading, blocks } = section;
  const hasOpening = opening.start < opening.end;
  const headingEnd = hasOpening ? opening.start : heading.end;
  yield { span: withoutBlanks(text, { start: heading.start, end: headingEnd }), kind: 'section' };
  const answer = answerIn({ document, spec, section, opening });
  const kind = kindOf(answer, spec);
  if (answer !== undefined && kind !== undefined) {
    const visible = blocks.filter((block) => block.kind !== 'comment');
    const [place] = hasOpening ? [opening] : (0 < visible.length ? visible : blocks).map(({ span }) => span);
    if (place !== undefined) yield { span: stockWords(text, place, answer), kind };
    return;
  }
  for (const block of blocks)
    if (saysUnfinished(block)) yield { span: stockWords(text, block.span, 'unfinished'), kind: 'unfinished' };
}

/** “N/A” is no answer in the lead section, and is not to look like one. */
function kindOf(answer: Answer | undefined, { lead }: SectionSpec): TokenKind | undefined {
  if (answer === 'unfinished') return 'unfinished';
  if (answer === 'not-applicable') return lead ? undefined : 'notApplicable';
  return answer === 'none' ? 'notApplicable' : undefined;
}

function saysUnfinished(block: Block): boolean {
  if (!ANSWERS.has(block.kind)) return false;
  return answerOf(block.proseUpTo(longestRead)) === 'unfinished';
}

const ANSWERS: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list', 'quote']);
/** In UTF-16 code units: what is longer says more, whatever it begins with. */
const longestRead = 10_000;

/** The fewest words at the beginning that already answer so: “N/A” of “N/A – client only”. */
function stockWords(text: string, span: Span, answer: Answer): Span {
  const source = text.slice(span.start, span.end);
  const isComment = source.trimStart().startsWith('<!--');
  const visible = isComment ? source.replace('<!--', '    ').replace('-->', '   ') : withoutComments(source);
  const marks = LINE_MARKS.exec(visible)?.[0].length ?? 0;
  const words =
    visible
      .slice(marks)
      .trimEnd()
      .split(/[\r\n]/)[0] ?? '';
  const start = span.start + marks;
  for (const { index } of `${words} `.matchAll(/[ \t]+/g)) {
    const beginning = words.slice(0, index);
    if (longestStock < beginning.length) break;
    if (answerOf(beginning) === answer) return { start, end: start + withoutTail(beginning, ',;:').length };
  }
  return { start, end: start + words.trimEnd().length };
}

/** Blank lines, bullets, numbers and quote marks. */
const LINE_MARKS = /^\s*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+|>)*/;
const longestStock = 60;

function lineByLine({ lines }: SpecDocument, { span, kind }: Token): readonly Token[] {
  const parts: Token[] = [];
  for (let line = lines.lineAt(span.start); line < lines.count && lines.startOf(line) < span.end; line++) {
    const start = Math.max(span.start, lines.startOf(line));
    const end = Math.min(span.end, lines.endOf(line));
    if (start < end) parts.push({ span: { start, end }, kind });
  }
  return parts;
}

/** Of two that overlap the one given first is whole, and the other keeps what is left of it. */
function withoutOverlaps(tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (const { span, kind } of tokens) {
    let parts = [span];
    for (const { span: taken } of kept) {
      if (taken.end <= span.start || span.end <= taken.start) continue;
      parts = parts.flatMap((part) => [
        { start: part.start, end: Math.min(part.end, Math.max(part.start, taken.start)) },
        { start: Math.max(part.start, Math.min(part.end, taken.end)), end: part.end },
      ]);
    }
    for (const part of parts) if (part.start < part.end) kept.push({ span: part, kind });
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}
