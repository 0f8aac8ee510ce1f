/** The marks that a merge leaves in a text where two versions of it differ: `<<<<<<<`, `=======`, `>>>>>>>`. */
import type { TopBlock } from './blocks.ts';
import { isPause, type Steps } from './steps.ts';
import type { LineIndex } from './text/line-index.ts';
import { lastBelow } from './text/search.ts';

/** Quickly told: most texts hold none, and where one does its marks reach far. */
export function mayHoldConflict(lines: LineIndex): boolean {
  return lines.includes('<<<<<<< ') && lines.includes('>>>>>>> ');
}

/** What parts two versions underlines no heading, though it would in Markdown. `parting` are those lines, in order. */
export function withoutConflicts(blocks: readonly TopBlock[], parting: readonly number[]): readonly TopBlock[] {
  if (parting.length === 0) return blocks;
  return blocks.map((block) =>
    block.kind === 'heading' && parting[lastBelow(parting, block.end)] === block.end - 1
      ? { ...block, kind: 'paragraph', level: 0 }
      : block,
  );
}

/** The lines of `=======` that stand between an opening and a closing mark. Stops behind some hundreds of marks. */
export function* partingLines(lines: LineIndex): Steps<readonly number[]> {
  const parting: number[] = [];
  if (!mayHoldConflict(lines)) return parting;
  let between: number[] | undefined;
  let at = 0;
  for (const { 0: mark, index } of lines.text.matchAll(MARK)) {
    if (isPause(at++)) yield;
    const line = lines.lineAt(index);
    // Some signs end a line for patterns alone.
    if (lines.startOf(line) !== index) continue;
    if (mark === '<<<<<<< ') between = [];
    else if (mark === '=======') between?.push(line);
    else {
      for (const each of between ?? []) parting.push(each);
      between = undefined;
    }
  }
  return parting;
}

const MARK = /^(?:<<<<<<< |=======(?![^\r\n])|>>>>>>> )/gm;
