/** The comments that an author writes to us, put in: silence a rule here, this is no spec. */
import { allSections, type Block, parseDocument, type SpecDocument } from '../document.ts';
import { directiveOf } from '../recognise.ts';
import type { Scaffold } from '../scaffold.ts';
import { insertBlock, lineEndOf } from '../text/insert.ts';
import { applyEdits, type Edit, type Span } from '../text/span.ts';

/**
 * `<!-- tech-spec-disable-next-line RULE -->` above the line of `offset`, without tearing apart what it stands in: within
 * a paragraph or list it goes to the end of the line above, and a table or code is put between two comments. What is in
 * the front matter is silenced right behind it. An edit that changes nothing where that line's rule is silenced already.
 */
export function disableHere(document: SpecDocument, rule: string, offset: number): Edit {
  const { text, lines, frontMatter } = document;
  if (frontMatter !== undefined && offset <= frontMatter.end) {
    return insertBlock(document, frontMatter.end, `<!-- tech-spec-disable ${rule} -->`);
  }
  const block = blockAt(document, offset);
  const line = lines.lineAt(headingStart(document, offset) ?? offset);
  const isFirst = block === undefined || lines.lineAt(block.span.start) === line;
  if (!isFirst && (block.kind === 'table' || block.kind === 'code')) return between(document, rule, block.span);
  let spoken = line - 1;
  while (0 < spoken && lines.isBlank(spoken)) spoken--;
  const said = 0 < line ? DIRECTIVE.exec(text.slice(lines.startOf(spoken), lines.endOf(spoken))) : null;
  if (said !== null) return alsoIn(said, lines.startOf(spoken), rule);
  const above = { start: lines.startOf(line - 1), end: lines.endOf(line - 1) };
  const comment = `<!-- tech-spec-disable-next-line ${rule} -->`;
  if (!isFirst && JOINABLE.has(block.kind) && !lines.isBlank(line - 1)) {
    const end = above.start + text.slice(above.start, above.end).replace(HARD_BREAK, '').length;
    return { span: { start: end, end }, newText: ` ${comment}` };
  }
  const start = lines.startOf(line) + (text[lines.startOf(line)] === BOM ? 1 : 0);
  const indent = INDENT.exec(text.slice(start, lines.endOf(line)))?.[0] ?? '';
  return { span: { start, end: start }, newText: `${indent}${comment}${lineEndOf(text)}` };
}

/** `<!-- tech-spec: none -->` at the top, behind the front matter; in the place of another such comment. */
export function notASpec(document: SpecDocument): Edit {
  return withDirective(document, none);
}

/** `<!-- tech-spec: template=PATH -->`, in the same place; undefined where the path cannot stand in a comment. */
export function followsTemplate(document: SpecDocument, path: string): Edit | undefined {
  return /[\r\n<>]|--/.test(path) || 500 < path.length
    ? undefined
    : withDirective(document, `<!-- tech-spec: template=${path} -->`);
}

/** A new document that says itself which template it follows; undefined where the path cannot stand in a comment. */
export function namingTemplate({ text, selection }: Scaffold, path: string): Scaffold | undefined {
  const edit = followsTemplate(parseDocument(text), path);
  if (edit === undefined) return undefined;
  const { start, end } = edit.span;
  const moved = (offset: number) => (offset < end ? offset : offset + edit.newText.length - (end - start));
  return {
    text: applyEdits(text, [edit]),
    selection: { start: moved(selection.start), end: moved(selection.end) },
  };
}

function withDirective(document: SpecDocument, words: string): Edit {
  const directive = directiveOf(document);
  if (directive !== undefined) return { span: directive.span, newText: words };
  return insertBlock(document, document.frontMatter?.end ?? (document.text.startsWith(BOM) ? 1 : 0), words);
}

const none = '<!-- tech-spec: none -->';
const BOM = '\ufeff';
const INDENT = /^[ \t]*/;
const DIRECTIVE = /<!--\s*tech-spec-disable-next-line\b([a-z\s,-]*)-->[ \t]*$/;
const HARD_BREAK = /(?:\\|(?<![ \t])[ \t]+)$/;
/** Where a comment at the end of a line is part of the line. */
const JOINABLE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'list', 'quote']);

/** One more rule in a comment that is there; one that names none means all of them. */
function alsoIn({ 0: comment, 1: rules = '', index }: RegExpExecArray, offset: number, rule: string): Edit {
  const names = rules.split(/[\s,]+/).filter((name) => name !== '');
  const at = offset + index + comment.slice(0, comment.indexOf('-->')).trimEnd().length;
  const isSaid = names.length === 0 || names.includes(rule);
  return { span: { start: at, end: at }, newText: isSaid ? '' : ` ${rule}` };
}

function between({ text }: SpecDocument, rule: string, { start, end }: Span): Edit {
  const lineEnd = lineEndOf(text);
  const words = [`<!-- tech-spec-disable ${rule} -->`, text.slice(start, end), '', `<!-- tech-spec-enable ${rule} -->`];
  return { span: { start, end }, newText: words.join(lineEnd) };
}

function headingStart({ root }: SpecDocument, offset: number): number | undefined {
  for (const { heading } of allSections(root))
    if (heading.start <= offset && offset <= heading.end) return heading.start;
  return undefined;
}

function blockAt({ root }: SpecDocument, offset: number): Block | undefined {
  for (const { blocks } of [root, ...allSections(root)]) {
    const block = blocks.find(({ span }) => span.start <= offset && offset <= span.end);
    if (block !== undefined) return block;
  }
  return undefined;
}
