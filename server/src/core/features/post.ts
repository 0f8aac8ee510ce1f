/** What a document is as a post: its title, and its text without what is for its author alone. */
import { allSections, placedInSteps, type SpecDocument } from '../document.ts';
import { entryOf, frontMatterOf, listOf } from '../front-matter.ts';
import { leftInstructions } from '../leftover-instructions.ts';
import { parsedInParts } from '../parts.ts';
import type { RuleContext } from '../rules/rule.ts';
import { prefixed } from '../scaffold.ts';
import { atOnce, isPause, type Steps } from '../steps.ts';
import { commentSpans } from '../text/comment-spans.ts';
import { deletedBelowList, deleteLines } from '../text/delete.ts';
import { LineIndex } from '../text/line-index.ts';
import { lastWhere } from '../text/search.ts';
import { applyEdits, type Edit, type Span } from '../text/span.ts';
import { isLinkComment, mayHoldLinkComment } from '../text/visible.ts';
import { headingOf, titleOf } from './title.ts';

export interface Post {
  /** With the prefix that the template’s titles begin with; nothing but that where the document has none of its own. */
  readonly title: string;
  /** Without front matter, instructions, comments, and the heading that says no more than the title. Line ends as LF. */
  readonly body: string;
  /** The document’s own where its front matter names some, else the template’s. */
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

export function post(context: RuleContext): Post {
  return atOnce(postInSteps(context));
}

/** The same, and stops behind some hundreds of blocks. */
export function* postInSteps(context: RuleContext): Steps<Post> {
  const { document, template, binding } = context;
  const title = prefixed(template.issue?.titlePrefix ?? '', titleOf(context) ?? '').trim();
  const left = leftInstructions(template, document, binding)?.edits ?? [];
  const posted = yield* parsedInParts(new LineIndex(applyEdits(document.text, left)));
  yield* placedInSteps(posted);
  return { title, body: yield* bodyOf(posted, title, headingOf(context)), ...marksOf(context) };
}

/** Labels are no more than words where the template is not one of GitHub’s. */
function marksOf({ document, template: { issue } }: RuleContext): Pick<Post, 'labels' | 'assignees'> {
  if (issue === undefined) return { labels: [], assignees: [] };
  const own = frontMatterOf(document);
  const said = (key: 'labels' | 'assignees') => {
    const entry = own && entryOf(own, key);
    return entry === undefined ? issue[key] : listOf(entry);
  };
  return { labels: said('labels'), assignees: said('assignees') };
}

function* bodyOf(document: SpecDocument, title: string, heading: string): Steps<string> {
  const gone = yield* commentsOf(document);
  gone.push(...titleEdits(document, title, heading));
  if (document.frontMatter !== undefined) gone.push({ span: document.frontMatter, newText: '' });
  return applyEdits(document.text, gone)
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff?(?:[ \t]*\n)*/, '')
    .trimEnd();
}

/** The first heading, where all of it is in the title and nothing but comments stands above. */
function* titleEdits(document: SpecDocument, title: string, heading: string): Iterable<Edit> {
  const { root } = document;
  const [first] = root.children;
  if (heading === '' || first?.title !== heading || root.blocks.some(({ kind }) => kind !== 'comment')) return;
  if (title.toLowerCase().endsWith(heading.toLowerCase())) yield deleteLines(document, first.heading);
}

/** What goes with them. */
function* commentsOf(document: SpecDocument): Steps<Edit[]> {
  const { root, text, lines } = document;
  const code: Span[] = [];
  const gone: Edit[] = [];
  const add = (edits: Iterable<Edit>) => {
    for (const edit of edits) gone.push(edit);
  };
  let looked = 0;
  for (const { heading, blocks } of [root, ...allSections(root)]) {
    if (isPause(looked++)) yield;
    add(commentsWithin(document, heading));
    for (const { kind, span } of blocks) {
      if (isPause(looked++)) yield;
      if (kind === 'comment') add(deletedBelowList(document, deleteLines(document, span, true)));
      else if (kind === 'code') code.push(span);
      else add(commentsWithin(document, span));
    }
  }
  if (!mayHoldLinkComment(text)) return gone;
  for (let line = 0; line < lines.count; line++) {
    if (isPause(line)) yield;
    const span = { start: lines.startOf(line), end: lines.endOf(line) };
    if (!isLinkComment(text.slice(span.start, span.end))) continue;
    const above = code[lastWhere(code.length, (at) => (code[at] as Span).start <= span.start)];
    if (above === undefined || above.end < span.end) add([deleteLines(document, span)]);
  }
  return gone;
}

/** A comment that has its lines for itself takes them along. */
function* commentsWithin({ text, lines }: SpecDocument, { start, end }: Span): Iterable<Edit> {
  for (const comment of commentSpans(text.slice(start, end))) {
    const span = { start: start + comment.start, end: start + comment.end };
    const first = lines.startOf(lines.lineAt(span.start));
    const last = lines.lineAt(span.end);
    const before = text.slice(first, span.start);
    const isAlone = (before + text.slice(span.end, lines.endOf(last))).trim() === '';
    if (isAlone) yield { span: { start: first, end: lines.startOf(last + 1) }, newText: '' };
    else yield { span: withBlanks(text, span, OPENS_LINE.test(before)), newText: '' };
  }
}

/** With the blanks behind it where a line begins with it, else with those before it where there are more behind it. */
function withBlanks(text: string, { start, end }: Span, isFirst: boolean): Span {
  let [from, behind] = [start, end];
  if (isFirst) while (/[ \t]/.test(text.charAt(behind))) behind++;
  else if (/\s/.test(text.charAt(end))) while (/[ \t]/.test(text.charAt(from - 1))) from--;
  return { start: from, end: behind };
}

/** What a list item or a line of a quote begins with stays as it is, for what stands below goes by it. */
const OPENS_LINE = /^[\s>]*(?:(?:[-+*]|\d+[.)])[ \t]+)*$/;
