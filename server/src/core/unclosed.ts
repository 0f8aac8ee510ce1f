/** What a document begins at its end and never closes, such as a code block: all that is put behind it would be a part of it. */
import type { Block, Section, SpecDocument } from './document.ts';
import { Kept } from './kept.ts';
import { insertBlock, lineEndOf } from './text/insert.ts';
import type { Edit } from './text/span.ts';

export interface Unclosed {
  /** Where it begins. It reaches to the end of the text. */
  readonly start: number;
  /** The line that closes it. Markdown closes it in the same way, so that the document says what it said. */
  readonly closing: string;
}

export function unclosedIn(document: SpecDocument): Unclosed | undefined {
  return known.get(document, atItsEnd, () => ({ unclosed: findUnclosed(document) })).unclosed;
}

const known = new Kept<object, { readonly unclosed: Unclosed | undefined }>();
const atItsEnd = {};

function findUnclosed({ root, text }: SpecDocument): Unclosed | undefined {
  const last = lastBlockOf(root);
  if (last === undefined || !KINDS.has(last.kind)) return undefined;
  const { start, end } = last.span;
  const closing = closingOf(text.slice(start, end).replace(/^\ufeff/, ''));
  return closing === undefined ? undefined : { start, closing };
}

/** What stands at the text's end, where that is no heading. */
function lastBlockOf(section: Section): Block | undefined {
  const last = section.children.at(-1);
  return last === undefined ? section.blocks.at(-1) : lastBlockOf(last);
}

/** Inserts as `insertBlock` does. Behind what is never closed it closes that first. */
export function insertOutside(document: SpecDocument, at: number, markdown: string): Edit {
  const unclosed = unclosedIn(document);
  if (unclosed === undefined || at <= unclosed.start) return insertBlock(document, at, markdown);
  const { text } = document;
  const closing = closingLine(document, unclosed);
  // It stands behind that alone as it would behind all of it, which may be very long.
  const above = lineEndOf(text) + closing;
  const { newText } = insertBlock({ text: above }, above.length, markdown);
  return { span: { start: text.length, end: text.length }, newText: closing + newText };
}

/** A part of the document that is moved away from its end, with what closes it there. */
export function closed(
  document: SpecDocument,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const source = document.text.slice(start, end);
  const unclosed = unclosedIn(document);
  if (unclosed === undefined || end <= unclosed.start) return source;
  return `${source}${lineEndOf(document.text)}${unclosed.closing}`;
}

function closingLine({ text }: SpecDocument, { closing }: Unclosed): string {
  return /[\r\n]$/.test(text) ? closing : `${lineEndOf(text)}${closing}`;
}

const KINDS: ReadonlySet<Block['kind']> = new Set(['code', 'comment', 'other']);

/** Nobody writes more marks: to close them would take as many. */
const longestFence = 1000;

/** A block's source ends with the text, or with its closing line. */
function closingOf(source: string): string | undefined {
  const [, fence] = /^ {0,3}(`{3,}|~{3,})/.exec(source) ?? [];
  if (fence !== undefined) {
    if (longestFence < fence.length) return undefined;
    const last = /[\r\n] {0,3}(`{3,}|~{3,})[ \t]*$/.exec(source)?.[1];
    return last?.startsWith(fence) ? undefined : fence;
  }
  for (const [opening, end, closing] of HTML) {
    const opened = opening.exec(source);
    // All that ends it has one sign, which is looked for sooner.
    if (opened !== null) return source.includes('>') && end.test(source) ? undefined : closing(opened[1] ?? '');
  }
  return undefined;
}

/** What HTML begins in Markdown and no blank line ends: how it begins, what ends it, and that written for it. */
const HTML: readonly (readonly [opening: RegExp, end: RegExp, closing: (name: string) => string])[] = [
  [/^ {0,3}<(script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i, (name) => `</${name}>`],
  [/^ {0,3}<!--/, /-->/, () => '-->'],
  [/^ {0,3}<\?/, /\?>/, () => '?>'],
  [/^ {0,3}<![A-Z]/, />/, () => '>'],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/, () => ']]>'],
];
