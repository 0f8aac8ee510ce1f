/** Which of the template's comments still stand in a document. */
import { allSections, type Block, type SpecDocument } from './document.ts';
import { leastWords, mayBeOneOf } from './guidance.ts';
import { Search } from './kept.ts';
import { isPause, type Steps } from './steps.ts';
import type { Span } from './text/span.ts';
import { mayHoldComment } from './text/visible.ts';
import { weightOf, wordRun } from './text/word-run.ts';

/**
 * Comments of the template that stand in a document word for word. Short ones and directives are nobody's. Stops behind some
 * hundreds of blocks.
 */
export function* commentsLeft(document: SpecDocument, template: SpecDocument): Steps<readonly Span[]> {
  const known = commentKeysOf(template);
  if (known.size === 0 || !(mayHoldComment(document.lines) || document.lines.includes(']:'))) return [];
  const left: Span[] = [];
  for (const { blocks } of yield* holdingComments.sectionsInSteps(document, known)) {
    let compared = 0;
    for (const [at, block] of blocks.entries()) {
      if (isPause(at)) yield;
      if (!mayBeLeft(block, known)) continue;
      if (isLeft(document, block, known)) left.push(block.span);
      if (++compared === mostCompared) break;
    }
  }
  return left;
}

const holdingComments = new Search((document, { blocks }, known: ReadonlySet<string>) => {
  let compared = 0;
  return blocks.some((block) => {
    return mayBeLeft(block, known) && compared++ < mostCompared && isLeft(document, block, known);
  });
});

function mayBeLeft({ kind, span }: Block, known: ReadonlySet<string>): boolean {
  return kind === 'comment' && mayBeOneOf(known, span.end - span.start);
}

function isLeft(document: SpecDocument, { span }: Block, known: ReadonlySet<string>): boolean {
  return known.has(commentKey(document, span));
}

/** Of a section: no template has more. */
const mostCompared = 4_000;

const knownComments = new WeakMap<SpecDocument, ReadonlySet<string>>();

function commentKeysOf(template: SpecDocument): ReadonlySet<string> {
  const cached = knownComments.get(template);
  if (cached !== undefined) return cached;
  const blocks = commentBlocks(template);
  const mayStay = blocks.some(({ span }) => COMMENTS_MAY_STAY.test(template.text.slice(span.start, span.end)));
  const keys = new Set(mayStay ? [] : blocks.map(({ span }) => commentKey(template, span)));
  keys.delete('');
  knownComments.set(template, keys);
  return keys;
}

function commentBlocks({ root }: SpecDocument): readonly Block[] {
  return [root, ...allSections(root)].flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'comment'));
}

/** Empty where the comment is too short to be the template's alone. */
function commentKey({ lines }: SpecDocument, { start, end }: Span): string {
  const source = lines.textBetween(start, end);
  const run = wordRun(source);
  return weightOf(run, source) < leastWords ? '' : run.joined;
}

/** Said in a comment of all of them. */
const COMMENTS_MAY_STAY =
  /\b(?:can|may) (?:leave|keep) (?:all )?(?:of )?(?:these|the|this template['’]s) (?:html )?comments\b|\b(?:these|the|all) (?:html )?comments (?:can|may) (?:stay|remain|be (?:left|kept))\b/i;
