/** Placeholders of a template: what it has in brackets, braces and angles, dates, rows of a label and what belongs there. */
import type { Binding, Laid, Match } from './binding.ts';
import { allSections, type Block, type SpecDocument } from './document.ts';
import { frontMatterOf } from './front-matter.ts';
import { entryFor, keysOwed } from './front-matter-schema.ts';
import { unquoted } from './front-matter-words.ts';
import { Kept, Search } from './kept.ts';
import { LIST_MARK, namesState, openRows } from './label-rows.ts';
import { leftoversOf } from './status.ts';
import { isPause, type Steps } from './steps.ts';
import type { SectionSpec, SpecTemplate } from './template.ts';
import { isAttributes } from './text/heading-end.ts';
import { lastWhere } from './text/search.ts';
import type { Span } from './text/span.ts';
import { requirementOf } from './text/titles.ts';
import { withoutComments } from './text/visible.ts';

export interface LeftPlaceholder {
  readonly span: Span;
  /** As it stands in the template, on one line. */
  readonly words: string;
  /** The template's section it stands in, where there is one. */
  readonly spec: SectionSpec | undefined;
}

/**
 * Those of the template that still stand in the document, in its order. Code, comments and untouched sections are left out.
 * Stops behind some hundreds of blocks. The last answer for a document is kept.
 */
export function placeholdersLeftInSteps(laid: Laid): Steps<readonly LeftPlaceholder[]> {
  return lastLeft.getInSteps(laid.document, laid.binding, () => findLeft(laid));
}

const lastLeft = new Kept<Binding, readonly LeftPlaceholder[]>();

function* findLeft({ document, template, binding }: Laid): Steps<readonly LeftPlaceholder[]> {
  const left: LeftPlaceholder[] = [...inFrontMatter(document, template)];
  const wanted = placeholdersOf(template);
  if (!wanted.some(({ source }) => document.lines.includes(source))) return left;
  const matches = new Map<object, { readonly match: Match; readonly spec: SectionSpec }>();
  for (const { spec, matches: all } of binding.all) {
    for (const match of all) matches.set(match.section, { match, spec });
  }
  let read = 0;
  for (const section of yield* holding.sectionsInSteps(document, wanted)) {
    const bound = matches.get(section);
    left.push(...(yield* inSource(document, section.heading, wanted, bound?.spec)));
    if (bound?.match.status === 'guidance' || bound?.spec.keep) continue;
    const leftovers =
      bound && leftoversOf({ document, section, spec: bound.spec, opening: bound.match.opening }).sentences;
    for (const [at, { kind, span }] of section.blocks.entries()) {
      if (isPause(at) || mostReadAtOnce < read) {
        yield;
        read = 0;
      }
      read += span.end - span.start;
      if (kind === 'code' || kind === 'comment') continue;
      for (const [found, placeholder] of (yield* inSource(document, span, wanted, bound?.spec)).entries()) {
        if (isPause(found)) yield;
        if (leftovers !== undefined && overlapsAny(leftovers, placeholder.span)) continue;
        if (left.push(placeholder) === mostLeft) return left;
      }
    }
  }
  return left;
}

/** More than anybody is told of. */
const mostLeft = 25_000;

/** In UTF-16 code units. */
const mostReadAtOnce = 64 * 1024;

/** Whether some stands there, be it in code or a comment. */
const holding = new Search(({ lines }, { heading, body }, wanted: readonly Placeholder[]) =>
  holdsAny(lines.textBetween(heading.start, body.end), wanted),
);

function holdsAny(source: string, wanted: readonly Placeholder[]): boolean {
  return wanted.some((placeholder) => source.includes(placeholder.source));
}

/** Values that are left as the template has them, where it says what belongs there. */
function* inFrontMatter(document: SpecDocument, template: SpecTemplate): Iterable<LeftPlaceholder> {
  const keys = keysOwed(template).filter(({ placeholder }) => placeholder !== '');
  if (keys.length === 0) return;
  const found = frontMatterOf(document);
  if (found === undefined || found.problem !== undefined) return;
  for (const key of keys) {
    const entry = entryFor(found, key);
    if (entry === undefined) continue;
    const { start, end } = entry.valueSpan;
    if (unquoted(document.lines.textBetween(start, end)) !== key.placeholder) continue;
    yield { span: entry.valueSpan, words: shortened(key.placeholder), spec: undefined };
  }
}

