/** Text with places in it that are to be filled in. */
import type { Span } from './span.ts';

/** Fixed words, or what may stand in a place to be filled in: the first of it stands there from the start. */
export type Part = string | readonly string[];

export interface Hole {
  readonly span: Span;
  readonly choices: readonly string[];
}

export interface Holed {
  readonly text: string;
  /** In the order of the text. */
  readonly holes: readonly Hole[];
}

/** The parts one behind the other; their line ends, all LF, become the one given. */
export function joined(parts: readonly Part[], lineEnd: string): Holed {
  let text = '';
  const holes: Hole[] = [];
  for (const part of parts) {
    const start = text.length;
    const choices = [part].flat();
    text += (choices[0] ?? '').replaceAll('\n', lineEnd);
    if (typeof part !== 'string') holes.push({ span: { start, end: text.length }, choices });
  }
  return { text, holes };
}
