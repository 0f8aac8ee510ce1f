/** The template's own sentences, never replaced. */
import type { Binding } from '../binding.ts';
import type { Block, Section, SpecDocument } from '../document.ts';
import { visibleBlocks } from '../guidance.ts';
import { commentsLeft } from '../leftover-comments.ts';
import { leftInstructions, lookForInstructions } from '../leftover-instructions.ts';
import { withoutBlanks } from '../place.ts';
import { leftPreamble } from '../preamble.ts';
import { answerIn } from '../section-answer.ts';
import { isLong, leftoversOf, leftoversOfInSteps } from '../status.ts';
import { isPause, type Steps } from '../steps.ts';
import type { SectionSpec } from '../template.ts';
import { commentSpans } from '../text/comment-spans.ts';
import { deletedBelowList, deleteLines, deleteWords, fillsItsLines, withLink } from '../text/delete.ts';
import { contains, type Edit, type Span } from '../text/span.ts';
import { defineRule } from './rule.ts';

export const leftoverGuidance = defineRule({
  id: 'leftover-guidance',
  severity: 'warning',
  docs: {
    summary: 'The template’s own words are still there.',
    why: 'Guidance is written for the author, not for the reader. A section that holds nothing else says nothing yet; a whole sentence of it left in a text was overlooked. What the template tells to keep is never reported, and comments are a hint at most.',
    kinds: [
      { where: 'a section holds nothing else', severity: 'error' },
      { where: 'a sentence of it or the instructions are left', severity: 'warning' },
      { where: 'it is a comment', severity: 'hint' },
    ],
    examples: [
      {
        template: '## Goals\n\nSay why the project exists.\n',
        before: '## Goals\n\nSay why the project exists.\n\nFewer lost drafts.\n',
        after: '## Goals\n\nFewer lost drafts.\n',
      },
    ],
  },

  *check({ binding, document, template }) {
    yield* lookForInstructions(template, document, binding);
    const instructions = leftInstructions(template, document, binding);
    if (instructions !== undefined) {
      const message = 'The template’s instructions are still here';
      yield {
        span: instructions.span,
        message,
        key: '#instructions',
        data: { title: 'Delete the instructions', edits: () => instructions.edits, safe: true },
      };
    }
    for (const group of yield* joined(document, leftPreamble({ document, template, binding }))) {
      const { span } = group;
      const message = 'This is the template’s guidance';
      const data = { title: 'Delete the guidance', edits: () => withoutSentences(document, group), safe: false };
      yield { span, message, key: '#preamble', data };
    }
    for (const { spec, matches, passedBy } of binding.all) {
      for (const { section, status, opening } of matches) {
        yield undefined;
        const answering = { document, spec, section, opening };
        const { sentences } = isLong(section) ? yield* leftoversOfInSteps(answering) : leftoversOf(answering);
        // A heading for others has no words of its own: its subsections are told.
        if (status === 'guidance' && answerIn({ document, spec, section, opening }) === 'empty') continue;
        if (status === 'guidance') {
          const message = `Section “${spec.name}” still holds the template’s guidance and nothing else`;
          const data = {
            title: `Delete the guidance of “${spec.name}”`,
            edits: () => withoutBody(document, section, spec),
            safe: false,
          };
          yield { span: section.heading, message, severity: 'error' as const, key: spec.path, spec, passedBy, data };
          continue;
        }
        for (const group of yield* joined(document, sentences)) {
          const { span } = group;
          const message = `This is the template’s guidance for “${spec.name}”`;
          const data = {
            title: `Delete the guidance of “${spec.name}”`,
            edits: () => withoutSentences(document, group),
            safe: false,
          };
          yield { span, message, key: `${spec.path}#sentence`, spec, passedBy, data };
        }
      }
    }
    const kept = keptIn(binding);
    for (const span of yield* commentsLeft(document, template.skeleton)) {
      if (kept.some((body) => contains(body, span.start))) continue;
      const message = 'This comment is the template’s';
      const data = {
        title: 'Delete the comment',
        edits: () => deletedBelowList(document, deleteLines(document, span, true)),
        safe: false,
      };
      yield { span, message, severity: 'hint' as const, key: '#comment', data };
    }
  },

  *fixes({ data: { title, edits, safe } }) {
    yield { name: 'delete', title, edits: edits(), safe };
  },
});

