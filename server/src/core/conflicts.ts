/** The marks that a merge leaves in a text where two versions of it differ: `<<<<<<<`, `=======`, `>>>>>>>`. */
import type { TopBlock } from './blocks.ts';
import type { LineIndex } from './text/line-index.ts';

/** Quickly told: most texts hold none, and where one does its marks reach far. */
export function mayHoldConflict(lines: LineIndex): boolean {
  return lines.includes('<<<<<<< ') && lines.includes('>>>>>>> ');
}

/** What parts two versions underlines no heading, though it would in Markdown. */
export function withoutConflicts(lines: LineIndex, blocks: readonly TopBlock[]): readonly TopBlock[] {
  if (!mayHoldConflict(lines)) return blocks;
  const parting = partingLines(lines);
  return blocks.map((block) =>
    block.kind === 'heading' && parting.has(block.end - 1) ? { ...block, kind: 'paragraph', level: 0 } : block,
  );
}

/** The lines of `=======` that stand between an opening and a closing mark. */
function partingLines(lines: LineIndex): ReadonlySet<number> {
  const parting = new Set<number>();
  let between: number[] | undefined;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.textBetween(lines.startOf(line), Math.min(lines.endOf(line), lines.startOf(line) + 8));
    if (start === '<<<<<<< ') between = [];
    else if (start === '=======') between?.push(line);
    else if (start === '>>>>>>> ') {
      for (const each of between ?? []) parting.add(each);
      between = undefined;
    }
  }
  return parting;
}
