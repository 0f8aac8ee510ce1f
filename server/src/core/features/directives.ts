/** The comments that an author writes to us, put in: silence a rule here, this is no spec. */
import { allSections, type SpecDocument } from '../document.ts';
import { directiveOf } from '../recognise.ts';
import { insertBlock } from '../text/insert.ts';
import type { Edit } from '../text/span.ts';

/**
 * `<!-- tech-spec-disable-next-line RULE -->` above the line of `offset`, indented like it. A heading, table or code
 * block is not torn apart: the comment stands above its first line. What is in the front matter is silenced behind it.
 */
export function disableHere(document: SpecDocument, rule: string, offset: number): Edit {
  const { text, lines, frontMatter } = document;
  if (frontMatter !== undefined && offset <= frontMatter.end) {
    return insertBlock(document, frontMatter.end, `<!-- tech-spec-disable ${rule} -->`);
  }
  const start = lines.startOf(lines.lineAt(wholeAt(document, offset)));
  const indent = /^\ufeff?([ \t]*)/.exec(text.slice(start, start + longestIndent)) ?? ['', ''];
  const at = start + (text[start] === BOM ? 1 : 0);
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return {
    span: { start: at, end: at },
    newText: `${indent[1] ?? ''}<!-- tech-spec-disable-next-line ${rule} -->${lineBreak}`,
  };
}

/** `<!-- tech-spec: none -->` at the top, behind the front matter; in the place of another such comment. */
export function notASpec(document: SpecDocument): Edit {
  const directive = directiveOf(document);
  if (directive !== undefined) return { span: directive.span, newText: none };
  return insertBlock(document, document.frontMatter?.end ?? (document.text.startsWith(BOM) ? 1 : 0), none);
}

const none = '<!-- tech-spec: none -->';
const BOM = '\ufeff';
const longestIndent = 200;

/** Where the heading, table, code or comment begins that `offset` stands in; `offset` itself elsewhere. */
function wholeAt({ root }: SpecDocument, offset: number): number {
  for (const { heading, blocks, level } of [root, ...allSections(root)]) {
    if (0 < level && heading.start <= offset && offset <= heading.end) return heading.start;
    for (const { kind, span } of blocks) {
      if (span.end < offset || offset < span.start) continue;
      return kind === 'table' || kind === 'code' || kind === 'comment' ? span.start : offset;
    }
  }
  return offset;
}