function shortened(words: string): string {
  return words.length <= longestShown ? words : `${words.slice(0, longestShown).trimEnd()} …`;
}

const longestShown = 60;

interface Placeholder {
  /** What to look for. */
  readonly source: string;
  /** Must fill a line, but for a list mark. */
  readonly line: boolean;
  /** What begins like it and ends in `]` is it too: `[NEEDS CLARIFICATION: which one?]`. */
  readonly open: boolean;
}

const known = new WeakMap<SpecTemplate, readonly Placeholder[]>();

/** Never throws. Each once, in the template's order. */
export function placeholdersOf(template: SpecTemplate): readonly Placeholder[] {
  const cached = known.get(template);
  if (cached !== undefined) return cached;
  const found = new Map<string, Placeholder>();
  const { skeleton: document, instructions } = template;
  const { text, root } = document;
  for (const section of [root, ...allSections(root)]) {
    if (section.heading.start < instructions.end && section.level !== 0) continue;
    for (const span of [section.heading, ...section.blocks.filter(isVisible).map((block) => block.span)]) {
      if (span.start < instructions.end) continue;
      const source = text.slice(span.start, span.end);
      for (const placeholder of placeholdersIn(readable(source), text)) found.set(placeholder.source, placeholder);
      // What a form's field is filled with may be the answer: `Version: latest`.
      if (template.kind === 'form') continue;
      const isAbove = section.level === 0 || section === template.title;
      for (const words of openRows(withoutComments(source), isAbove ? 'above' : 'below')) {
        found.set(words, { source: words, line: true, open: false });
      }
    }
  }
  const all = Array.from(found.values());
  known.set(template, all);
  return all;
}

/** Whether a text of the template is to be completed rather than replaced: on some line words of its own stand around a placeholder, or a state is named. */
export function standsAmongWords(template: SpecTemplate, text: string): boolean {
  const wanted = placeholdersOf(template).filter(({ source }) => text.includes(source));
  return readable(text)
    .split(/\r\n?|\n/)
    .some((line) => isCompleted(line, wanted) || namesState(line));
}

