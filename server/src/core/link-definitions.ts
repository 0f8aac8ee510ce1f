/** Link definitions, `[label]: address`, of Markdown that is put into a document: of two for one label the upper one counts. */
import { blocksIn, type Definitions } from './blocks.ts';
import { isDefinedIn, type SpecDocument } from './document.ts';
import { LineIndex } from './text/line-index.ts';
import { linesIn } from './text/source.ts';
import { isLinkComment } from './text/visible.ts';

/** Without those of labels that the document defines, which could come to stand above its own. Line ends are LF. */
export function withoutDefined(markdown: string, document: SpecDocument): string {
  if (!markdown.includes(']:')) return markdown;
  const lines = new LineIndex(markdown);
  const { blocks, complete } = blocksIn(lines, 0, lines.count, {});
  let left = '';
  let line = 0;
  for (const { first, end } of blocks) {
    left += gapWithout(document, linesIn(lines, line, first)) + linesIn(lines, first, end);
    line = end;
  }
  const rest = linesIn(lines, line, lines.count);
  // What was not read may be anything.
  left += complete ? gapWithout(document, rest) : rest;
  return left.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** What stands between two blocks: blank lines and definitions, nothing else. */
function gapWithout(document: SpecDocument, gap: string): string {
  const left = gap.replace(DEFINITION, (definition) => {
    const label = labelOf(definition);
    const isOwn = label !== undefined && isDefinedIn(document, label) && !isLinkComment(definition.trimEnd());
    return isOwn ? '' : definition;
  });
  return left === gap || left.trim() ? left : /^[ \t]*\n/m.test(gap) ? '\n' : '';
}

/** Its address and title may each stand on a line of their own, and the title may go over several. */
const DEFINITION =
  /^ {0,3}\[(?:[^\\[\]]|\\.)+\]:[ \t]*(?:\n[ \t]*)?(?:<(?:[^<>\\\n]|\\[^\n])*>|[^ \t\n<][^ \t\n]*)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(?:(["'])(?:(?!\1)[^\\]|\\.)*\1|\((?:[^()\\]|\\.)*\)))?[ \t]*(?:\n|$)/gms;

/** As the parser has it; undefined of what is more than one definition. */
function labelOf(source: string): string | undefined {
  const definitions: Definitions = {};
  const lines = new LineIndex(source);
  const { blocks } = blocksIn(lines, 0, lines.count, definitions);
  const labels = Object.keys(definitions.references ?? {});
  return blocks.length === 0 && labels.length === 1 ? labels[0] : undefined;
}
