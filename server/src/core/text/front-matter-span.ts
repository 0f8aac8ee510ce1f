/** Where a text's front matter stands: YAML between `---`, TOML between `+++`. */
import type { Change } from './change.ts';
import type { LineIndex } from './line-index.ts';
import type { Span } from './span.ts';

/** From the opening fence to the end of the closing one; undefined where the text does not begin with front matter. */
export function frontMatterSpan(lines: LineIndex): Span | undefined {
  const fence = openingFence(lines);
  const line = fence === undefined ? undefined : closingLine(lines, fence, 1, lines.count);
  if (line === undefined) return undefined;
  return { start: lines.textBetween(0, 1) === BOM ? 1 : 0, end: lines.endOf(line) };
}

/** The same after a change to a text: the same object where it is the same. Lines that did not change are not looked at again. */
export function frontMatterAfter(before: Span | undefined, lines: LineIndex, change: Change): Span | undefined {
  if (before !== undefined && before.end < change.start) return before;
  if (before === undefined && lines.endOf(0) < change.start) {
    const fence = openingFence(lines);
    if (fence === undefined) return undefined;
    const [from, to] = [lines.lineAt(change.start), lines.lineAt(change.newEnd) + 1];
    if (closingLine(lines, fence, from, to) === undefined) return undefined;
  }
  return frontMatterSpan(lines);
}

/** Whether a line lies in front matter or in what may become it. Reads no further, and parses nothing. */
export function mayBeFrontMatter(lines: LineIndex, line: number): boolean {
  if (line < 1 || lines.count <= line || openingFence(lines) !== '---') return false;
  return closingLine(lines, '---', 1, line) === undefined;
}

/** What a text begins with where it has front matter, or would have were it closed. */
export function openingFence(lines: LineIndex): string | undefined {
  const words = lines.textBetween(0, lines.endOf(0));
  const fence = (words.startsWith(BOM) ? words.slice(BOM.length) : words).trimEnd();
  return fence === '---' || fence === '+++' ? fence : undefined;
}

function closingLine(lines: LineIndex, fence: string, from: number, to: number): number | undefined {
  for (let line = from; line < to; line++) {
    const start = lines.startOf(line);
    const first = lines.textBetween(start, start + 1);
    if (first !== fence.charAt(0) && first !== '.') continue;
    const words = lines.textBetween(start, lines.endOf(line)).trimEnd();
    if (words === fence || (fence === '---' && words === '...')) return line;
  }
  return undefined;
}

export const BOM = '\ufeff';