function isCompleted(line: string, wanted: readonly Placeholder[]): boolean {
  let rest = line;
  for (const placeholder of wanted) {
    for (const { start, end } of occurrences(line, placeholder)) {
      if (placeholder.line) return true;
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  }
  return rest !== line && /\p{L}/u.test(rest);
}

function isVisible({ kind }: Block): boolean {
  return kind !== 'code' && kind !== 'comment';
}

function* placeholdersIn(source: string, template: string): Iterable<Placeholder> {
  for (const { 0: words, index } of source.matchAll(BRACKETED)) {
    const inner = words.slice(1, -1).replace(/\\$/, '').trim();
    const next = source[index + words.length];
    if (words.startsWith('[') && (/[([:]/.test(next ?? '') || !isPlaceholderInBrackets(inner, template))) continue;
    if (words.startsWith('<') && !isPlaceholderInAngles(inner)) continue;
    if (isAttributes(words)) continue;
    const clarification = /^\[[A-Z][A-Z ]+:/.exec(words)?.[0];
    yield { source: clarification ?? words, line: false, open: clarification !== undefined };
  }
  for (const [words] of source.matchAll(/\b(?:YYYY|yyyy)[-/](?:MM|mm)[-/](?:DD|dd)\b/g))
    yield { source: words, line: false, open: false };
}

const BRACKETED = /\[[^[\]\n\r]{2,200}\]|\{[^{}\n\r]{2,300}\}|<[^<>\n\r]{2,100}>/g;
/** Not a check box, a footnote or a link by reference. */
function isPlaceholderInBrackets(inner: string, template: string): boolean {
  if (inner.length < 2 || /^_?toc_?$/i.test(inner) || inner.startsWith('^') || !/\p{L}/u.test(inner)) return false;
  // A mark is no hole: `[Optional] Further reading`.
  if (requirementOf(`x [${inner}]`) !== undefined) return false;
  return !template.includes(`[${inner}]:`);
}

/** Not an HTML tag, an address or a comment. */
function isPlaceholderInAngles(inner: string): boolean {
  if (/^[/!?]|:\/\/|@|=|\/$/.test(inner) || !/^\p{L}/u.test(inner)) return false;
  return !HTML.has(inner.split(/\s/)[0]?.toLowerCase() ?? '');
}

const HTML = new Set(
  'a abbr b big blockquote body br center code col colgroup dd del details div dl dt em font form h1 h2 h3 h4 h5 h6 head hr html i iframe img input ins kbd li mark ol p picture pre q s samp small source span strike strong sub summary sup svg table tbody td tfoot th thead title tr tt u ul var video'.split(
    ' ',
  ),
);

/** Stops behind some hundreds of them, and behind each look through all of it. */
function* inSource(
  { lines }: SpecDocument,
  { start, end }: Span,
  wanted: readonly Placeholder[],
  spec: SectionSpec | undefined,
): Steps<readonly LeftPlaceholder[]> {
  const all = lines.textBetween(start, end);
  if (!holdsAny(all, wanted)) return none;
  const rows = withoutComments(all);
  const isLong = mostReadAtOnce < all.length;
  if (isLong) yield;
  const source = withoutCode(rows);
  if (isLong) yield;
  const found: LeftPlaceholder[] = [];
  for (const placeholder of wanted) {
    let left = mostLeft;
    for (const span of occurrences(placeholder.line ? rows : source, placeholder)) {
      if (left-- === 0) break;
      if (isPause(found.length)) yield;
      found.push({ span: { start: start + span.start, end: start + span.end }, words: wordsOf(placeholder), spec });
    }
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let behind = -1;
  return found.filter(({ span }) => {
    if (span.start < behind) return false;
    behind = span.end;
    return true;
  });
}

const none: never[] = [];

function wordsOf({ source, open }: Placeholder): string {
  return open ? `${source} …]` : source;
}

function* occurrences(source: string, { source: words, line, open }: Placeholder): Iterable<Span> {
  for (let at = source.indexOf(words); at !== -1; at = source.indexOf(words, at + words.length)) {
    let end = at + words.length;
    if (open) {
      const close = source.indexOf(']', end);
      if (close === -1) return;
      end = close + 1;
    }
    if (line && !fillsLine(source, at, end)) continue;
    if (words.startsWith('[') && source[end] === '(') continue;
    yield { start: at, end };
  }
}

function fillsLine(source: string, start: number, end: number): boolean {
  const first = Math.max(source.lastIndexOf('\n', start), source.lastIndexOf('\r', start)) + 1;
  return (
    source.slice(first, start).replace(LIST_MARK, '') === '' && /^[ \t]*(?:[\r\n]|$)/.test(source.slice(end, end + 80))
  );
}

/** Comments and code spans blanked: what stands in them is quoted, not left. */
function readable(source: string): string {
  return withoutCode(withoutComments(source));
}

/** A code span begins with as many of the marks in front of it as stand behind it; what is left there may begin another one. */
function withoutCode(source: string): string {
  let closing = 0;
  return source.replace(RUN, (_, { length }: string, words: string, next: string) => {
    const left = length - closing;
    const opening = Math.min(left, next.length);
    const run = ' '.repeat(closing) + '`'.repeat(left - opening) + ' '.repeat(opening);
    closing = opening;
    return run + (0 < opening ? words.replace(/[^\r\n]/g, ' ') : words);
  });
}

/** Marks, what stands behind them, and the next ones. */
const RUN = /(`+)([^`]*)(?=(`*))/g;

/** None of the spans, which are in order, stands in another. */
function overlapsAny(spans: readonly Span[], { start, end }: Span): boolean {
  return start < (spans[lastWhere(spans.length, (at) => (spans[at] as Span).start < end)]?.end ?? 0);
}
