/** The template's guidance as Markdown that is safe to show: no comments, no HTML, no links but to the web and to headings. */
import { allSections, parseDocument } from '../document.ts';
import type { SectionSpec } from '../template.ts';

const known = new WeakMap<SectionSpec, string>();

/** With what a form's field is filled with. Line ends are LF. Empty where the template says nothing, or only in comments. */
export function guidanceMarkdown(spec: SectionSpec): string {
  const markdown = known.get(spec) ?? safeMarkdown([spec.guidance, spec.preset].join('\n\n'));
  known.set(spec, markdown);
  return markdown;
}

/** Markdown in, Markdown out: what its author wrote can be read, and can do nothing. Cut where it is very long. */
export function safeMarkdown(markdown: string): string {
  // The first line is blank, so that a thematic break is not taken for front matter.
  const text = `\n${shortened(markdown).replace(/\r\n?/g, '\n')}`;
  const { root } = parseDocument(text);
  const parts: string[] = [];
  for (const { heading, blocks } of [root, ...allSections(root)]) {
    parts.push(safeText(text.slice(heading.start, heading.end)));
    for (const { kind, span } of blocks) {
      const source = text.slice(span.start, span.end);
      if (kind !== 'comment') parts.push(kind === 'code' ? fenced(source) : safeText(source));
    }
  }
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** Words that are to be shown as they are, on one line, whatever they mean to Markdown. */
export function plainWords(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replaceAll('&', '&amp;');
}

/** What a reader of a tooltip can still take in; a pair of surrogates is not parted. */
function shortened(markdown: string): string {
  if (markdown.length <= longest) return markdown;
  const end = markdown.lastIndexOf('\n', longest);
  return `${markdown.slice(0, end < 1 ? longest : end).replace(/[\ud800-\udbff]$/, '')}\n\n…`;
}

const longest = 10_000;

/** Code that stays code whatever stands around it: an indented block would be text behind a list. */
function fenced(source: string): string {
  const opening = /^ {0,3}(`{3,}|~{3,})/.exec(source)?.[1];
  if (opening !== undefined) {
    const last = source.slice(source.lastIndexOf('\n') + 1).trim();
    const isClosed =
      source.includes('\n') && opening.length <= last.length && last === opening.charAt(0).repeat(last.length);
    return isClosed ? source : `${source}\n${opening}`;
  }
  const runs = Array.from(source.matchAll(/`+/g), ([run]) => run.length);
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}\n${source.replace(/^(?: {4}| {0,3}\t)/gm, '')}\n${fence}`;
}

/** Everything but code blocks. What is left alone is read in the order in which Markdown reads it. */
function safeText(source: string): string {
  // Behind it no comment ends: one is looked for once, not from each mark that begins one.
  const lastEnd = source.lastIndexOf('-->');
  let [safe, at] = ['', 0];
  MARKUP.lastIndex = 0;
  for (let found = MARKUP.exec(source); found !== null; found = MARKUP.exec(source)) {
    const { 0: markup, index } = found;
    safe += source.slice(at, index);
    at = MARKUP.lastIndex;
    if (markup !== '<!--' || lastEnd < at) safe += safeMarkup(markup);
    else at = MARKUP.lastIndex = source.indexOf('-->', at) + 3;
  }
  return safe + source.slice(at);
}

function safeMarkup(found: string): string {
  if (found.startsWith('<')) return AUTOLINK.test(found) ? found : `&lt;${found.slice(1)}`;
  if (found.startsWith('](') || found.startsWith(']:')) return `]\\${found.slice(1)}`;
  return found === '![' ? '[' : found;
}

/**
 * Escaped characters and code spans stay. A code span goes over one line and no table cell: where it would not be one to
 * every reader, its `<` is escaped like any other.
 */
const MARKUP = new RegExp(
  [
    /\\[!-/:-@[-`{-~]/,
    /(?<!`)(`+)(?!`)[^`\n|](?:[^\n|]*?[^`\n|])?\1(?!`)/,
    /`+/,
    /<!--/,
    /<[a-z][a-z0-9+.-]*:[^\s<>]*>|</i,
    /!\[/,
    /\]\((?!\s*<?(?:https?:\/\/|#))/,
    /\]:(?!\s*<?(?:https?:\/\/|#))/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

const AUTOLINK = /^<https?:\/\/[^\s<>]*>$/i;
