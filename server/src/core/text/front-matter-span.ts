/** Where a text's front matter stands: YAML between `---`, TOML between `+++`. */
import type { LineIndex } from './line-index.ts';
import type { Span } from './span.ts';

/** From the opening fence to the end of the closing one; undefined where the text does not begin with front matter. */
export function frontMatterSpan(text: string, lines: LineIndex): Span | undefined {
  const start = text.startsWith(BOM) ? 1 : 0;
  const fence = text.slice(start, lines.endOf(0)).trimEnd();
  if (fence !== '---' && fence !== '+++') return undefined;
  for (let line = 1; line < lines.count; line++) {
    const first = text.charCodeAt(lines.startOf(line));
    if (first !== fence.charCodeAt(0) && first !== DOT) continue;
    const words = text.slice(lines.startOf(line), lines.endOf(line)).trimEnd();
    if (words === fence || (fence === '---' && words === '...')) return { start, end: lines.endOf(line) };
  }
  return undefined;
}

/** Whether a line, counted from zero, lies in front matter or in what may become it. Reads no further, and parses nothing. */
export function mayBeFrontMatter(text: string, line: number): boolean {
  if (line < 1 || !/^\ufeff?---[ \t]*[\r\n]/.test(text)) return false;
  let at = 0;
  for (let number = 0; number < line; number++) {
    LINE.lastIndex = at;
    const words = LINE.exec(text)?.[0] ?? '';
    if (words === '' || (0 < number && /^(?:---|\.\.\.)\s*$/.test(words.slice(0, 100)))) return false;
    at += words.length;
  }
  return true;
}

const LINE = /[^\r\n]*(?:\r\n|\r|\n)/y;
const DOT = 46;

export const BOM = '\ufeff';
