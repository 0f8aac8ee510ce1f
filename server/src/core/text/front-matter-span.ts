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

const DOT = 46;

export const BOM = '\ufeff';
