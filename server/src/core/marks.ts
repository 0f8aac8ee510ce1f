/** What a template says of a section's being optional or required: in the heading, in a comment before it, in its guidance. */
import { allSections, type Block, type Section, type SpecDocument } from './document.ts';
import { Kept } from './kept.ts';
import { callsFollowingOptional, type Mark, markInComment, markInGuidance } from './requirement.ts';
import { nameOf, requirementOf } from './text/titles.ts';
import { commentsIn } from './text/visible.ts';
import { closed } from './unclosed.ts';

/** Undefined where the template says nothing of it. A list of chores behind the content is for the process, not for the document. */
export function markOf(document: SpecDocument, section: Section): Mark | undefined {
  const { text } = document;
  const source = text.slice(section.heading.start, section.heading.end);
  const suffix = requirementOf(section.title) ?? requirementOf(source);
  if (suffix !== undefined) return { requirement: suffix, said: suffixOf(section.title) };
  const before = commentBefore(document, section);
  const commented = before && markIn(text, before);
  return commented ?? markInGuidance(guidanceSource(document, section)) ?? markOfProcess(document, section);
}

/** The body, without the comment at its end that speaks of the heading behind it. What it never closes is closed, or it would swallow what it is put above. */
export function guidanceSource(document: SpecDocument, { body, blocks }: Section): string {
  const { text } = document;
  const last = blocks.at(-1);
  const end = last !== undefined && speaksOfNext(document, blocks, body.end) ? last.span.start : body.end;
  const source = text.slice(body.start, end).trimEnd();
  const whole = end < text.length ? source : closed(document, { start: body.start, end: body.start + source.length });
  return withoutBlanks(whole.replace(/\r\n?/g, '\n'));
}

/** What makes an indented line one of code stays. */
function withoutBlanks(lines: string): string {
  const below = lines.replace(/^(?:[ \t]*\n)+/, '');
  return (below !== lines && /^(?: {4}| {0,3}\t)/.test(below) ? below : below.trimStart()).trimEnd();
}

/** The words that call all that stands behind them optional, and where they end; undefined where there are none. */
export function followingOptional({
  text,
  root,
}: SpecDocument): { readonly end: number; readonly mark: Mark } | undefined {
  for (const section of [root, ...allSections(root)]) {
    for (const { kind, span, prose } of section.blocks) {
      const words = kind === 'comment' ? commentsIn(text.slice(span.start, span.end)).join('\n\n') : prose;
      if ((kind === 'comment' || kind === 'paragraph' || kind === 'quote') && callsFollowingOptional(words)) {
        return { end: span.end, mark: { requirement: 'optional', said: words.replace(/\s+/g, ' ').trim() } };
      }
    }
  }
  return undefined;
}

/** Another H1 behind the title's content, with nothing but check boxes under it. */
function markOfProcess({ text, root }: SpecDocument, { level, blocks, children, heading }: Section): Mark | undefined {
  if (level !== 1 || 0 < children.length || blocks.length === 0) return undefined;
  const title = root.children.find((section) => section.level === 1);
  if (title === undefined || title.children.length === 0 || title.heading.start === heading.start) return undefined;
  const isChores = blocks.every(({ kind, span }) => kind === 'list' && CHORE.test(text.slice(span.start, span.end)));
  const [first = ''] = text.slice(blocks[0]?.span.start, blocks[0]?.span.end).split(/\r\n?|\n/);
  return isChores ? { requirement: 'optional', said: first.trim() } : undefined;
}

const CHORE = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]?\][ \t]/;

/** What is longer is shown whole. */
const longestTitle = 300;

/** What the title has beside its name. */
function suffixOf(title: string): string {
  if (longestTitle < title.length) return title.trim();
  const name = nameOf(title);
  const rest = title.replace(name, '').replace(/^[\s:：*_–—-]+|(?<![\s:：*_])[\s:：*_]+$/g, '');
  return rest === '' ? title.trim() : rest;
}

function commentBefore(document: SpecDocument, section: Section): Block | undefined {
  const before = precedingOf(document).get(section);
  const last = before?.blocks.at(-1);
  return before !== undefined && speaksOfNext(document, before.blocks, section.heading.start) ? last : undefined;
}

/** Whether a comment closes the body and speaks of the heading behind `end`: it stands right above it, or below other words and does not say “this section”. */
function speaksOfNext({ text, lines }: SpecDocument, blocks: readonly Block[], end: number): boolean {
  const last = blocks.at(-1);
  const mark = last?.kind === 'comment' ? markIn(text, last) : undefined;
  if (last === undefined || mark === undefined) return false;
  if (lines.lineAt(end) - lines.lineAt(last.span.end) === 1) return true;
  return 1 < blocks.length && !/\bthis (?:sub)?(?:section|heading|part|chapter)\b/i.test(mark.said);
}

function markIn(text: string, { span }: Block): Mark | undefined {
  for (const comment of commentsIn(text.slice(span.start, span.end))) {
    const mark = markInComment(comment);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

const preceding = new Kept<Section, ReadonlyMap<Section, Section>>();

/** Each section's neighbour above, whose body ends where the section begins. */
function precedingOf(document: SpecDocument): ReadonlyMap<Section, Section> {
  const { root } = document;
  return preceding.get(document, root, () => {
    const all = [root, ...allSections(root)];
    return new Map(all.slice(1).map((section, at) => [section, all[at] as Section]));
  });
}
