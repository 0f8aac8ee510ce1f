/** An explanation written out: for a terminal, in columns; for an editor, as Markdown. */
import type { ExplainedPart, ExplainedRow } from './explain.ts';

/** Lines end with LF. Notes stand in a column of their own. */
export function explainedText(parts: readonly ExplainedPart[]): string {
  return parts.map(textOf).join('\n');
}

function textOf({ heading, rows }: ExplainedPart): string {
  const labels = rows.map(({ depth, words }) => `${'  '.repeat(depth)}${words}`);
  const numbers = rows.map(({ line }) => (line === undefined ? '' : String(line + 1)));
  const gutter = Math.max(...numbers.map(({ length }) => length));
  const width = Math.min(
    widest,
    Math.max(0, ...rows.map(({ notes }, at) => (0 < notes.length ? widthOf(labels[at]) : 0))),
  );
  const lines = rows.map(({ notes }, at) => {
    const label = labels[at] ?? '';
    const number = gutter === 0 ? '' : `${(numbers[at] ?? '').padStart(gutter)}  `;
    const gap = ' '.repeat(Math.max(0, width - widthOf(label)) + 2);
    return `  ${number}${label}${0 < notes.length ? gap + notes.join('; ') : ''}\n`;
  });
  return `${heading}${gutter === 0 ? '' : ', by line'}\n${lines.join('')}`;
}

/** A longer name pushes only its own notes aside. */
const widest = 40;

/** Columns of a terminal: Chinese, Japanese and Korean characters take two. */
function widthOf(words = ''): number {
  let width = 0;
  for (const character of words) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff01-\uff60]/u;

/** Words of templates are escaped: nothing in them is Markdown of ours. */
export function explainedMarkdown(title: string, said: readonly string[], parts: readonly ExplainedPart[]): string {
  const paragraphs = said.map((sentence) => `${escaped(sentence)}\n`);
  const lists = parts.flatMap(({ heading, rows }) => [`## ${escaped(heading)}\n`, rows.map(itemOf).join('')]);
  return [`# ${escaped(title)}\n`, ...paragraphs, ...lists].join('\n');
}

function itemOf({ line, depth, words, notes }: ExplainedRow): string {
  const place = line === undefined ? '' : ` (line ${line + 1})`;
  const rest = notes.length === 0 ? '' : `: ${escaped(notes.join('; '))}`;
  return `${'  '.repeat(depth)}- **${escaped(words)}**${place}${rest}\n`;
}

function escaped(words: string): string {
  return words
    .replace(/[\\`*_{}[\]<>()#+|~!&$^=]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}
