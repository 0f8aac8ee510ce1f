/** The blocks that stand in no other, and the headings among them that are written in HTML. */
import { BOM } from './text/front-matter-span.ts';
import { htmlHeadingIn } from './text/html-heading.ts';
import type { LineIndex } from './text/line-index.ts';
import { linesIn } from './text/source.ts';
import { isOnlyComments, withoutComments } from './text/visible.ts';

export type BlockKind = 'paragraph' | 'list' | 'quote' | 'table' | 'code' | 'comment' | 'other';

/** A block that stands in no other, by its lines. */
export interface TopBlock {
  readonly kind: 'heading' | BlockKind;
  /** Of a heading; 0 else. */
  readonly level: number;
  readonly first: number;
  /** The line behind its last one. */
  readonly end: number;
  /** It is read from an HTML heading right above on: no reading can begin at it. */
  readonly goesOn?: boolean;
  /** Something in it is nested so deep that the parser leaves out what stands behind that. */
  readonly isCut?: boolean;
}

/** A heading in HTML with links to it in front, `<a name="goals"></a><h2>Goals</h2>`, is the first line of a paragraph in Markdown. */
export function paragraphsIn(lines: LineIndex, first: number, end: number): readonly TopBlock[] {
  const heading = htmlHeadingIn(linesIn(lines, first, first + 1));
  if (heading === undefined) return [{ kind: 'paragraph', level: 0, first, end }];
  const own: TopBlock = { kind: 'heading', level: heading.level, first, end: first + 1 };
  return first + 1 < end ? [own, { kind: 'paragraph', level: 0, first: first + 1, end, goesOn: true }] : [own];
}

/**
 * A heading at its beginning stands for itself; what else there is of it, up to a blank line, goes on from there, and so do
 * headings that begin a line of it, with no other HTML before them.
 */
export function htmlBlocksIn(lines: LineIndex, first: number, end: number): readonly TopBlock[] {
  const all = linesIn(lines, first, end);
  if (htmlHeadingIn(all) === undefined) return [{ kind: htmlKind(all), level: 0, first, end }];
  const source = withoutComments(all);
  const from = lines.startOf(end) - source.length;
  const offsetOf = (line: number) => Math.max(0, lines.startOf(line) - from);
  const blocks: TopBlock[] = [];
  let behind = first;
  const addRest = (to: number) => {
    const rest = linesIn(lines, behind, to);
    if (rest.trim() !== '') blocks.push({ kind: htmlKind(rest), level: 0, first: behind, end: to, goesOn: true });
  };
  for (;;) {
    const mark = source.indexOf('<', offsetOf(behind));
    // Read from there on, what has a link in front would be a paragraph.
    if (!/h/i.test(source.charAt(mark + 1))) break;
    const line = lines.lineAt(from + mark);
    // With its comments, as it would be read from there on.
    const rest = all.slice(offsetOf(line));
    // Read from there on, a line that begins with a byte order mark would be words.
    const heading = 0 < line && rest.startsWith(BOM) ? undefined : htmlHeadingIn(rest);
    if (heading === undefined) break;
    addRest(line);
    behind = Math.min(end, lines.lineAt(from + offsetOf(line) + heading.span.end) + 1);
    blocks.push({ kind: 'heading', level: heading.level, first: line, end: behind });
  }
  addRest(end);
  return blocks;
}

export function htmlKind(source: string): 'comment' | 'other' {
  return isOnlyComments(source) ? 'comment' : 'other';
}

/** By markdown-it’s token. */
export function kindOf(type: string): BlockKind {
  switch (type) {
    case 'paragraph_open':
      return 'paragraph';
    case 'bullet_list_open':
    case 'ordered_list_open':
      return 'list';
    case 'blockquote_open':
      return 'quote';
    case 'table_open':
      return 'table';
    case 'fence':
    case 'code_block':
      return 'code';
    default:
      return 'other';
  }
}