/** Bodies whose guidance may stay. */
function keptIn(binding: Binding): readonly Span[] {
  return binding.all.flatMap(({ spec, matches }) => (spec.keep ? matches.map(({ section }) => section.body) : []));
}

function withoutBody(document: SpecDocument, section: Section, { guidance }: SectionSpec): readonly Edit[] {
  const parts = together(document, visibleBlocks(section)).flatMap((span) => aroundComments(document, span, guidance));
  return parts.map((span) => {
    const behind = { start: section.heading.end, end: span.end };
    if (isOneLine(document, behind.start, span.start)) return { span: behind, newText: '' };
    return fillsItsLines(document, span) ? deleteLines(document, span) : deleteWords(document, span);
  });
}

/** What stands before and behind each comment that is not the template's: the author may have left it there for somebody. */
function aroundComments({ text }: SpecDocument, { start, end }: Span, guidance: string): readonly Span[] {
  const source = text.slice(start, end);
  const own = commentSpans(source).filter(
    (comment) => !guidance.includes(source.slice(comment.start, comment.end).replace(/\r\n?/g, '\n')),
  );
  const ends = [...own, { start: source.length, end: source.length }];
  return ends
    .map((comment, at) => ({ start: start + (own[at - 1]?.end ?? 0), end: start + comment.start }))
    .map((part) => withoutBlanks(text, part))
    .filter((part) => part.start < part.end);
}

/** Blocks with nothing between them go at once, or the blank lines between would stay at the end of the text. */
function together({ lines }: SpecDocument, blocks: readonly Block[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { span } of blocks) {
    const last = spans.at(-1);
    if (last === undefined || lines.textBetween(last.end, span.start).trim() !== '') spans.push(span);
    else spans[spans.length - 1] = { start: last.start, end: span.end };
  }
  return spans;
}

/** Words right behind a bold line: the line stays. */
function isOneLine({ lines }: SpecDocument, start: number, end: number): boolean {
  return lines.lineAt(start) === lines.lineAt(end) && lines.textBetween(start, end).trim() === '';
}

/** Sentences with no word between them are one finding, unless there are very many. */
function* joined({ lines }: SpecDocument, sentences: readonly Span[]): Steps<readonly Joined[]> {
  const groups: { span: Span; runs: Span[] }[] = [];
  for (const [at, sentence] of sentences.entries()) {
    if (isPause(at)) yield;
    const last = groups.at(-1);
    const between = last === undefined ? '' : lines.textBetween(last.span.end, sentence.start);
    const isOther = last === undefined || last.runs.length === mostRuns || /[\p{L}\p{N}]/u.test(between);
    if (isOther) groups.push({ span: sentence, runs: [sentence] });
    else {
      last.span = { start: last.span.start, end: sentence.end };
      const run = BREAK.test(between) ? undefined : last.runs.pop();
      last.runs.push({ start: run?.start ?? sentence.start, end: sentence.end });
    }
  }
  return groups;
}

const mostRuns = 1000;

interface Joined {
  readonly span: Span;
  /** Of one paragraph, item or cell each. */
  readonly runs: readonly Span[];
}

const BREAK = /\||(?:\r\n|\r(?!\n)|\n)[ \t>]*(?:[\r\n]|[-*+][ \t])/;

function withoutSentences(document: SpecDocument, { span, runs }: Joined): readonly Edit[] {
  const whole = withoutLines(document, withLink(document, span));
  if (whole !== undefined) return whole;
  // The author's words before and behind them come to stand in one no more than they did.
  return runs.flatMap((run) => {
    const words = withLink(document, run);
    return withoutLines(document, words) ?? [deleteWords(document, words)];
  });
}

/** Undefined where other words stand on its lines. */
function withoutLines(document: SpecDocument, span: Span): readonly Edit[] | undefined {
  return fillsItsLines(document, span) ? deletedBelowList(document, deleteLines(document, span)) : undefined;
}
