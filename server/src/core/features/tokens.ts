/** Colours by meaning: the template's headings, `N/A`, unfinished markers, placeholders. In specs only. */
import { type Answer, answerOf } from '../answers.ts';
import type { Match } from '../binding.ts';
import type { Block, Section, SpecDocument } from '../document.ts';
import { Kept } from '../kept.ts';
import { withoutBlanks } from '../place.ts';
import { placeholdersLeftInSteps } from '../placeholders.ts';
import type { RuleContext } from '../rules/rule.ts';
import { answerIn } from '../section-answer.ts';
import { atOnce, isPause, type Steps } from '../steps.ts';
import type { SectionSpec } from '../template.ts';
import type { Span } from '../text/span.ts';
import { withoutTail } from '../text/suffixes.ts';
import { withoutComments } from '../text/visible.ts';

export type TokenKind = 'section' | 'notApplicable' | 'unfinished' | 'placeholder';

export interface Token {
  readonly span: Span;
  readonly kind: TokenKind;
}

/** The first so many of a document: nobody looks at more, and to send them takes as long as to find them. */
const mostTokens = 10_000;

/** In document order, none across a line end, none overlapping. Where two would, the placeholder is seen. */
export function tokens(context: RuleContext): readonly Token[] {
  return atOnce(tokensInSteps(context));
}

/** The same, and stops behind some hundreds of blocks. */
export function* tokensInSteps(context: RuleContext): Steps<readonly Token[]> {
  const { document, binding } = context;
  const left = yield* placeholdersLeftInSteps(context);
  const placeholders = left.map(({ span }): Token => ({ span, kind: 'placeholder' }));
  const found: Token[] = [];
  const seen = new Set<Section>();
  for (const { spec, matches } of binding.all) {
    for (const [at, match] of matches.entries()) {
      if (isPause(at)) yield;
      if (seen.has(match.section)) continue;
      seen.add(match.section);
      found.push(...(yield* tokensIn(document, spec, match)));
    }
  }
  found.sort(byPlace);
  yield;
  return (yield* withoutOverlaps(yield* byLine(document, placeholders), yield* byLine(document, found))).slice(
    0,
    mostTokens,
  );
}

function* tokensIn(document: SpecDocument, spec: SectionSpec, { section, opening }: Match): Steps<readonly Token[]> {
  const { text } = document;
  const { heading, blocks } = section;
  const hasOpening = opening.start < opening.end;
  const headingEnd = hasOpening ? opening.start : heading.end;
  const title: Token = { span: withoutBlanks(text, { start: heading.start, end: headingEnd }), kind: 'section' };
  const answer = answerIn({ document, spec, section, opening });
  const kind = kindOf(answer, spec);
  if (answer !== undefined && kind !== undefined) {
    const place = hasOpening
      ? opening
      : ((blocks.find((block) => block.kind !== 'comment') ?? blocks[0]) as Block).span;
    return [title, { span: stockWords(text, place, answer), kind }];
  }
  const unfinished = yield* saidUnfinished.getInSteps(section, ofBlocks, () => unfinishedIn(section));
  const tokens = [title];
  for (const at of unfinished) {
    if (isPause(tokens.length)) yield;
    tokens.push({ span: stockWords(text, (blocks[at] as Block).span, 'unfinished'), kind: 'unfinished' });
  }
  return tokens;
}

/** “N/A” is no answer in the lead section, and is not to look like one. */
function kindOf(answer: Answer | undefined, { lead }: SectionSpec): TokenKind | undefined {
  if (answer === 'unfinished') return 'unfinished';
  if (answer === 'not-applicable') return lead ? undefined : 'notApplicable';
  return answer === 'none' ? 'notApplicable' : undefined;
}

/** Which of a section's blocks say so. */
const saidUnfinished = new Kept<object, readonly number[]>();
const ofBlocks = {};

function* unfinishedIn({ blocks }: Section): Steps<readonly number[]> {
  const found: number[] = [];
  let read = 0;
  for (const [at, block] of blocks.entries()) {
    if (isPause(at) || longestRead < read) {
      yield;
      read = 0;
    }
    read += Math.min(block.span.end - block.span.start, longestRead);
    if (saysUnfinished(block) && found.push(at) === mostTokens) break;
  }
  return found;
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
  const words = visible.slice(marks).split(/[\r\n]/)[0] ?? '';
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

function* byLine({ lines }: SpecDocument, all: readonly Token[]): Steps<readonly Token[]> {
  const parts: Token[] = [];
  let at = 0;
  for (const { span, kind } of all.slice(0, mostTokens)) {
    for (let line = lines.lineAt(span.start); line < lines.count && lines.startOf(line) < span.end; line++) {
      if (isPause(at++)) yield;
      const start = Math.max(span.start, lines.startOf(line));
      const end = Math.min(span.end, lines.endOf(line));
      if (start < end) parts.push({ span: { start, end }, kind });
    }
  }
  return parts;
}

/** Both by their places. Where two overlap the first ones are whole, and the others keep what is left of them. */
function* withoutOverlaps(whole: readonly Token[], others: readonly Token[]): Steps<readonly Token[]> {
  const kept: Token[] = [];
  let [next, behind] = [0, 0];
  for (const { span, kind } of others) {
    let start = Math.max(span.start, behind);
    while (next < whole.length && (whole[next] as Token).span.end <= start) next++;
    for (let at = next; at < whole.length && (whole[at] as Token).span.start < span.end; at++) {
      const taken = (whole[at] as Token).span;
      if (start < taken.start) kept.push({ span: { start, end: taken.start }, kind });
      start = Math.max(start, taken.end);
    }
    if (start < span.end) kept.push({ span: { start, end: span.end }, kind });
    behind = Math.max(behind, span.end);
  }
  yield;
  return whole.concat(kept).sort(byPlace);
}

function byPlace(a: Token, b: Token): number {
  return a.span.start - b.span.start;
}
